//! A struct may depend on a `cfg`.

use metaclass::prelude::*;

schema! {
    #[cfg(any())]
    pub struct Left { out: Nowhere }

    #[cfg(all())]
    #[cfg_attr(all(), derive(Eq))]
    pub struct Kept { x: i64 }
}

#[test]
fn a_struct_may_be_left_out() {
    fn is_eq<T: Eq>(_: &T) -> bool {
        true
    }
    assert!(is_eq(&Kept!(1)));
}

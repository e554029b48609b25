//! A field without `pub` is as visible as its struct.

mod inner {
    use metaclass::prelude::*;

    schema! {
        pub struct Open {
            x: i64,
            pub(self) hidden: i64 = 0,
        }

        pub(super) struct Half { x: i64 }

        #[dataclass(frozen)]
        pub struct Frozen { x: i64 }

        #[dataclass(validate)]
        pub struct Valid {
            #[field(min_value = 0)]
            x: i64,
        }
    }

    pub(super) fn hidden(open: &Open) -> i64 {
        open.hidden
    }
}

use inner::{Frozen, Half, Open, Valid};
use metaclass::prelude::*;

#[test]
fn fields_are_as_visible_as_the_struct() {
    let mut open = Open!(1, hidden = 2);
    open.x = 3;
    assert_eq!((open.x, inner::hidden(&open)), (3, 2));
    open.set("x", 4).unwrap();
    let error = open.set("hidden", 4).unwrap_err();
    assert_eq!(error.to_string(), "field 'hidden' of 'Open' is private");
    assert_eq!(Half!(1).x, 1);
}

#[test]
fn fields_that_nobody_may_assign_are_private() {
    assert_eq!(Frozen!(1).x(), 1);
    assert_eq!(Valid!(1).unwrap().x(), 1);
    assert!(Valid!(-1).is_err());
    assert_eq!(Frozen!(1).set("x", 2).unwrap_err().to_string(), "cannot assign to field 'x'");
}

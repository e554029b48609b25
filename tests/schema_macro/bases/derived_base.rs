//! A struct with a derive as a base.

use metaclass::prelude::*;

mod base {
    use metaclass::prelude::*;

    /// A point.
    #[derive(Dataclass, Clone)]
    #[dataclass(base, order, rename_all = "UPPERCASE")]
    pub(super) struct Point {
        /// To the right.
        pub(super) x: i64,
        pub(super) y: i64,
        hidden: i64,
        #[field(default, kw_only)]
        pub(super) note: Option<String>,
    }

    impl Point {
        pub(super) fn hidden(&self) -> i64 {
            self.hidden
        }
    }
}

schema! {
    struct Pixel: base::Point { color: u32 = 0 }
}

#[test]
fn a_derived_struct_is_a_base() {
    let pixel = Pixel!(1, 2, 3);
    assert_eq!(pixel.to_string(), "Pixel(x=1, y=2, hidden=3, note=None, color=0)");
    let keys: Vec<_> = Pixel::fields().iter().map(metaclass::spec::FieldSpec::key).collect();
    assert_eq!(keys, ["X", "Y", "HIDDEN", "NOTE", "color"]);
    assert_eq!(base::Point::from(pixel).hidden(), 3);
}

#[test]
fn nothing_is_added_that_only_schema_does() {
    assert_eq!(
        Pixel::SIGNATURE,
        "(x: i64, y: i64, hidden: i64, color: u32 = 0, *, note: Option<String> = Default::default())"
    );
}

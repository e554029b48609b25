//! `display`: `Display` prints the repr.

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(display)]
struct Point {
    x: f64,
    #[field(repr = false)]
    y: f64,
}

#[test]
fn display_is_the_repr() {
    let point = Point!(1.0, 2.0);
    assert_eq!(point.to_string(), "Point(x=1.0)");
    assert_eq!(point.to_string(), point.repr().to_string());
}

#[test]
fn display_is_off_unless_asked_for() {
    #[derive(Dataclass)]
    struct Plain {
        x: u8,
    }

    // Would clash if there were one already.
    impl std::fmt::Display for Plain {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "plain {}", self.x)
        }
    }

    assert_eq!(Plain!(1).to_string(), "plain 1");
}

#[test]
fn display_of_a_generic_class_needs_the_repr_of_its_parameters() {
    #[derive(Dataclass)]
    #[dataclass(display)]
    struct Pair<T> {
        a: T,
        b: Option<T>,
    }

    assert_eq!(Pair!("x", None).to_string(), "Pair(a='x', b=None)");
}

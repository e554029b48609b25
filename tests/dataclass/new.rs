//! `Type::new(required..)`, `new(name = .., vis = ..)`, `new = false`, `init = false`.

use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
    y: f64,
    #[field(default = 0.5)]
    z: f64,
}

#[test]
fn new_takes_the_fields_without_a_default_in_order() {
    let point = Point::new(1.0, 2.0);
    assert_eq!((point.x, point.y, point.z), (1.0, 2.0, 0.5));
}

#[test]
fn new_is_a_function_value() {
    let points: Vec<Point> = [1.0, 2.0].into_iter().zip([3.0, 4.0]).map(|(x, y)| Point::new(x, y)).collect();
    let make: fn(f64, f64) -> Point = Point::new;
    assert_eq!(points[1], make(2.0, 4.0));
}

#[test]
fn new_is_const_where_every_default_is_a_literal() {
    const ORIGIN: Point = Point::new(0.0, 0.0);
    assert_eq!(ORIGIN.z, 0.5);
}

#[test]
fn keyword_only_fields_come_last_in_new() {
    #[derive(Dataclass)]
    struct Mixed {
        #[field(kw_only)]
        key: &'static str,
        position: u8,
    }

    let mixed = Mixed::new(1, "k");
    assert_eq!((mixed.key, mixed.position), ("k", 1));
}

#[test]
fn init_false_fields_are_not_taken_by_new() {
    #[derive(Dataclass)]
    struct Rect {
        width: u32,
        height: u32,
        #[field(init = false, default = width * height)]
        area: u32,
    }

    assert_eq!(Rect::new(3, 4).area, 12);
}

#[test]
fn new_can_be_renamed() {
    #[derive(Dataclass)]
    #[dataclass(new(name = make))]
    struct Renamed {
        x: u8,
    }

    impl Renamed {
        fn new() -> Self {
            Self::make(7)
        }
    }

    assert_eq!(Renamed::new().x, 7);
    assert_eq!(Renamed!(8).x, 8);
}

#[test]
fn new_false_leaves_the_name_to_the_user() {
    #[derive(Dataclass)]
    #[dataclass(new = false)]
    struct Own {
        x: u8,
    }

    impl Own {
        fn new(x: u8) -> Self {
            Own!(x + 1)
        }
    }

    assert_eq!(Own::new(1).x, 2);
}

mod inner {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    #[dataclass(new(vis = pub(self)))]
    pub(super) struct Hidden {
        pub(super) x: u8,
    }

    impl Hidden {
        pub(super) fn of(x: u8) -> Self {
            Self::new(x)
        }

        // Were `new` visible outside, this would be ambiguous there no less than here.
        pub(super) const NEW: fn(u8) -> Self = Self::new;
    }
}

#[test]
fn new_can_be_less_visible_than_its_struct_while_the_call_macro_is_not() {
    use inner::Hidden;

    assert_eq!(Hidden!(3), Hidden::of(3));
    assert_eq!(Hidden!(x = 3).x, (Hidden::NEW)(3).x);
}

#[test]
fn init_false_leaves_out_constructor_and_call_macro() {
    #[derive(Dataclass)]
    #[dataclass(init = false)]
    struct Plain {
        x: u8,
    }

    // Both names are free for others.
    macro_rules! Plain {
        () => {
            Plain::new()
        };
    }

    impl Plain {
        const fn new() -> Self {
            Self { x: 1 }
        }
    }

    assert_eq!(Plain!().x, 1);
    assert_eq!(Plain::SIGNATURE, "");
}

#[test]
fn new_without_required_fields_takes_nothing() {
    #[derive(Dataclass)]
    struct Settings {
        #[field(default)]
        verbose: bool,
        #[field(default = 3)]
        retries: u32,
    }

    let settings = Settings::new();
    assert_eq!((settings.verbose, settings.retries), (false, 3));
}

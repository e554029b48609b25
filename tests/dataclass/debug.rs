//! `Debug`, `debug = false`, `#[field(repr = ..)]` in it.

use std::collections::BTreeMap;

use metaclass::prelude::*;

/// The same names as the classes, with the standard derive.
mod plain {
    use std::collections::BTreeMap;

    #[derive(Debug)]
    #[expect(dead_code, reason = "only printed")]
    pub(super) struct Inner {
        pub(super) text: String,
        pub(super) tags: Vec<(u8, char)>,
    }

    #[derive(Debug)]
    #[expect(dead_code, reason = "only printed")]
    pub(super) struct Outer {
        pub(super) x: f64,
        pub(super) inner: Inner,
        pub(super) none: Option<u8>,
        pub(super) some: Option<Box<Inner>>,
        pub(super) map: BTreeMap<&'static str, i64>,
        pub(super) r#type: (),
    }

    #[derive(Debug)]
    pub(super) struct Empty {}
}

#[derive(Dataclass)]
struct Inner {
    text: String,
    tags: Vec<(u8, char)>,
}

#[derive(Dataclass)]
struct Outer {
    x: f64,
    inner: Inner,
    none: Option<u8>,
    some: Option<Box<Inner>>,
    map: BTreeMap<&'static str, i64>,
    r#type: (),
}

#[derive(Dataclass)]
struct Empty {}

macro_rules! outer {
    ($outer:path, $inner:path) => {{
        use $inner as Inner;
        use $outer as Outer;
        let inner = || Inner { text: "a\"\n".to_owned(), tags: vec![(1, 'x'), (2, '\'')] };
        Outer {
            x: 1.0,
            inner: inner(),
            none: None,
            some: Some(Box::new(inner())),
            map: BTreeMap::from([("k", -1)]),
            r#type: (),
        }
    }};
}

#[test]
fn debug_is_that_of_the_standard_derive() {
    let (ours, plain) = (outer!(self::Outer, self::Inner), outer!(plain::Outer, plain::Inner));
    assert_eq!(format!("{ours:?}"), format!("{plain:?}"));
    assert_eq!(format!("{ours:#?}"), format!("{plain:#?}"));
    assert_eq!(format!("{ours:6.2?}"), format!("{plain:6.2?}"));
    assert_eq!(format!("{ours:02x?}"), format!("{plain:02x?}"));
    assert_eq!(format!("{:?}", Empty {}), format!("{:?}", plain::Empty {}));
}

#[test]
fn hidden_fields_are_left_out() {
    #[derive(Dataclass)]
    struct Hiding {
        a: u8,
        #[field(repr = false)]
        b: u8,
        c: u8,
    }

    assert_eq!(format!("{:?}", Hiding!(1, 2, 3)), "Hiding { a: 1, c: 3 }");
}

#[test]
fn a_field_may_be_shown_by_a_function() {
    fn hex(value: &u32) -> String {
        format!("{value:#x}")
    }

    #[derive(Dataclass)]
    struct Color {
        #[field(repr = hex)]
        rgb: u32,
    }

    assert_eq!(format!("{:?}", Color!(255)), "Color { rgb: 0xff }");
}

#[test]
fn debug_false_leaves_it_to_the_user() {
    #[derive(Dataclass)]
    #[dataclass(debug = false)]
    struct Own {
        x: u8,
    }

    impl std::fmt::Debug for Own {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "<{}>", self.x)
        }
    }

    assert_eq!(format!("{:?}", Own!(1)), "<1>");
    assert_eq!(Own!(1).repr().to_string(), "Own(x=1)");
}

#[test]
fn debug_needs_debug_of_the_parameters_only() {
    #[derive(Dataclass)]
    struct Holder<T> {
        value: T,
        count: u8,
    }

    #[derive(Debug, PartialEq)]
    struct NotPython;

    assert_eq!(format!("{:?}", Holder!(NotPython, 1)), "Holder { value: NotPython, count: 1 }");
    assert_eq!(format!("{:?}", Holder!(Some(1.5), 1)), "Holder { value: Some(1.5), count: 1 }");
}

//! `repr()`: Python's text, `#[field(repr = false | path)]`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: f64,
}

/// The repr of a class with one field, without the class around it.
macro_rules! field_repr {
    ($ty:ty, $value:expr) => {{
        #[derive(Dataclass)]
        struct C {
            x: $ty,
        }
        let text = C!($value).repr().to_string();
        text.strip_prefix("C(x=").and_then(|text| text.strip_suffix(')')).map(str::to_owned).unwrap()
    }};
}

#[test]
fn floats_are_shown_as_python_does() {
    let texts = [
        (1.0, "1.0"),
        (-0.0, "-0.0"),
        (0.1, "0.1"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e+16"),
        (1e-4, "0.0001"),
        (1e-5, "1e-05"),
        (1.5e300, "1.5e+300"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (f64::NAN, "nan"),
    ];
    for (value, text) in texts {
        assert_eq!(field_repr!(f64, value), text);
    }
}

#[test]
fn truth_values_and_none_have_their_python_names() {
    assert_eq!(field_repr!(bool, true), "True");
    assert_eq!(field_repr!(bool, false), "False");
    assert_eq!(field_repr!(Option<u8>, None), "None");
    assert_eq!(field_repr!(Option<u8>, Some(3)), "3");
    assert_eq!(field_repr!((), ()), "None");
}

#[test]
fn strings_are_quoted_as_python_does() {
    let texts = [
        ("plain", "'plain'"),
        ("it's", "\"it's\""),
        ("say \"hi\"", "'say \"hi\"'"),
        ("it's \"both\"", "'it\\'s \"both\"'"),
        ("tab\tline\nreturn\rback\\", "'tab\\tline\\nreturn\\rback\\\\'"),
        ("\0\u{7f}\u{ad}", "'\\x00\\x7f\\xad'"),
        ("é日\u{1F600}", "'é日\u{1F600}'"),
        ("\u{200b}\u{e000}", "'\\u200b\\ue000'"),
        ("\u{e0001}", "'\\U000e0001'"),
    ];
    for (value, text) in texts {
        assert_eq!(field_repr!(&'static str, value), text);
    }
    assert_eq!(field_repr!(String, String::from("a")), "'a'");
    assert_eq!(field_repr!(char, '\''), "\"'\"");
}

#[test]
fn containers_are_those_of_python() {
    assert_eq!(field_repr!(Vec<i32>, vec![1, 2]), "[1, 2]");
    assert_eq!(field_repr!(Vec<f32>, vec![]), "[]");
    assert_eq!(field_repr!([u16; 2], [1, 2]), "[1, 2]");
    assert_eq!(field_repr!(VecDeque<bool>, VecDeque::from([true])), "[True]");
    assert_eq!(field_repr!((i32,), (1,)), "(1,)");
    assert_eq!(field_repr!((i32, &'static str), (1, "a")), "(1, 'a')");
    assert_eq!(
        field_repr!(BTreeMap<String, Vec<u32>>, BTreeMap::from([("a".to_owned(), vec![1]), ("b".to_owned(), vec![])])),
        "{'a': [1], 'b': []}"
    );
    assert_eq!(field_repr!(BTreeSet<i8>, BTreeSet::from([2, 1])), "{1, 2}");
    assert_eq!(field_repr!(BTreeSet<i8>, BTreeSet::new()), "set()");
    assert_eq!(field_repr!(Vec<u8>, vec![0, b'a', b'\'']), "b\"\\x00a'\"");
}

#[test]
fn pointers_are_not_seen() {
    assert_eq!(field_repr!(Box<i32>, Box::new(1)), "1");
    assert_eq!(field_repr!(Rc<str>, Rc::from("a")), "'a'");
    assert_eq!(field_repr!(&'static [i32], &[1]), "[1]");
    assert_eq!(field_repr!(std::borrow::Cow<'static, str>, "a".into()), "'a'");
}

#[test]
fn classes_are_shown_within_others_and_within_containers() {
    #[derive(Dataclass)]
    struct Shape {
        points: Vec<Point>,
        center: Option<Box<Point>>,
        named: (Point, bool),
    }

    let p = Point!(1.0, 2.0);
    let shape = Shape!(vec![p.clone()], Some(Box::new(p.clone())), (p, true));
    let text = "Point(x=1.0, y=2.0)";
    assert_eq!(shape.repr().to_string(), format!("Shape(points=[{text}], center={text}, named=({text}, True))"));
}

#[test]
fn a_class_may_hold_itself() {
    #[derive(Dataclass)]
    struct Node {
        value: i32,
        #[field(default)]
        next: Option<Box<Node>>,
    }

    let node = Node!(1, Some(Box::new(Node!(2))));
    assert_eq!(node.repr().to_string(), "Node(value=1, next=Node(value=2, next=None))");
}

#[test]
fn hidden_fields_are_left_out() {
    #[derive(Dataclass)]
    struct Hiding {
        #[field(repr = false)]
        a: u8,
        b: u8,
        #[field(repr = false)]
        c: u8,
    }

    assert_eq!(Hiding!(1, 2, 3).repr().to_string(), "Hiding(b=2)");
    #[derive(Dataclass)]
    struct All {
        #[field(repr = false)]
        a: u8,
    }
    assert_eq!(All!(1).repr().to_string(), "All()");
}

mod show {
    pub(super) fn stars(text: &str) -> String {
        "*".repeat(text.len())
    }
}

#[test]
fn a_field_may_be_shown_by_a_function() {
    #[derive(Dataclass)]
    struct Login {
        user: String,
        #[field(repr = show::stars)]
        password: String,
        #[field(repr = Self::bits)]
        mask: u8,
    }

    impl Login {
        fn bits(mask: &u8) -> String {
            format!("{mask:08b}")
        }
    }

    let login = Login!("ann".to_owned(), "secret".to_owned(), 5);
    assert_eq!(login.repr().to_string(), "Login(user='ann', password=******, mask=00000101)");
    assert_eq!(login.get("password").unwrap(), "secret".into());
}

#[test]
fn repr_is_debug_where_python_knows_nothing_of_a_type() {
    #[derive(Debug, Clone, PartialEq)]
    enum Level {
        High(u8),
    }

    #[derive(Dataclass)]
    struct Alarm {
        level: Level,
        levels: Vec<Option<Level>>,
    }

    let alarm = Alarm!(Level::High(1), vec![Some(Level::High(2)), None]);
    assert_eq!(alarm.repr().to_string(), "Alarm(level=High(1), levels=[High(2), None])");
}

#[test]
fn repr_is_a_display_and_a_debug() {
    let point = Point!(1.0, 2.0);
    assert_eq!(format!("{}", point.repr()), format!("{:?}", point.repr()));
    assert_eq!(metaclass::repr(&vec![point]).to_string(), "[Point(x=1.0, y=2.0)]");
}

#[test]
fn a_method_of_the_same_name_wins() {
    #[derive(Dataclass)]
    struct Own {
        x: u8,
    }

    impl Own {
        fn repr(&self) -> String {
            format!("own {}", self.x)
        }
    }

    assert_eq!(Own!(1).repr(), "own 1");
    assert_eq!(Dataclass::repr(&Own!(1)).to_string(), "Own(x=1)");
}

//! Formats that are not for people to read: values in the order of the fields, without names and types.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use metaclass::DecodeError;
use metaclass::prelude::*;
use serde::{Deserialize, Serialize};

use self::format::{from_bytes, to_bytes};

mod format;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Unit,
    New(u8),
    Struct { x: u8 },
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid, check(is_ordered, fields(low, high)))]
struct Everything {
    low: i8,
    high: u64,
    wide: (i128, u128),
    ratio: f64,
    short: f32,
    flag: bool,
    letter: char,
    #[field(min_length = 1)]
    name: String,
    boxed: Box<str>,
    maybe: Option<Option<i16>>,
    nothing: (),
    bytes: Vec<u8>,
    #[field(items(max_value = 9), max_items = 3)]
    list: Vec<i64>,
    array: [u16; 2],
    set: BTreeSet<String>,
    #[field(keys(min_length = 1))]
    dict: BTreeMap<String, Arc<i64>>,
    inner: Inner,
    inners: Vec<Inner>,
    #[field(rename = "type", alias = "kind")]
    kind: Kind,
    address: Option<IpAddr>,
    #[field(default = 7)]
    last: u8,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Inner {
    #[field(min_value = 1)]
    x: u8,
    next: Option<Box<Inner>>,
}

fn is_ordered(low: &i8, high: &u64) -> bool {
    u64::try_from(*low).is_ok_and(|low| low <= *high)
}

fn everything() -> Everything {
    Everything!(
        low = 3,
        high = u64::MAX,
        wide = (i128::MIN, i128::MAX as u128),
        ratio = -0.5,
        short = 0.1,
        flag = true,
        letter = 'é',
        name = "name".to_owned(),
        boxed = "b".into(),
        maybe = Some(Some(-3)),
        nothing = (),
        bytes = vec![1, 2, 255],
        list = vec![1, -9],
        array = [1, 2],
        set = BTreeSet::from(["a".to_owned()]),
        dict = BTreeMap::from([("k".to_owned(), Arc::new(5))]),
        inner = Inner!(1, Some(Box::new(Inner!(2, None)))),
        inners = vec![Inner!(3, None)],
        kind = Kind::Struct { x: 1 },
        address = Some(IpAddr::from([127, 0, 0, 1]))
    )
}

#[test]
fn what_is_written_can_be_read() {
    let value = everything();
    let bytes = to_bytes(&value);
    assert_eq!(from_bytes::<Everything>(&bytes).unwrap(), value);
    let other = Everything { maybe: None, kind: Kind::New(1), address: None, list: vec![], ..value };
    assert_eq!(from_bytes::<Everything>(&to_bytes(&other)).unwrap(), other);
    let other = Everything { kind: Kind::Unit, ..other };
    assert_eq!(from_bytes::<Everything>(&to_bytes(&other)).unwrap(), other);
}

#[test]
fn all_broken_rules_are_told() {
    let value = Everything {
        low: -1,
        name: String::new(),
        list: vec![10, 1, 11, 2],
        dict: BTreeMap::from([(String::new(), Arc::new(1))]),
        inner: Inner!(0, Some(Box::new(Inner!(0, None)))),
        inners: vec![Inner!(1, None), Inner!(0, None)],
        ..everything()
    };
    let error = from_bytes::<Everything>(&to_bytes(&value)).unwrap_err();
    assert_eq!(
        error.issues().iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "name: must have at least 1 character",
            "list: must have at most 3 items",
            "list[0]: must be at most 9",
            "list[2]: must be at most 9",
            "dict['']: must have at least 1 character",
            "inner.x: must be at least 1",
            "inner.next.x: must be at least 1",
            "inners[1].x: must be at least 1",
            "validation failed",
        ]
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, post_init = Self::scale, init_var(factor: u8 = 2))]
struct Places {
    a: u8,
    #[field(init = false, default = 7)]
    computed: u8,
    #[field(secret, default = 1, kw_only)]
    hidden: u8,
    last: u8,
}

impl Places {
    fn scale(&mut self, factor: u8) {
        self.computed = self.a * factor;
    }
}

#[test]
fn only_what_is_written_has_a_place() {
    let mut places = Places!(3, 4, hidden = 9);
    let bytes = to_bytes(&places);
    places.hidden = 1;
    assert_eq!(from_bytes::<Places>(&bytes).unwrap(), places);
}

#[test]
fn a_text_that_ends_is_one_error() {
    let bytes = to_bytes(&everything());
    for end in 0..bytes.len() {
        let error = from_bytes::<Everything>(&bytes[..end]).unwrap_err();
        assert!(matches!(error, DecodeError::Syntax { line: 0, column: 0, .. }), "{end}: {error}");
    }
}

#[test]
fn what_only_the_data_could_tell_cannot_be_read() {
    let error = from_bytes::<Value>(&[1]).unwrap_err();
    assert_eq!(error.to_string(), "the format does not say what comes");
    let error = metaclass::spec::ClassSpec::define("C", [("x", metaclass::Field::any())])
        .unwrap()
        .decode(&mut format::Reader::new(&[0, 0, 0, 0]))
        .unwrap_err();
    assert_eq!(error.issues().len(), 1, "{error}");
}

#[test]
fn depth_is_limited_here_too() {
    // Each level is two bytes: a number, and that there is a further one.
    let deep = [1, 1].repeat(100_000);
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    let read = thread.spawn(move || from_bytes::<Inner>(&deep).unwrap_err().to_string()).unwrap();
    assert!(read.join().unwrap().contains("nested too deeply"));
}

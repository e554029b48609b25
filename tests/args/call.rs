//! `args!`: values by position and by name, and what is unpacked.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, VecDeque};

use metaclass::prelude::*;
use metaclass::value::{Dict, Tuple};

#[track_caller]
fn shown(args: &Args, text: &str) {
    assert_eq!(args.to_string(), text);
}

#[test]
fn arguments_are_what_turns_into_values() {
    let name = String::from("Rex");
    shown(&args!(), "()");
    shown(&args!(1, 2.5, "a", name, true, None::<i64>, [1, 2], 'c',), "(1, 2.5, 'a', 'Rex', True, None, [1, 2], 'c')");
    shown(&args!(x = 1, r#type = "t", self = 2), "(x=1, type='t', self=2)");
    let (a, b) = (1, 2);
    shown(&args!(a == b, x = a < b), "(False, x=True)");
    let times = &3;
    shown(&args!((*times)), "(3)");
}

#[test]
fn a_star_unpacks_what_is_iterated() {
    let tuple = Value::from(Tuple::from(vec![1.into(), "a".into()]));
    shown(&args!(0, *[1, 2], 3), "(0, 1, 2, 3)");
    shown(&args!(*vec!["a"], *(1..3).map(i64::from), *VecDeque::from([0.5])), "('a', 1, 2, 0.5)");
    shown(&args!(*&tuple, *tuple), "(1, 'a', 1, 'a')");
    shown(&args!(*Value::from("ab"), *Value::from(Dict::from([("k", 1)]))), "('a', 'b', 'k')");
    shown(&args!(x = 1, *[1, 2], y = 2), "(1, 2, x=1, y=2)");
    shown(&args!(*Some(1), *None::<i64>), "(1)");
}

#[test]
fn two_stars_unpack_what_has_names() {
    let dict = Dict::from([("b", 2), ("a", 1)]);
    shown(&args!(**&dict, z = 3), "(b=2, a=1, z=3)");
    shown(&args!(1, **[("x", 1)], **BTreeMap::from([(String::from("y"), 2)])), "(1, x=1, y=2)");
    shown(&args!(**Value::from(dict), **HashMap::<&str, i64>::new()), "(b=2, a=1)");
}

#[test]
fn what_cannot_be_unpacked_is_told_by_the_call() {
    let refused = |args: Args, text: &str| {
        let nothing = params!(*rest, **kw).build().unwrap();
        assert_eq!(format!("{:?}", nothing.bind("f", args).map(drop).unwrap_err()), text);
    };
    refused(args!(*Value::from(1)), "TypeError: f() argument after * must be an iterable, not int");
    refused(args!(x = 1, **Value::from("a")), "TypeError: f() argument after ** must be a mapping, not str");
    let mut dict = Dict::new();
    dict.insert(1, 2).unwrap();
    refused(args!(**&dict, **Value::None), "TypeError: keywords must be strings");
    assert_eq!(
        args!(*Value::None).get::<()>().unwrap_err().to_string(),
        "argument after * must be an iterable, not NoneType"
    );
}

#[test]
fn arguments_are_evaluated_in_call_order() {
    let order = RefCell::new(vec![]);
    let next = |i: i64| {
        order.borrow_mut().push(i);
        i
    };
    let made = args!(next(0), *[next(1), next(2)], z = next(3), *[next(4)], a = next(5), **[("b", next(6))]);
    shown(&made, "(0, 1, 2, 4, z=3, a=5, b=6)");
    assert_eq!(*order.borrow(), [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn arguments_are_read_and_taken_apart() {
    let made = args!(1, "a", x = 2, y = 3);
    assert_eq!((made.len(), made.is_empty(), args!().is_empty()), (4, false, true));
    assert_eq!(made.positional(), [Value::from(1), "a".into()]);
    assert_eq!(made.keywords().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>(), ["x=2", "y=3"]);
    assert_eq!((made.keyword("y"), made.keyword("z")), (Some(&3.into()), None));
    assert_eq!(made, args!(1, "a", y = 3, x = 2));
    assert_ne!(made, args!(1, "a", y = 3, x = 3));
    assert_ne!(args!(1), args!(x = 1));
    let (first, rest) = made.clone().split_first();
    assert_eq!((first, rest.clone().with_first(0)), (Some(1.into()), args!(0, "a", x = 2, y = 3)));
    assert_eq!(args!(x = 1).split_first(), (None, args!(x = 1)));
    let (positional, keywords) = made.into_parts();
    assert_eq!((positional.len(), keywords.len()), (2, 2));
    let names = keywords.into_iter().map(|(name, value)| (name.to_string(), value));
    assert_eq!(args!(*positional, **names), args!(1, "a", x = 2, y = 3));
}

#[test]
fn many_arguments_are_kept_too() {
    let many = Args::new().with_all(0..100_000).with_keywords((0..100_000).map(|i| (format!("k{i}"), i)));
    assert_eq!((many.len(), many.positional().len()), (200_000, 100_000));
    let names: Vec<String> = (0..100_000).map(|i| format!("k{i}")).collect();
    let signature = names.iter().map(String::as_str).collect::<Params>().build().unwrap();
    let (_, keywords) = many.into_parts();
    let keywords = keywords.into_iter().rev().map(|(name, value)| (name.to_string(), value));
    let bound = signature.bind("f", args!(**keywords)).unwrap();
    assert_eq!(bound.value("k99999"), Some(&99_999.into()));
}

//! The types that a field can have, each with a rule.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::TypeSpec;

use crate::parity::row::{Row, int, int64, rows, s};

type Name = String;
type Scores = HashMap<String, f64>;

fn is_long(value: &[u8]) -> bool {
    value.len() > 1
}

fn is_ordered(value: &(i64, i64)) -> bool {
    value.0 <= value.1
}

/// The functions of the classes made at run time.
mod made {
    use super::Value;

    pub(super) fn is_long(value: &Value) -> bool {
        super::is_long(value.as_bytes().unwrap())
    }

    pub(super) fn is_ordered(value: &Value) -> bool {
        let pair = value.as_tuple().unwrap();
        pair[0] <= pair[1]
    }
}

rows! {
    pointers_are_looked_through {
        #[field(min_length = 2)]
        a: Box<String>,
        #[field(min_length = 2)]
        b: Rc<str>,
        #[field(min_value = 0)]
        c: Arc<i64>,
        #[field(min_length = 2)]
        d: Cow<'static, str>,
        #[field(min_length = 2)]
        e: &'static str,
        #[field(min_value = 0)]
        f: &'static i64,
        #[field(min_value = 0)]
        g: Box<Rc<Arc<i64>>>,
    }
    made {
        a: Field::str().min_length(2),
        b: Field::str().min_length(2),
        c: int64().min_value(0),
        d: Field::str().min_length(2),
        e: Field::str().min_length(2),
        f: int64().min_value(0),
        g: int64().min_value(0),
    }
    good { (Box::new(s("ab")), "ab".into(), Arc::new(0), "ab".into(), "ab", &0, Box::default()) }
    bad {
        (Box::new(s("a")), "a".into(), Arc::new(-1), "a".into(), "a", &-1, Box::new(Rc::new(Arc::new(-1)))) => [
            "a: min_length", "b: min_length", "c: min_value", "d: min_length", "e: min_length", "f: min_value",
            "g: min_value",
        ]
    }

    items_are_reached_through_pointers {
        #[field(items(min_value = 0), min_items = 1)]
        a: Box<[i64]>,
        #[field(items(min_value = 0), max_items = 1)]
        b: Rc<Vec<i64>>,
        #[field(items(min_value = 0), unique_items)]
        c: Arc<[i64]>,
        #[field(items(min_value = 0), min_items = 1)]
        d: Cow<'static, [i64]>,
        #[field(items(min_value = 0))]
        e: &'static [i64],
        #[field(items(min_value = 0), unique_items)]
        f: [i64; 2],
        #[field(items(items(min_length = 1)))]
        g: VecDeque<Box<[Rc<str>]>>,
        #[field(keys(min_length = 1), values(finite), min_properties = 1)]
        h: Arc<BTreeMap<Box<str>, f64>>,
    }
    made {
        a: Field::list(int64().min_value(0)).min_items(1),
        b: Field::list(int64().min_value(0)).max_items(1),
        c: Field::list(int64().min_value(0)).unique_items(),
        d: Field::list(int64().min_value(0)).min_items(1),
        e: Field::list(int64().min_value(0)),
        f: Field::list(int64().min_value(0)).unique_items(),
        g: Field::list(Field::list(Field::str().min_length(1))),
        h: Field::dict(Field::str().min_length(1), Field::float().finite()).min_properties(1),
    }
    good {
        (
            [0].into(), Rc::new(vec![]), [].into(), vec![0].into(), &[], [0, 1], VecDeque::new(),
            Arc::new(BTreeMap::from([("a".into(), 0.0)])),
        )
    }
    bad {
        (
            [].into(), Rc::new(vec![-1, 0]), [1, -1, 1].into(), Cow::Borrowed(&[]), &[0, -1], [-1, -1],
            VecDeque::from([["a".into(), "".into()].into()]), Arc::new(BTreeMap::from([("".into(), f64::NAN)])),
        ) => [
            "a: min_items", "b: max_items", "b[0]: min_value", "c: unique_items", "c[1]: min_value", "d: min_items",
            "e[1]: min_value", "f: unique_items", "f[0]: min_value", "f[1]: min_value", "g[0][1]: min_length",
            "h['']: min_length", "h['']: finite",
        ]
        (
            [-1].into(), Rc::new(vec![]), [].into(), vec![0, -1].into(), &[], [0, 1], VecDeque::new(), Arc::default(),
        ) => ["a[0]: min_value", "d[1]: min_value", "h: min_properties"]
    }

    options_stand_anywhere {
        #[field(min_value = 0)]
        a: Option<Box<i64>>,
        #[field(min_value = 0)]
        b: Box<Option<i64>>,
        #[field(min_value = 0)]
        c: Option<Option<i64>>,
        #[field(items(items(min_value = 0), min_items = 1), max_items = 2)]
        d: Option<Vec<Option<Vec<Option<i64>>>>>,
        #[field(values(values(ascii)), max_properties = 1)]
        e: Option<BTreeMap<String, Option<BTreeMap<String, Option<String>>>>>,
    }
    made {
        a: int64().min_value(0).nullable(),
        b: int64().min_value(0).nullable(),
        c: int64().min_value(0).nullable().nullable(),
        d: Field::list(Field::list(int64().min_value(0).nullable()).min_items(1).nullable()).max_items(2).nullable(),
        e: Field::dict(
            Field::str(),
            Field::dict(Field::str(), Field::str().ascii().nullable()).nullable(),
        )
        .max_properties(1)
        .nullable(),
    }
    good {
        (None, Box::default(), None, None, None)
        (None, Box::default(), Some(None), Some(vec![None, Some(vec![None])]), Some(BTreeMap::from([(s("a"), None)])))
    }
    bad {
        (
            Some(Box::new(-1)), Box::new(Some(-1)), Some(Some(-1)),
            Some(vec![None, Some(vec![]), Some(vec![None, Some(-1)])]),
            Some(BTreeMap::from([(s("a"), None), (s("b"), Some(BTreeMap::from([(s("c"), None), (s("d"), Some(s("é")))])))])),
        ) => [
            "a: min_value", "b: min_value", "c: min_value", "d: max_items", "d[1]: min_items", "d[2][1]: min_value",
            "e: max_properties", "e['b']['d']: ascii",
        ]
    }

    aliases_are_what_they_stand_for {
        #[field(min_length = 2)]
        a: Name,
        #[field(values(finite), max_properties = 1)]
        b: Scores,
        #[field(items(min_length = 2))]
        c: Vec<Name>,
    }
    made {
        a: Field::str().min_length(2),
        b: Field::dict(Field::str(), Field::float().finite()).max_properties(1),
        c: Field::list(Field::str().min_length(2)),
    }
    good { (s("ab"), Scores::new(), vec![]) }
    bad { (s("a"), Scores::from([(s("a"), f64::NAN)]), vec![s("")]) => ["a: min_length", "b['a']: finite", "c[0]: min_length"] }

    tuples_and_bytes_have_checks {
        #[field(check = is_ordered)]
        a: (i64, i64),
        #[field(check = is_long)]
        b: Vec<u8>,
        #[field(check = is_long)]
        c: [u8; 2],
        #[field(items(check = is_ordered))]
        d: Vec<(i64, i64)>,
        e: (String, (f64, Option<bool>)),
        #[field(equals = true)]
        f: bool,
    }
    made {
        a: Field::tuple([int64(), int64()]).check(made::is_ordered),
        b: Field::bytes().check(made::is_long),
        c: Field::bytes().check(made::is_long),
        d: Field::list(Field::tuple([int64(), int64()]).check(made::is_ordered)),
        e: Field::tuple([Field::str(), Field::tuple([Field::float(), Field::bool().nullable()])]),
        f: Field::bool().equals(metaclass::spec::Literal::Bool(true)),
    }
    good { ((1, 2), vec![1, 2], [1, 2], vec![], (s(""), (0.0, None)), true) }
    bad {
        ((2, 1), vec![1], [2, 1], vec![(1, 2), (2, 1)], (s(""), (f64::NAN, None)), false) => [
            "a: check", "b: check", "d[1]: check", "f: equals",
        ]
        ((1, 1), vec![], [1, 2], vec![], (s(""), (0.0, Some(true))), true) => ["b: check"]
    }

    what_python_does_not_know_has_checks {
        #[field(check = |value: &std::time::Duration| !value.is_zero())]
        a: std::time::Duration,
        #[field(min_value = 1)]
        b: i64,
    }
    made {
        a: Field::of(TypeSpec::Opaque("Duration".into())).check(|_: &Value| true),
        b: int64().min_value(1),
    }
    good { (std::time::Duration::MAX, 1) }
    bad { (std::time::Duration::MAX, 0) => ["b: min_value"] }
}

#[derive(Dataclass, Clone)]
struct Borrowed<'a> {
    #[field(min_length = 2)]
    name: &'a str,
    #[field(items(min_value = 0), max_items = 1)]
    list: &'a [i64],
    #[field(one_of = ["a"])]
    maybe: Option<Cow<'a, str>>,
}

#[test]
fn what_is_borrowed_has_rules() {
    let fields = vec![
        Field::str().min_length(2).build("name").unwrap(),
        Field::list(int64().min_value(0)).max_items(1).build("list").unwrap(),
        Field::str().one_of([crate::parity::row::text("a")]).nullable().build("maybe").unwrap(),
    ];
    let row = Row::new::<Borrowed<'_>>(fields, vec![]);
    let (text, list) = (s("a"), [0, -1]);
    let row = row.case(&Borrowed!(name = "ab", list = &[], maybe = None), &[]);
    let broken = Borrowed!(name = &text, list = &list, maybe = Some(Cow::Owned(s("b"))));
    row.case(&broken, &["name: min_length", "list: max_items", "list[1]: min_value", "maybe: one_of"]).check();
}

#[derive(Dataclass, Clone)]
struct Page<T> {
    #[field(items(min_value = 0), min_items = 1, unique_items)]
    items: Vec<T>,
    #[field(min_value = 0)]
    first: T,
    #[field(max_value = 9)]
    number: u8,
}

#[test]
fn what_is_generic_has_rules() {
    use metaclass::validate::rules::{Items, MinValue};
    let items = Items::new(vec![MinValue::new(0.into()).into()].into());
    let fields = vec![
        Field::any().rule(items).min_items(1).unique_items().build("items").unwrap(),
        Field::any().min_value(0).build("first").unwrap(),
        int(0, 255).max_value(9).build("number").unwrap(),
    ];
    let row = Row::new::<Page<i64>>(fields, vec![]);
    let row = row.case(&Page!(vec![0, 1], 0, 9), &[]).case(&Page!(vec![0.5], 0.0, 9), &[]);
    let row = row.case(
        &Page!(vec![0, -1, 0], -1, 10),
        &["items: unique_items", "items[1]: min_value", "first: min_value", "number: max_value"],
    );
    row.case(&Page!(Vec::<f64>::new(), f64::NAN, 0), &["items: min_items", "first: min_value"]).check();
}

//! Items set and deleted.

use metaclass::prelude::*;
use metaclass::value::{Dict, Tuple};

#[track_caller]
fn refused(result: Result<(), Error>, text: &str) {
    assert_eq!(format!("{:?}", result.unwrap_err()), text);
}

#[test]
fn items_are_set() {
    let mut list = Value::from(vec![1, 2]);
    let copy = list.clone();
    list.set_item(&0.into(), "a").unwrap();
    list.set_item(&(-1).into(), Value::None).unwrap();
    assert_eq!((list.to_string(), copy.to_string()), ("['a', None]".into(), "[1, 2]".into()));
    refused(list.set_item(&2.into(), 1), "IndexError: list assignment index out of range");
    refused(list.set_item(&"a".into(), 1), "TypeError: list indices must be integers or slices, not str");
    let mut dict = Value::from(Dict::from([("a", 1)]));
    dict.set_item(&1.into(), 2).unwrap();
    dict.set_item(&true.into(), 3).unwrap();
    assert_eq!(dict.to_string(), "{'a': 1, 1: 3}");
    refused(dict.set_item(&vec![1].into(), 1), "TypeError: unhashable type: 'list'");
    let mut tuple = Value::from(Tuple::from(vec![1.into()]));
    refused(tuple.set_item(&0.into(), 1), "TypeError: 'tuple' object does not support item assignment");
}

#[test]
fn items_are_deleted() {
    let mut list = Value::from(vec![1, 2, 3]);
    list.del_item(&(-2).into()).unwrap();
    assert_eq!(list.to_string(), "[1, 3]");
    refused(list.del_item(&2.into()), "IndexError: list assignment index out of range");
    refused(list.del_item(&1.5.into()), "TypeError: list indices must be integers or slices, not float");
    let mut dict = Value::from(Dict::from([("a", 1), ("b", 2), ("c", 3)]));
    dict.del_item(&"a".into()).unwrap();
    assert_eq!(dict.to_string(), "{'b': 2, 'c': 3}");
    refused(dict.del_item(&"a".into()), "KeyError: 'a'");
    refused(Value::from("a").del_item(&0.into()), "TypeError: 'str' object doesn't support item deletion");
    refused(Value::from(1).del_item(&0.into()), "TypeError: 'int' object doesn't support item deletion");
}

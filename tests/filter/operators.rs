//! What each operator says: Python's answers.

use metaclass::prelude::*;
use metaclass::value::{Bytes, Dict, Set, Tuple};
use metaclass::{Instance, Value};

use super::filter;

/// An instance whose attribute `x` is this.
fn of(value: impl Into<Value>) -> Instance {
    let class = Class::builder("C").field("x", Field::any()).build().unwrap();
    class.instantiate(args!(value.into())).unwrap()
}

#[track_caller]
fn answer(value: impl Into<Value>, operator: &str, operand: impl Into<Value>) -> Result<bool, String> {
    let (instance, filter) = (of(value), filter("x", operator, operand));
    let answer = filter.matches(&instance).map_err(|error| format!("{error:?}"));
    let compiled = filter.compile(instance.class()).unwrap().matches(&instance);
    assert_eq!(compiled.map_err(|error| format!("{error:?}")), answer);
    answer
}

#[track_caller]
fn error(text: &str) -> Result<bool, String> {
    Err(format!("TypeError: x: {text}"))
}

#[test]
fn comparisons() {
    for (operator, answers) in [
        ("==", [false, true, false]),
        ("!=", [true, false, true]),
        ("<", [true, false, false]),
        ("<=", [true, true, false]),
        (">", [false, false, true]),
        (">=", [false, true, true]),
    ] {
        assert_eq!([1, 2, 3].map(|value| answer(value, operator, 2).unwrap()), answers, "{operator}");
        assert_eq!(["a", "b", "c"].map(|value| answer(value, operator, "b").unwrap()), answers, "{operator}");
    }
}

#[test]
fn numbers_are_compared_across_kinds() {
    assert_eq!(answer(1, "==", 1.0), Ok(true));
    assert_eq!(answer(true, "==", 1), Ok(true));
    assert_eq!(answer(9_007_199_254_740_993_i64, "==", 9_007_199_254_740_992.0), Ok(false));
    assert_eq!(answer(f64::NAN, "==", f64::NAN), Ok(false));
    assert_eq!(answer(f64::NAN, "!=", f64::NAN), Ok(true));
    assert_eq!(answer(1, "<", f64::NAN), Ok(false));
    assert_eq!(answer(1, "==", "1"), Ok(false));
}

#[test]
fn what_has_no_order_is_an_error() {
    let unordered = |symbol, a, b| error(&format!("'{symbol}' not supported between instances of '{a}' and '{b}'"));
    assert_eq!(answer("a", "<", 1), unordered("<", "str", "int"));
    assert_eq!(answer(Value::None, ">=", 1), unordered(">=", "NoneType", "int"));
    assert_eq!(answer(1, ">", Value::None), unordered(">", "int", "NoneType"));
    assert_eq!(answer(vec![1], "<=", Tuple::from(vec![1.into()])), unordered("<=", "list", "tuple"));
    assert_eq!(answer(vec![1], "<", vec![2]), Ok(true));
}

#[test]
fn membership() -> Result<(), Error> {
    let set: Set = [Value::from(1).hash_key()?, Value::from("a").hash_key()?].into_iter().collect();
    for items in [vec![Value::from(1), "a".into()].into(), Tuple::from(vec![1.into(), "a".into()]).into(), set.into()] {
        let items: Value = items;
        assert_eq!(answer(1.0, "in", items.clone()), Ok(true));
        assert_eq!(answer(2, "in", items.clone()), Ok(false));
        assert_eq!(answer("a", "not in", items.clone()), Ok(false));
        assert_eq!(answer("b", "not in", items), Ok(true));
    }
    assert_eq!(answer("bc", "in", "abcd"), Ok(true));
    assert_eq!(answer("ac", "in", "abcd"), Ok(false));
    assert_eq!(answer(1, "in", "abcd"), error("'in <string>' requires string as left operand, not int"));
    assert_eq!(answer(98, "in", Bytes::from(b"abc".to_vec())), Ok(true));
    let unhashable: Set = [Value::from(1).hash_key()?].into_iter().collect();
    assert_eq!(answer(vec![1], "in", unhashable), error("unhashable type: 'list'"));
    Ok(())
}

#[test]
fn containment() {
    assert_eq!(answer("abcd", "contains", "bc"), Ok(true));
    assert_eq!(answer(vec![1, 2], "contains", 2.0), Ok(true));
    assert_eq!(answer(vec![1, 2], "contains", 3), Ok(false));
    assert_eq!(answer(Dict::from([("a", 1)]), "contains", "a"), Ok(true));
    assert_eq!(answer(Bytes::from(b"abc".to_vec()), "contains", Bytes::from(b"bc".to_vec())), Ok(true));
    assert_eq!(answer(5, "contains", 5), error("argument of type 'int' is not iterable"));
    assert_eq!(answer("abc", "contains", 5), error("'in <string>' requires string as left operand, not int"));
}

#[test]
fn and_or_not_stop_at_the_first_answer() -> Result<(), Error> {
    let class = Class::builder("C").field("age", Field::int().nullable()).build()?;
    let [none, young, old] = [Value::None, 5.into(), 50.into()].map(|age| class.instantiate(args!(age)).unwrap());
    let guarded = filter("age", "!=", Value::None).and(filter("age", ">=", 18))?;
    let answers = |filter: &metaclass::Filter| [&none, &young, &old].map(|person| filter.matches(person).ok());
    assert_eq!(answers(&guarded), [Some(false), Some(false), Some(true)]);
    assert_eq!(answers(&!guarded), [Some(true), Some(true), Some(false)]);
    assert_eq!(
        answers(&filter("age", "==", Value::None).or(filter("age", ">=", 18))?),
        [Some(true), Some(false), Some(true)]
    );
    assert_eq!(
        answers(&filter("age", ">=", 18).or(filter("age", "==", Value::None))?),
        [None, Some(false), Some(true)]
    );
    assert_eq!(answers(&metaclass::Filter::all([])?), [Some(true); 3]);
    assert_eq!(answers(&metaclass::Filter::any([])?), [Some(false); 3]);
    Ok(())
}

/// A class says itself what its instances are equal to.
#[test]
fn operators_of_classes_are_asked() -> Result<(), Error> {
    let shout = Class::builder("Shout")
        .field("text", Field::str())
        .method_with("__eq__", ["other"], |this, args| {
            Ok(this.get_as::<String>("text")?.eq_ignore_ascii_case(args.get_as("other")?))
        })
        .method_with("__contains__", ["part"], |this, args| {
            Ok(this.get_as::<String>("text")?.contains(args.get_as::<&str>("part")?))
        })
        .build()?;
    let hello = shout.instantiate(args!("HELLO"))?;
    assert_eq!(answer(hello.clone(), "==", "hello"), Ok(true));
    assert_eq!(answer(hello.clone(), "in", vec!["hello"]), Ok(true));
    assert_eq!(answer(hello, "contains", "LL"), Ok(true));
    Ok(())
}

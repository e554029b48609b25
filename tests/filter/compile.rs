//! Filters whose fields were looked up in a class: which are refused, and that the answers are the same.

use std::collections::BTreeMap;

use metaclass::prelude::*;
use metaclass::value::{Bytes, Set, Tuple};
use metaclass::{FieldType as _, Value};

use super::filter;
use crate::classes::refused;

#[derive(Dataclass)]
struct Row {
    flag: bool,
    small: u8,
    large: i64,
    ratio: f64,
    text: String,
    bytes: Vec<u8>,
    maybe: Option<i64>,
    list: Vec<String>,
    grid: Vec<Vec<i64>>,
    pair: (i64, String),
    map: BTreeMap<String, i64>,
    inner: Inner,
    any: Value,
    foreign: std::time::Duration,
}

#[derive(Dataclass, Clone)]
struct Inner {
    x: i64,
}

fn check(field: &str, operator: &str, operand: Value) -> Result<(), String> {
    let compiled = filter(field, operator, operand).compile(Row::class());
    compiled.map(drop).map_err(|error| format!("{error:?}"))
}

fn bytes(text: &[u8]) -> Value {
    Bytes::from(text.to_vec()).into()
}

#[test]
fn operands_that_go_with_their_fields() -> Result<(), Error> {
    let set: Set = [Value::from(1).hash_key()?].into_iter().collect();
    let pair = Tuple::from(vec![1.into(), "a".into()]);
    let fitting: Vec<(&str, &str, Value)> = vec![
        ("flag", "==", true.into()),
        ("flag", "in", vec![true].into()),
        ("small", "<=", 300.into()),
        ("small", ">", (-1).into()),
        ("large", "<", 1.5.into()),
        ("large", "==", i128::MAX.into()),
        ("ratio", ">=", 1.into()),
        ("ratio", "in", set.into()),
        ("text", "<", "b".into()),
        ("text", "in", "abc".into()),
        ("text", "in", vec!["a", "b"].into()),
        ("text", "contains", "a".into()),
        ("bytes", "==", bytes(b"a")),
        ("bytes", "in", bytes(b"abc")),
        ("bytes", "contains", 97.into()),
        ("bytes", "contains", bytes(b"a")),
        ("small", "in", bytes(b"abc")),
        ("maybe", "==", Value::None),
        ("maybe", ">", 1.into()),
        ("maybe", "in", vec![Value::None, 1.into()].into()),
        ("list", "contains", "a".into()),
        ("list", "==", vec!["a"].into()),
        ("list", "==", Value::from(Vec::<i64>::new())),
        ("grid", "contains", vec![1].into()),
        ("grid", "<", vec![vec![1], vec![]].into()),
        ("pair", "==", pair.clone().into()),
        ("pair", "<", Tuple::from(vec![1.into()]).into()),
        ("pair", "contains", "a".into()),
        ("map", "contains", "a".into()),
        ("inner", "==", 1.into()),
        ("any", "<", "b".into()),
        ("any", "contains", 1.into()),
    ];
    for (field, operator, operand) in fitting {
        assert_eq!(check(field, operator, operand.clone()), Ok(()), "{field} {operator} {operand}");
    }
    Ok(())
}

#[test]
fn operands_that_do_not() {
    let pair = Tuple::from(vec!["a".into(), 1.into()]);
    let refused: Vec<(&str, &str, Value, &str)> = vec![
        ("flag", "==", 1.into(), "flag: expected bool, got int"),
        ("small", "==", true.into(), "small: expected int, got bool"),
        ("small", ">=", "18".into(), "small: expected int, got str"),
        ("large", "==", Value::None, "large: expected int, got NoneType"),
        ("large", "in", vec![Value::from(1), "2".into()].into(), "large[1]: expected int, got str"),
        ("large", "in", "123".into(), "large: expected int, got str"),
        ("ratio", "not in", vec![Value::None].into(), "ratio[0]: expected float, got NoneType"),
        ("text", "==", 1.into(), "text: expected str, got int"),
        ("text", "in", bytes(b"a"), "text: expected str, got bytes"),
        ("text", "contains", 1.into(), "text: expected str, got int"),
        ("bytes", "==", "a".into(), "bytes: expected bytes, got str"),
        ("maybe", "==", "a".into(), "maybe: expected int, got str"),
        ("maybe", "<", Value::None, "maybe: expected int, got NoneType"),
        ("maybe", "in", "a".into(), "maybe: expected int, got str"),
        ("list", "==", "a".into(), "list: expected list[str], got str"),
        ("list", "==", vec![Value::from("a"), 1.into()].into(), "list[1]: expected str, got int"),
        ("list", "contains", 1.into(), "list: expected str, got int"),
        ("grid", "==", vec![vec!["a"]].into(), "grid[0][0]: expected int, got str"),
        ("pair", "==", pair.into(), "pair[0]: expected int, got str"),
        ("pair", "contains", Value::None, "pair: no item of tuple[int, str] is of type NoneType"),
        ("map", "==", vec![1].into(), "map: expected dict[str, int], got list"),
        ("map", "contains", 1.into(), "map: expected str, got int"),
        ("large", "contains", 1.into(), "large: argument of type 'int' is not iterable"),
        ("flag", "contains", true.into(), "flag: argument of type 'bool' is not iterable"),
        ("foreign", "==", 1.into(), "foreign: expected Duration, got int"),
    ];
    for (field, operator, operand, text) in refused {
        let told = check(field, operator, operand.clone());
        assert_eq!(told, Err(format!("TypeError: Row.{text}")), "{field} {operator} {operand}");
    }
}

#[test]
fn each_condition_of_a_filter_is_checked() -> Result<(), Error> {
    let wrong = filter("text", "==", 1);
    let text = "TypeError: Row.text: expected str, got int";
    let fine = || filter("large", "==", 1);
    refused(fine().and(wrong.clone())?.compile(Row::class()), text);
    refused(fine().or(fine().and(!wrong)?)?.compile(Row::class()), text);
    Ok(())
}

#[test]
fn names_that_are_misspelt() -> Result<(), Error> {
    let text = "AttributeError: 'Row' object has no attribute";
    refused(filter("lagre", "==", 1).compile(Row::class()), &format!("{text} 'lagre'. Did you mean: 'large'?"));
    refused(filter("nothing_alike", "==", 1).compile(Row::class()), &format!("{text} 'nothing_alike'"));
    refused(filter("inner__x", "==", 1).compile(Row::class()), &format!("{text} 'inner__x'"));
    // What instances may have of themselves, the class knows nothing of.
    let open = Class::builder("Open").attr("kind", 1).build()?;
    let mut instance = open.instantiate(args!())?;
    instance.set("x", 1)?;
    assert!(filter("x", "==", 1).matches(&instance)?);
    refused(filter("x", "==", 1).compile(&open), "AttributeError: 'Open' object has no attribute 'x'");
    assert!(filter("kind", "==", 1).compile(&open)?.matches(&instance)?);
    Ok(())
}

#[test]
fn instances_of_other_classes_are_refused() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).build()?;
    let other = Class::builder("D").field("x", Field::int()).build()?;
    let compiled = filter("x", "==", 1).compile(&class)?;
    refused(compiled.matches(&other.instantiate(args!(1))?), "TypeError: expected C, got D");
    refused(compiled.matches(&Inner!(1)), "TypeError: expected C, got Inner");
    refused(compiled.matches(&Value::from(1)), "TypeError: expected C, got int");
    Ok(())
}

#[test]
fn subclasses_and_structs_are_asked_too() -> Result<(), Error> {
    let compiled = filter("x", ">", 1).compile(Inner::class())?;
    let sub = Class::builder("Sub").base(Inner::class()).field("y", Field::int()).build()?;
    let of_sub = sub.instantiate(args!(2, 1))?;
    assert!(compiled.matches(&of_sub)? && compiled.matches(&Value::from(of_sub.clone()))?);
    assert!(compiled.matches(&Inner!(2))? && !compiled.matches(&Inner!(1))?);
    assert!(compiled.matches(&Inner!(2).to_value()?)? && compiled.matches(&Shared::new(of_sub))?);
    Ok(())
}

/// Places hold for one state of the class: behind it, names are looked up.
#[test]
fn classes_may_change_afterwards() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).attr("kind", "old").build()?;
    let instance = class.instantiate(args!(1))?;
    let (x, kind) = (filter("x", "==", 1).compile(&class)?, filter("kind", "==", "new").compile(&class)?);
    assert!(x.matches(&instance)? && !kind.matches(&instance)?);
    class.set("kind", "new")?;
    class.set("later", 1)?;
    assert!(x.matches(&instance)? && kind.matches(&instance)?);
    class.set("x", metaclass::Property::new().getter(|_| Ok(1)))?;
    refused(x.matches(&instance), "AttributeError: 'x' of 'C' is no field");
    Ok(())
}

/// What a document neither asks for nor lets be null is `None` where it is not given.
#[test]
fn what_was_not_given_can_be_asked_for() -> Result<(), Error> {
    let form = Class::from_json_schema(
        r#"{"title": "Form", "type": "object", "required": ["name"],
            "properties": {"name": {"type": "string"}, "note": {"type": "string"}}}"#,
    )?;
    let bare = form.decode_json(r#"{"name": "a"}"#)?;
    assert!(filter("note", "==", Value::None).compile(&form)?.matches(&bare)?);
    assert!(filter("note", "in", vec![Value::None, "a".into()]).compile(&form)?.matches(&bare)?);
    assert!(!filter("note", "==", "a").compile(&form)?.matches(&bare)?);
    refused(filter("note", "==", 1).compile(&form), "TypeError: Form.note: expected str, got int");
    refused(filter("name", "==", Value::None).compile(&form), "TypeError: Form.name: expected str, got NoneType");
    Ok(())
}

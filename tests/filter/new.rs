//! What a filter is made of.

use metaclass::prelude::*;
use metaclass::value::{Bytes, Set, Tuple};
use metaclass::{Filter, Value, builtins};

use super::filter;
use crate::classes::refused;

#[test]
fn fields_are_identifiers() {
    for name in ["age", "_", "_age", "é", "名前", "x1", "class", "a__b"] {
        assert!(Filter::new(name, "==", 1).is_ok(), "{name}");
    }
    for name in ["a b", "", "1x", "a.b", "a-b", "a[0]", "a\n", "a\0", " age", "age ", "f()", "a,b"] {
        refused(Filter::new(name, "==", 1), &format!("ValueError: Invalid field name: {}", metaclass::repr(name)));
    }
}

#[test]
fn operators_are_these() {
    for operator in ["==", "!=", "<", "<=", ">", ">=", "contains"] {
        assert!(Filter::new("x", operator, 1).is_ok(), "{operator}");
    }
    for operator in ["in", "not in"] {
        assert!(Filter::new("x", operator, vec![1]).is_ok(), "{operator}");
    }
    for operator in
        ["or", "and", "not", "is", "=", "===", "=>", "<>", "", " ==", "== ", "IN", "notin", "like", "+", "eq"]
    {
        refused(Filter::new("x", operator, 1), &format!("ValueError: Invalid operator: {}", metaclass::repr(operator)));
    }
    // As in the lesson: the field first.
    refused(Filter::new("a b", "or", 1), "ValueError: Invalid field name: 'a b'");
}

#[test]
fn operands_are_data() -> Result<(), Error> {
    let set: Set = [Value::from(1).hash_key()?].into_iter().collect();
    let data: [Value; 12] = [
        Value::None,
        true.into(),
        1.into(),
        i128::MAX.into(),
        1.5.into(),
        f64::NAN.into(),
        "text".into(),
        Bytes::from(vec![1]).into(),
        vec![1, 2].into(),
        Tuple::from(vec![1.into(), "a".into()]).into(),
        set.into(),
        Value::from(vec![vec![1], vec![]]),
    ];
    for value in data {
        assert!(Filter::new("x", "==", value.clone()).is_ok(), "{value:?}");
    }
    let class = Class::builder("C").build()?;
    let instance = class.instantiate(args!())?;
    let function = Class::builder("D").method("m", |_| Ok(())).build()?.instantiate(args!())?.get("m")?;
    let others: [(Value, &str); 7] = [
        (metaclass::value::Dict::from([("$gt", "")]).into(), "dict"),
        (instance.clone().into(), "C"),
        (Shared::new(instance).into(), "C"),
        (class.clone().into(), "type"),
        (function, "method"),
        (Value::foreign('c'), "char"),
        (Value::NotImplemented, "NotImplementedType"),
    ];
    let wanted = "expected a number, text, bytes, None, or a list, tuple or set of these";
    for (value, name) in others {
        refused(Filter::new("x", "==", value.clone()), &format!("TypeError: x: {wanted}, got {name}"));
        refused(
            Filter::new("x", "in", Value::from(vec![Value::from(vec![1.into(), value])])),
            &format!("TypeError: x[0][1]: {wanted}, got {name}"),
        );
    }
    // Not even one that is an integer too: its class may say what is equal to it.
    let year = Class::builder("Year").base(builtins::int()).build()?.instantiate(args!(2000))?;
    refused(Filter::new("x", "==", year), &format!("TypeError: x: {wanted}, got Year"));
    Ok(())
}

#[test]
fn what_a_field_is_in_has_items() {
    for (value, name) in
        [(Value::from(5), "int"), (Value::None, "NoneType"), (1.5.into(), "float"), (true.into(), "bool")]
    {
        for operator in ["in", "not in"] {
            refused(
                Filter::new("x", operator, value.clone()),
                &format!("TypeError: x: argument of type '{name}' is not iterable"),
            );
        }
    }
}

#[test]
fn filters_are_values() {
    const fn travels<T: Send + Sync + 'static + Clone>() {}
    travels::<Filter>();
    travels::<metaclass::CompiledFilter>();
    let both = || filter("x", ">", 1).and(filter("y", "<", 2)).unwrap();
    assert_eq!(both(), both());
    assert_ne!(both(), !both());
    assert_eq!(both(), both().not().not());
    assert_ne!(filter("x", ">", 1), filter("x", ">", 2));
    assert_eq!(format!("{:?}", both()), "Filter(x > 1 and y < 2)");
}

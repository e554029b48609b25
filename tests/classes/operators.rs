//! Operators: what `__eq__`, `__lt__`, `__hash__` and their kin say is what values do.

use metaclass::prelude::*;
use metaclass::value::{Dict, Set};

use super::refused;

/// `Version(n)`: equal, ordered and hashed by `n`, with integers too.
fn version() -> Class {
    fn n(value: &Value) -> Result<i64, Error> {
        match value {
            Value::Int(n) => Ok(*n),
            other => i64::try_from(other.get_attr("n")?),
        }
    }
    Class::builder("Version")
        .field("n", Field::int())
        .method_with("__eq__", ["other"], |this, args| Ok(this.get_as::<i64>("n")? == n(args.get::<(&Value,)>()?.0)?))
        .method_with("__lt__", ["other"], |this, args| Ok(this.get_as::<i64>("n")? < n(args.get::<(&Value,)>()?.0)?))
        .method("__hash__", |this| this.get("n"))
        .method("__repr__", |this| Ok(format!("Version({})", this.get("n")?)))
        .method("__str__", |this| Ok(format!("v{}", this.get("n")?)))
        .method("__bool__", |this| Ok(this.get_as::<i64>("n")? != 0))
        .build()
        .unwrap()
}

fn made(n: i64) -> Value {
    version_of(&version(), n)
}

fn version_of(class: &Class, n: i64) -> Value {
    class.instantiate(args!(n)).unwrap().into()
}

#[test]
fn values_are_compared_by_the_methods() -> Result<(), Error> {
    let class = version();
    let [a, b, c] = [1, 1, 2].map(|n| version_of(&class, n));
    assert_eq!((&a, &a, &Value::from(2)), (&b, &Value::from(1), &c));
    assert_ne!(a, c);
    assert_eq!([a < c, c > a, a <= b, c <= a], [true, true, true, false]);
    assert_eq!(Value::from(vec![a.clone(), c.clone()]), vec![b.clone(), c.clone()].into());
    assert!(Value::from(vec![a.clone()]) < vec![c.clone()].into());
    let mut sorted = [c.clone(), a.clone()];
    sorted.sort_by(Value::total_cmp);
    assert_eq!(format!("{sorted:?}"), "[Version(1), Version(2)]");
    assert_eq!(class.instantiate(args!(1))?, class.instantiate(args!(1))?);
    Ok(())
}

#[test]
fn values_are_hashed_by_the_method() -> Result<(), Error> {
    let class = version();
    let mut set = Set::new();
    for n in [1, 2, 1] {
        set.insert(version_of(&class, n))?;
    }
    assert!(set.contains(&Value::from(2).hash_key()?) && set.len() == 2);
    let mut dict = Dict::new();
    dict.insert(made(3), "three")?;
    assert_eq!(dict.to_string(), "{Version(3): 'three'}");
    Ok(())
}

#[test]
fn values_print_by_the_methods() {
    assert_eq!((made(1).to_string(), made(1).repr().to_string()), ("v1".into(), "Version(1)".into()));
    assert_eq!(Value::from(vec![made(1)]).to_string(), "[Version(1)]");
    assert_eq!(format!("{:>4}", made(1)), "  v1");
    assert!(made(1).is_truthy() && !made(0).is_truthy());
}

#[test]
fn without_methods_there_is_identity() -> Result<(), Error> {
    let class = Class::builder("C").build()?;
    let (a, b) = (Value::from(class.instantiate(args!())?), Value::from(class.instantiate(args!())?));
    assert_eq!(a, a.clone());
    assert_ne!(a, b);
    assert!(a.is_truthy());
    assert_ne!(a.hash_key()?, b.hash_key()?);
    assert_eq!(a.hash_key()?, a.clone().hash_key()?);
    refused(a.compare(&b), "TypeError: '<' not supported between instances of 'C' and 'C'");
    let class = Class::builder("E").method_with("__eq__", ["other"], |_, _| Ok(true)).build()?;
    refused(Value::from(class.instantiate(args!())?).hash_key(), "TypeError: unhashable type: 'E'");
    let class = Class::builder("N").attr("__hash__", Value::None).build()?;
    refused(Value::from(class.instantiate(args!())?).hash_key(), "TypeError: unhashable type: 'N'");
    let class = Class::builder("L").method("__len__", |_| Ok(0)).build()?;
    assert!(!Value::from(class.instantiate(args!())?).is_truthy());
    Ok(())
}

#[test]
fn what_object_does_not_know_is_left_to_the_other_side() -> Result<(), Error> {
    let class = Class::builder("C").build()?;
    let (a, b) = (Value::from(class.instantiate(args!())?), Value::from(class.instantiate(args!())?));
    let asked = |method, other: &Value| a.call_method(method, args!(other.clone()));
    assert_eq!((asked("__eq__", &a)?, asked("__ne__", &a)?), (Value::True, Value::False));
    assert_eq!((asked("__eq__", &b)?, asked("__ne__", &b)?), (Value::NotImplemented, Value::NotImplemented));
    assert!(a == a.clone() && a != b);
    Ok(())
}

#[test]
fn methods_that_fail_do_not_break_printing_and_comparing() -> Result<(), Error> {
    let class = Class::builder("Bad")
        .method("__repr__", |_| Err::<(), _>(Error::value_error("no")))
        .method_with("__eq__", ["other"], |_, _| Err::<(), _>(Error::value_error("no")))
        .method("__hash__", |_| Ok("text"))
        .build()?;
    let bad = Value::from(class.instantiate(args!())?);
    assert_eq!(bad.to_string(), "<__main__.Bad object>");
    assert!(bad != Value::from(1));
    refused(bad.hash_key(), "TypeError: __hash__ method should return an integer");
    Ok(())
}

#[test]
fn methods_are_looked_up_on_the_class() -> Result<(), Error> {
    let class = Class::builder("C").method("__len__", |_| Ok(0)).build()?;
    let mut instance = class.instantiate(args!())?;
    instance.set("__len__", 99)?;
    assert_eq!(instance.get("__len__")?, 99.into());
    assert!(!Value::from(instance).is_truthy());
    Ok(())
}

#[test]
fn instances_are_iterated_by_the_method() -> Result<(), Error> {
    let class = Class::builder("Countdown")
        .field("n", Field::int())
        .method("__iter__", |this| Ok((1..=this.get_as::<i64>("n")?).rev().collect::<Vec<_>>()))
        .build()?;
    let value = Value::from(class.instantiate(args!(3))?);
    assert_eq!(value.iterate()?.collect::<Vec<_>>(), [3.into(), 2.into(), 1.into()]);
    let plain = Value::from(Class::builder("C").build()?.instantiate(args!())?);
    refused(plain.iterate().map(drop), "TypeError: 'C' object is not iterable");
    Ok(())
}

#[test]
fn arithmetic_asks_the_left_side_and_then_the_right() -> Result<(), Error> {
    let money = Class::builder("Money")
        .field("cents", Field::int())
        .method_with("__add__", ["other"], |this, args| {
            let (other,): (&Value,) = args.get()?;
            this.class().call(args!(this.get("cents")?.add(&other.get_attr("cents")?)?))
        })
        .method_with("__rmul__", ["times"], |this, args| {
            let (times,): (i64,) = args.get()?;
            this.class().call(args!(this.get_as::<i64>("cents")? * times))
        })
        .build()?;
    let [a, b] = [100, 50].map(|cents| money.call(args!(cents)));
    let (a, b) = (a?, b?);
    assert_eq!(a.add(&b)?.get_attr("cents")?, 150.into());
    assert_eq!(Value::from(3).mul(&b)?.get_attr("cents")?, 150.into());
    refused(a.mul(&3.into()), "TypeError: unsupported operand type(s) for *: 'Money' and 'int'");
    refused(a.sub(&b), "TypeError: unsupported operand type(s) for -: 'Money' and 'Money'");
    Ok(())
}

#[test]
fn containers_are_asked_for_items() -> Result<(), Error> {
    let bag = Class::builder("Bag")
        .field("items", Field::dict(Field::str(), Field::int()).default(Dict::new()))
        .method("__len__", |this| this.get("items")?.len())
        .method_with("__contains__", ["key"], |this, args| this.get("items")?.contains(args.get::<(&Value,)>()?.0))
        .method_with("__getitem__", ["key"], |this, args| this.get("items")?.get_item(args.get::<(&Value,)>()?.0))
        .method_mut_with("__setitem__", ["key", "value"], |this, args| {
            let (key, value): (&Value, &Value) = args.get()?;
            this.update("items", |items| items.set_item(key, value.clone()))
        })
        .method_mut_with("__delitem__", ["key"], |this, args| {
            let (key,): (&Value,) = args.get()?;
            this.update("items", |items| items.del_item(key))
        })
        .build()?;
    let mut value = bag.call(args!())?;
    value.set_item(&"a".into(), 1)?;
    assert_eq!((value.get_item(&"a".into())?, value.len()?, value.contains(&"a".into())?), (1.into(), 1, true));
    value.del_item(&"a".into())?;
    assert!(!value.is_truthy() && !value.contains(&"a".into())?);
    refused(value.get_item(&"a".into()), "KeyError: 'a'");
    let plain = Class::builder("C").build()?.call(args!())?;
    refused(plain.len(), "TypeError: object of type 'C' has no len()");
    refused(plain.get_item(&1.into()), "TypeError: 'C' object is not subscriptable");
    refused(plain.contains(&1.into()), "TypeError: argument of type 'C' is not iterable");
    let wrong = Class::builder("W").method("__len__", |_| Ok(-1)).build()?.call(args!())?;
    refused(wrong.len(), "ValueError: __len__() should return >= 0");
    Ok(())
}

//! Filters that come from anybody: names, operators and values that are to reach more than the fields of an instance.

use std::time::{Duration, Instant};

use metaclass::prelude::*;
use metaclass::value::{Bytes, Dict};
use metaclass::{Filter, Property, Value};

use super::data::on_a_small_stack;
use crate::classes::refused;

#[derive(Dataclass, Clone)]
struct Login {
    user: String,
    #[field(secret)]
    password: String,
}

fn ask(field: &str) -> Result<Filter, Error> {
    Filter::new(field, "==", 1)
}

/// What the lesson warns of, and what others have fallen for.
#[test]
fn code_is_no_name_no_operator_and_not_run() -> Result<(), Error> {
    let names = [
        "__class__.__bases__[0].__subclasses__()",
        "__class__",
        "__dict__",
        "__init__",
        "__globals__",
        "__proto__",
        "$where",
        "$gt",
        "user; drop table users",
        "user\" or \"1\"=\"1",
        "user) or (1=1",
        "(#_memberAccess)",
        "user.password",
        "user['password']",
        "user\0",
        "user\u{202e}",
        "us\u{200d}er",
        "user--",
        "",
    ];
    for name in names {
        refused(ask(name), &format!("ValueError: Invalid field name: {}", metaclass::repr(name)));
    }
    for operator in
        ["or", "and", "; import os", "== 1 or 1 ==", "$gt", "exact", "regex", "__eq__", "is", "lambda", "or 1=1 --"]
    {
        refused(
            Filter::new("user", operator, "__import__('os').system('rm -rf /')"),
            &format!("ValueError: Invalid operator: {}", metaclass::repr(operator)),
        );
    }
    // As a value it is text, and nothing else.
    let login = Login!("__import__('os')".to_owned(), "p".to_owned());
    let filter = Filter::new("user", "==", "__import__('os')")?;
    assert!(filter.matches(&login)?);
    assert_eq!(filter.explain(), r#"user == "__import__('os')""#);
    Ok(())
}

/// Names that lead a query somewhere else: here they are names that no field has.
#[test]
fn names_are_never_paths() -> Result<(), Error> {
    let inner = Class::builder("Inner").field("c", Field::int()).build()?;
    let class = Class::builder("C").field("a", Field::any()).build()?;
    let mut instance = class.instantiate(args!(inner.instantiate(args!(1))?))?;
    for name in ["_connector", "_negated", "a__c", "a__b__c", "a__class", "pk", "_state", "_meta"] {
        let text = format!("AttributeError: 'C' object has no attribute '{name}'");
        refused(ask(name)?.matches(&instance), &text);
        refused(ask(name)?.compile(&class), &text);
    }
    // What is internal by its name is not told either, unless it is a field.
    instance.set("_connector", 1)?;
    refused(ask("_connector")?.matches(&instance), "AttributeError: 'C' object has no attribute '_connector'");
    let class = Class::builder("D").field("_x", Field::int()).build()?;
    assert!(ask("_x")?.matches(&class.instantiate(args!(1))?)?);
    Ok(())
}

#[test]
fn names_from_outside_are_not_kept() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).build()?;
    let instance = class.instantiate(args!(1))?;
    let filter = ask("filtered_by_somebody")?;
    assert!(filter.matches(&instance).is_err() && filter.compile(&class).is_err());
    assert_eq!(metaclass::Sym::known("filtered_by_somebody"), None);
    Ok(())
}

/// One could guess a secret letter by letter: `password < 'm'`.
#[test]
fn secrets_are_not_told() -> Result<(), Error> {
    let login = Login!("ann".to_owned(), "hunter2".to_owned());
    let text = "AttributeError: field 'password' of 'Login' is secret";
    for operator in ["==", "<", "contains"] {
        let filter = Filter::new("password", operator, "hunter2")?;
        refused(filter.matches(&login), text);
        refused(filter.matches(&login.to_instance()?), text);
        refused(filter.matches(&metaclass::FieldType::to_value(&login)?), text);
        refused(filter.matches(&Shared::new(login.to_instance()?)), text);
        refused(filter.compile(Login::class()), text);
    }
    let sub = Class::builder("Sub").base(Login::class()).field("x", Field::int()).build()?;
    let instance = sub.instantiate(args!("ann", "hunter2", 1))?;
    refused(ask("password")?.matches(&instance), "AttributeError: field 'password' of 'Sub' is secret");
    Ok(())
}

mod bank {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    pub(super) struct Account {
        pub(super) owner: String,
        #[field(repr = false)]
        pin: i64,
    }

    pub(super) fn account() -> Account {
        Account!("ann".to_owned(), 1)
    }
}

/// What is neither visible nor shown cannot be read by its name, and so not be asked for.
#[test]
fn hidden_fields_are_not_told() -> Result<(), Error> {
    let account = bank::account();
    let text = "AttributeError: field 'pin' of 'Account' is private";
    refused(ask("pin")?.matches(&account), text);
    refused(ask("pin")?.matches(&account.to_instance()?), text);
    refused(ask("pin")?.compile(bank::Account::class()), text);
    assert!(Filter::new("owner", "==", "ann")?.matches(&account)?);
    assert_eq!(account.owner, "ann");
    Ok(())
}

#[test]
fn nothing_of_the_class_runs() -> Result<(), Error> {
    let class = Class::builder("C")
        .field("x", Field::int())
        .method("delete_everything", |_| -> Result<(), Error> { panic!("called") })
        .property("lazy", Property::new().getter(|_| -> Result<(), Error> { panic!("called") }))
        .getattr(|_, _| -> Result<(), Error> { panic!("called") })
        .build()?;
    let instance = class.instantiate(args!(1))?;
    for name in ["delete_everything", "lazy", "anything"] {
        assert!(ask(name)?.matches(&instance).is_err() && ask(name)?.compile(&class).is_err(), "{name}");
    }
    Ok(())
}

/// `{"$gt": ""}` in the place of a password.
#[test]
fn objects_are_no_values() {
    let dict = || Value::from(Dict::from([("$gt", "")]));
    for operand in [dict(), vec![dict()].into(), vec![vec![dict()]].into()] {
        for operator in ["==", "in", "contains"] {
            let error = Filter::new("user", operator, operand.clone()).unwrap_err().to_string();
            assert!(error.ends_with(", got dict"), "{error}");
        }
    }
}

#[test]
fn ten_thousand_conditions_are_too_many() -> Result<(), Error> {
    let text = "ValueError: a filter has at most 1000 conditions";
    let many = |n| (0..n).map(|_| ask("x")).collect::<Result<Vec<_>, _>>();
    refused(Filter::all(many(10_000)?), text);
    refused(Filter::any(many(10_000)?), text);
    let full = Filter::all(many(Filter::MAX_CONDITIONS)?)?;
    refused(full.clone().and(ask("x")?), text);
    refused(full.clone().or(!ask("x")?), text);
    let class = Class::builder("C").field("x", Field::int()).build()?;
    assert!(full.compile(&class)?.matches(&class.instantiate(args!(1))?)?);
    // One by one: what is there is not copied at each step.
    let grown = (1..10_000).try_fold(ask("x")?, |filter, _| filter.and(ask("x")?));
    refused(grown, text);
    Ok(())
}

#[test]
fn a_thousand_levels_are_too_deep() {
    on_a_small_stack(|| {
        let deeper = |filter: Filter, level: usize| match level % 2 {
            0 => filter.and(ask("x")?).map(Filter::not),
            _ => filter.or(ask("x")?).map(Filter::not),
        };
        let nested = |levels: usize| (0..levels).try_fold(ask("x").unwrap(), deeper);
        refused(nested(999), "ValueError: a filter is at most 128 levels deep");
        refused(nested(Filter::MAX_DEPTH + 1), "ValueError: a filter is at most 128 levels deep");
        let deepest = nested(Filter::MAX_DEPTH).unwrap();
        let class = Class::builder("C").field("x", Field::int()).build().unwrap();
        let instance = class.instantiate(args!(2)).unwrap();
        let answer = deepest.matches(&instance).unwrap();
        assert_eq!(deepest.compile(&class).unwrap().matches(&instance).unwrap(), answer);
        assert_eq!(deepest.explain().matches("x == 1").count(), Filter::MAX_DEPTH + 1);
        assert_eq!(deepest, deepest.clone());
        // A `not` of a `not` is none.
        let same = (0..100_000).fold(deepest.clone(), |filter, _| !filter);
        assert_eq!(same, deepest);
        // Values have the same limit.
        let nested = |levels| (0..levels).fold(Value::from(1), |value, _| vec![value].into());
        assert!(Filter::new("x", "==", nested(Filter::MAX_DEPTH)).is_ok());
        let error = Filter::new("x", "==", nested(100_000)).unwrap_err().to_string();
        assert!(error.ends_with("[0]: a filter is at most 128 levels deep"), "{error}");
    });
}

#[test]
fn values_are_counted() -> Result<(), Error> {
    let text = "ValueError: a filter has at most 100000 values";
    let list = |n: usize| Filter::new("x", "in", vec![0; n]);
    refused(list(1_000_000), text);
    refused(list(Filter::MAX_VALUES), text);
    assert!(list(Filter::MAX_VALUES - 1).is_ok());
    refused(list(60_000)?.and(list(60_000)?), text);
    Ok(())
}

/// Text that makes a naive search start again at each place.
#[test]
fn searches_are_linear() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::any()).build()?;
    let (whole, mut part) = (vec![b'a'; 2_000_000], vec![b'a'; 1_000_000]);
    part[500_000] = b'b';
    let text = |bytes: &[u8]| Value::from(String::from_utf8_lossy(bytes).into_owned());
    let begin = Instant::now();
    for (whole, part) in [(text(&whole), text(&part)), (Bytes::from(whole).into(), Bytes::from(part).into())] {
        let instance = class.instantiate(args!(whole.clone()))?;
        assert!(!Filter::new("x", "contains", part.clone())?.matches(&instance)?);
        assert!(!Filter::new("x", "in", part)?.matches(&instance)?);
        assert!(Filter::new("x", "contains", whole)?.matches(&instance)?);
    }
    // It is a matter of milliseconds, and would be one of hours.
    assert!(begin.elapsed() < Duration::from_secs(60));
    Ok(())
}

#[test]
fn names_may_be_huge() -> Result<(), Error> {
    let name = "n".repeat(1_000_000);
    let class = Class::builder("C").field("x", Field::int()).build()?;
    let filter = ask(&name)?;
    assert!(filter.matches(&class.instantiate(args!(1))?).is_err() && filter.compile(&class).is_err());
    assert!(ask(&(name + " ")).is_err());
    Ok(())
}

//! What a filter can ask: instances, structs, and values that are one of them.

use metaclass::prelude::*;
use metaclass::{FieldType as _, Filter, Instance, Property, Value};

use super::filter;
use crate::classes::refused;

#[derive(Dataclass, Clone)]
struct Person {
    name: String,
    age: Option<u8>,
    #[field(default)]
    tags: Vec<String>,
}

namedtuple! { struct Pair { x: i64, y: f64 = 0.0 } }

fn ann() -> Person {
    Person!("ann".to_owned(), Some(30), tags = vec!["a".to_owned()])
}

/// The same answer of a struct, of the struct in a value, and of the instance that it is.
#[track_caller]
fn answers(filter: &Filter, person: &Person) -> Result<bool, String> {
    let instance = person.to_instance().unwrap();
    let text = |answer: Result<bool, Error>| answer.map_err(|error| format!("{error:?}"));
    let answer = text(filter.matches(person));
    assert_eq!(text(filter.matches(&instance)), answer);
    assert_eq!(text(filter.matches(&person.to_value().unwrap())), answer);
    assert_eq!(text(filter.matches(&Value::from(instance.clone()))), answer);
    assert_eq!(text(filter.matches(&Shared::new(instance.clone()))), answer);
    assert_eq!(text(filter.matches(&Value::from(Shared::new(instance)))), answer);
    answer
}

#[test]
fn structs_and_what_they_are_at_run_time() {
    assert_eq!(answers(&filter("name", "==", "ann"), &ann()), Ok(true));
    assert_eq!(answers(&filter("age", "<", 30.5), &ann()), Ok(true));
    assert_eq!(answers(&filter("tags", "contains", "b"), &ann()), Ok(false));
    assert_eq!(answers(&filter("age", "==", Value::None), &Person!("bob".to_owned(), None)), Ok(true));
    assert_eq!(
        answers(&filter("size", "==", 1), &ann()),
        Err("AttributeError: 'Person' object has no attribute 'size'".to_owned())
    );
    assert_eq!(
        answers(&filter("name", ">", 1), &ann()),
        Err("TypeError: name: '>' not supported between instances of 'str' and 'int'".to_owned())
    );
}

#[test]
fn instances_of_classes_made_at_run_time() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).slots(["s"]).build()?;
    let sub = Class::builder("D").base(&class).build()?;
    for class in [&class, &sub] {
        let mut instance = class.instantiate(args!(1))?;
        instance.set("s", 2)?;
        assert!(filter("x", "==", 1).matches(&instance)? && filter("s", "==", 2).matches(&instance)?);
        instance.delete("s")?;
        refused(
            filter("s", "==", 2).matches(&instance),
            &format!("AttributeError: '{}' object has no attribute 's'", class.name()),
        );
    }
    Ok(())
}

/// As the lesson's `SimpleNamespace`.
#[test]
fn attributes_without_fields() -> Result<(), Error> {
    let class = Class::builder("Namespace").attr("kind", "open").build()?;
    let mut instance = class.instantiate(args!())?;
    instance.set("age", 30)?;
    assert!(filter("age", ">=", 18).matches(&instance)?);
    assert!(filter("kind", "==", "open").matches(&instance)?);
    class.set("kind", "changed")?;
    assert!(filter("kind", "==", "changed").matches(&instance)?);
    instance.set("kind", "own")?;
    assert!(filter("kind", "==", "own").matches(&instance)?);
    refused(
        filter("height", ">=", 18).matches(&instance),
        "AttributeError: 'Namespace' object has no attribute 'height'",
    );
    Ok(())
}

#[test]
fn named_tuples() -> Result<(), Error> {
    let point = namedtuple("Point", "x y").rename(true).build()?;
    let p = Instance::try_from(point.call(args!(1, 2))?)?;
    let y = filter("y", "==", 2);
    assert!(y.matches(&p)? && y.matches(&Shared::new(p.clone()))? && y.matches(&Value::from(p.clone()))?);
    assert!(y.compile(&point)?.matches(&p)?);
    refused(filter("z", "==", 2).matches(&p), "AttributeError: 'Point' object has no attribute 'z'");

    let renamed = namedtuple("R", "class x").rename(true).build()?;
    assert!(filter("_0", "==", 1).matches(&renamed.call(args!(1, 2))?)?);

    let pair = Pair!(3, 4.0);
    let y = filter("y", "==", 4);
    assert!(y.matches(&pair)? && y.matches(&pair.to_value()?)? && y.matches(&pair.to_instance()?)?);
    let compiled = y.compile(Pair::class())?;
    assert!(
        compiled.matches(&pair)? && compiled.matches(&pair.to_value()?)? && compiled.matches(&pair.to_instance()?)?
    );
    Ok(())
}

#[test]
fn generic_structs_and_borrowed_ones() -> Result<(), Error> {
    #[derive(Dataclass)]
    struct Named<'a, T> {
        name: &'a str,
        value: T,
    }

    let named = Named!("n", 5);
    assert!(filter("name", "==", "n").and(filter("value", ">", 4))?.matches(&named)?);
    assert!(filter("value", "==", "v").compile(Named::<u8>::class())?.matches(&Named!("n", "v".to_owned()))?);
    Ok(())
}

#[test]
fn other_values_have_no_fields() {
    for (value, name) in
        [(Value::None, "NoneType"), (1.into(), "int"), (vec![1].into(), "list"), ("real".into(), "str")]
    {
        refused(
            filter("real", "==", 1).matches(&value),
            &format!("AttributeError: '{name}' object has no attribute 'real'"),
        );
    }
    refused(
        filter("x", "==", 1).matches(&Value::from(metaclass::value::Dict::from([("x", 1)]))),
        "AttributeError: 'dict' object has no attribute 'x'",
    );
    refused(filter("x", "==", 1).matches(&Value::foreign('c')), "AttributeError: 'char' object has no attribute 'x'");
}

/// A property may do anything, so it is not asked.
#[test]
fn methods_and_properties_are_not_called() -> Result<(), Error> {
    let class = Class::builder("C")
        .method("method", |_| -> Result<(), Error> { panic!("called") })
        .static_method("free", |_| -> Result<(), Error> { panic!("called") })
        .property("computed", Property::new().getter(|_| -> Result<(), Error> { panic!("called") }))
        .getattr(|_, _| -> Result<(), Error> { panic!("called") })
        .build()?;
    let mut instance = class.instantiate(args!())?;
    for name in ["method", "computed", "free"] {
        let text = format!("AttributeError: '{name}' of 'C' is no field");
        refused(filter(name, "==", 1).matches(&instance), &text);
        refused(filter(name, "==", 1).compile(&class), &text);
    }
    refused(filter("missing", "==", 1).matches(&instance), "AttributeError: 'C' object has no attribute 'missing'");
    // An attribute of its own hides a method, as in Python.
    instance.set("method", 1)?;
    assert!(filter("method", "==", 1).matches(&instance)?);
    Ok(())
}

#[test]
fn select_keeps_the_order_and_ends_at_an_error() -> Result<(), Error> {
    let people: Vec<Person> = [Some(30), Some(17), Some(40)].map(|age| Person!("x".to_owned(), age)).into();
    let adults = filter("age", ">=", 18);
    let ages = |found: Vec<&Person>| found.into_iter().map(|person| person.age).collect::<Vec<_>>();
    assert_eq!(ages(adults.select(&people)?), [Some(30), Some(40)]);
    assert_eq!(ages(adults.compile(Person::class())?.select(&people)?), [Some(30), Some(40)]);
    let with_none = [people[0].clone(), Person!("y".to_owned(), None)];
    let text = "TypeError: age: '>=' not supported between instances of 'NoneType' and 'int'";
    refused(adults.select(&with_none), text);
    refused(adults.compile(Person::class())?.select(&with_none), text);
    Ok(())
}

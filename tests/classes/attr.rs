//! Handles to attributes do what the name does.

use metaclass::builtins;
use metaclass::prelude::*;
use metaclass::spec::TypeSpec;
use metaclass::value::Dict;

use super::refused;

/// Sets an attribute of one instance by name and of another by handle: both are told the same, and are the same then.
fn set_both_ways(class: &Class, name: &str, value: &Value) -> Result<(), Error> {
    let mut instances = [class.instantiate(args!())?, class.instantiate(args!())?];
    let [by_name, by_handle] = &mut instances;
    let handle = class.attr(name)?;
    let shown = |result: Result<(), Error>| result.map_err(|error| (error.kind().clone(), error.to_string()));
    assert_eq!(
        shown(handle.set(by_handle, value.clone())),
        shown(by_name.set(name, value.clone())),
        "{name} {value:?}"
    );
    assert_eq!(by_handle.vars(), by_name.vars(), "{name} {value:?}");
    assert_eq!(handle.get(by_handle)?, by_name.get(name)?, "{name} {value:?}");
    assert_eq!(handle.get_ref(by_handle).ok(), by_name.get_ref(name).ok(), "{name} {value:?}");
    Ok(())
}

#[test]
fn a_handle_takes_what_the_name_takes() -> Result<(), Error> {
    let fields = [
        ("any", Field::any().default(0)),
        ("flag", Field::bool().default(false)),
        ("count", Field::int().default(0)),
        ("small", Field::of(TypeSpec::Int { min: -128, max: 127 }).default(0)),
        ("score", Field::float().default(0.0)),
        ("text", Field::str().default("")),
        ("maybe", Field::int().nullable().default(Value::None)),
        ("items", Field::list(Field::int()).default(Vec::<i64>::new())),
    ];
    let names = fields.each_ref().map(|(name, _)| *name);
    let builder = fields.into_iter().fold(Class::builder("C"), |class, (name, field)| class.field(name, field));
    let class = builder.attr("shared", 1).build()?;
    let number = Class::builder("Number").base(builtins::int()).field("count", Field::int().default(0)).build()?;
    let slotted = Class::builder("S").slots(["x"]).attr("shared", 1).build()?;
    let values: [Value; 10] = [
        Value::None,
        true.into(),
        1.into(),
        300.into(),
        u64::MAX.into(),
        0.5.into(),
        "a".into(),
        vec![1].into(),
        vec!["a"].into(),
        Dict::from([("a", 1)]).into(),
    ];
    for value in &values {
        for name in names.into_iter().chain(["shared"]) {
            set_both_ways(&class, name, value)?;
        }
        set_both_ways(&number, "count", value)?;
        set_both_ways(&slotted, "x", value)?;
        let mut instance = slotted.instantiate(args!())?;
        let text = "AttributeError: 'S' object attribute 'shared' is read-only";
        refused(slotted.attr("shared")?.set(&mut instance, value.clone()), text);
    }
    Ok(())
}

#[test]
fn a_handle_follows_the_class() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).build()?;
    let other = Class::builder("Other").field("y", Field::int()).field("x", Field::str()).build()?;
    let x = class.attr("x")?;
    let (mut own, mut foreign) = (class.instantiate(args!(1))?, other.instantiate(args!(1, "a"))?);
    // An instance of another class has it in another place, of another type.
    refused(x.set(&mut foreign, 2), "TypeError: x: expected str, got int");
    x.set(&mut foreign, "b")?;
    assert_eq!((foreign.get("x")?, foreign.get("y")?), ("b".into(), 1.into()));
    // What comes to the class later is asked, though the handle was there before.
    class.set("x", metaclass::Property::new().getter(|_| Ok("computed")))?;
    refused(x.set(&mut own, 2), "AttributeError: property of 'C' object has no setter");
    class.delete("x")?;
    x.set(&mut own, 3)?;
    assert_eq!(own.get("x")?, 3.into());
    class.set("__setattr__", metaclass::Function::method_mut("__setattr__", |_| Ok(())))?;
    assert!(x.set(&mut own, 4).is_err());
    assert_eq!(own.get("x")?, 3.into());
    Ok(())
}

//! `__slots__`: a closed set of attributes.

use metaclass::prelude::*;
use metaclass::value::{Set, Tuple};

use super::refused;

#[test]
fn other_attributes_are_refused() -> Result<(), Error> {
    let class = Class::builder("C").slots(["x", "y"]).attr("shown", 1).build()?;
    let mut o = class.instantiate(args!())?;
    refused(o.get("x"), "AttributeError: 'C' object has no attribute 'x'");
    o.set("x", 1)?;
    assert_eq!(o.get("x")?, 1.into());
    let text = "AttributeError: 'C' object has no attribute 'z' and no __dict__ for setting new attributes";
    refused(o.set("z", 1), text);
    refused(o.set("shown", 1), "AttributeError: 'C' object attribute 'shown' is read-only");
    o.delete("x")?;
    refused(o.get("x"), "AttributeError: 'C' object has no attribute 'x'");
    refused(o.delete("x"), "AttributeError: x");
    assert_eq!(class.get("x").unwrap_err().to_string(), "'x' is a slot of 'C'");
    Ok(())
}

#[test]
fn slots_are_identifiers_that_nothing_else_has() -> Result<(), Error> {
    let slots = |names: &[&str]| Class::builder("C").attr("taken", 1).slots(names.iter().copied()).build();
    for name in ["a b", "", "1x", "a\0"] {
        refused(slots(&["x", name]), "TypeError: __slots__ must be identifiers");
    }
    refused(slots(&["taken"]), "ValueError: 'taken' in __slots__ conflicts with class variable");
    let mut names = Set::new();
    names.insert("b")?;
    let set = Class::new("C", [], [("__slots__", names.into())])?;
    set.instantiate(args!())?.set("b", 1)?;
    // One that is named twice is one.
    let mut instance = slots(&["x", "x"])?.instantiate(args!())?;
    instance.set("x", 1)?;
    assert_eq!(instance.get("x")?, 1.into());
    Ok(())
}

#[test]
fn a_subclass_without_slots_is_open_again() -> Result<(), Error> {
    let a = Class::builder("A").slots(["x"]).build()?;
    let open = Class::builder("B").base(&a).build()?;
    let closed = Class::builder("C").base(&a).slots(["y"]).build()?;
    let mut b = open.instantiate(args!())?;
    b.set("z", 1)?;
    b.set("x", 2)?;
    assert_eq!(b.vars().to_string(), "{'z': 1}");
    let mut c = closed.instantiate(args!())?;
    c.set("x", 1)?;
    c.set("y", 2)?;
    assert!(c.set("z", 3).is_err());
    // Two bases with slots do not conflict: each class numbers its places itself.
    let other = Class::builder("Other").slots(["x", "w"]).build()?;
    let both = Class::builder("Both").bases([&closed, &other]).slots(["v"]).build()?;
    let mut o = both.instantiate(args!())?;
    for name in ["x", "y", "w", "v"] {
        o.set(name, name)?;
    }
    assert_eq!((o.get("y")?, o.get("w")?), ("y".into(), "w".into()));
    Ok(())
}

#[test]
fn slots_are_written_as_in_python() -> Result<(), Error> {
    let one = Class::new("C", [], [("__slots__", "name".into())])?;
    one.instantiate(args!())?.set("name", 1)?;
    let tuple: Tuple = ["a", "__dict__"].into_iter().collect();
    Class::new("C", [], [("__slots__", tuple.into())])?.instantiate(args!())?.set("other", 1)?;
    let conflict = Class::builder("C").slots(["x"]).attr("x", 1).build();
    refused(conflict, "ValueError: 'x' in __slots__ conflicts with class variable");
    refused(
        Class::new("C", [], [("__slots__", vec![1].into())]),
        "TypeError: __slots__ items must be strings, not 'int'",
    );
    refused(Class::new("C", [], [("__slots__", 1.into())]), "TypeError: 'int' object is not iterable");
    Ok(())
}

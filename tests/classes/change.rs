//! Classes that change after they were made.

use metaclass::prelude::*;
use metaclass::value::Tuple;
use metaclass::{Function, builtins};

use super::refused;

#[test]
fn an_assignment_reaches_instances_and_subclasses() -> Result<(), Error> {
    let a = Class::builder("A").attr("x", 1).build()?;
    let b = Class::builder("B").base(&a).build()?;
    let c = Class::builder("C").base(&b).attr("x", "own").build()?;
    let (in_b, in_c) = (b.instantiate(args!())?, c.instantiate(args!())?);
    for value in 2..10 {
        a.set("x", value)?;
        assert_eq!((b.get("x")?, in_b.get("x")?), (value.into(), value.into()));
        assert_eq!(in_c.get("x")?, "own".into());
    }
    b.set("x", "of B")?;
    a.set("x", 10)?;
    assert_eq!((in_b.get("x")?, a.get("x")?), ("of B".into(), 10.into()));
    b.delete("x")?;
    assert_eq!(in_b.get("x")?, 10.into());
    c.delete("x")?;
    assert_eq!(in_c.get("x")?, 10.into());
    a.delete("x")?;
    refused(in_c.get("x"), "AttributeError: 'C' object has no attribute 'x'");
    refused(a.delete("x"), "AttributeError: type object 'A' has no attribute 'x'");
    Ok(())
}

#[test]
fn new_names_and_methods_come_later() -> Result<(), Error> {
    let a = Class::builder("A").method("f", |_| Ok("old")).build()?;
    let b = Class::builder("B").base(&a).build()?;
    let instance = b.instantiate(args!())?;
    a.set("f", metaclass::Function::method("f", |_| Ok("new")))?;
    a.set("g", metaclass::Function::method("g", |this| Ok(this.class().name().to_owned())))?;
    a.set("data", vec![1, 2])?;
    assert_eq!(instance.call("f", args!())?, "new".into());
    assert_eq!(instance.call("g", args!())?, "B".into());
    assert_eq!(instance.get("data")?.to_string(), "[1, 2]");
    // Data in the place of a method, and a method in the place of data.
    a.set("f", 5)?;
    a.set("data", metaclass::Function::method("data", |_| Ok(7)))?;
    assert_eq!((instance.get("f")?, instance.call("data", args!())?), (5.into(), 7.into()));
    a.set("f", 6)?;
    assert_eq!(instance.get("f")?, 6.into());
    assert_eq!(a.vars().len(), 3);
    Ok(())
}

#[test]
fn a_property_that_comes_later_hides_what_instances_have() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).build()?;
    let mut instance = class.instantiate(args!(1))?;
    let x = class.attr("x")?;
    assert_eq!(x.get(&instance)?, 1.into());
    class.set("x", metaclass::Property::new().getter(|_| Ok("computed")))?;
    assert_eq!((instance.get("x")?, x.get(&instance)?), ("computed".into(), "computed".into()));
    refused(instance.set("x", 2), "AttributeError: property of 'C' object has no setter");
    class.delete("x")?;
    assert_eq!(instance.get("x")?, 1.into());
    Ok(())
}

#[test]
fn what_was_read_first_is_not_changed_later() -> Result<(), Error> {
    let class = Class::builder("C").attr("items", vec![1]).build()?;
    let before = class.get("items")?;
    class.update("items", |items| match items {
        Value::List(items) => {
            items.push(2);
            Ok(())
        }
        other => Err(Error::type_error(other.type_name().to_owned())),
    })?;
    assert_eq!((before.to_string(), class.get("items")?.to_string()), ("[1]".into(), "[1, 2]".into()));
    Ok(())
}

#[test]
fn other_bases_bring_other_attributes_and_places() -> Result<(), Error> {
    let a = Class::builder("A").field("x", Field::int().default(1)).build()?;
    let b = Class::builder("B").field("y", Field::int().default(2)).method("m", |_| Ok("B")).build()?;
    let c = Class::builder("C").base(&a).attr("z", 3).build()?;
    let d = Class::builder("D").base(&c).build()?;
    let mut old = d.instantiate(args!())?;
    c.set_bases([&b, &a])?;
    assert_eq!(format!("{:?} {:?}", d.mro(), c.bases()), "[D, C, B, A, object] [B, A]");
    assert_eq!((old.get("x")?, old.get("y")?, old.get("z")?), (1.into(), 2.into(), 3.into()));
    old.set("y", 20)?;
    refused(old.set("y", "a"), "TypeError: y: expected int, got str");
    assert_eq!((old.get("y")?, old.get("x")?, old.call("m", args!())?), (20.into(), 1.into(), "B".into()));
    assert_eq!((a.subclasses(), b.subclasses()), (vec![c.clone()], vec![c.clone()]));
    a.set("later", true)?;
    assert_eq!(old.get("later")?, true.into());
    refused(c.set_bases([]), "TypeError: can only assign non-empty tuple to C.__bases__, not ()");
    refused(c.set_bases([&d]), "TypeError: a __bases__ item causes an inheritance cycle");
    refused(c.set_bases([&c]), "TypeError: a __bases__ item causes an inheritance cycle");
    refused(c.set_bases([&a, &a]), "TypeError: duplicate base class A");
    Ok(())
}

#[test]
fn bases_can_be_assigned() -> Result<(), Error> {
    let [a, b] = ["A", "B"].map(|name| Class::builder(name).attr("of", name).build().unwrap());
    let c = Class::builder("C").base(&a).build()?;
    c.set("__bases__", Tuple::from(vec![Value::from(&b), Value::from(&a)]))?;
    assert_eq!((format!("{:?}", c.mro()), c.get("of")?), ("[C, B, A, object]".into(), "B".into()));
    refused(c.set("__bases__", 1), "TypeError: can only assign tuple to C.__bases__, not int");
    refused(
        c.set("__bases__", Tuple::from(vec![])),
        "TypeError: can only assign non-empty tuple to C.__bases__, not ()",
    );
    refused(
        c.set("__bases__", Tuple::from(vec![1.into()])),
        "TypeError: C.__bases__ must be tuple of classes, not 'int'",
    );
    let text = "TypeError: cannot set '__bases__' attribute of immutable type 'int'";
    refused(builtins::int().set("__bases__", Tuple::from(vec![Value::from(&a)])), text);
    assert_eq!(format!("{:?}", c.bases()), "[B, A]");
    Ok(())
}

#[test]
fn a_constructor_takes_under_other_bases_what_it_took() -> Result<(), Error> {
    let a = Class::builder("A").field("x", Field::int()).build()?;
    let c = Class::builder("C").field("y", Field::int()).build()?;
    c.set_bases([&a])?;
    assert_eq!((c.spec().signature().to_string(), c.signature().to_string()), ("(y: int)".into(), "(y: int)".into()));
    assert_eq!(c.instantiate(args!(2))?.vars().to_string(), "{'y': 2}");
    Ok(())
}

#[test]
fn how_instances_are_made_can_change() -> Result<(), Error> {
    let base = Class::builder("Base").build()?;
    let meta = Class::builder("Meta").base(builtins::type_()).build()?;
    let class = Class::builder("C").base(&base).metaclass(&meta);
    let class = class.field("x", Field::int()).field("y", Field::int()).build()?;
    let made = || class.instantiate(args!(1, 2)).map(|made| made.vars().to_string());
    for _ in 0..2 {
        assert_eq!(made()?, "{'x': 1, 'y': 2}");
        for args in [args!(1, y = 2), args!(x = 1, y = 2), args!(y = 2, x = 1), args!(*[1, 2]), args!(1, **[("y", 2)])]
        {
            assert_eq!(class.instantiate(args)?.vars().to_string(), "{'x': 1, 'y': 2}");
        }
        refused(class.instantiate(args!(2, x = 1)), "TypeError: C.__init__() got multiple values for argument 'x'");
        refused(class.instantiate(args!(1, z = 2)), "TypeError: C.__init__() got an unexpected keyword argument 'z'");
        refused(
            class.instantiate(args!(1, *Value::from(2))),
            "TypeError: C.__init__() argument after * must be an iterable, not int",
        );
        refused(class.instantiate(args!(1, "2")), "TypeError: y: expected int, got str");
        refused(class.instantiate(args!(1)), "TypeError: C.__init__() missing 1 required positional argument: 'y'");
    }
    let swap = Function::method_mut_with("__setattr__", ["name", "value"], |this, args| {
        let (name, value): (&str, i64) = args.get()?;
        this.set_plainly(name, -value)
    })?;
    base.set("__setattr__", swap)?;
    assert_eq!(made()?, "{'x': -1, 'y': -2}");
    base.delete("__setattr__")?;
    assert_eq!(made()?, "{'x': 1, 'y': 2}");

    let init = Function::method_mut_with("__init__", ["x", "y"], |this, args| {
        let (x, y): (i64, i64) = args.get()?;
        this.set("x", y)?;
        this.set("y", x)
    })?;
    class.set("__init__", init)?;
    assert_eq!(made()?, "{'x': 2, 'y': 1}");
    class.delete("__init__")?;
    base.set("__init__", Function::method_mut_with("__init__", ["x", "y"], |_, _| Ok(()))?)?;
    assert_eq!(made()?, "{}");
    meta.set("__call__", Function::new("__call__", |_| Err::<Value, _>(Error::type_error("no"))))?;
    refused(made(), "TypeError: __call__() is an ordinary function: '__call__' needs a hook");
    Ok(())
}

#[test]
fn what_is_no_argument_has_no_name_in_a_call() -> Result<(), Error> {
    let fields = |last: Field| Class::builder("C").field("x", Field::int()).field("y", last.default(5)).build();
    let class = fields(Field::int().init(false))?;
    for _ in 0..2 {
        assert_eq!(class.instantiate(args!(1))?.vars().to_string(), "{'x': 1, 'y': 5}");
        let text = "TypeError: C.__init__() got an unexpected keyword argument 'y'";
        refused(class.instantiate(args!(1, y = 2)), text);
        refused(class.instantiate(args!(x = 1, y = 2)), text);
    }
    let class = fields(Field::int().kw_only())?;
    for _ in 0..2 {
        assert_eq!(class.instantiate(args!(1, y = 2))?.vars().to_string(), "{'x': 1, 'y': 2}");
        let text = "TypeError: C.__init__() takes 2 positional arguments but 3 were given";
        refused(class.instantiate(args!(1, 2)), text);
    }
    Ok(())
}

#[test]
fn instances_are_made_with_the_places_of_other_bases() -> Result<(), Error> {
    let [a, b] = ["a", "b"].map(|name| Class::builder(name).field(name, Field::int()).build().unwrap());
    let class = Class::builder("C").base(&a).build()?;
    let made = || class.instantiate(args!(1)).map(|made| made.vars().to_string());
    assert_eq!((made()?, made()?), ("{'a': 1}".to_owned(), "{'a': 1}".to_owned()));
    class.set_bases([&b])?;
    assert_eq!((made()?, made()?), ("{'b': 1}".to_owned(), "{'b': 1}".to_owned()));
    Ok(())
}

//! Fields: places in the instance that take only what is of their type.

use metaclass::prelude::*;
use metaclass::{DescriptorValue, Property, This};

use super::refused;

fn point() -> Class {
    Class::builder("Point")
        .field("x", Field::int())
        .field("y", Field::int().default(0))
        .field("tags", Field::list(Field::str()).default(Vec::<String>::new()).kw_only())
        .build()
        .unwrap()
}

#[test]
fn fields_make_a_constructor() -> Result<(), Error> {
    let point = point();
    let p = point.instantiate(args!(1, tags = vec!["a"]))?;
    assert_eq!(p.vars().to_string(), "{'x': 1, 'y': 0, 'tags': ['a']}");
    assert_eq!(point.spec().signature().to_string(), "(x: int, y: int = 0, *, tags: list[str] = [])");
    refused(point.instantiate(args!()), "TypeError: Point.__init__() missing 1 required positional argument: 'x'");
    refused(
        point.instantiate(args!(1, 2, 3)),
        "TypeError: Point.__init__() takes from 2 to 3 positional arguments but 4 were given",
    );
    refused(point.instantiate(args!("a")), "TypeError: x: expected int, got str");
    refused(point.instantiate(args!(1.0)), "TypeError: x: expected int, got float");
    Ok(())
}

#[test]
fn defaults_are_made_anew_and_stand_in_the_class() -> Result<(), Error> {
    let point = point();
    let (mut p, q) = (point.instantiate(args!(1))?, point.instantiate(args!(2))?);
    p.update("tags", |tags| match tags {
        Value::List(tags) => {
            tags.push("new");
            Ok(())
        }
        _ => Ok(()),
    })?;
    assert_eq!((p.get("tags")?.to_string(), q.get("tags")?.to_string()), ("['new']".into(), "[]".into()));
    assert_eq!(point.get("y")?, 0.into());
    refused(point.get("x"), "AttributeError: type object 'Point' has no attribute 'x'");
    p.delete("y")?;
    assert_eq!(p.get("y")?, 0.into());
    p.delete("x")?;
    refused(p.get("x"), "AttributeError: 'Point' object has no attribute 'x'");
    Ok(())
}

#[test]
fn an_update_that_breaks_the_type_is_taken_back() -> Result<(), Error> {
    let mut p = point().instantiate(args!(1))?;
    let change = |value: &mut Value| {
        *value = "a".into();
        Ok(())
    };
    refused(p.update("x", change), "TypeError: x: expected int, got str");
    assert_eq!(p.get("x")?, 1.into());
    Ok(())
}

#[test]
fn a_subclass_adds_fields_behind_those_of_its_bases() -> Result<(), Error> {
    let point = point();
    let point3 = Class::builder("Point3").base(&point).field("z", Field::int().default(9)).build()?;
    assert_eq!(point3.instantiate(args!(1, 2, 3))?.vars().to_string(), "{'x': 1, 'y': 2, 'tags': [], 'z': 3}");
    let named = Class::builder("Named").field("name", Field::str().default("?")).build()?;
    let both = Class::builder("Both").bases([&point3, &named]).build()?;
    let instance = both.instantiate(args!(1))?;
    assert_eq!(instance.get("z")?, 9.into());
    assert_eq!(instance.get("name")?, "?".into());
    // The constructor is that of the first base: a class of its own fields makes a new one.
    let own = Class::builder("Own").bases([&point3, &named]).field("w", Field::int().default(0)).build()?;
    assert_eq!(own.instantiate(args!(1, name = "n"))?.get("name")?, "n".into());
    Ok(())
}

#[test]
fn a_field_of_a_class_takes_instances_of_it() -> Result<(), Error> {
    let point = point();
    let spec: &'static metaclass::spec::ClassSpec = Box::leak(Box::new(point.spec().clone()));
    let line = Class::builder("Line").field("start", Field::class(spec)).build()?;
    let sub = Class::builder("Sub").base(&point).build()?;
    assert!(line.instantiate(args!(sub.instantiate(args!(1))?)).is_ok());
    let other = Class::builder("Other").build()?.instantiate(args!())?;
    refused(line.instantiate(args!(other)), "TypeError: start: expected Point, got Other");
    Ok(())
}

#[test]
fn a_field_that_cannot_be_is_refused_when_the_class_is_made() {
    let class = Class::builder("C").field("x", Field::int().min_value(3).max_value(1)).build();
    assert!(class.unwrap_err().to_string().starts_with("x: "));
}

#[test]
fn arguments_find_their_fields_in_any_order() -> Result<(), Error> {
    let point = point();
    let made = |args: Args| point.instantiate(args).map(|p| p.vars().to_string());
    for args in [args!(1, 2), args!(x = 1, y = 2), args!(y = 2, x = 1), args!(1, y = 2)] {
        assert_eq!(made(args)?, "{'x': 1, 'y': 2, 'tags': []}");
    }
    assert_eq!(made(args!(tags = vec!["a"], y = 2, x = 1))?, "{'x': 1, 'y': 2, 'tags': ['a']}");
    refused(made(args!(1, 2, x = 1)), "TypeError: Point.__init__() got multiple values for argument 'x'");
    refused(
        made(args!(1).with_keyword("y", 1).with_keyword("y", 2)),
        "TypeError: Point.__init__() got multiple values for keyword argument 'y'",
    );
    refused(made(args!(y = 1)), "TypeError: Point.__init__() missing 1 required positional argument: 'x'");
    // Types are checked in the order of the parameters.
    refused(made(args!(tags = 1, y = "b", x = "a")), "TypeError: x: expected int, got str");
    let error = point.instantiate(args!("a")).unwrap_err();
    assert!(format!("{error:#}").contains("<Point.__init__>"), "{error:#}");
    // A subclass without fields of its own makes its instances in the same way.
    let sub = Class::builder("Sub").base(&point).build()?;
    assert_eq!(sub.instantiate(args!(3))?.vars().to_string(), "{'x': 3, 'y': 0, 'tags': []}");
    Ok(())
}

#[test]
fn what_comes_to_stand_before_a_field_sees_the_constructor() -> Result<(), Error> {
    let doubled = || {
        let set = |this: &mut This<'_>, value: Value| this.set_own("x", i64::try_from(value)? * 2);
        Property::new().getter(|this| this.get_own("x")).setter(set)
    };
    let point = point();
    let sub = Class::builder("Sub").base(&point).property("x", doubled()).build()?;
    assert_eq!(sub.instantiate(args!(3))?.get("x")?, 6.into());
    let hooked = Class::builder("Hooked").base(&point).setattr(|this, name, _| this.set_own(name, "hooked")).build()?;
    assert_eq!(hooked.instantiate(args!(3))?.get("x")?, "hooked".into());
    // And so does what comes after the first instance.
    assert_eq!(point.instantiate(args!(3))?.get("x")?, 3.into());
    let other = Class::builder("Other").base(&point).build()?;
    point.set("x", DescriptorValue::new(doubled()))?;
    assert_eq!(point.instantiate(args!(3))?.get("x")?, 6.into());
    assert_eq!(other.instantiate(args!(3))?.get("x")?, 6.into());
    Ok(())
}

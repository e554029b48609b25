//! Instances: values that know their class.

use metaclass::prelude::*;
use metaclass::value::Dict;
use metaclass::{Property, Sym};

use super::refused;

#[test]
fn a_clone_is_a_copy() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int()).build()?;
    let mut a = class.instantiate(args!(1))?;
    a.set("extra", "e")?;
    let mut b = a.clone();
    b.set("x", 2)?;
    b.set("extra", "f")?;
    assert_eq!(a.vars().to_string(), "{'x': 1, 'extra': 'e'}");
    assert_eq!(b.vars().to_string(), "{'x': 2, 'extra': 'f'}");
    // Within values it is one pointer, copied on write.
    let value = Value::from(a);
    let mut other = value.clone();
    other.set_attr("x", 5)?;
    assert_eq!((value.get_attr("x")?, other.get_attr("x")?), (1.into(), 5.into()));
    assert!(!value.is(&other) && value.is(&value.clone()));
    Ok(())
}

#[test]
fn attributes_are_found_in_all_classes_alike() -> Result<(), Error> {
    let class = |fields: usize| {
        let names = (0..fields).map(|i| format!("f{i}"));
        names.fold(Class::builder("C"), |class, name| class.field(&name, Field::int().default(0))).build()
    };
    let other = Class::builder("Other").attr("other", 1).build()?;
    let (few, very_many, with_other_bases) = (class(3)?, class(300)?, class(3)?);
    with_other_bases.set_bases([&other])?;
    for class in [few, very_many, with_other_bases] {
        let (mut c, name) = (class.instantiate(args!())?, Sym::new("f2"));
        c.set(name, 1)?;
        refused(c.set(name, "a"), "TypeError: f2: expected int, got str");
        assert_eq!((c.get(name)?, c.get_ref("f2")?.as_int()), (1.into(), Some(1)));
        // What comes to a class stands in the way of what its instances store.
        class.set("f2", Property::new().getter(|_| Ok(7)))?;
        assert_eq!((c.get(name)?, c.get_own("f2")), (7.into(), Some(&1.into())));
        assert!(c.get_ref(name).is_err() && c.set(name, 2).is_err());
    }
    Ok(())
}

#[test]
fn attributes_are_read_as_rust_types() -> Result<(), Error> {
    let class = Class::builder("User")
        .field("name", Field::str())
        .field("tags", Field::list(Field::str()))
        .attr("limit", 3)
        .property("size", metaclass::Property::new().getter(|this| Ok(this.get_as::<&str>("name")?.len())))
        .build()?;
    let user = class.instantiate(args!("Ann", vec!["a", "b"]))?;
    assert_eq!(user.get_as::<&str>("name")?, "Ann");
    assert_eq!(user.get_as::<Vec<&str>>("tags")?, ["a", "b"]);
    assert_eq!((user.get_as::<u8>("limit")?, user.get_as::<usize>("size")?), (3, 3));
    assert_eq!(user.get_ref("name")?.as_str(), Some("Ann"));
    refused(user.get_as::<i64>("name"), "TypeError: User.name: expected int, got str");
    refused(
        user.get_as::<&str>("size"),
        "TypeError: User.size: a 'int' object that is computed cannot be borrowed: read it as an owned type",
    );
    refused(user.get_ref("size"), "TypeError: 'size' of 'User' object is computed or shared: it cannot be borrowed");
    refused(user.get_ref("zz"), "AttributeError: 'User' object has no attribute 'zz'");
    class.set("limit", 4)?;
    refused(user.get_ref("limit"), "TypeError: 'limit' of 'User' object is computed or shared: it cannot be borrowed");
    assert_eq!(user.get_as::<i64>("limit")?, 4);
    Ok(())
}

#[test]
fn hooks_stand_in_the_way() -> Result<(), Error> {
    let class = Class::builder("C")
        .attr("x", 1)
        .getattr(|_, name| Ok(format!("asked for {name}")))
        .setattr(|this, name, value| this.set_plainly(name, vec![value]))
        .method_mut_with("__delattr__", ["name"], |this, args| {
            let (name,): (&str,) = args.get()?;
            this.set_plainly("deleted", name)
        })
        .property("p", metaclass::Property::new().getter(|_| Err::<(), _>(Error::attribute_error("inside p"))))
        .build()?;
    let mut instance = class.instantiate(args!())?;
    assert_eq!((instance.get("x")?, instance.get("y")?), (1.into(), "asked for y".into()));
    assert_eq!(instance.get("p")?, "asked for p".into());
    instance.set("y", 2)?;
    instance.delete("y")?;
    assert_eq!(instance.vars().to_string(), "{'y': [2], 'deleted': 'y'}");
    Ok(())
}

#[test]
fn a_value_has_the_attributes_of_its_class() -> Result<(), Error> {
    let class = Class::builder("C").attr("x", 1).build()?;
    let mut value = Value::from(class.instantiate(args!())?);
    value.set_attr("y", 2)?;
    assert!(value.has_attr("x")? && value.has_attr("y")? && !value.has_attr("z")?);
    assert_eq!(value.vars()?, Dict::from([("y", 2)]));
    value.delete_attr("y")?;
    refused(value.delete_attr("y"), "AttributeError: 'C' object has no attribute 'y'");
    refused(Value::from(1).vars(), "TypeError: vars() argument must have __dict__ attribute");
    refused(
        Value::from(1).set_attr("x", 1),
        "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes",
    );
    refused(Value::from(1).call(args!()), "TypeError: 'int' object is not callable");
    Ok(())
}

#[test]
fn instances_are_written_as_their_fields() -> Result<(), Error> {
    let class = Class::builder("User").field("name", Field::str()).field("password", Field::str().secret()).build()?;
    let user = class.instantiate(args!("Ann", "swordfish"))?;
    assert_eq!(serde_json::to_string(&Value::from(user)).map_err(Error::wrap)?, r#"{"name":"Ann"}"#);
    assert!(serde_json::to_string(&Value::from(class)).is_err());
    Ok(())
}

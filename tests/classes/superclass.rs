//! `super`: what comes next follows from the class of the receiver.

use metaclass::prelude::*;

use super::refused;

fn with_m(name: &'static str) -> metaclass::ClassBuilder {
    Class::builder(name).method("m", move |this| Ok(format!("{name}{}", this.super_call("m", args!())?)))
}

#[test]
fn each_class_of_a_diamond_has_its_turn() -> Result<(), Error> {
    let a = Class::builder("A").method("m", |_| Ok("A")).build()?;
    let b = with_m("B").base(&a).build()?;
    let c = with_m("C").base(&a).build()?;
    let d = with_m("D").bases([&b, &c]).build()?;
    let other = Class::builder("E").bases([&c, &b]).build()?;
    let call = |class: &Class| class.instantiate(args!())?.call("m", args!());
    assert_eq!((call(&d)?, call(&b)?, call(&other)?), ("DBCA".into(), "BA".into(), "CBA".into()));
    let lone = with_m("Lone").build()?;
    refused(call(&lone), "AttributeError: 'super' object has no attribute 'm'");
    Ok(())
}

#[test]
fn the_form_with_two_arguments_begins_anywhere() -> Result<(), Error> {
    let a = Class::builder("A").attr("v", "A.v").method("m", |_| Ok("A")).build()?;
    let b = with_m("B").base(&a).attr("v", "B.v").build()?;
    let c = with_m("C").base(&b).build()?;
    let mut o = Value::from(c.instantiate(args!())?);
    o.set_attr("v", "instance")?;
    assert_eq!(o.super_of(&c)?.call("m", args!())?, "BA".into());
    assert_eq!(o.super_of(&b)?.call("m", args!())?, "A".into());
    refused(o.super_of(&a)?.call("m", args!()), "AttributeError: 'super' object has no attribute 'm'");
    assert_eq!((o.super_of(&c)?.get("v")?, o.super_of(&b)?.get("v")?), ("B.v".into(), "A.v".into()));
    let wrong = "TypeError: super(type, obj): obj must be an instance or subtype of type";
    refused(Value::from(a.instantiate(args!())?).super_of(&b).map(drop), wrong);
    refused(Value::from(42).super_of(&a).map(drop), wrong);
    Ok(())
}

#[test]
fn a_class_is_a_receiver_as_well() -> Result<(), Error> {
    let a = Class::builder("A")
        .attr("v", "A.v")
        .class_method("who", |cls, _| Ok(format!("A of {}", cls.name())))
        .method("m", |_| Ok("A.m"))
        .build()?;
    let b = Class::builder("B")
        .base(&a)
        .attr("v", "B.v")
        .class_method("who", |cls, _| Ok(format!("{} behind {}", cls.super_get("v")?, cls.name())))
        .build()?;
    let class = Value::from(&b);
    assert_eq!(class.super_of(&b)?.get("v")?, "A.v".into());
    assert_eq!(class.super_of(&b)?.call("who", args!())?, "A of B".into());
    assert_eq!(class.super_of(&b)?.call("m", args!(b.instantiate(args!())?))?, "A.m".into());
    assert_eq!(b.call_method("who", args!())?, "A.v behind B".into());
    let missing = "AttributeError: 'super' object has no attribute 'zz'";
    refused(class.super_of(&a)?.get("zz"), missing);
    refused(class.super_of(&b)?.call("zz", args!()), missing);
    refused(
        Value::from(&a).super_of(&b).map(drop),
        "TypeError: super(type, obj): obj must be an instance or subtype of type",
    );
    Ok(())
}

#[test]
fn methods_of_classes_have_it_too() -> Result<(), Error> {
    let a = Class::builder("A").class_method("cm", |cls, _| Ok(format!("A({})", cls.name()))).build()?;
    let sub = |name: &'static str| {
        Class::builder(name).class_method("cm", move |cls, _| Ok(format!("{name}{}", cls.super_call("cm", args!())?)))
    };
    let b = sub("B").base(&a).build()?;
    let c = sub("C").base(&a).build()?;
    let d = sub("D").bases([&b, &c]).build()?;
    assert_eq!(d.call_method("cm", args!())?, "DBCA(D)".into());
    assert_eq!(d.instantiate(args!())?.call("cm", args!())?, "DBCA(D)".into());
    Ok(())
}

#[test]
fn object_is_behind_them_all() -> Result<(), Error> {
    let class = Class::builder("C")
        .init(|this| {
            this.super_call_mut("__init__", args!())?;
            this.super_call_mut("__setattr__", args!("x", 1)).map(drop)
        })
        .method("__repr__", |this| Ok(format!("my {}", this.super_call("__repr__", args!())?)))
        .build()?;
    let instance = class.instantiate(args!())?;
    assert_eq!((instance.get("x")?, instance.to_string()), (1.into(), "my <__main__.C object>".into()));
    let text = "TypeError: object.__init__() takes exactly one argument (the instance to initialize)";
    let class = Class::builder("C").init(|this| this.super_call_mut("__init__", args!(1)).map(drop)).build()?;
    refused(class.instantiate(args!()), text);
    Ok(())
}

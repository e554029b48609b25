//! Methods: of instances, of classes, static ones, and what binds them.

use metaclass::prelude::*;

use super::refused;

#[test]
fn arguments_are_bound_by_pythons_rules() -> Result<(), Error> {
    let class = Class::builder("A")
        .method_with("m", ["x"], |_, args| Ok(args.value("x").cloned()))
        .method_with("greet", params!(name: Field::str(), times: Field::int().min_value(1) = 1), |this, args| {
            let (name, times): (&str, usize) = args.get()?;
            Ok(format!("{}: {}", this.class().name(), name.repeat(times)))
        })
        .method("none", |_| Ok(()))
        .build()?;
    let a = class.instantiate(args!())?;
    assert_eq!(a.call("m", args!(x = 3))?, 3.into());
    assert_eq!(a.call("greet", args!("ab", times = 2))?, "A: abab".into());
    refused(a.call("m", args!()), "TypeError: A.m() missing 1 required positional argument: 'x'");
    refused(a.call("m", args!(1, 2)), "TypeError: A.m() takes 2 positional arguments but 3 were given");
    refused(a.call("m", args!(1, y = 2)), "TypeError: A.m() got an unexpected keyword argument 'y'");
    refused(a.call("m", args!(1, x = 2)), "TypeError: A.m() got multiple values for argument 'x'");
    refused(a.call("none", args!(1)), "TypeError: A.none() takes 1 positional argument but 2 were given");
    refused(a.call("greet", args!("a", 0)), "ValueError: A.greet.times: must be at least 1");
    refused(a.call("greet", args!(1)), "TypeError: A.greet.name: expected str, got int");
    Ok(())
}

#[test]
fn a_method_that_writes_needs_a_receiver_that_may_be_written() -> Result<(), Error> {
    let class = Class::builder("C")
        .method_mut("add", |this| this.set("n", this.get_as::<i64>("n")? + 1))
        .method("sneaky", |this| this.call("add", args!()))
        .attr("n", 0)
        .build()?;
    let mut instance = class.instantiate(args!())?;
    let text = "TypeError: C.add() changes its 'C' object: call 'add' with `call_mut`";
    refused(instance.call("add", args!()), text);
    refused(instance.call("sneaky", args!()), text);
    refused(instance.get("add")?.call(args!()), text);
    instance.call_mut("add", args!())?;
    assert_eq!(instance.get("n")?, 1.into());
    let mut value = Value::from(instance);
    let before = value.clone();
    value.call_method_mut("add", args!())?;
    assert_eq!((before.get_attr("n")?, value.get_attr("n")?), (1.into(), 2.into()));
    Ok(())
}

#[test]
fn methods_of_the_class_get_the_class_that_was_asked() -> Result<(), Error> {
    let a = Class::builder("A")
        .class_method("which", |cls, args| Ok(format!("{}{args}", cls.name())))
        .static_method("plain", |args| Ok(args.len()))
        .build()?;
    let b = Class::builder("B").base(&a).build()?;
    assert_eq!(b.call_method("which", args!(1))?, "B(1)".into());
    assert_eq!(b.instantiate(args!())?.call("which", args!())?, "B()".into());
    assert_eq!(b.get("which")?.call(args!(2))?, "B(2)".into());
    assert_eq!(b.instantiate(args!())?.call("plain", args!(1, 2))?, 2.into());
    assert_eq!(b.call_method("plain", args!())?, 0.into());
    Ok(())
}

#[test]
fn a_method_of_the_class_needs_its_instance_and_takes_any() -> Result<(), Error> {
    let a = Class::builder("A").method("m", |this| Ok(this.class().name().to_owned())).build()?;
    let b = Class::builder("B").build()?;
    refused(a.call_method("m", args!()), "TypeError: A.m() missing 1 required positional argument: 'self'");
    let c = Class::builder("C").method_with("m", params!(x, y = 1, *, z), |_, _| Ok(0)).build()?;
    let missing = "TypeError: C.m() missing 2 required positional arguments: 'self' and 'x'";
    refused(c.call_method("m", args!()), missing);
    refused(c.call_method("m", args!(z = 1)), missing);
    refused(c.call_method("m", args!(x = 1)), "TypeError: C.m() missing 1 required positional argument: 'self'");
    assert_eq!(a.call_method("m", args!(b.instantiate(args!())?))?, "B".into());
    assert_eq!(a.call_method("m", args!(5))?, "int".into());
    Ok(())
}

#[test]
fn an_attribute_of_the_instance_hides_a_method() -> Result<(), Error> {
    let class = Class::builder("A").method("m", |_| Ok(1)).build()?;
    let mut a = class.instantiate(args!())?;
    a.set("m", 5)?;
    refused(a.call("m", args!()), "TypeError: 'int' object is not callable");
    a.set("m", metaclass::Function::new("f", |args| Ok(args.len())))?;
    assert_eq!(a.call("m", args!(1, 2))?, 2.into());
    Ok(())
}

#[test]
fn bound_methods_are_values() -> Result<(), Error> {
    let class = Class::builder("A").method("m", |this| this.get("x")).attr("x", 1).build()?;
    let instance = Value::from(class.instantiate(args!())?);
    let bound = instance.get_attr("m")?;
    assert_eq!((bound.call(args!())?, bound.clone()), (1.into(), instance.get_attr("m")?));
    assert_eq!(bound.to_string(), "<bound method A.m of <__main__.A object>>");
    assert_eq!(class.get("m")?.to_string(), "<function A.m>");
    assert_eq!(bound.hash_key()?, instance.get_attr("m")?.hash_key()?);
    Ok(())
}

#[test]
fn endless_recursion_is_an_error() -> Result<(), Error> {
    let class = Class::builder("A").method("m", |this| this.call("m", args!())).build()?;
    refused(class.instantiate(args!())?.call("m", args!()), "RecursionError: maximum recursion depth exceeded");
    let class = Class::builder("B")
        .method_with("__eq__", ["other"], |this, args| Ok(this.to_value() == *args.get::<(&Value,)>()?.0))
        .build()?;
    assert!(class.instantiate(args!())? != class.instantiate(args!())?);
    Ok(())
}

#[test]
fn parameters_that_cannot_be_are_refused_when_the_class_is_made() {
    let class = Class::builder("C").method_with("m", ["x", "x"], |_, _| Ok(())).build();
    refused(class, "ValueError: duplicate parameter name: 'x'");
}

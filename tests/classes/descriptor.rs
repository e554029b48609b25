//! Descriptors: who is asked before the instance, who after it, who is told a name.

use std::sync::{Arc, Mutex};

use metaclass::prelude::*;
use metaclass::{Descriptor, DescriptorValue, Parts, Property, This};

use super::refused;

/// A descriptor with these parts, which stores under another name.
struct Part(Parts);

impl Descriptor for Part {
    fn parts(&self) -> Parts {
        self.0
    }

    fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        Ok(match this {
            Some(this) => format!("of {}", this.class().name()).into(),
            None => format!("on class {}", owner.name()).into(),
        })
    }

    fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
        match self.0.has(Parts::SET) {
            true => this.set("_x", value),
            false => Err(Error::attribute_error("__set__")),
        }
    }

    fn delete(&self, this: &mut This<'_>) -> Result<(), Error> {
        match self.0.has(Parts::DELETE) {
            true => this.delete("_x"),
            false => Err(Error::attribute_error("__delete__")),
        }
    }
}

fn class(parts: Parts) -> Class {
    Class::builder("C").descriptor("x", Part(parts)).build().unwrap()
}

#[test]
fn a_data_descriptor_is_asked_before_the_instance() -> Result<(), Error> {
    let mut instance = class(Parts::GET.with(Parts::SET)).instantiate(args!())?;
    instance.set_own("x", "instance");
    assert_eq!(instance.get("x")?, "of C".into());
    instance.set("x", "set")?;
    assert_eq!(instance.vars().to_string(), "{'x': 'instance', '_x': 'set'}");
    refused(instance.delete("x"), "AttributeError: __delete__");
    Ok(())
}

#[test]
fn another_one_is_asked_after_the_instance() -> Result<(), Error> {
    let mut instance = class(Parts::GET).instantiate(args!())?;
    assert_eq!(instance.get("x")?, "of C".into());
    instance.set("x", "set")?;
    assert_eq!((instance.get("x")?, instance.vars().to_string()), ("set".into(), "{'x': 'set'}".into()));
    instance.delete("x")?;
    assert_eq!(instance.get("x")?, "of C".into());
    refused(instance.delete("x"), "AttributeError: 'C' object has no attribute 'x'");
    Ok(())
}

#[test]
fn one_that_can_only_set_gives_what_the_instance_has_or_itself() -> Result<(), Error> {
    let mut instance = class(Parts::SET).instantiate(args!())?;
    assert_eq!(instance.get("x")?.to_string(), "<Part object>");
    instance.set_own("x", "instance");
    assert_eq!(instance.get("x")?, "instance".into());
    let mut instance = class(Parts::DELETE).instantiate(args!())?;
    refused(instance.set("x", 1), "AttributeError: __set__");
    refused(instance.delete("x"), "AttributeError: 'C' object has no attribute '_x'");
    Ok(())
}

#[test]
fn on_a_class_there_is_no_instance() -> Result<(), Error> {
    let class = class(Parts::GET.with(Parts::SET));
    let sub = Class::builder("Sub").base(&class).build()?;
    assert_eq!((class.get("x")?, sub.get("x")?), ("on class C".into(), "on class Sub".into()));
    sub.set("x", 5)?;
    assert_eq!((class.get("x")?, sub.get("x")?), ("on class C".into(), 5.into()));
    Ok(())
}

#[test]
fn names_are_told_once_and_in_order() -> Result<(), Error> {
    #[derive(Clone, Default)]
    struct Named(Arc<Mutex<Vec<String>>>);
    impl Descriptor for Named {
        fn set_name(&self, owner: &Class, name: &str) -> Result<(), Error> {
            self.0.lock().unwrap().push(format!("{}.{name}", owner.name()));
            if name == "bad" { Err(Error::value_error("bad name")) } else { Ok(()) }
        }
    }
    let named = Named::default();
    let value = || Value::from(DescriptorValue::new(named.clone()));
    let a = Class::builder("A").attr("x", value()).attr("y", value()).build()?;
    Class::builder("B").base(&a).attr("z", value()).build()?;
    a.set("late", value())?;
    refused(Class::builder("C").attr("bad", value()).attr("next", value()).build(), "ValueError: bad name");
    assert_eq!(*named.0.lock().unwrap(), ["A.x", "A.y", "B.z", "C.bad"]);
    Ok(())
}

#[test]
fn instances_of_run_time_classes_are_descriptors_too() -> Result<(), Error> {
    let typed = Class::builder("Typed")
        .method_mut_with("__set_name__", ["owner", "name"], |this, args| {
            let (_, name): (&Value, &Value) = args.get()?;
            this.set("name", name.clone())
        })
        .method_with("__get__", ["instance", "owner"], |this, args| {
            let (instance, _): (&Value, &Value) = args.get()?;
            match instance {
                Value::None => Ok(this.to_value()),
                instance => instance.get_attr(&format!("_{}", this.get("name")?)),
            }
        })
        .method_with("__set__", ["instance", "value"], |this, args| {
            let (instance, value): (&Value, &Value) = args.get()?;
            let Value::Int(_) = value else {
                let (name, got) = (this.get("name")?, value.type_name());
                return Err(Error::type_error(format!("{name}: expected int, got {got}")));
            };
            instance.clone().set_attr(&format!("_{}", this.get("name")?), value.clone())
        })
        .build()?;
    let class = Class::builder("C").attr("n", typed.instantiate(args!())?).build()?;
    assert_eq!(class.get("n")?.get_attr("name")?, "n".into());
    let instance = Shared::new(class.instantiate(args!())?);
    instance.set("n", 3)?;
    assert_eq!((instance.get("n")?, instance.get("_n")?), (3.into(), 3.into()));
    refused(instance.set("n", "a"), "TypeError: n: expected int, got str");
    Ok(())
}

#[test]
fn properties_refuse_what_they_have_no_part_for() -> Result<(), Error> {
    let full = Property::new()
        .getter(|this| this.get("_p"))
        .setter(|this, value| this.set("_p", value))
        .deleter(|this| this.delete("_p"));
    let class = Class::builder("C").property("p", full.clone()).property("none", Property::new()).build()?;
    let mut instance = class.instantiate(args!())?;
    refused(instance.get("p"), "AttributeError: 'C' object has no attribute '_p'");
    instance.set("p", 1)?;
    assert_eq!((instance.get("p")?, instance.vars().to_string()), (1.into(), "{'_p': 1}".into()));
    instance.delete("p")?;
    refused(instance.get("none"), "AttributeError: property 'none' of 'C' object has no getter");
    refused(instance.set("none", 1), "AttributeError: property 'none' of 'C' object has no setter");
    refused(instance.delete("none"), "AttributeError: property 'none' of 'C' object has no deleter");
    // A subclass replaces one part.
    let sub = Class::builder("B").base(&class).property("p", full.getter(|_| Ok("other"))).build()?;
    let mut instance = sub.instantiate(args!())?;
    instance.set("p", 4)?;
    assert_eq!((instance.get("p")?, instance.get("_p")?), ("other".into(), 4.into()));
    assert_eq!(class.get("p")?.to_string(), "<property object>");
    Ok(())
}

#[test]
fn super_reaches_properties() -> Result<(), Error> {
    let base = Class::builder("A").property("x", Property::new().getter(|_| Ok(42))).build()?;
    let sub = Class::builder("B")
        .base(&base)
        .property("x", Property::new().getter(|this| Ok(this.super_of(this.class())?.get("x")?.to_string() + "!")))
        .build()?;
    let instance = Value::from(sub.instantiate(args!())?);
    assert_eq!((instance.get_attr("x")?, instance.super_of(&sub)?.get("x")?), ("42!".into(), 42.into()));
    Ok(())
}

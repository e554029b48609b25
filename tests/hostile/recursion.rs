//! Functions of classes that call themselves without end: Python's `RecursionError`, and no stack that overflows.

use metaclass::prelude::*;
use metaclass::{Descriptor, DescriptorValue, Namespace, OrderedNamespace, Property, This};

use crate::classes::refused;

const TOO_DEEP: &str = "RecursionError: maximum recursion depth exceeded";

#[test]
fn methods() -> Result<(), Error> {
    let class = Class::builder("C")
        .method("read", |this| this.call("read", args!()))
        .method_mut("write", |this| this.call_mut("write", args!()))
        .class_method("of_class", |class, _| class.call_method("of_class", args!()))
        .build()?;
    let mut instance = class.instantiate(args!())?;
    refused(instance.call("read", args!()), TOO_DEEP);
    refused(instance.call_mut("write", args!()), TOO_DEEP);
    refused(class.call_method("of_class", args!()), TOO_DEEP);
    refused(Shared::new(instance).call("write", args!()), TOO_DEEP);
    Ok(())
}

#[test]
fn constructors() -> Result<(), Error> {
    let class = Class::builder("C").init(|this| this.class().instantiate(args!()).map(drop)).build()?;
    refused(class.instantiate(args!()), TOO_DEEP);
    let class = Class::builder("C").new(|step| step.class().call(args!())).build()?;
    refused(class.call(args!()), TOO_DEEP);
    Ok(())
}

#[test]
fn attributes() -> Result<(), Error> {
    let property = Property::new()
        .getter(|this| this.get("p"))
        .setter(|this, value| this.set("p", value))
        .deleter(|this| this.delete("p"));
    let class = Class::builder("C").property("p", property).build()?;
    let mut instance = class.instantiate(args!())?;
    refused(instance.get("p"), TOO_DEEP);
    refused(instance.set("p", 1), TOO_DEEP);
    refused(instance.delete("p"), TOO_DEEP);
    let class = Class::builder("C")
        .getattr(|this, name| this.get(&format!("{name}_")))
        .setattr(|this, name, value| this.set(name, value))
        .build()?;
    let mut instance = class.instantiate(args!())?;
    refused(instance.get("x"), TOO_DEEP);
    refused(instance.set("x", 1), TOO_DEEP);
    Ok(())
}

#[test]
fn descriptors() -> Result<(), Error> {
    struct Endless;
    impl Descriptor for Endless {
        fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
            this.map_or_else(|| owner.get("d"), |this| this.get("d"))
        }
    }
    struct Named;
    impl Descriptor for Named {
        fn set_name(&self, owner: &Class, name: &str) -> Result<(), Error> {
            Class::builder("Sub").base(owner).attr(name, DescriptorValue::new(Self)).build().map(drop)
        }
    }
    let class = Class::builder("C").descriptor("d", Endless).build()?;
    refused(class.get("d"), TOO_DEEP);
    refused(class.instantiate(args!())?.get("d"), TOO_DEEP);
    refused(Class::builder("C").descriptor("d", Named).build(), TOO_DEEP);
    Ok(())
}

/// `==` and printing have no errors: what fails says no, or is left out.
#[test]
fn operators() -> Result<(), Error> {
    let class = Class::builder("C")
        .method_with("__eq__", ["other"], |this, args| Ok(this.to_value() == args.get_as::<&Value>("other")?.clone()))
        .method_with("__add__", ["other"], |this, args| this.to_value().add(args.get_as("other")?))
        .method("__hash__", |this| this.to_value().hash_key().map(|_| 1))
        .method("__len__", |this| this.to_value().len())
        .method("__iter__", |this| Ok(this.to_value().iterate()?.collect::<Vec<_>>()))
        .method("__bool__", |this| Ok(this.to_value().is_truthy()))
        .method("__repr__", |this| Ok(this.to_value().to_string()))
        .build()?;
    let [a, b] = [Value::from(class.instantiate(args!())?), class.instantiate(args!())?.into()];
    assert!(a != b && !a.is_truthy());
    assert_eq!(a.to_string(), "<__main__.C object>");
    refused(a.add(&b), TOO_DEEP);
    refused(a.hash_key(), TOO_DEEP);
    refused(a.len(), TOO_DEEP);
    refused(a.iterate(), TOO_DEEP);
    Ok(())
}

#[test]
fn hooks() -> Result<(), Error> {
    let base =
        Class::builder("C").init_subclass(|_, class, _| Class::builder("D").base(class).build().map(drop)).build()?;
    refused(Class::builder("D").base(&base).build(), TOO_DEEP);
    let another = |meta: &Class| Class::builder("C").metaclass(meta).build();
    let metaclasses = [
        Class::builder("M").prepare(move |step| another(step.metaclass()).and_then(|_| step.next())),
        Class::builder("M").new_class(move |step| another(step.metaclass()).map(Value::from)),
        Class::builder("M").init_class(move |step| another(step.class().metaclass()).map(drop)),
        Class::builder("M").mro(move |step| another(step.class().metaclass()).and_then(|_| step.next())),
    ];
    for meta in metaclasses {
        refused(another(&meta.build()?), TOO_DEEP);
    }
    let meta = Class::builder("M")
        .call(|step| step.class().call(args!()))
        .instancecheck(|step| step.class().has_instance(step.value()))
        .subclasscheck(|step| step.class().has_subclass(step.subclass()))
        .build()?;
    let class = Class::builder("C").metaclass(&meta).build()?;
    refused(class.call(args!()), TOO_DEEP);
    refused(class.has_instance(&Value::None), TOO_DEEP);
    refused(class.has_subclass(&meta), TOO_DEEP);
    Ok(())
}

#[test]
fn namespaces() -> Result<(), Error> {
    #[derive(Clone, Default)]
    struct Endless(OrderedNamespace, Option<Class>);
    impl Namespace for Endless {
        fn insert(&mut self, _: &str, _: Value) -> Result<(), Error> {
            self.1.iter().try_for_each(|meta| Class::builder("C").metaclass(meta).build().map(drop))
        }
        fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
            self.0.look_up(name)
        }
        fn remove(&mut self, name: &str) -> Result<bool, Error> {
            self.0.remove(name)
        }
        fn entries(&self) -> Vec<(String, Value)> {
            self.0.entries()
        }
    }
    let prepare = |step: &mut metaclass::Step<'_, metaclass::Prepare>| {
        let namespace: Box<dyn Namespace> = Box::new(Endless(OrderedNamespace::new(), Some(step.metaclass().clone())));
        Ok(namespace)
    };
    let meta = Class::builder("M").prepare(prepare).build()?;
    refused(Class::builder("C").metaclass(&meta).build(), TOO_DEEP);
    Ok(())
}

/// A thousand classes whose method asks the next one: as deep as Python goes.
#[test]
fn a_chain_of_super() -> Result<(), Error> {
    let mut class = Class::builder("C").method("m", |_| Ok(0)).build()?;
    let add_one = |this: &This<'_>| Ok(this.super_call("m", args!())?.as_int().unwrap_or_default() + 1);
    for _ in 0..50 {
        class = Class::builder("C").base(&class).method("m", add_one).build()?;
    }
    assert_eq!(class.instantiate(args!())?.call("m", args!())?, 50.into());
    for _ in 50..1_000 {
        class = Class::builder("C").base(&class).method("m", add_one).build()?;
    }
    refused(class.instantiate(args!())?.call("m", args!()), TOO_DEEP);
    Ok(())
}

/// What holds itself by way of `Shared` is printed as deep as calls may go.
#[test]
fn circles_of_shared_instances() -> Result<(), Error> {
    let class = Class::builder("C").method("__repr__", |this| Ok(format!("C({})", this.get("items")?))).build()?;
    let shared = Shared::new(class.instantiate(args!())?);
    shared.set("items", vec![Value::from(shared.clone())])?;
    let text = shared.to_string();
    assert!(text.starts_with("C([C([C([") && text.contains("<__main__.C object>"));
    shared.set("items", Value::None)?;
    assert_eq!(shared.to_string(), "C(None)");
    Ok(())
}

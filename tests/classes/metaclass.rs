//! Metaclasses: which one a class gets, the order of the steps, what each hook can do.

use std::sync::{Arc, Mutex};

use metaclass::prelude::*;
use metaclass::{ClassBuilder, builtins};

use super::refused;

type Log = Arc<Mutex<Vec<String>>>;

const CONFLICT: &str = "TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass \
                        of the metaclasses of all its bases";

/// A metaclass that tells of each of its steps.
fn logging(log: &Log, name: &'static str) -> ClassBuilder {
    let say = |log: &Log, text: String| log.lock().unwrap().push(text);
    let logs = [Arc::clone(log), Arc::clone(log), Arc::clone(log)];
    let [prepare, new, init] = logs;
    Class::builder(name)
        .prepare(move |step| {
            say(&prepare, format!("{name}.prepare({})", step.name()));
            step.next()
        })
        .new_class(move |step| {
            say(&new, format!("{name}.new({}, {:?})", step.name(), step.keywords()));
            step.keywords_mut().clear();
            let class = step.next()?;
            say(&new, format!("{name}.new.done"));
            Ok(class)
        })
        .init_class(move |step| {
            say(&init, format!("{name}.init({}, {:?})", step.class().name(), step.keywords()));
            step.next()
        })
}

#[test]
fn the_steps_come_in_pythons_order() -> Result<(), Error> {
    struct Field(Log);
    impl metaclass::Descriptor for Field {
        fn set_name(&self, owner: &Class, name: &str) -> Result<(), Error> {
            self.0.lock().unwrap().push(format!("set_name({}.{name})", owner.name()));
            Ok(())
        }
    }
    let log = Log::default();
    let meta = logging(&log, "M").build()?;
    let told = Arc::clone(&log);
    let base = Class::builder("Base")
        .metaclass(&meta)
        .init_subclass(move |owner, sub, _| {
            told.lock().unwrap().push(format!("init_subclass({}, {})", owner.name(), sub.name()));
            Ok(())
        })
        .build()?;
    let child =
        Class::builder("Child").base(&base).keyword("k", 1).descriptor("field", Field(Arc::clone(&log))).build()?;
    let expected = [
        "M.prepare(Base)",
        "M.new(Base, ())",
        "M.new.done",
        "M.init(Base, ())",
        "M.prepare(Child)",
        "M.new(Child, (k=1))",
        "set_name(Child.field)",
        "init_subclass(Base, Child)",
        "M.new.done",
        "M.init(Child, (k=1))",
    ];
    assert_eq!(*log.lock().unwrap(), expected);
    assert_eq!((child.metaclass(), meta.metaclass()), (&meta, builtins::type_()));
    log.lock().unwrap().clear();
    Class::new("Called", [&base], [])?;
    let expected = ["M.new(Called, ())", "init_subclass(Base, Called)", "M.new.done", "M.init(Called, ())"];
    assert_eq!(*log.lock().unwrap(), expected);
    Ok(())
}

#[test]
fn the_most_derived_metaclass_wins_and_unrelated_ones_conflict() -> Result<(), Error> {
    let log = Log::default();
    let outer = logging(&log, "Outer").build()?;
    let inner = logging(&log, "Inner").base(&outer).build()?;
    let other = logging(&log, "Other").build()?;
    let a = Class::builder("A").metaclass(&outer).build()?;
    let b = Class::builder("B").metaclass(&inner).build()?;
    log.lock().unwrap().clear();
    for bases in [[&a, &b], [&b, &a]] {
        assert_eq!(Class::builder("C").bases(bases).build()?.metaclass(), &inner);
    }
    assert_eq!(Class::builder("D").base(&b).metaclass(&outer).build()?.metaclass(), &inner);
    let first = "Inner.prepare(C) Outer.prepare(C) Inner.new(C, ()) Outer.new(C, ()) Outer.new.done Inner.new.done";
    assert!(log.lock().unwrap().join(" ").starts_with(first));
    log.lock().unwrap().clear();
    let c = Class::builder("C").metaclass(&other).build()?;
    log.lock().unwrap().clear();
    refused(Class::builder("X").bases([&a, &c]).build(), CONFLICT);
    refused(Class::builder("X").base(&a).metaclass(&other).build(), CONFLICT);
    refused(Class::new("X", [&a, &c], []), CONFLICT);
    assert!(log.lock().unwrap().is_empty());
    Ok(())
}

#[test]
fn new_can_change_everything() -> Result<(), Error> {
    let meta = Class::builder("M")
        .new_class(|step| {
            step.namespace_mut().set("injected", 1)?;
            step.namespace_mut().delete("dropped")?;
            let name = format!("My{}", step.name());
            step.set_name(name);
            let class = Class::try_from(step.next()?)?;
            class.set("after", 2)?;
            Ok(class.into())
        })
        .init_class(|step| step.class().set("init", 3))
        .build()?;
    let class = Class::builder("C").metaclass(&meta).attr("injected", 0).attr("dropped", 0).build()?;
    assert_eq!((class.name(), class.vars().to_string()), ("MyC", "{'injected': 1, 'after': 2, 'init': 3}".into()));
    refused(Class::builder("C").metaclass(&meta).build(), "NameError: name 'dropped' is not defined");
    let meta =
        Class::builder("M").new_class(|_| Ok(5.into())).init_class(|_| Err(Error::value_error("never"))).build()?;
    assert_eq!(Class::builder("C").metaclass(&meta).make()?, 5.into());
    refused(Class::builder("C").metaclass(&meta).build(), "TypeError: the metaclass of 'C' gives no class, but int");
    Ok(())
}

#[test]
fn call_makes_the_instances() -> Result<(), Error> {
    let singleton = Class::builder("Singleton")
        .call(|step| {
            let class = step.class().clone();
            if class.has_own("instance") {
                return class.get("instance");
            }
            let made = step.next()?;
            class.set("instance", made.clone())?;
            Ok(made)
        })
        .build()?;
    let a = Class::builder("A").metaclass(&singleton).build()?;
    let b = Class::builder("B").base(&a).build()?;
    assert!(a.call(args!())?.is(&a.call(args!())?) && !a.call(args!())?.is(&b.call(args!())?));
    assert_eq!(b.instantiate(args!())?.class(), &b);
    Ok(())
}

#[test]
fn checks_are_answered() -> Result<(), Error> {
    let meta = Class::builder("M")
        .instancecheck(|step| Ok(matches!(step.value(), Value::Int(_)) || step.next()?))
        .subclasscheck(|step| Ok(step.subclass() == builtins::int() || step.next()?))
        .build()?;
    let a = Class::builder("A").metaclass(&meta).build()?;
    let b = Class::builder("B").base(&a).build()?;
    assert!(a.has_instance(&5.into())? && Value::from(5).is_instance_of(&b) && !a.has_instance(&"a".into())?);
    assert!(builtins::int().is_subclass_of(&a) && b.is_subclass_of(&a) && !builtins::str().is_subclass_of(&a));
    assert!(b.instantiate(args!())?.is_instance_of(&a) && !a.instantiate(args!())?.is_instance_of(&b));
    Ok(())
}

#[test]
fn mro_can_be_ordered_otherwise() -> Result<(), Error> {
    let reverse = Class::builder("M").mro(|step| Ok(step.next()?.into_iter().rev().collect())).build()?;
    let a = Class::builder("A").method("f", |_| Ok("A")).build()?;
    let b = Class::builder("B").base(&a).method("f", |_| Ok("B")).build()?;
    let c = Class::builder("C").base(&b).metaclass(&reverse).build()?;
    assert_eq!(format!("{:?}", c.mro()), "[object, A, B, C]");
    assert_eq!(c.instantiate(args!())?.call("f", args!())?, "A".into());
    let extra = Class::builder("Extra").attr("x", "from Extra").build()?;
    let inserted = extra.clone();
    let insert = Class::builder("M")
        .mro(move |step| {
            let mut order = step.next()?;
            order.insert(1, inserted.clone());
            Ok(order)
        })
        .build()?;
    let c = Class::builder("C").base(&a).metaclass(&insert).build()?;
    assert_eq!((c.get("x")?, format!("{:?}", c.bases())), ("from Extra".into(), "[A]".into()));
    assert!(c.is_subclass_of(&extra) && extra.subclasses().is_empty());
    extra.set("x", "changed")?;
    extra.set("later", 1)?;
    assert_eq!((c.get("x")?, c.get("later")?), ("changed".into(), 1.into()));
    let lost = Class::builder("M").mro(|_| Ok(vec![])).build()?;
    let error = "TypeError: mro() returned an order without 'C' itself";
    refused(Class::builder("C").metaclass(&lost).build(), error);
    Ok(())
}

#[test]
fn attributes_of_the_metaclass_show_on_classes_alone() -> Result<(), Error> {
    let meta = Class::builder("M")
        .base(builtins::type_())
        .attr("x", "meta")
        .method("shout", |this| Ok(this.as_class().map(|class| class.name().to_uppercase())))
        .property("p", metaclass::Property::new().getter(|_| Ok("meta p")))
        .build()?;
    let class = Class::builder("C").metaclass(&meta).attr("p", "class p").build()?;
    assert_eq!((class.get("x")?, class.call_method("shout", args!())?), ("meta".into(), "C".into()));
    assert_eq!((class.get("p")?, class.instantiate(args!())?.get("p")?), ("meta p".into(), "class p".into()));
    refused(class.instantiate(args!())?.get("x"), "AttributeError: 'C' object has no attribute 'x'");
    refused(class.set("p", 1), "AttributeError: property 'p' of 'M' object has no setter");
    class.set("x", "own")?;
    assert_eq!(class.get("x")?, "own".into());
    class.delete("x")?;
    assert_eq!(class.get("x")?, "meta".into());
    Ok(())
}

#[test]
fn what_is_no_metaclass_is_called_all_the_same() -> Result<(), Error> {
    let plain = Class::builder("Plain").build()?;
    refused(Class::builder("C").metaclass(&plain).make(), "TypeError: Plain() takes no arguments");
    refused(Class::builder("C").base(&plain).metaclass(&plain).make(), CONFLICT);
    let recording = Class::builder("Recording")
        .init_with(params!(*given, **keywords), |this, args| {
            let (given, keywords): (&Value, &Value) = args.get()?;
            this.set("given", given.clone())?;
            this.set("keywords", keywords.clone())
        })
        .build()?;
    let statement = || Class::builder("C").metaclass(&recording).keyword("k", 1).attr("x", 2);
    let made = statement().make()?;
    let given = "('C', (), {'__module__': '__main__', '__qualname__': 'C', 'x': 2})";
    assert_eq!(
        (made.get_attr("given")?.to_string(), made.get_attr("keywords")?.to_string()),
        (given.into(), "{'k': 1}".into())
    );
    refused(statement().build(), "TypeError: the metaclass of 'C' gives no class, but Recording");
    Ok(())
}

#[test]
fn hooks_of_a_metaclass_need_one() -> Result<(), Error> {
    let plain = Class::builder("Plain").build()?;
    let meta = Class::builder("M").base(&plain).init_class(|_| Ok(())).build();
    refused(meta, "TypeError: 'M' has hooks of a metaclass: it has to derive from 'type'");
    let meta = Class::builder("M").base(builtins::type_()).method("__new__", |_| Ok(())).build()?;
    let class = Class::builder("C").metaclass(&meta).build();
    refused(class, "TypeError: M.__new__() is an ordinary function: '__new__' needs a hook");
    Ok(())
}

#[test]
fn what_a_class_does_as_a_value_its_metaclass_says() -> Result<(), Error> {
    let meta = Class::builder("M")
        .base(builtins::type_())
        .method("__repr__", |this| Ok(format!("<M {}>", this.as_class().map_or("?", Class::name))))
        .method("__len__", |_| Ok(2))
        .method("__iter__", |_| Ok(vec!["a", "b"]))
        .method_with("__getitem__", ["key"], |_, args| Ok(args.get_as::<&Value>("key")?.repr().to_string() + "!"))
        .method_mut_with("__setitem__", ["key", "value"], |this, args| {
            let (key, value): (&str, &Value) = args.get()?;
            this.set(key, value.clone())
        })
        .method_mut_with("__delitem__", ["key"], |this, args| this.delete(args.get_as("key")?))
        .build()?;
    let class = Class::builder("C").metaclass(&meta).build()?;
    let mut value = Value::from(&class);
    assert_eq!(
        (value.to_string(), class.to_string(), format!("{value:?}")),
        ("<M C>".into(), "<M C>".into(), "<M C>".into())
    );
    assert_eq!((value.len()?, value.iterate()?.count(), value.get_item(&1.into())?), (2, 2, "1!".into()));
    assert!(value.contains(&"b".into())? && !value.contains(&"c".into())?);
    value.set_item(&"x".into(), 5)?;
    assert_eq!(class.get("x")?, 5.into());
    value.del_item(&"x".into())?;
    assert!(!class.has("x")?);
    // Not the class, of which its instances do it.
    let plain = Class::builder("P").method("__len__", |_| Ok(0)).method("__repr__", |_| Ok("p")).build()?;
    let value = Value::from(&plain);
    assert_eq!((value.to_string(), value.is_truthy()), ("<class '__main__.P'>".into(), true));
    refused(value.len(), "TypeError: object of type 'type' has no len()");
    let empty = Class::builder("M").base(builtins::type_()).method("__len__", |_| Ok(0)).build()?;
    assert!(!Value::from(Class::builder("C").metaclass(&empty).build()?).is_truthy());
    // `super().__repr__()` is what `type` says.
    let meta = Class::builder("M")
        .base(builtins::type_())
        .method("__repr__", |this| Ok(format!("[{}]", this.super_call("__repr__", args!())?)))
        .build()?;
    assert_eq!(Class::builder("C").metaclass(&meta).build()?.to_string(), "[<class '__main__.C'>]");
    Ok(())
}

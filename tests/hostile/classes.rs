//! Hierarchies and names that are deep, wide, large or go round: linear time, no stack that overflows, clear errors.

use metaclass::prelude::*;
use metaclass::value::Dict;
use metaclass::{Sym, builtins};

use super::on_a_small_stack;
use crate::classes::refused;

const HUGE: usize = 1_000_000;

#[test]
fn a_thousand_levels() {
    on_a_small_stack(|| {
        let mut class = Class::builder("C0").attr("root", 0).method("m", |_| Ok("root")).build().unwrap();
        let root = class.clone();
        for level in 1..1_000 {
            class = Class::builder(format!("C{level}")).base(&class).build().unwrap();
        }
        let mut instance = class.instantiate(args!()).unwrap();
        assert_eq!(class.mro().len(), 1_001);
        assert!(instance.is_instance_of(&root));
        instance.set("x", 1).unwrap();
        assert_eq!(instance.get("root").unwrap(), 0.into());
        root.set("root", 1).unwrap();
        assert_eq!(instance.get("root").unwrap(), 1.into());
        assert_eq!(instance.call("m", args!()).unwrap(), "root".into());
        drop((root, class, instance));
    });
}

#[test]
fn a_thousand_subclasses() -> Result<(), Error> {
    let base = Class::builder("Base").attr("x", 0).build()?;
    let subclasses: Vec<Class> =
        (0..1_000).map(|_| Class::builder("Sub").base(&base).build()).collect::<Result<_, _>>()?;
    base.set("x", 1)?;
    base.set("later", 2)?;
    let sees = |class: &Class, name, value: i64| class.get(name).is_ok_and(|seen| seen == value.into());
    assert!(subclasses.iter().all(|class| sees(class, "x", 1) && sees(class, "later", 2)));
    let all = Class::builder("All").bases(&subclasses).build()?;
    assert_eq!(all.mro().len(), 1_003);
    drop((subclasses, all));
    assert_eq!(base.subclasses().len(), 0);
    Ok(())
}

#[test]
fn a_hundred_thousand_attributes() -> Result<(), Error> {
    let names: Vec<String> = (0..100_000).map(|i| format!("attribute{i}")).collect();
    let class = Class::new("Large", [], names.iter().map(|name| (name.as_str(), 1.into())))?;
    assert_eq!((class.get("attribute99999")?, class.attribute_names().len()), (1.into(), 100_000));
    let slotted = Class::builder("Slotted").slots(&names).build()?;
    slotted.instantiate(args!())?.set("attribute99999", 1)?;
    // The same one by one, after the class is made and has a subclass.
    let class = Class::builder("Grows").build()?;
    let sub = Class::builder("Sub").base(&class).build()?;
    for name in &names {
        class.set(name, 2)?;
    }
    assert_eq!((sub.get("attribute0")?, sub.get("attribute99999")?), (2.into(), 2.into()));
    let mut instance = sub.instantiate(args!())?;
    for name in &names {
        instance.set(name, 3)?;
    }
    assert_eq!((instance.get("attribute99999")?, instance.vars().len()), (3.into(), 100_000));
    Ok(())
}

#[test]
fn long_chains_are_freed_without_recursion() {
    on_a_small_stack(|| {
        let node = Class::builder("Node").field("next", Field::any()).build().unwrap();
        let mut head = Value::None;
        for _ in 0..100_000 {
            head = node.instantiate(args!(head)).unwrap().into();
        }
        drop(head);
        let mut mixed = Value::None;
        for _ in 0..100_000 {
            let inner: Value = node.instantiate(args!(mixed)).unwrap().into();
            mixed = Dict::from([("next", vec![inner])]).into();
        }
        drop(mixed);
        let mut shared = Value::None;
        for _ in 0..100_000 {
            shared = Shared::new(node.instantiate(args!(shared)).unwrap()).into();
        }
        drop(shared);
        let mut class = Value::None;
        for _ in 0..50_000 {
            class = Class::new("Link", [], [("next", class)]).unwrap().into();
        }
        drop(class);
    });
}

#[test]
fn classes_cannot_derive_from_themselves() -> Result<(), Error> {
    let a = Class::builder("A").attr("x", 1).build()?;
    let b = Class::builder("B").base(&a).build()?;
    let c = Class::builder("C").base(&b).build()?;
    let text = "TypeError: a __bases__ item causes an inheritance cycle";
    for class in [&a, &b, &c] {
        refused(a.set_bases([class]), text);
        refused(a.set_bases([builtins::object(), class]), text);
    }
    refused(a.set_bases([]), "TypeError: can only assign non-empty tuple to A.__bases__, not ()");
    assert_eq!((format!("{:?}", c.mro()), c.get("x")?), ("[C, B, A, object]".into(), 1.into()));
    // By way of an order of their own.
    let meta = Class::builder("M").mro(|step| Ok([step.next()?, step.class().mro()].concat())).build()?;
    refused(Class::builder("D").metaclass(&meta).build(), "TypeError: duplicate base class D");
    Ok(())
}

#[test]
fn a_class_may_hold_itself() -> Result<(), Error> {
    let class = Class::builder("C").build()?;
    class.set("me", &class)?;
    class.set("mine", class.instantiate(args!())?)?;
    assert_eq!(class.get("me")?.get_attr("me")?, (&class).into());
    assert_eq!(class.vars().to_string(), "{'me': <class '__main__.C'>, 'mine': <__main__.C object>}");
    assert_eq!(Value::from(&class), class.get("me")?);
    class.delete("me")?;
    class.delete("mine")
}

/// Each doubles the number of ways to the root: the order is found all the same, and each class stands in it once.
#[test]
fn two_hundred_diamonds() -> Result<(), Error> {
    let root = Class::builder("Root").attr("x", 0).build()?;
    let mut tip = root.clone();
    for _ in 0..200 {
        let [left, right] = [Class::builder("Left").base(&tip).build()?, Class::builder("Right").base(&tip).build()?];
        tip = Class::builder("Tip").bases([&left, &right]).build()?;
    }
    assert_eq!((tip.mro().len(), tip.mro().get(600)), (602, Some(&root)));
    root.set("x", 1)?;
    assert_eq!(tip.instantiate(args!())?.get("x")?, 1.into());
    assert_eq!(root.subclasses().len(), 2);
    Ok(())
}

#[test]
fn ten_thousand_fields() -> Result<(), Error> {
    let names: Vec<String> = (0..10_000).map(|i| format!("field{i}")).collect();
    let with_fields = |builder, name: &String| metaclass::ClassBuilder::field(builder, name, Field::int());
    let class = names.iter().fold(Class::builder("Wide"), with_fields).build()?;
    let args = (0..).zip(&names).fold(Args::new(), |args, (i, name): (i64, _)| args.with_keyword(name.clone(), i));
    let instance = class.instantiate(args.clone())?;
    assert_eq!((instance.get("field9999")?, instance.vars().len()), (9_999.into(), 10_000));
    refused(
        class.instantiate(args.with_keyword("y", 1)),
        "TypeError: Wide.__init__() got an unexpected keyword argument 'y'",
    );
    let missing = class.instantiate(args!(1)).unwrap_err().to_string();
    assert!(missing.starts_with("Wide.__init__() missing 9999 required positional arguments: 'field1', 'field2', "));
    Ok(())
}

#[test]
fn huge_names() -> Result<(), Error> {
    let name = "n".repeat(HUGE);
    let class = Class::builder(&*name).module(&*name).doc(&*name).attr(&*name, 1).field("x", Field::int()).build()?;
    assert_eq!((class.name().len(), class.get(&*name)?), (HUGE, 1.into()));
    assert_eq!(class.to_string().len(), 2 * HUGE + "<class '.'>".len());
    let mut instance = class.instantiate(args!(1))?;
    instance.set(&*name, 2)?;
    assert_eq!(instance.get(&*name)?, 2.into());
    let missing = "m".repeat(HUGE);
    let text = instance.get(&*missing).unwrap_err().to_string();
    assert_eq!(text.len(), 2 * HUGE + "'' object has no attribute ''".len());
    assert!(instance.set("x", "a").is_err() && class.instantiate(args!(1, 2)).is_err());
    assert!(Registry::new().register(&class).is_ok());
    Ok(())
}

#[test]
fn odd_names() -> Result<(), Error> {
    refused(Class::new("a\0b", [], []), "ValueError: type name must not contain null characters");
    for name in ["", " ", "a b", "\u{202e}", "class", "é", "a.b", "'"] {
        let class = Class::builder(name).attr(name, 1).build()?;
        let mut instance = class.instantiate(args!())?;
        instance.set(name, 2)?;
        assert_eq!((class.name(), class.get(name)?, instance.get(name)?), (name, 1.into(), 2.into()));
        instance.delete(name)?;
        assert_eq!(instance.get(name)?, 1.into());
    }
    // Attributes are shown as Python shows text.
    let class = Class::builder("C").build()?;
    refused(class.get("a\n\u{1b}"), "AttributeError: type object 'C' has no attribute 'a\\n\\x1b'");
    Ok(())
}

/// What comes with data is looked up, and never kept once its instance is gone.
#[test]
fn names_from_outside_are_not_kept() -> Result<(), Error> {
    let class = Class::builder("C").field("x", Field::int().default(0)).build()?;
    let mut instance = class.instantiate(args!())?;
    let registry = Registry::new();
    let name = "sent_by_somebody";
    assert!(instance.get(name).is_err() && class.get(name).is_err() && registry.get(name).is_none());
    assert!(class.instantiate(Args::new().with_keyword(name.to_owned(), 1)).is_err());
    instance.set(name, 1)?;
    assert_eq!(instance.call(name, args!()).unwrap_err().to_string(), "'int' object is not callable");
    instance.delete(name)?;
    assert!(!class.has_own(name) && class.delete(name).is_err());
    assert_eq!(Sym::known(name), None);
    Ok(())
}

/// Attributes that lead to the inside of Python's objects: what is there can be read, and not be changed.
#[test]
fn special_names_are_no_way_in() -> Result<(), Error> {
    let class = Class::builder("C").build()?;
    let mut instance = class.instantiate(args!())?;
    for name in ["__class__", "__dict__"] {
        refused(instance.set(name, 5), &format!("AttributeError: attribute '{name}' of 'C' objects is not writable"));
    }
    refused(class.set("__class__", 5), "AttributeError: attribute '__class__' of class 'C' is not writable");
    refused(class.set("__dict__", 5), "AttributeError: attribute '__dict__' of 'type' objects is not writable");
    for name in ["__globals__", "__builtins__", "__subclasses__", "__code__", "__proto__", "__init__.__globals__"] {
        refused(instance.get(name), &format!("AttributeError: 'C' object has no attribute '{name}'"));
    }
    refused(builtins::object().set("x", 1), "TypeError: cannot set 'x' attribute of immutable type 'object'");
    Ok(())
}

//! Deep, wide and large: linear time, and no stack that overflows.

use metaclass::prelude::*;

/// A thread with a stack that recursion would overflow at once.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(test).unwrap();
    thread.join().unwrap();
}

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

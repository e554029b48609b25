//! Classes by name.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use metaclass::Instance;
use metaclass::prelude::*;

use super::refused;

fn class(name: &str) -> Class {
    Class::builder(name).module("shop").build().unwrap()
}

fn names(classes: impl IntoIterator<Item = Class>) -> Vec<String> {
    classes.into_iter().map(|class| class.name().to_owned()).collect()
}

#[test]
fn classes_are_found_by_module_and_name() -> Result<(), Error> {
    let registry = Registry::new();
    assert!(registry.is_empty());
    let inner = Class::builder("Inner").module("shop::stock").qualname("Outer.Inner").build()?;
    let (user, main) = (class("User"), Class::builder("User").build()?);
    for class in [&user, &main, &inner, metaclass::builtins::int()] {
        registry.register(class)?;
    }
    assert_eq!(registry.get("shop.User"), Some(user.clone()));
    assert_eq!(registry.get("__main__.User"), Some(main));
    assert_eq!(registry.get("shop.stock.Outer.Inner"), Some(inner));
    assert_eq!(registry.get("builtins.int").as_ref(), Some(metaclass::builtins::int()));
    assert_eq!((registry.get("User"), registry.get(""), registry.len()), (None, None, 4));
    assert!(registry.contains("shop.User") && !registry.contains("shop.Use"));
    assert_eq!(format!("{registry:?}"), r#"{"shop.User", "__main__.User", "shop.stock.Outer.Inner", "builtins.int"}"#);
    // The same once more is no other.
    registry.register(&user)?;
    assert_eq!(registry.len(), 4);
    Ok(())
}

/// Short names are kept otherwise than long ones.
#[test]
fn names_of_every_length_are_told_apart() -> Result<(), Error> {
    let registry = Registry::new();
    let names: Vec<String> = (1..60).map(|length| "a".repeat(length)).collect();
    for name in &names {
        registry.register(&class(name))?;
    }
    for name in &names {
        assert_eq!(registry.get(&format!("shop.{name}")).unwrap().name(), name);
    }
    for name in names.iter().step_by(2) {
        assert_eq!(registry.remove(&format!("shop.{name}")).unwrap().name(), name);
    }
    for (i, name) in names.iter().enumerate() {
        assert_eq!(registry.contains(&format!("shop.{name}")), i % 2 == 1, "{i}");
    }
    Ok(())
}

#[test]
fn a_name_is_given_once() -> Result<(), Error> {
    let registry = Registry::new();
    let make = |field| Class::builder("User").module("shop").field("id", field).build();
    let first = make(Field::int())?;
    let line = line!() + 1;
    registry.register(&first)?;
    let other = registry.register(&make(Field::str())?);
    let (first_at, other_at) = (format!("{}:{line}:14", file!()), format!("{}:{}:26", file!(), line + 1));
    refused(
        other,
        &format!(
            "ValueError: 'shop.User' is registered already: User(id: int) at {first_at}, and User(id: str) at {other_at} \
             cannot have its name too"
        ),
    );
    assert_eq!((registry.get("shop.User"), registry.len()), (Some(first), 1));
    Ok(())
}

#[test]
fn a_class_can_be_replaced_and_keeps_its_place() -> Result<(), Error> {
    let registry = Registry::new();
    let (first, second, new) = (class("A"), class("B"), class("A"));
    registry.register(&first)?;
    registry.register(&second)?;
    let instance = first.instantiate(args!())?;
    assert_eq!(registry.replace(&new), Some(first.clone()));
    assert_eq!(registry.get("shop.A"), Some(new.clone()));
    assert_eq!(registry.iter().collect::<Vec<_>>(), [new, second]);
    assert!(instance.is_instance_of(&first));
    assert_eq!(registry.replace(&class("C")), None);
    assert_eq!(registry.names(), ["shop.A", "shop.B", "shop.C"]);
    Ok(())
}

#[test]
fn what_is_removed_is_gone_with_its_last_instance() -> Result<(), Error> {
    let registry = Registry::new();
    let weak = {
        let class = class("Plugin");
        registry.register(&class)?;
        class.downgrade()
    };
    let instance: Instance = registry.get("shop.Plugin").unwrap().instantiate(args!())?;
    drop(registry.remove("shop.Plugin"));
    assert_eq!((registry.get("shop.Plugin"), registry.remove("shop.Plugin")), (None, None));
    assert!(weak.upgrade().is_some());
    drop(instance);
    assert!(weak.upgrade().is_none());
    // The name is free again, and at the end.
    registry.register(&class("Other"))?;
    registry.register(&class("Plugin"))?;
    assert_eq!(registry.names(), ["shop.Other", "shop.Plugin"]);
    Ok(())
}

#[test]
fn a_replaced_class_is_gone_too() -> Result<(), Error> {
    let registry = Registry::new();
    let old = class("A");
    let weak = old.downgrade();
    registry.register(&old)?;
    drop(old);
    drop(registry.replace(&class("A")));
    assert!(weak.upgrade().is_none());
    Ok(())
}

#[test]
fn subclasses_are_those_that_are_registered() -> Result<(), Error> {
    let registry = Registry::new();
    let entity = class("Entity");
    let sub = |name: &str, base: &Class| Class::builder(name).module("shop").base(base).build();
    let user = sub("User", &entity)?;
    let admin = sub("Admin", &user)?;
    let order = sub("Order", &entity)?;
    let unregistered = sub("Draft", &entity)?;
    for class in [&order, &admin, &user] {
        registry.register(class)?;
    }
    registry.register(&class("Other"))?;
    assert_eq!(names(registry.subclasses(&entity)), ["Order", "Admin", "User"]);
    assert_eq!(names(registry.subclasses(&user)), ["Admin"]);
    assert!(registry.subclasses(&unregistered).is_empty());
    // One of the same name that is not the registered one is none.
    let twin = sub("Order", &entity)?;
    registry.remove("shop.Admin");
    assert_eq!(names(registry.subclasses(&entity)), ["Order", "User"]);
    drop((twin, order));
    registry.remove("shop.Order");
    assert_eq!(names(entity.subclasses()), ["User", "Draft"]);
    Ok(())
}

#[test]
fn registries_travel_between_threads() {
    const fn check<T: Send + Sync + 'static>() {}
    check::<Registry>();
}

/// Several threads define, read, change and drop classes, instances and entries.
#[test]
fn threads_share_a_registry() {
    const ROUNDS: usize = 400;
    let registry = Registry::new();
    let base = Class::builder("Base").module("shop").attr("x", 0).build().unwrap();
    registry.register(&base).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..2 {
            let (registry, base) = (&registry, &base);
            scope.spawn(move || {
                for round in 0..ROUNDS {
                    let name = format!("C{thread}x{}", round % 7);
                    let new = Class::builder(&*name).module("shop").base(base).attr("round", round).build().unwrap();
                    let full = format!("shop.{name}");
                    match round % 3 {
                        0 => drop(registry.replace(&new)),
                        1 => {
                            drop(registry.remove(&full));
                            registry.register(&new).unwrap();
                        }
                        _ => {
                            registry.replace(&new);
                            let taken = Class::builder(&*name).module("shop").build().unwrap();
                            assert!(registry.register(&taken).is_err());
                        }
                    }
                    assert_eq!(registry.get(&full), Some(new));
                    base.set("x", round).unwrap();
                }
            });
        }
        for _ in 0..2 {
            let (registry, base) = (&registry, &base);
            scope.spawn(move || {
                for round in 0..ROUNDS * 4 {
                    let name = format!("shop.C{}x{}", round % 2, round % 7);
                    if let Some(class) = registry.get(&name) {
                        let mut instance = class.instantiate(args!()).unwrap();
                        instance.set("own", round).unwrap();
                        assert!(matches!(instance.get("x"), Ok(Value::Int(_))));
                        assert!(instance.is_instance_of(base) && instance.get("round").is_ok());
                    }
                    assert_eq!(registry.get("shop.Base").as_ref(), Some(base));
                    if round % 50 == 0 {
                        assert!(registry.subclasses(base).iter().all(|class| class.descends_from(base)));
                        assert!(registry.iter().count() <= 15);
                    }
                }
            });
        }
    });
    assert_eq!(registry.len(), 15);
    for name in registry.names() {
        drop(registry.remove(&name));
    }
    assert!(registry.is_empty() && base.subclasses().is_empty());
}

/// What is asked for often is found in another way, which must not show what was replaced or removed.
#[test]
fn names_that_are_asked_for_often() -> Result<(), Error> {
    let class = |round: usize| Class::builder("C").module("shop").attr("round", round).build();
    let often = |registry: &Registry, expected: Option<&Class>| {
        (0..100).for_each(|_| assert_eq!(registry.get("shop.C").as_ref(), expected));
    };
    let (registry, other) = (Registry::new(), Registry::new());
    let (first, second, third) = (class(1)?, class(2)?, class(3)?);
    registry.register(&first)?;
    often(&registry, Some(&first));
    often(&other, None);
    other.register(&third)?;
    often(&other, Some(&third));
    registry.replace(&second);
    often(&registry, Some(&second));
    registry.remove("shop.C");
    often(&registry, None);
    registry.register(&first)?;
    often(&registry, Some(&first));
    often(&other, Some(&third));
    Ok(())
}

/// More names than are remembered, short ones and long ones.
#[test]
fn many_names_are_asked_for_often() -> Result<(), Error> {
    let registry = Registry::new();
    let name = |i: usize| format!("Class{}{i}", "x".repeat(i % 50));
    for i in 0..6_000 {
        registry.register(&Class::builder(name(i)).module("shop").build()?)?;
    }
    for _ in 0..40 {
        for i in 0..6_000 {
            assert_eq!(registry.get(&format!("shop.{}", name(i))).map(|class| *class.name() == *name(i)), Some(true));
        }
    }
    Ok(())
}

/// Once a class has been replaced, no thread finds it any more.
#[test]
fn threads_find_what_is_there_now() {
    const ROUNDS: usize = 20_000;
    let registry = Registry::new();
    let (replaced, is_done) = (AtomicUsize::new(0), AtomicBool::new(false));
    let class = |round: usize| Class::builder("C").module("shop").attr("round", round).build().unwrap();
    registry.register(&class(0)).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    let least = replaced.load(Ordering::Acquire);
                    let round = registry.get("shop.C").unwrap().get("round").unwrap();
                    assert!(usize::try_from(round.clone()).unwrap() >= least, "{round} after {least}");
                }
            });
        }
        for round in 1..=ROUNDS {
            registry.replace(&class(round));
            replaced.store(round, Ordering::Release);
            // Time to find it more than once.
            (0..round % 64).for_each(|_| std::hint::spin_loop());
        }
        is_done.store(true, Ordering::Relaxed);
    });
}

//! What classes, instances and registries leave behind: nothing, to the byte.
//!
//! A program of its own, since the allocator counts, and its tests take turns: `object` knows all classes that there are.

#![forbid(unsafe_code)]

use std::sync::{Mutex, MutexGuard, PoisonError};

use metaclass::prelude::*;
use metaclass::value::Dict;
use metaclass::{Function, Property, StrictNamespace, builtins, make_exception};

/// Four classes a round: a million in a release build, ten thousand in one that is not optimised.
const ROUNDS: usize = if cfg!(debug_assertions) { 2_500 } else { 250_000 };

/// While a test has its turn, no other one runs.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many bytes are left of doing something so many times.
fn left(rounds: usize, mut work: impl FnMut()) -> i64 {
    // The first times make what is made once.
    (0..3).for_each(|_| work());
    let classes = || builtins::object().subclasses().len();
    let before = classes();
    let left = allocation_counter::measure(|| (0..rounds).for_each(|_| work()));
    assert!(left.count_total > 0, "nothing was counted");
    assert_eq!(classes(), before);
    left.bytes_current
}

/// A base that knows its subclasses by name: Python's `registry = {}`, filled by `__init_subclass__`.
fn base() -> Class {
    let base = Class::builder("Base")
        .module("plugins")
        .attr("registry", Dict::new())
        .field("x", Field::int().default(0))
        .method("m", |this| this.get("x"))
        .init_subclass(|base, class, _| {
            base.update("registry", |known| known.set_item(&class.name().into(), class.downgrade()))
        });
    base.build().unwrap()
}

/// A base and three classes that derive from it, with an instance each, come into a registry and go.
fn four_classes(registry: &Registry) {
    let base = base();
    registry.register(&base).unwrap();
    for name in ["A", "B", "C"] {
        let class = Class::builder(name).module("plugins").base(&base).build().unwrap();
        registry.register(&class).unwrap();
        assert_eq!(class.instantiate(args!(5)).unwrap().call("m", args!()).unwrap(), 5.into());
    }
    let weak = registry.get("plugins.C").unwrap().downgrade();
    assert_eq!(base.get("registry").unwrap().len().unwrap(), 3);
    for name in ["plugins.A", "plugins.B", "plugins.C", "plugins.Base"] {
        drop(registry.remove(name));
    }
    assert!(weak.upgrade().is_none() && registry.is_empty());
}

#[test]
fn of_registered_classes_and_their_instances() {
    let _turn = turn();
    let whole = || {
        let registry = Registry::new();
        (0..ROUNDS).for_each(|_| four_classes(&registry));
    };
    assert_eq!(left(1, whole), 0);
}

// What a registry takes out of its map is freed in batches, which do not grow.
#[test]
fn of_classes_that_went_while_the_registry_stays() {
    let _turn = turn();
    let registry = Registry::new();
    let left = left(ROUNDS, || four_classes(&registry));
    assert!(left.abs() < 16 * 1024, "{left} bytes are left");
}

#[test]
fn of_a_registry_in_which_classes_are_replaced() {
    let _turn = turn();
    let class = |i: usize| Class::builder(format!("C{i}")).module("shop").build().unwrap();
    let work = || {
        let registry = Registry::new();
        for i in 0..100 {
            registry.register(&class(i)).unwrap();
            assert!(registry.register(&class(i)).is_err());
            registry.replace(&class(i));
        }
        (0..50).for_each(|i| drop(registry.remove(&format!("shop.C{i}"))));
    };
    assert_eq!(left(20, work), 0);
}

#[test]
fn of_classes_that_hold_each_other_in_one_direction() {
    let _turn = turn();
    let work = || {
        let base = base();
        let sub = Class::builder("Sub").base(&base).attr("y", "a").slots(["z"]).build().unwrap();
        let mut instance = sub.instantiate(args!(5)).unwrap();
        instance.set("z", sub.clone()).unwrap();
        base.set("y", 7).unwrap();
        let other = Class::builder("Other").attr("method", instance.get("m").unwrap()).build().unwrap();
        other.set("instance", instance.clone()).unwrap();
        let shared = Shared::new(instance);
        other.set("shared", shared.clone()).unwrap();
        shared.set("x", 1).unwrap();
    };
    assert_eq!(left(1_000, work), 0);
}

#[test]
fn of_classes_that_change() {
    let _turn = turn();
    let work = || {
        let (a, b) = (Class::builder("A").attr("x", 1).build().unwrap(), Class::builder("B").build().unwrap());
        let class = Class::builder("C").base(&a).build().unwrap();
        let x = class.attr("x").unwrap();
        let instance = class.instantiate(args!()).unwrap();
        for i in 0..20 {
            a.set("x", i).unwrap();
            a.set("m", Function::method("m", move |_| Ok(i))).unwrap();
            a.set(&format!("late{i}"), i).unwrap();
            assert_eq!((x.get(&instance).unwrap(), instance.call("m", args!()).unwrap()), (i.into(), i.into()));
        }
        class.set_bases([&b, &a]).unwrap();
        class.set_bases([&b]).unwrap();
        a.delete("x").unwrap();
    };
    assert_eq!(left(200, work), 0);
}

#[test]
fn of_a_million_assignments() {
    let _turn = turn();
    let class = Class::builder("C").attr("x", 0).build().unwrap();
    let mut instance = class.instantiate(args!()).unwrap();
    class.set("x", 1).unwrap();
    instance.set("y", 1).unwrap();
    let mut i = 0;
    let assign = || {
        i += 1;
        class.set("x", i).unwrap();
        instance.set("y", vec![i]).unwrap();
    };
    assert_eq!((left(500_000, assign), class.get("x").unwrap()), (0, i.into()));
}

#[test]
fn of_metaclasses_namespaces_and_descriptors() {
    let _turn = turn();
    let work = || {
        let meta = Class::builder("Meta")
            .prepare(|_| Ok(Box::new(StrictNamespace::new())))
            .new_class(|step| {
                let owner = step.owner().downgrade();
                step.namespace_mut().set("owner", owner)?;
                step.next()
            })
            .call(|step| {
                step.class().set("called_with", step.args().len())?;
                step.next()
            })
            .build()
            .unwrap();
        let property = Property::new().getter(|this| this.get("_p")).setter(|this, value| this.set("_p", value));
        let class = Class::builder("C").metaclass(&meta).property("p", property).build().unwrap();
        let mut instance = class.instantiate(args!()).unwrap();
        instance.set("p", "text").unwrap();
        assert_eq!(instance.get("p").unwrap(), "text".into());
    };
    assert_eq!(left(500, work), 0);
}

#[test]
fn of_what_was_refused() {
    let _turn = turn();
    let work = || {
        let picky = Class::builder("Picky")
            .abstract_method("m")
            .init_subclass(|_, class, _| Err(Error::type_error(format!("{} is not wanted", class.name()))))
            .build()
            .unwrap();
        assert!(Class::builder("C").base(&picky).build().is_err());
        assert!(picky.instantiate(args!()).is_err() && picky.subclasses().is_empty());
        let meta = Class::builder("Meta").init_class(|_| Err(Error::value_error("no"))).build().unwrap();
        assert!(Class::builder("C").metaclass(&meta).attr("x", vec![1]).build().is_err());
        let a = Class::builder("A").build().unwrap();
        let b = Class::builder("B").base(&a).build().unwrap();
        assert!(Class::new("C", [&a, &b], []).is_err() && a.set_bases([&b]).is_err());
        assert!(Class::builder("C").body(|ns| ns.get("missing").map(drop)).build().is_err());
        let raised = make_exception("Raised", Some("by default"), builtins::value_error()).unwrap();
        let thrower = raised.downgrade();
        let class = Class::builder("C")
            .method_with("m", ["x"], move |_, _| Err::<(), _>(thrower.upgrade().unwrap().raise(args!())))
            .build()
            .unwrap();
        let instance = class.instantiate(args!()).unwrap();
        assert!(instance.call("m", args!(1)).is_err_and(|error| error.is_instance_of(&raised)));
        assert!(instance.call("m", args!(1, y = "text")).is_err() && instance.get("missing").is_err());
    };
    assert_eq!(left(500, work), 0);
}

#[test]
fn of_instances_of_compiled_classes() {
    #[derive(Dataclass, Clone)]
    struct Point {
        x: f64,
        y: f64,
    }
    let _turn = turn();
    let work = || {
        let sub = Class::builder("Sub").base(Point::class()).field("name", Field::str()).build().unwrap();
        let p = sub.instantiate(args!(1.0, 2.0, "p")).unwrap();
        let point = Point::from_instance(&p).unwrap();
        let value = Value::from(point.to_instance().unwrap());
        assert_eq!(value, point.to_instance().unwrap().into());
    };
    assert_eq!((left(1_000, work), Point::class().subclasses()), (0, vec![]));
}

//! Functions of classes that panic: what they were called for is as it was, and nothing is locked for ever.

use std::panic::{AssertUnwindSafe, catch_unwind};

use metaclass::prelude::*;

/// Runs what has to panic.
#[track_caller]
fn panics<T>(act: impl FnOnce() -> T) {
    assert!(catch_unwind(AssertUnwindSafe(act)).is_err(), "there was no panic");
}

fn explode(_: &mut Value) -> Result<(), Error> {
    panic!("on purpose")
}

#[test]
fn classes_stay_usable() -> Result<(), Error> {
    let base = Class::builder("Base")
        .attr("x", 1)
        .method("m", |_| -> Result<(), Error> { panic!("on purpose") })
        .init_subclass(|_, class, _| if class.name() == "Bad" { panic!("on purpose") } else { Ok(()) })
        .build()?;
    panics(|| Class::builder("Bad").base(&base).build());
    panics(|| Class::builder("Bad").body(|_| panic!("on purpose")).build());
    panics(|| base.update("x", explode));
    panics(|| base.instantiate(args!()).unwrap().call("m", args!()));
    assert_eq!(base.subclasses(), []);
    // Here, and on another thread.
    let use_it = || {
        base.set("x", 2).unwrap();
        let sub = Class::builder("Good").base(&base).build().unwrap();
        assert_eq!(sub.instantiate(args!()).unwrap().get("x").unwrap(), 2.into());
        sub.set_bases([metaclass::builtins::object()]).unwrap();
    };
    use_it();
    std::thread::scope(|scope| scope.spawn(use_it).join().unwrap());
    Ok(())
}

#[test]
fn instances_keep_what_they_had() -> Result<(), Error> {
    let class = Class::builder("C").attr("x", 1).build()?;
    let mut instance = class.instantiate(args!())?;
    instance.set("x", vec![1])?;
    panics(|| instance.update("x", explode));
    assert_eq!(instance.get("x")?, vec![1].into());
    let shared = Shared::new(instance);
    panics(|| shared.update("x", explode));
    panics(|| shared.with_mut(|_| panic!("on purpose")));
    shared.set("y", 2)?;
    assert_eq!(shared.vars()?.to_string(), "{'x': [1], 'y': 2}");
    Ok(())
}

#[test]
fn calls_are_as_deep_as_before() -> Result<(), Error> {
    let class = Class::builder("C").method("m", |_| -> Result<(), Error> { panic!("on purpose") }).build()?;
    let instance = class.instantiate(args!())?;
    for _ in 0..2_000 {
        panics(|| instance.call("m", args!()));
    }
    let shallow = Class::builder("D").method("m", |_| Ok(1)).build()?;
    assert_eq!(shallow.instantiate(args!())?.call("m", args!())?, 1.into());
    Ok(())
}

//! Several threads define, read, change and drop classes.

use std::sync::atomic::{AtomicBool, Ordering};

use metaclass::prelude::*;

#[test]
fn classes_travel_between_threads() {
    const fn check<T: Send + Sync + 'static>() {}
    check::<Class>();
    check::<Instance>();
    check::<Shared>();
    check::<metaclass::Function>();
    check::<metaclass::Attr>();
}

#[test]
fn readers_see_whole_changes() -> Result<(), Error> {
    let base = Class::builder("Base").attr("x", 0).method("m", |_| Ok(0)).build()?;
    let other = Class::builder("Other").attr("x", -1).build()?;
    let sub = Class::builder("Sub").base(&base).build()?;
    let shared = Shared::new(sub.instantiate(args!())?);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let instance = sub.instantiate(args!()).unwrap();
                while !done.load(Ordering::Relaxed) {
                    assert!(matches!(instance.get("x"), Ok(Value::Int(_))));
                    assert!(
                        matches!(instance.call("m", args!()), Ok(Value::Int(_))) || !instance.is_instance_of(&base)
                    );
                    shared.set("y", instance.get("x").unwrap()).unwrap();
                    let made = Class::builder("Made").bases([&sub]).build().unwrap();
                    assert!(made.instantiate(args!()).unwrap().get("x").is_ok());
                }
            });
        }
        scope.spawn(|| {
            for i in 0..300 {
                base.set("x", i).unwrap();
                base.set("m", metaclass::Function::method("m", move |_| Ok(i))).unwrap();
                base.set(&format!("late{i}"), i).unwrap();
                sub.set_bases(if i % 2 == 0 { [&base, &other] } else { [&other, &base] }).unwrap();
            }
            done.store(true, Ordering::Relaxed);
        });
    });
    assert_eq!(sub.get("late299")?, 299.into());
    assert_eq!(sub.subclasses(), []);
    Ok(())
}

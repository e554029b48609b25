//! Instances with an identity.

use metaclass::prelude::*;

use super::refused;

fn node() -> Class {
    Class::builder("Node")
        .attr("n", 0)
        .method_mut("add", |this| this.set("n", this.get_as::<i64>("n")? + 1))
        .method_mut_with("visit", ["other"], |this, args| {
            let (other,): (&Value,) = args.get()?;
            other.call_method("add", args!())?;
            this.call_mut("add", args!())
        })
        .method("itself", |this| Ok(this.to_value()))
        .build()
        .unwrap()
}

#[test]
fn all_see_what_one_does() -> Result<(), Error> {
    let a = Shared::new(node().instantiate(args!())?);
    let b = a.clone();
    b.call("add", args!())?;
    b.set("extra", 1)?;
    assert_eq!((a.get("n")?, a.vars()?.to_string()), (1.into(), "{'n': 1, 'extra': 1}".into()));
    a.update("n", |n| {
        *n = 10.into();
        Ok(())
    })?;
    a.delete("extra")?;
    assert_eq!((b.get("n")?, b.vars()?.len()), (10.into(), 1));
    assert!(a.is(&b) && a == b);
    assert!(Value::from(a.clone()).is(&a.call("itself", args!())?));
    Ok(())
}

#[test]
fn methods_may_call_each_other() -> Result<(), Error> {
    let a = Shared::new(node().instantiate(args!())?);
    a.call("visit", args!(a.clone()))?;
    assert_eq!(a.get("n")?, 2.into());
    // A bound method that writes: the receiver is the one that all share.
    a.get("add")?.call(args!())?;
    assert_eq!(a.get("n")?, 3.into());
    Ok(())
}

#[test]
fn a_lock_that_is_held_is_told_and_not_waited_for() -> Result<(), Error> {
    let a = Shared::new(node().instantiate(args!())?);
    let text = "RuntimeError: a shared instance is in use: it is read or updated by a function that runs";
    let inner = a.clone();
    a.update("n", |_| {
        refused(inner.get("n"), text);
        refused(inner.set("n", 1), text);
        refused(inner.with(|_| ()), text);
        Ok(())
    })?;
    assert_eq!(a.get("n")?, 0.into());
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| a.with_mut(|_| panic!("within"))));
    assert!(caught.is_err());
    assert_eq!(a.get("n")?, 0.into());
    Ok(())
}

#[test]
fn a_copy_is_not_shared() -> Result<(), Error> {
    let a = Shared::new(node().instantiate(args!())?);
    let mut copy = a.to_instance()?;
    copy.set("n", 5)?;
    assert_eq!((a.get("n")?, copy.get("n")?), (0.into(), 5.into()));
    assert_eq!(Instance::try_from(Value::from(a))?.get("n")?, 0.into());
    Ok(())
}

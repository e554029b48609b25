//! Namespaces: what a body assigns into.

use std::sync::{Arc, Mutex};

use metaclass::prelude::*;
use metaclass::{Namespace, OrderedNamespace, StrictNamespace};

use super::refused;

#[test]
fn a_body_is_code() -> Result<(), Error> {
    let class = Class::builder("C")
        .attr("a", 1)
        .body(|ns| {
            let a = ns.get("a")?;
            ns.set("b", a)?;
            ns.delete("a")?;
            ns.set("x", 10)?;
            ns.set("x", 20)?;
            ns.set("a", 3)
        })
        .build()?;
    assert_eq!(class.vars().to_string(), "{'b': 1, 'x': 20, 'a': 3}");
    let missing = Class::builder("C").body(|ns| ns.get("zz").map(drop)).build();
    refused(missing, "NameError: name 'zz' is not defined");
    let unnamed = Class::builder("C").body(|ns| ns.set("__qualname__", 5)).build();
    refused(unnamed, "TypeError: type __qualname__ must be a str, not int");
    let failing = Class::builder("C").body(|_| Err(Error::value_error("no"))).build();
    refused(failing, "ValueError: no");
    Ok(())
}

#[test]
fn what_prepare_puts_in_is_seen_by_the_body() -> Result<(), Error> {
    let meta = Class::builder("M")
        .prepare(|step| {
            let mut namespace = step.next()?;
            namespace.set("hello", 42)?;
            Ok(namespace)
        })
        .build()?;
    let class = Class::builder("C")
        .metaclass(&meta)
        .body(|ns| {
            let hello = ns.get("hello")?;
            ns.set("copy", hello)
        })
        .build()?;
    assert_eq!(class.vars().to_string(), "{'hello': 42, 'copy': 42}");
    Ok(())
}

#[test]
fn a_namespace_says_what_it_is_and_has() -> Result<(), Error> {
    let meta = Class::builder("M")
        .new_class(|step| {
            let namespace = step.namespace();
            let said = format!("{}: {}", namespace.class_name(), namespace.names().collect::<Vec<_>>().join(" "));
            step.namespace_mut().set("said", said)?;
            step.next()
        })
        .build()?;
    let strict = Class::builder("S").base(&meta).prepare(|_| Ok(Box::new(StrictNamespace::new()))).build()?;
    let said = |meta: &Class| Class::builder("C").metaclass(meta).attr("x", 1).build()?.get("said");
    assert_eq!(said(&meta)?, "dict: __module__ __qualname__ x".into());
    assert_eq!(said(&strict)?, "StrictNamespace: __module__ __qualname__ x".into());
    Ok(())
}

#[test]
fn a_strict_namespace_refuses_a_second_definition() -> Result<(), Error> {
    let strict = Class::builder("Strict").prepare(|_| Ok(Box::new(StrictNamespace::new()))).build()?;
    let builder = || Class::builder("C").metaclass(&strict);
    let twice = builder().method("f", |_| Ok(1)).attr("f", 2).build();
    refused(twice, "TypeError: Duplicate definition of 'f'");
    let deleted = builder().body(|ns| {
        ns.set("x", 1)?;
        ns.delete("x")?;
        ns.set("x", 2)
    });
    assert_eq!(deleted.build()?.get("x")?, 2.into());
    // Each body has a namespace of its own.
    let base = builder().attr("x", 1).build()?;
    assert!(Class::builder("Sub").base(&base).attr("x", 2).build().is_ok());
    Ok(())
}

#[test]
fn a_namespace_sees_all_that_happens() -> Result<(), Error> {
    struct Logging(OrderedNamespace, Arc<Mutex<Vec<String>>>);
    impl Logging {
        fn log(&self, what: &str, name: &str) {
            self.1.lock().unwrap().push(format!("{what} {name}"));
        }
    }
    impl Namespace for Logging {
        fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
            self.log("set", name);
            self.0.insert(name, value)
        }
        fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
            self.log("get", name);
            self.0.look_up(name)
        }
        fn remove(&mut self, name: &str) -> Result<bool, Error> {
            self.log("del", name);
            self.0.remove(name)
        }
        fn entries(&self) -> Vec<(String, Value)> {
            self.0.entries()
        }
    }
    let log = Arc::new(Mutex::new(vec![]));
    let kept = Arc::clone(&log);
    let meta = Class::builder("M")
        .prepare(move |_| Ok(Box::new(Logging(OrderedNamespace::new(), Arc::clone(&kept)))))
        .build()?;
    Class::builder("C")
        .metaclass(&meta)
        .attr("foo", 4)
        .body(|ns| {
            ns.get("foo")?;
            ns.delete("foo")
        })
        .build()?;
    assert_eq!(*log.lock().unwrap(), ["set __module__", "set __qualname__", "set foo", "get foo", "del foo"]);
    Ok(())
}

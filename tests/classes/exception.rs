//! Exception classes, and what is raised.

use metaclass::prelude::*;
use metaclass::{ErrorKind, builtins, make_exception};

use super::refused;

#[test]
fn the_factory_of_the_lesson() -> Result<(), Error> {
    let not_found = make_exception("NotFoundError", Some("Resource not found"), builtins::exception())?;
    let auth = make_exception("AuthError", None, builtins::permission_error())?;
    assert_eq!(not_found.raise(args!()).to_string(), "Resource not found");
    assert_eq!(not_found.raise(args!("")).to_string(), "Resource not found");
    assert_eq!(not_found.raise(args!(message = "User 42 not found")).to_string(), "User 42 not found");
    assert!(auth.is_subclass_of(builtins::permission_error()) && auth.is_subclass_of(builtins::os_error()));
    refused::<()>(Err(auth.raise(args!("no entry"))), "AuthError: no entry");
    let text = "TypeError: NotFoundError.__init__() takes from 1 to 2 positional arguments but 3 were given";
    refused::<()>(Err(not_found.raise(args!(1, 2))), text);
    refused(make_exception("E", None, builtins::object()), "TypeError: exceptions must derive from BaseException");
    Ok(())
}

#[test]
fn an_error_is_of_its_class_and_of_those_behind() -> Result<(), Error> {
    let base = make_exception("ShopError", None, builtins::value_error())?;
    let sub = make_exception("PriceError", None, &base)?;
    let error = sub.raise(args!("too low"));
    assert!(error.is_instance_of(&sub) && error.is_instance_of(&base) && error.is_instance_of(builtins::value_error()));
    assert!(!error.is_instance_of(builtins::type_error()));
    assert!(error.kind().is_a(&ErrorKind::ValueError) && !error.kind().is_a(&ErrorKind::TypeError));
    assert_eq!((error.kind(), error.kind().name()), (ErrorKind::Class(sub.clone()), "PriceError"));
    // Errors of ours are of the classes too.
    assert!(Error::key_error("x").is_instance_of(builtins::lookup_error()));
    assert!(Error::frozen_instance_error("x").is_instance_of(builtins::attribute_error()));
    assert_eq!(builtins::key_error().raise(args!("k")).kind(), ErrorKind::KeyError);
    Ok(())
}

#[test]
fn exceptions_are_instances() -> Result<(), Error> {
    let class = Class::builder("HttpError")
        .base(builtins::exception())
        .init_with(["status", "text"], |this, args| {
            this.set("status", args.value("status").cloned())?;
            this.super_call_mut("__init__", args!(args.value("text").cloned())).map(drop)
        })
        .method("is_client", |this| Ok(this.get_as::<i64>("status")? < 500))
        .build()?;
    let error = class.raise(args!(404, "not here"));
    let exception = error.raised().cloned().unwrap_or_default();
    assert_eq!((error.to_string(), exception.repr().to_string()), ("not here".into(), "HttpError('not here')".into()));
    assert_eq!(
        (exception.get_attr("status")?, exception.call_method("is_client", args!())?),
        (404.into(), true.into())
    );
    refused::<()>(
        Err(class.raise(args!())),
        "TypeError: HttpError.__init__() missing 2 required positional arguments: 'status' and 'text'",
    );
    Ok(())
}

#[test]
fn texts_are_pythons() -> Result<(), Error> {
    let text = |class: &Class, args| class.raise(args).to_string();
    assert_eq!(text(builtins::value_error(), args!()), "");
    assert_eq!(format!("{:?}", builtins::value_error().raise(args!())), "ValueError");
    assert_eq!(text(builtins::value_error(), args!("a")), "a");
    assert_eq!(text(builtins::value_error(), args!("a", 1)), "('a', 1)");
    assert_eq!(text(builtins::key_error(), args!("a")), "'a'");
    assert_eq!(text(builtins::key_error(), args!("a", 1)), "('a', 1)");
    // One that does not pass on has its arguments all the same.
    let silent = Class::builder("Silent").base(builtins::exception()).init_with(["x"], |_, _| Ok(())).build()?;
    assert_eq!(silent.raise(args!("given")).to_string(), "given");
    refused::<()>(
        Err(builtins::value_error().raise(args!(x = 1))),
        "TypeError: ValueError() takes no keyword arguments",
    );
    refused::<()>(Err(builtins::int().raise(args!())), "TypeError: exceptions must derive from BaseException");
    Ok(())
}

#[test]
fn an_error_of_a_method_may_be_of_any_class() -> Result<(), Error> {
    let missing = make_exception("Missing", None, builtins::attribute_error())?;
    let raised = missing.clone();
    let class = Class::builder("C")
        .property("p", metaclass::Property::new().getter(move |_| Err::<(), _>(raised.raise(args!("gone")))))
        .build()?;
    let instance = class.instantiate(args!())?;
    assert!(!instance.has("p")?);
    assert!(instance.get("p").is_err_and(|error| error.is_instance_of(&missing)));
    Ok(())
}

#[test]
fn the_calls_that_an_error_went_through_are_traced() -> Result<(), Error> {
    let class = Class::builder("Animal")
        .method("outer", |this| this.call("inner", args!()))
        .method_mut("inner", |_| Err::<(), _>(Error::value_error("no")))
        .class_method("made", |cls, _| cls.instantiate(args!())?.call_mut("inner", args!()))
        .build()?;
    let error = class.call_method("made", args!()).unwrap_err();
    assert_eq!(error.trace().collect::<Vec<_>>(), ["Animal.made", "Animal.inner"]);
    let text = "Traceback (most recent call last):\n  <Animal.made>\n  <Animal.inner>\nValueError: no";
    assert_eq!(format!("{error:#}"), text);
    Ok(())
}

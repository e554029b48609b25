//! Python's built-in classes.
//!
//! ```
//! use metaclass::prelude::*;
//! use metaclass::builtins;
//!
//! assert_eq!(Value::from(true).class(), builtins::bool());
//! assert!(builtins::bool().is_subclass_of(builtins::int()));
//! assert_eq!(builtins::int().to_string(), "<class 'int'>");
//! assert_eq!(builtins::type_().metaclass(), builtins::type_());
//! ```

use std::sync::OnceLock;

use super::Class;
use super::pipeline::builtin;
use crate::args::Args;
pub use crate::error::classes::*;
use crate::error::{Error, ErrorKind};
use crate::function::Function;
use crate::value::{Tuple, Value};

/// `object`, the class that all others derive from.
#[must_use]
pub fn object() -> &'static Class {
    OBJECT.get_or_init(|| builtin("object", None, object_methods()))
}

static OBJECT: OnceLock<Class> = OnceLock::new();

/// `object`, unless it is just being made.
pub(super) fn object_if_made() -> Option<&'static Class> {
    OBJECT.get()
}

/// `type`, the class of classes.
#[must_use]
pub fn type_() -> &'static Class {
    static TYPE: OnceLock<Class> = OnceLock::new();
    TYPE.get_or_init(|| builtin("type", Some(object()), vec![]))
}

/// The other ones: how each is called in Rust and in Python, and what it derives from.
macro_rules! classes {
    ($($name:ident $python:literal ($base:ident);)*) => {
        $(
            #[doc = concat!("`", $python, "`.")]
            #[must_use]
            pub fn $name() -> &'static Class {
                static CLASS: OnceLock<Class> = OnceLock::new();
                CLASS.get_or_init(|| builtin($python, Some($base()), vec![]))
            }
        )*

        /// The built-in class of this Python name.
        ///
        /// ```
        /// use metaclass::builtins;
        ///
        /// assert_eq!(builtins::get("int"), Some(builtins::int()));
        /// assert_eq!(builtins::get("frozenset"), None);
        /// ```
        #[must_use]
        pub fn get(name: &str) -> Option<&'static Class> {
            match name {
                "object" => Some(object()),
                "type" => Some(type_()),
                $($python => Some($name()),)*
                _ => ErrorKind::find(name).map(ErrorKind::class),
            }
        }
    };
}

classes! {
    none_type "NoneType" (object);
    int "int" (object);
    bool "bool" (int);
    float "float" (object);
    str "str" (object);
    bytes "bytes" (object);
    list "list" (object);
    tuple "tuple" (object);
    set "set" (object);
    dict "dict" (object);
    function "function" (object);
    method "method" (object);
    classmethod "classmethod" (object);
    staticmethod "staticmethod" (object);
    property "property" (object);
    weakref "weakref" (object);
}

/// Refuses a base that nothing may derive from.
pub(super) fn refuse_base(base: &Class) -> Result<(), Error> {
    match is_value_class(base) {
        true => Err(Error::type_error(format!("type '{}' is not an acceptable base type", base.name()))),
        false => Ok(()),
    }
}

/// Are its instances values, and no instances that could be made empty?
pub(super) fn is_value_class(class: &Class) -> bool {
    class.0.is_builtin && class != object() && class != type_() && !class.is_exception()
}

type Constructor = fn(Args) -> Result<Value, Error>;

/// How a class whose instances are values makes one of another value.
pub(super) fn constructor(class: &Class) -> Option<Constructor> {
    if !is_value_class(class) {
        return None;
    }
    match class.name() {
        "bool" => Some(|args| args.get::<(&Value,)>().map(|(value,)| value.is_truthy().into())),
        "str" => Some(|args| args.get::<(&Value,)>().map(|(value,)| value.to_string().into())),
        _ => None,
    }
}

/// What every object has, at the end of every chain of `super`.
fn object_methods() -> Vec<Function> {
    vec![
        Function::writer("__init__", |_, args| match args.is_empty() {
            true => Ok(Value::None),
            false => refuse("object.__init__() takes exactly one argument (the instance to initialize)"),
        }),
        Function::writer("__setattr__", |this, args| {
            let (name, value): (&str, &Value) = args.get()?;
            this.set_plainly(name, value.clone()).map(Value::from)
        }),
        Function::writer("__delattr__", |this, args| {
            let (name,): (&str,) = args.get()?;
            this.delete_plainly(name).map(Value::from)
        }),
        Function::reader("__getattribute__", |this, args| {
            let (name,): (&str,) = args.get()?;
            this.get_plainly(name)
        }),
        Function::method("__repr__", |this| Ok(this.plain_repr())),
        Function::method("__str__", |this| Ok(this.to_value().repr().to_string())),
        Function::reader("__eq__", |this, args| {
            let (other,): (&Value,) = args.get()?;
            Ok(this.to_value().is(other).into())
        }),
        Function::reader("__ne__", |this, args| {
            let (other,): (&Value,) = args.get()?;
            Ok((this.to_value() != *other).into())
        }),
        Function::class_method("__init_subclass__", |_, args| match args.is_empty() {
            true => Ok(Value::None),
            false => refuse("object.__init_subclass__() takes no keyword arguments"),
        }),
        Function::method("__dir__", |this| {
            Ok(this.class().attribute_names().into_iter().map(Value::from).collect::<Tuple>())
        }),
    ]
}

fn refuse(text: &'static str) -> Result<Value, Error> {
    Err(Error::type_error(text))
}

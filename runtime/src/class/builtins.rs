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

use super::pipeline::builtin;
use super::{Class, Payload};
use crate::args::Args;
pub use crate::error::classes::*;
use crate::error::{Error, ErrorKind};
pub use crate::factory::enumeration::classes::{enum_, enum_type, flag, int_enum, int_flag, repr_enum, str_enum};
use crate::function::Function;
use crate::function::takes::{as_it_says, exactly};
use crate::instance::call_special;
use crate::symbol::Sym;
use crate::value::{Tuple, Value};

/// `object`, the class that all others derive from.
#[must_use]
pub fn object() -> &'static Class {
    OBJECT.get_or_init(|| builtin("object", None, named(object_methods())))
}

static OBJECT: OnceLock<Class> = OnceLock::new();

/// Is it `object`? What it has is asked for when nothing else is found, so that no table has to repeat it.
pub(crate) fn is_object(class: &Class) -> bool {
    // It may be just being made.
    OBJECT.get() == Some(class)
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
                let own = || Payload::by_name($python).map_or_else(Vec::new, Payload::attributes);
                CLASS.get_or_init(|| builtin($python, Some($base()), own()))
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
    not_implemented_type "NotImplementedType" (object);
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
    match is_value_class(base) && Payload::by_name(base.name()).is_none() {
        true => Err(Error::type_error(format!("type '{}' is not an acceptable base type", base.name()))),
        false => Ok(()),
    }
}

/// Are its instances values, and no instances that could be made empty?
#[inline]
pub(super) fn is_value_class(class: &Class) -> bool {
    let is_empty = || class == object() || class == type_() || class.is_exception();
    class.0.is_builtin && !is_empty()
}

/// What a class whose instances are values makes of arguments.
pub(super) fn convert(class: &Class, args: &Args) -> Option<Result<Value, Error>> {
    match (is_value_class(class), class.name(), args.positional()) {
        (false, ..) => None,
        (true, "bool", []) => Some(Ok(Value::False)),
        (true, "bool", _) => Some(args.get::<(&Value,)>().map(|(value,)| value.is_truthy().into())),
        (true, name, _) => Payload::by_name(name).map(|payload| payload.convert(args)),
    }
}

/// Functions as attributes.
pub(super) fn named(functions: Vec<Function>) -> Vec<(Sym, Value)> {
    functions.into_iter().map(|function| (Sym::new(function.name()), function.into())).collect()
}

/// What every object has, at the end of every chain of `super`.
fn object_methods() -> Vec<Function> {
    vec![
        Function::writer("__init__", as_it_says, |_, args| match args.is_empty() {
            true => Ok(Value::None),
            false => refuse("object.__init__() takes exactly one argument (the instance to initialize)"),
        }),
        Function::writer("__setattr__", exactly::<2>, |this, args| {
            let (name, value): (&str, &Value) = args.get()?;
            this.set_plainly(name, value.clone()).map(Value::from)
        }),
        Function::writer("__delattr__", exactly::<1>, |this, args| {
            let (name,): (&str,) = args.get()?;
            this.delete_plainly(name).map(Value::from)
        }),
        Function::reader("__getattribute__", exactly::<1>, |this, args| {
            let (name,): (&str,) = args.get()?;
            this.get_plainly(name)
        }),
        Function::method("__repr__", |this| Ok(this.plain_repr())),
        Function::method("__str__", |this| match this.class().finds("__repr__") {
            true => call_special(this, "__repr__", Args::new()),
            false => Ok(this.plain_repr().into()),
        }),
        Function::reader("__eq__", exactly::<1>, |this, args| {
            let (other,): (&Value,) = args.get()?;
            Ok(if this.to_value().is(other) { Value::True } else { Value::NotImplemented })
        }),
        Function::reader("__ne__", exactly::<1>, |this, args| {
            let (other,): (&Value,) = args.get()?;
            // What `__eq__` does not know, is not known.
            Ok(match this.call("__eq__", Args::new().with(other.clone()))? {
                Value::NotImplemented => Value::NotImplemented,
                equal => (!equal.is_truthy()).into(),
            })
        }),
        Function::method("__hash__", |this| this.to_value().identity_hash()),
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

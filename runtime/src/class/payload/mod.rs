//! Built-in values within instances: what a class that derives from `int`, `str`, `tuple` and the like makes of its
//! arguments, and what such instances can do.

mod collections;
mod construct;
mod methods;
mod numbers;
mod operators;

use super::{Class, Layout, builtins};
use crate::args::Args;
use crate::error::Error;
use crate::symbol::Sym;
use crate::value::Value;

/// The built-in classes whose instances are values, and that classes can derive from.
macro_rules! payloads {
    ($($variant:ident $class:ident $name:literal;)*) => {
        /// The kind of the built-in value that an instance is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Payload {
            $($variant,)*
        }

        impl Payload {
            /// The kind of the instances of a built-in class.
            pub(super) fn by_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// Python's name of the class.
            pub(super) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            pub(crate) fn class(self) -> &'static Class {
                match self {
                    $(Self::$variant => builtins::$class(),)*
                }
            }
        }
    };
}

payloads! {
    Int int "int";
    Float float "float";
    Str str "str";
    Bytes bytes "bytes";
    List list "list";
    Tuple tuple "tuple";
    Set set "set";
    Dict dict "dict";
}

impl Payload {
    /// The kind of a value that is no instance; a truth value is an integer.
    pub(crate) const fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::False | Value::True | Value::Int(_) | Value::Wide(_) => Self::Int,
            Value::Float(_) => Self::Float,
            Value::Str(_) => Self::Str,
            Value::Bytes(_) => Self::Bytes,
            Value::List(_) => Self::List,
            Value::Tuple(_) => Self::Tuple,
            Value::Set(_) => Self::Set,
            Value::Dict(_) => Self::Dict,
            _ => return None,
        })
    }

    /// Is it filled by `__init__`, and not by `__new__`? What can change is.
    pub(super) const fn is_filled_later(self) -> bool {
        matches!(self, Self::List | Self::Set | Self::Dict)
    }

    /// Have its instances as much room as their value needs, so that CPython has none for slots?
    const fn is_of_any_size(self) -> bool {
        matches!(self, Self::Int | Self::Bytes | Self::Tuple)
    }

    /// A value of these arguments: what calling the class gives.
    pub(super) fn convert(self, args: &Args) -> Result<Value, Error> {
        construct::convert(self, args)
    }

    /// What `__new__` of the class makes.
    pub(super) fn made(self, args: &Args) -> Result<Value, Error> {
        match self.is_filled_later() {
            true => Ok(construct::empty(self)),
            false => self.convert(args),
        }
    }

    /// What the class has: the methods of its operators, and those that it is called for.
    pub(super) fn attributes(self) -> Vec<(Sym, Value)> {
        methods::of(self)
    }
}

/// What instances are besides a bag of attributes: at most one of these.
#[derive(PartialEq)]
enum Solid {
    Payload(Payload),
    Exception,
    Class,
}

/// Refuses bases of which each says something else of what an instance is.
pub(super) fn refuse_conflict(bases: &[Class]) -> Result<(), Error> {
    if let [_] = bases {
        return Ok(());
    }
    let solid = |base: &Class| match base.layout().payload() {
        Some(payload) => Some(Solid::Payload(payload)),
        None if base.is_exception() => Some(Solid::Exception),
        None => base.is_metaclass().then_some(Solid::Class),
    };
    let mut solid = bases.iter().filter_map(solid);
    let first = solid.next();
    match solid.all(|other| Some(other) == first) {
        true => Ok(()),
        false => Err(Error::type_error("multiple bases have instance lay-out conflict")),
    }
}

/// Refuses other bases for a class whose instances would be something else by that.
pub(super) fn refuse_other(class: &Class, bases: &[Class]) -> Result<(), Error> {
    refuse_conflict(bases)?;
    let before = class.layout().payload();
    let after = bases.iter().find_map(|base| base.layout().payload());
    if before == after {
        return Ok(());
    }
    let [before, after] = [before, after].map(|payload| payload.map_or("object", Payload::name));
    Err(Error::type_error(format!("__bases__ assignment: '{after}' object layout differs from '{before}'")))
}

/// Refuses slots beside a value of any size, as CPython does.
pub(super) fn refuse_slots(bases: &[Class], declared: Option<&Layout>, layout: &Layout) -> Result<(), Error> {
    match layout.payload().filter(|payload| payload.is_of_any_size()) {
        Some(payload) if declared.is_some_and(|own| own.iter().any(|slot| !slot.is_field())) => {
            let base = bases.iter().find(|base| base.layout().payload().is_some());
            let name = base.map_or(payload.name(), Class::name);
            Err(Error::type_error(format!("nonempty __slots__ not supported for subtype of '{name}'")))
        }
        _ => Ok(()),
    }
}

//! A Python value: what run-time classes hold, what [`get`](crate::Dataclass::get) and
//! [`to_dict`](crate::Dataclass::to_dict) give.

mod arithmetic;
mod bytes;
mod collection;
mod compare;
mod comparison;
mod convert;
mod dict;
mod digest;
mod drop;
mod format;
mod format_spec;
mod iterate;
mod key;
mod number;
mod object;
mod opaque;
mod operator;
mod read;
mod sequence;
mod set;
mod subscript;
mod text;
mod variant;

pub use bytes::Bytes;
pub(crate) use collection::not_iterable;
pub use comparison::Comparison;
pub use dict::Dict;
pub(crate) use digest::Digest;
pub(crate) use drop::free;
pub(crate) use format::WithoutEntries;
pub use iterate::Iter;
pub use key::Key;
pub use number::{Float, Number, Wide};
pub(crate) use number::{as_integer, shortest};
pub(crate) use object::no_vars;
pub(crate) use opaque::{Foreign, Show, Unreadable, no_attribute, short_type_name};
pub use opaque::{Opaque, OpaqueValue};
pub use operator::Operator;
pub use read::FromValue;
pub use sequence::{List, Tuple};
pub use set::Set;
pub use text::Str;

use std::sync::Arc;

use crate::class::{Class, WeakClass};
use crate::descriptor::DescriptorValue;
use crate::error::Error;
use crate::function::Function;
use crate::instance::{self, Instance, Shared};

/// A Python value.
///
/// Values are data, not references: `clone` copies (cheaply: what is large is counted and copied on write), and
/// nothing that is done to a clone is seen through the original.
///
/// * `Display` is Python's `str`, [`repr`](Self::repr) and `Debug` its repr.
/// * `==` is Python's: `True == 1 == 1.0`, a list equals no tuple, NaN equals nothing.
/// * `<` and the like are Python's where it has an order, and false where it has none; [`compare`](Self::compare)
///   gives the `TypeError`, [`total_cmp`](Self::total_cmp) orders everything.
/// * [`hash_key`](Self::hash_key) is Python's `hash`: what is equal hashes alike, lists, sets and dicts do not.
///
/// A value is 16 bytes and, since each payload is one integer or pointer, is passed in two registers. However deep
/// lists and dicts are nested, no operation on them overflows the stack.
///
/// ```
/// use metaclass::Value;
///
/// let value = Value::from(vec![1, 2]);
/// assert_eq!(value.to_string(), "[1, 2]");
/// assert_eq!(Value::from(true), Value::from(1.0));
/// assert!(Value::from("a") < Value::from("b"));
/// assert_eq!(i64::try_from(Value::from(3))?, 3);
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Default)]
#[non_exhaustive]
pub enum Value {
    /// `None`.
    #[default]
    None,
    /// `False`.
    False,
    /// `True`.
    True,
    /// `NotImplemented`: what a method of an operator gives if it does not know the other side, which is asked then.
    NotImplemented,
    /// An integer of 64 bits.
    Int(i64),
    /// An integer that needs more than 64 bits and fits 128.
    Wide(Wide),
    /// A float.
    Float(Float),
    /// Text.
    Str(Str),
    /// Bytes.
    Bytes(Bytes),
    /// A list.
    List(List),
    /// A tuple.
    Tuple(Tuple),
    /// A set.
    Set(Set),
    /// A dict.
    Dict(Dict),
    /// An instance of a class made at run time: copied on write.
    Instance(Arc<Instance>),
    /// An instance that several hold at once.
    Shared(Shared),
    /// A function, or a method with its receiver.
    Function(Function),
    /// A class.
    Class(Class),
    /// A class that is not kept.
    WeakClass(WeakClass),
    /// A property, or another descriptor written in Rust.
    Descriptor(DescriptorValue),
    /// A Rust value: an instance of a compiled class, or something foreign.
    Opaque(OpaqueValue),
}

/// What is no pointer is copied in place: most values are none.
impl Clone for Value {
    #[inline]
    fn clone(&self) -> Self {
        match self {
            Self::None => Self::None,
            Self::False => Self::False,
            Self::True => Self::True,
            Self::Int(value) => Self::Int(*value),
            Self::Float(value) => Self::Float(*value),
            counted => counted.count(),
        }
    }
}

// What makes a call that returns a value cheap: two registers, with an error or without.
const _: () = assert!(size_of::<Value>() == 16);
const _: () = assert!(size_of::<Option<Value>>() == 16);
const _: () = assert!(size_of::<Result<Value, Error>>() == 16);

/// Payloads read by reference: `as_str` and the like. An instance of a class that derives from `str` is a text too.
macro_rules! readers {
    ($($name:ident $variant:ident $type:ty, $what:literal;)*) => {$(
        #[doc = concat!("The ", $what, ", if it is one.")]
        #[must_use]
        pub fn $name(&self) -> Option<&$type> {
            match self {
                Self::$variant(payload) => Some(payload),
                Self::Instance(instance) => instance.payload()?.$name(),
                _ => None,
            }
        }
    )*};
}

impl Value {
    /// The name of its Python class: `int`, `str`, `NoneType`, the name of a compiled class.
    #[must_use]
    pub fn type_name(&self) -> &str {
        match self {
            Self::None => "NoneType",
            Self::NotImplemented => "NotImplementedType",
            Self::False | Self::True => "bool",
            Self::Int(_) | Self::Wide(_) => "int",
            Self::Float(_) => "float",
            Self::Str(_) => "str",
            Self::Bytes(_) => "bytes",
            Self::List(_) => "list",
            Self::Tuple(_) => "tuple",
            Self::Set(_) => "set",
            Self::Dict(_) => "dict",
            Self::Descriptor(descriptor) => descriptor.get().class_name(),
            Self::Opaque(value) => value.get().type_name(),
            value => value.class().name(),
        }
    }

    /// The same value, counted once more.
    #[inline(never)]
    fn count(&self) -> Self {
        match self {
            Self::None | Self::False | Self::True | Self::Int(_) | Self::Float(_) => self.clone(),
            Self::NotImplemented => Self::NotImplemented,
            Self::Wide(value) => Self::Wide(value.clone()),
            Self::Str(value) => Self::Str(value.clone()),
            Self::Bytes(value) => Self::Bytes(value.clone()),
            Self::List(value) => Self::List(value.clone()),
            Self::Tuple(value) => Self::Tuple(value.clone()),
            Self::Set(value) => Self::Set(value.clone()),
            Self::Dict(value) => Self::Dict(value.clone()),
            Self::Instance(value) => Self::Instance(Arc::clone(value)),
            Self::Shared(value) => Self::Shared(value.clone()),
            Self::Class(value) => Self::Class(value.clone()),
            Self::WeakClass(value) => Self::WeakClass(value.clone()),
            Self::Function(value) => Self::Function(value.clone()),
            Self::Descriptor(value) => Self::Descriptor(value.clone()),
            Self::Opaque(value) => Self::Opaque(value.clone()),
        }
    }

    /// Is it `None`?
    #[must_use]
    pub const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// The truth value, if it is one; Python's truth of other values is [`is_truthy`](Self::is_truthy).
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::False => Some(false),
            Self::True => Some(true),
            _ => None,
        }
    }

    /// The integer, if it is one. A truth value is none.
    #[must_use]
    #[inline]
    pub fn as_int(&self) -> Option<i128> {
        match self {
            Self::Int(value) => Some((*value).into()),
            Self::Wide(value) => Some(value.get()),
            Self::Instance(instance) => instance.payload()?.as_int(),
            _ => None,
        }
    }

    /// The float, if it is one. An integer is none.
    #[must_use]
    #[inline]
    pub fn as_float(&self) -> Option<f64> {
        match self {
            Self::Float(value) => Some(value.get()),
            Self::Instance(instance) => instance.payload()?.as_float(),
            _ => None,
        }
    }

    readers! {
        as_str Str str, "text";
        as_bytes Bytes [u8], "bytes";
        as_list List List, "list";
        as_tuple Tuple Tuple, "tuple";
        as_set Set Set, "set";
        as_dict Dict Dict, "dict";
    }

    /// Python's `bool(value)`: false are `None`, `False`, zero and what is empty.
    #[must_use]
    pub fn is_truthy(&self) -> bool {
        match self {
            Self::None | Self::False | Self::Int(0) => false,
            Self::Instance(_) | Self::Shared(_) | Self::Class(_) => instance::is_truthy(self),
            Self::True
            | Self::NotImplemented
            | Self::Int(_)
            | Self::Wide(_)
            | Self::Opaque(_)
            | Self::WeakClass(_)
            | Self::Function(_)
            | Self::Descriptor(_) => true,
            Self::Float(value) => value.get() != 0.0,
            Self::Str(value) => !value.is_empty(),
            Self::Bytes(value) => !value.is_empty(),
            Self::List(value) => !value.is_empty(),
            Self::Tuple(value) => !value.is_empty(),
            Self::Set(value) => !value.is_empty(),
            Self::Dict(value) => !value.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_travel_between_threads() {
        const fn check<T: Send + Sync + 'static>() {}
        check::<Value>();
    }

    #[test]
    fn each_value_knows_its_class_and_its_truth() {
        let values = [
            (Value::None, "NoneType", false),
            (true.into(), "bool", true),
            (false.into(), "bool", false),
            (0.into(), "int", false),
            (i128::MAX.into(), "int", true),
            (0.0.into(), "float", false),
            (f64::NAN.into(), "float", true),
            ("".into(), "str", false),
            ("a".into(), "str", true),
            (Bytes::from(vec![]).into(), "bytes", false),
            (Value::List(List::new()), "list", false),
            (Value::from(vec![0]), "list", true),
            (Value::Tuple(Tuple::new()), "tuple", false),
            (Value::Set(Set::new()), "set", false),
            (Value::Dict(Dict::new()), "dict", false),
        ];
        for (value, name, truth) in values {
            assert_eq!((value.type_name(), value.is_truthy()), (name, truth), "{value:?}");
        }
    }

    #[test]
    fn payloads_are_read_by_kind() {
        assert_eq!(Value::from("a").as_str(), Some("a"));
        assert_eq!(Value::from(1).as_str(), None);
        assert_eq!((Value::from(1).as_int(), Value::from(true).as_int()), (Some(1), None));
        assert_eq!((Value::from(1.5).as_float(), Value::from(1).as_float()), (Some(1.5), None));
        assert_eq!((Value::from(true).as_bool(), Value::from(1).as_bool()), (Some(true), None));
        assert_eq!(Value::from(vec![1]).as_list().map(|list| list.len()), Some(1));
    }
}

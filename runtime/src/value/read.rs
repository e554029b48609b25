//! Values read as Rust values, borrowed where that can be.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroU128, NonZeroUsize,
};
use std::rc::Rc;
use std::sync::Arc;

use super::{Bytes, Dict, List, OpaqueValue, Set, Str, Tuple, Value};
use crate::dataclass::Dataclass;
use crate::error::Error;
use crate::field_type::FieldType;

/// A Rust type that a value is read as: what `args.get()` gives.
///
/// Implemented for what a field can be and for dataclasses, and for references to what a value holds: `&str`, `&[u8]`,
/// `&[Value]`, `&Dict`. No number is taken for another kind, as with [`FieldType::from_value`].
///
/// ```
/// use metaclass::{FromValue, Value};
///
/// let value = Value::from(vec!["a", "b"]);
/// assert_eq!(Vec::<&str>::read(&value)?, ["a", "b"]);
/// assert_eq!(Option::<i64>::read(&Value::None)?, None);
/// let error = Vec::<i64>::read(&value).unwrap_err();
/// assert_eq!(error.to_string(), "[0]: expected int, got str");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "values cannot be read as `{Self}`",
    note = "derive `Dataclass` for your own type"
)]
pub trait FromValue<'v>: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// A `TypeError` if the value is of another type, an `OverflowError` or `ValueError` if it does not fit.
    fn read(value: &'v Value) -> Result<Self, Error>;

    /// Reads a value that is not kept: what would borrow from it cannot.
    #[doc(hidden)]
    fn __own(value: Value) -> Result<Self, Error> {
        Err(cannot_borrow(&value))
    }

    /// Reads several: a list or tuple, unless they are bytes.
    #[doc(hidden)]
    fn __read_several(value: &'v Value) -> Result<Vec<Self>, Error> {
        let items = <&[Value]>::read(value)?.iter().enumerate();
        items.map(|(i, item)| Self::read(item).map_err(|error| error.at(i))).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<'v, T: Dataclass + FieldType> FromValue<'v> for T {
    fn read(value: &'v Value) -> Result<Self, Error> {
        Self::__from_ref(value)
    }

    fn __own(value: Value) -> Result<Self, Error> {
        Self::from_value(value)
    }
}

impl<'v, T: FromValue<'v>> FromValue<'v> for Option<T> {
    fn read(value: &'v Value) -> Result<Self, Error> {
        match value {
            Value::None => Ok(None),
            value => T::read(value).map(Some),
        }
    }

    fn __own(value: Value) -> Result<Self, Error> {
        match value {
            Value::None => Ok(None),
            value => T::__own(value).map(Some),
        }
    }
}

impl<'v, T: FromValue<'v>> FromValue<'v> for Vec<T> {
    fn read(value: &'v Value) -> Result<Self, Error> {
        T::__read_several(value)
    }

    fn __own(value: Value) -> Result<Self, Error> {
        let items: Vec<Value> = match value.into_plain() {
            Value::List(items) => items.into(),
            Value::Tuple(items) => items.into(),
            Value::Bytes(bytes) => bytes.iter().copied().map(Value::from).collect(),
            other => return Err(Error::expected(&"list", other.type_name())),
        };
        items.into_iter().enumerate().map(|(i, item)| T::__own(item).map_err(|error| error.at(i))).collect()
    }
}

impl<'v> FromValue<'v> for u8 {
    fn read(value: &'v Value) -> Result<Self, Error> {
        Self::from_value(value.clone())
    }

    fn __own(value: Value) -> Result<Self, Error> {
        Self::from_value(value)
    }

    fn __read_several(value: &'v Value) -> Result<Vec<Self>, Error> {
        FieldType::from_value(value.clone())
    }
}

impl<'v> FromValue<'v> for &'v Value {
    fn read(value: &'v Value) -> Result<Self, Error> {
        Ok(value)
    }
}

/// The items of a list or tuple.
impl<'v> FromValue<'v> for &'v [Value] {
    fn read(value: &'v Value) -> Result<Self, Error> {
        match value.plain_ref() {
            Value::List(items) => Ok(items),
            Value::Tuple(items) => Ok(items),
            other => Err(Error::expected(&"list", other.type_name())),
        }
    }
}

/// What the kinds of values hold, borrowed and owned.
macro_rules! payloads {
    ($($type:ident $name:literal;)*) => {$(
        impl<'v> FromValue<'v> for &'v $type {
            fn read(value: &'v Value) -> Result<Self, Error> {
                match value.plain_ref() {
                    Value::$type(payload) => Ok(payload),
                    other => Err(Error::expected(&$name, other.type_name())),
                }
            }
        }

        impl<'v> FromValue<'v> for $type {
            fn read(value: &'v Value) -> Result<Self, Error> {
                <&$type>::read(value).cloned()
            }

            fn __own(value: Value) -> Result<Self, Error> {
                <&$type>::read(&value).cloned()
            }
        }
    )*};
}

payloads! { Str "str"; Bytes "bytes"; List "list"; Tuple "tuple"; Set "set"; Dict "dict"; }

/// What a kind of value is a pointer to.
macro_rules! borrowed {
    ($($type:ty: $payload:ident;)*) => {$(
        impl<'v> FromValue<'v> for &'v $type {
            fn read(value: &'v Value) -> Result<Self, Error> {
                <&$payload>::read(value).map(|payload| &**payload)
            }
        }
    )*};
}

borrowed! { str: Str; [u8]: Bytes; }

/// Types that fields have, which are copied.
macro_rules! owned {
    ($([$($generic:ident),*] $type:ty;)*) => {$(
        impl<'v, $($generic),*> FromValue<'v> for $type
        where
            Self: FieldType,
        {
            #[inline]
            fn read(value: &'v Value) -> Result<Self, Error> {
                Self::__from_ref(value)
            }

            fn __own(value: Value) -> Result<Self, Error> {
                Self::from_value(value)
            }
        }
    )*};
}

owned! {
    [] Value; [] OpaqueValue; [] bool; [] f32; [] f64; [] String; [] char; [] ();
    [] i8; [] i16; [] i32; [] i64; [] i128; [] isize; [] u16; [] u32; [] u64; [] u128; [] usize;
    [] NonZeroI8; [] NonZeroI16; [] NonZeroI32; [] NonZeroI64; [] NonZeroI128; [] NonZeroIsize;
    [] NonZeroU8; [] NonZeroU16; [] NonZeroU32; [] NonZeroU64; [] NonZeroU128; [] NonZeroUsize;
    [T] Arc<T>; [T] Rc<T>; [T] VecDeque<T>; [T] BTreeSet<T>; [T, S] HashSet<T, S>;
    [K, V] BTreeMap<K, V>; [K, V, S] HashMap<K, V, S>;
    [A] (A,); [A, B] (A, B); [A, B, C] (A, B, C); [A, B, C, D] (A, B, C, D);
}

#[cold]
fn cannot_borrow(value: &Value) -> Error {
    let class = value.type_name();
    Error::type_error(format!("a '{class}' object that is computed cannot be borrowed: read it as an owned type"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused<'v, T: FromValue<'v>>(value: &'v Value, text: &str) {
        assert_eq!(T::read(value).map(drop).map_err(|error| format!("{error:?}")), Err(text.to_owned()));
    }

    #[test]
    fn values_are_read_without_a_copy() {
        let text = Value::from("abc");
        let read = <&str>::read(&text).unwrap();
        assert!(std::ptr::eq(read, text.as_str().unwrap()));
        let list = Value::from(vec!["a"]);
        assert_eq!(<&[Value]>::read(&list).unwrap().len(), 1);
        assert_eq!(<&List>::read(&list).unwrap().len(), 1);
        assert_eq!(Option::<Vec<&str>>::read(&list).unwrap(), Some(vec!["a"]));
        assert_eq!(<&[u8]>::read(&Bytes::from(vec![1, 2]).into()).unwrap(), [1, 2]);
    }

    #[test]
    fn values_are_read_as_the_types_of_fields() {
        assert_eq!(i64::read(&1.into()).unwrap(), 1);
        assert_eq!(Vec::<u8>::read(&Bytes::from(vec![1]).into()).unwrap(), [1]);
        assert_eq!(Vec::<u8>::read(&vec![1].into()).unwrap(), [1]);
        assert_eq!(Vec::<i64>::read(&Tuple::from(vec![1.into()]).into()).unwrap(), [1]);
        assert_eq!(HashMap::<String, i64>::read(&Dict::from([("a", 1)]).into()).unwrap()["a"], 1);
        assert_eq!(Value::read(&Value::None).unwrap(), Value::None);
        let pair = Value::from(Tuple::from(vec![1.into(), "a".into()]));
        assert_eq!(<(i64, String)>::read(&pair).unwrap(), (1, "a".to_owned()));
    }

    #[test]
    fn what_is_of_another_type_is_refused() {
        refused::<&str>(&1.into(), "TypeError: expected str, got int");
        refused::<i64>(&true.into(), "TypeError: expected int, got bool");
        refused::<u8>(&300.into(), "OverflowError: expected int from 0 to 255, got 300");
        refused::<&[Value]>(&"a".into(), "TypeError: expected list, got str");
        refused::<Option<&Dict>>(&1.into(), "TypeError: expected dict, got int");
        refused::<Vec<&str>>(&vec![Value::from("a"), 1.into()].into(), "TypeError: [1]: expected str, got int");
    }
}

//! Rust values inside of a [`Value`].

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use super::{Tuple, Value};
use crate::error::Error;
use crate::instance::Instance;
use crate::repr::Repr;
use crate::spec::ClassSpec;
use crate::validate::Report;

/// A Rust value that a [`Value`] can hold without conversion.
///
/// Instances of compiled classes are held this way, and so is what [`Value::foreign`] takes. Implement it for a type
/// that is to have attributes of its own, and wrap it with [`OpaqueValue::new`].
pub trait Opaque: Any + Send + Sync {
    /// The name of its class.
    fn type_name(&self) -> &str;

    /// Writes its repr.
    ///
    /// # Errors
    /// Only those of the formatter.
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// A copy.
    fn clone_box(&self) -> Box<dyn Opaque>;

    /// The Rust value itself.
    fn as_any(&self) -> &dyn Any;

    /// The Rust value itself.
    fn into_any(self: Box<Self>) -> Box<dyn Any>;

    /// Is it equal to another? The very same value is, without asking.
    fn is_equal(&self, other: &dyn Opaque) -> bool {
        let _ = other;
        false
    }

    /// Its hash, if it is hashable: equal values have equal ones.
    fn hash_value(&self) -> Option<u64> {
        None
    }

    /// Reads an attribute.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name.
    fn get(&self, name: &str) -> Result<Value, Error> {
        Err(no_attribute(self.type_name(), name))
    }

    /// Writes an attribute.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, or what writing it fails with.
    fn set(&mut self, name: &str, value: Value) -> Result<(), Error> {
        let _ = value;
        Err(no_attribute(self.type_name(), name))
    }

    /// The description of its class, if it has one.
    fn spec(&self) -> Option<&ClassSpec> {
        None
    }

    /// The instance of the class made at run time that has its values, if it is one of a compiled class.
    #[doc(hidden)]
    fn __to_instance(&self) -> Option<Result<Instance, Error>> {
        None
    }

    /// Checks it by the rules of its class, if it has any.
    fn validate(&self, report: &mut Report) {
        let _ = report;
    }

    /// What `asdict` makes of it: a dict for an instance of a class, itself for anything else.
    fn to_dict(&self) -> Option<super::Dict> {
        None
    }
}

/// Python's text for an attribute that is not there.
pub(crate) fn no_attribute(class: &str, name: &str) -> Error {
    Error::attribute_error(format!("'{class}' object has no attribute '{}'", name.escape_debug()))
}

/// A Rust value inside of a [`Value`]: one pointer, counted, copied on write.
#[derive(Clone)]
pub struct OpaqueValue(Arc<Box<dyn Opaque>>);

impl OpaqueValue {
    /// Takes in a Rust value.
    pub fn new(value: impl Opaque) -> Self {
        Self(Arc::new(Box::new(value)))
    }

    /// The Rust value.
    #[must_use]
    pub fn get(&self) -> &dyn Opaque {
        &**self.0
    }

    /// The Rust value, to be changed; copied first if somebody else holds it too.
    pub fn get_mut(&mut self) -> &mut dyn Opaque {
        &mut **Arc::make_mut(&mut self.0)
    }

    /// The Rust value, if it is of this type.
    #[must_use]
    pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
        self.get().as_any().downcast_ref()
    }

    /// The Rust value itself, if it is of this type; copied if somebody else holds it too.
    ///
    /// # Errors
    /// Gives it back if it is of another type.
    pub fn downcast<T: Any>(self) -> Result<T, Self> {
        if self.downcast_ref::<T>().is_none() {
            return Err(self);
        }
        let copy = self.clone();
        match Arc::unwrap_or_clone(self.0).into_any().downcast() {
            Ok(value) => Ok(*value),
            Err(_) => Err(copy),
        }
    }

    /// Is it an instance of a named tuple?
    pub(super) fn is_tuple(&self) -> bool {
        self.get().spec().is_some_and(ClassSpec::is_tuple)
    }

    /// Its items, if it is an instance of a named tuple.
    pub(crate) fn as_tuple(&self) -> Option<Tuple> {
        let fields = self.get().spec().filter(|spec| spec.is_tuple())?.fields();
        let items: Result<Vec<Value>, Error> = fields.iter().map(|field| self.get().get(field.name())).collect();
        items.ok().map(Tuple::from)
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(super) fn is_equal(&self, other: &Self) -> bool {
        self.is_same(other) || self.get().is_equal(other.get())
    }
}

impl Value {
    /// An instance of a named tuple as the tuple that it is to `==`, order and hash.
    pub(super) fn without_names(&self) -> Option<Self> {
        match self {
            Self::Opaque(value) => value.as_tuple().map(Self::Tuple),
            _ => None,
        }
    }
}

impl Clone for Box<dyn Opaque> {
    fn clone(&self) -> Self {
        (**self).clone_box()
    }
}

impl fmt::Debug for OpaqueValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt_repr(f)
    }
}

impl From<OpaqueValue> for Value {
    fn from(value: OpaqueValue) -> Self {
        Self::Opaque(value)
    }
}

impl Value {
    /// Holds a Rust value that Python knows nothing of; its repr is its `Debug`.
    ///
    /// ```
    /// use std::time::Duration;
    /// use metaclass::Value;
    ///
    /// let value = Value::foreign(Duration::from_secs(1));
    /// assert_eq!(value.to_string(), "1s");
    /// assert_eq!(value.downcast_ref::<Duration>(), Some(&Duration::from_secs(1)));
    /// ```
    pub fn foreign<T: fmt::Debug + PartialEq + Clone + Send + Sync + 'static>(value: T) -> Self {
        OpaqueValue::new(Foreign { value, debug: Some(fmt::Debug::fmt), eq: Some(PartialEq::eq) }).into()
    }

    /// The Rust value that it holds, if it is of this type.
    #[must_use]
    pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
        match self {
            Self::Opaque(value) => value.downcast_ref(),
            _ => None,
        }
    }
}

/// How a Rust value is shown.
pub(crate) type Show<T> = fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result;

/// A Rust value with what is known of its type.
#[derive(Clone)]
pub(crate) struct Foreign<T> {
    pub(crate) value: T,
    pub(crate) debug: Option<Show<T>>,
    pub(crate) eq: Option<fn(&T, &T) -> bool>,
}

impl<T: Clone + Send + Sync + 'static> Opaque for Foreign<T> {
    fn type_name(&self) -> &str {
        short_type_name::<T>()
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.debug {
            Some(debug) => debug(&self.value, f),
            None => write!(f, "<{}>", self.type_name()),
        }
    }

    fn clone_box(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        &self.value
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        Box::new(self.value)
    }

    fn is_equal(&self, other: &dyn Opaque) -> bool {
        match (self.eq, other.as_any().downcast_ref()) {
            (Some(eq), Some(other)) => eq(&self.value, other),
            _ => false,
        }
    }
}

/// The name of a type without the modules before it.
pub(crate) fn short_type_name<T: ?Sized>() -> &'static str {
    let name = std::any::type_name::<T>();
    let head = name.split('<').next().unwrap_or(name);
    name.get(head.rfind("::").map_or(0, |at| at + 2)..).unwrap_or(name)
}

/// What `to_dict` puts where a value cannot be read: shows the text.
#[derive(Clone)]
pub(crate) struct Unreadable(pub(crate) String);

impl Opaque for Unreadable {
    fn type_name(&self) -> &'static str {
        "object"
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }

    fn clone_box(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

impl Repr for OpaqueValue {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt_repr(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A type with one attribute.
    #[derive(Clone)]
    struct Counter(i64);

    impl Opaque for Counter {
        fn type_name(&self) -> &'static str {
            "Counter"
        }

        fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "Counter({})", self.0)
        }

        fn clone_box(&self) -> Box<dyn Opaque> {
            Box::new(self.clone())
        }

        fn as_any(&self) -> &dyn Any {
            self
        }

        fn into_any(self: Box<Self>) -> Box<dyn Any> {
            self
        }

        fn set(&mut self, name: &str, value: Value) -> Result<(), Error> {
            match name {
                "count" => i64::try_from(value).map(|count| self.0 = count),
                _ => Err(no_attribute(self.type_name(), name)),
            }
        }
    }

    #[test]
    fn a_shared_value_is_copied_on_write() {
        let value = OpaqueValue::new(Counter(1));
        let mut other = value.clone();
        other.get_mut().set("count", 2.into()).unwrap();
        assert_eq!(format!("{value:?} {other:?}"), "Counter(1) Counter(2)");
        let error = other.get_mut().set("x", Value::None).unwrap_err();
        assert_eq!(format!("{error:?}"), "AttributeError: 'Counter' object has no attribute 'x'");
        assert!(value.get().get("count").is_err());
    }

    #[test]
    fn a_value_is_taken_out_by_its_type() {
        let value = OpaqueValue::new(Counter(1));
        assert!(value.clone().downcast::<i64>().is_err());
        assert_eq!(value.clone().downcast::<Counter>().map(|counter| counter.0).ok(), Some(1));
        assert_eq!(value.downcast::<Counter>().map(|counter| counter.0).ok(), Some(1));
    }

    #[test]
    fn equality_is_the_types_own_or_identity() {
        let value = Value::from(OpaqueValue::new(Counter(1)));
        assert_eq!(value, value.clone());
        assert_ne!(value, OpaqueValue::new(Counter(1)).into());
        assert_eq!(Value::foreign('a'), Value::foreign('a'));
        assert_ne!(Value::foreign('a'), Value::foreign(1_u8));
        assert_eq!(value.hash_key().unwrap_err().to_string(), "unhashable type: 'Counter'");
    }

    #[test]
    fn a_type_is_shown_by_its_last_name() {
        assert_eq!(short_type_name::<std::time::Duration>(), "Duration");
        assert_eq!(short_type_name::<Option<std::time::Duration>>(), "Option<core::time::Duration>");
        assert_eq!(short_type_name::<u8>(), "u8");
    }
}

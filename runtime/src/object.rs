//! What is known of a type as a whole: can it be copied into a value, compared, hashed?
//!
//! Generated code asks by naming a constant of [`Ty<T>`]: an inherent constant that exists if `T` has what it takes,
//! else the constant of the same name of a trait that every `Ty<T>` implements.

use std::any::Any;
use std::fmt;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash};
use std::marker::PhantomData;

use crate::bridge;
use crate::error::Error;
use crate::field_type::FieldType;
use crate::namedtuple;
use crate::spec::{ClassSpec, FieldBody, Text, TypeSpec};
use crate::validate::{Fit, Report, View};
use crate::value::{Dict, Opaque, OpaqueValue, Value, no_attribute};

/// How a field is turned into a value, if that can be.
pub(crate) type ToValue<T> = Option<fn(&T) -> Result<Value, Error>>;

/// Stands for the type `T` where its constants are looked up.
pub struct Ty<T>(PhantomData<T>);

impl<T: FieldType> Ty<T> {
    /// The type as both halves name it.
    pub const TYPE: TypeSpec = T::TYPE;
    /// What fields of this type have in common.
    pub const BODY: &'static FieldBody = T::__BODY;
    // What is borrowed within a call would have to be dropped.
    const TYPE_REF: &'static TypeSpec = &T::TYPE;
    /// The rules that have a meaning for it.
    pub const FIT: Fit = Fit::of(Self::TYPE_REF);
    /// How instances of classes within it are checked.
    pub const VALIDATE: Option<fn(&T, &mut Report)> = match T::__VALIDATED {
        true => Some(T::__validate),
        false => None,
    };
    /// How a value is turned into it.
    pub const FROM_VALUE: Option<fn(Value) -> Result<T, Error>> = Some(T::from_value);
    /// Is an instance `None`?
    pub const IS_NONE: fn(&T) -> bool = |value| value.__view().is_none();
    /// How rules look at it.
    pub const VIEW: Option<for<'a> fn(&'a T) -> View<'a>> = Some(T::__view);
    /// How it is turned into a value.
    pub const TO_VALUE: ToValue<T> = Some(T::to_value);
}

/// What the constants of [`Ty<T>`] are where `T` does not have what it takes.
pub trait Unknown<T> {
    /// No name of ours: to be named by [`TypeSpec::or_opaque`].
    const TYPE: TypeSpec = TypeSpec::Opaque(Text::new(""));
    /// Nothing but that.
    const BODY: &'static FieldBody = &FieldBody::new(TypeSpec::Opaque(Text::new("")));
    /// No value can hold it.
    const OWNED: Owned<T> = Owned(None);
    /// It cannot be compared.
    const EQ: Option<fn(&T, &T) -> bool> = None;
    /// It cannot be hashed.
    const HASH: Option<fn(&T) -> u64> = None;
    /// No rule looks into it.
    const FIT: Fit = Fit::OTHER;
    /// There is nothing in it to be checked.
    const VALIDATE: Option<fn(&T, &mut Report)> = None;
    /// No value can be turned into it.
    const FROM_VALUE: Option<fn(Value) -> Result<T, Error>> = None;
    /// What nothing is known of is something.
    const IS_NONE: fn(&T) -> bool = |_| false;
    /// No rule looks at it.
    const VIEW: Option<for<'a> fn(&'a T) -> View<'a>> = None;
    /// It cannot be turned into a value.
    const TO_VALUE: ToValue<T> = None;
}

impl<T> Unknown<T> for Ty<T> {}

/// How instances of a class move into a value and out of it.
pub struct Owned<T>(Option<Moves<T>>);

struct Moves<T> {
    to_value: fn(&T) -> Value,
    from_value: fn(Value) -> Result<T, Error>,
}

impl<T: FieldType + Clone + Send + Sync + 'static> Ty<T> {
    /// Instances can be held by a value.
    pub const OWNED: Owned<T> = Owned(Some(Moves { to_value, from_value }));
}

impl<T: PartialEq> Ty<T> {
    /// Instances can be compared.
    pub const EQ: Option<fn(&T, &T) -> bool> = Some(PartialEq::eq);
}

impl<T: Hash> Ty<T> {
    /// Instances can be hashed.
    pub const HASH: Option<fn(&T) -> u64> = Some(hash);
}

/// One hasher for all, so that equal instances hash alike; the map that uses the hash has its own random one.
fn hash<T: Hash>(value: &T) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

/// What is known of a class as a whole.
pub struct Object<T> {
    owned: Option<Moves<T>>,
    eq: Option<fn(&T, &T) -> bool>,
    hash: Option<fn(&T) -> u64>,
}

impl<T> Object<T> {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { owned: None, eq: None, hash: None };
}

// The others that the constants of `Ty<T>` know, beside the first.
impl<T> Owned<T> {
    /// All of a type that may be compared.
    #[must_use]
    pub const fn with(self, eq: Option<fn(&T, &T) -> bool>, hash: Option<fn(&T) -> u64>) -> Object<T> {
        Object { owned: self.0, eq, hash }
    }

    /// All of a type that is sure to be compared.
    #[must_use]
    pub const fn and(self, hash: Option<fn(&T) -> u64>) -> Object<T>
    where
        T: PartialEq,
    {
        self.with(Some(T::eq), hash)
    }
}

impl<T: FieldType> Object<T> {
    /// Can two instances be compared?
    pub(crate) const fn eq(&self) -> Option<fn(&T, &T) -> bool> {
        self.eq
    }

    pub(crate) fn to_value(&self, instance: &T) -> Result<Value, Error> {
        match (&self.owned, class::<T>()) {
            (Some(owned), _) => Ok((owned.to_value)(instance)),
            // Of the class nothing is left but the items.
            (None, Some(spec)) if spec.is_tuple() => namedtuple::to_tuple(instance, spec).map(Value::from),
            (None, _) => self.owned().map(|owned| (owned.to_value)(instance)),
        }
    }

    pub(crate) fn make(&self, value: Value) -> Result<T, Error> {
        match (value, class::<T>()) {
            (Value::Tuple(items), Some(spec)) if spec.is_tuple() => namedtuple::make(items.into(), spec.fields().len()),
            (value, _) => (self.owned()?.from_value)(value),
        }
    }

    fn owned(&self) -> Result<&Moves<T>, Error> {
        let refused = || Error::type_error(format!("'{}' is not Clone + Send + Sync + 'static", T::TYPE));
        self.owned.as_ref().ok_or_else(refused)
    }
}

fn to_value<T: FieldType + Clone + Send + Sync + 'static>(instance: &T) -> Value {
    OpaqueValue::new(Instance(instance.clone())).into()
}

fn from_value<T: FieldType + Clone + Send + Sync + 'static>(value: Value) -> Result<T, Error> {
    match value {
        Value::Opaque(value) => value.downcast().map_err(|other| Error::expected(&T::TYPE, other.get().type_name())),
        Value::Instance(instance) => match class::<T>() {
            Some(spec) => bridge::from_instance(&instance, spec, spec.is_of(instance.class())),
            None => Err(Error::expected(&T::TYPE, instance.class().name())),
        },
        other => Err(Error::expected(&T::TYPE, other.type_name())),
    }
}

/// An instance of a compiled class inside of a value.
#[derive(Clone)]
struct Instance<T>(T);

/// The description of a type that is a class.
fn class<T: FieldType>() -> Option<&'static ClassSpec> {
    match T::TYPE {
        TypeSpec::Class(crate::spec::ClassRef::Static(spec)) => Some(spec()),
        _ => None,
    }
}

impl<T: FieldType + Clone + Send + Sync + 'static> Opaque for Instance<T> {
    fn type_name(&self) -> &str {
        class::<T>().map_or("object", ClassSpec::name)
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_repr(f)
    }

    fn clone_box(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        &self.0
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        Box::new(self.0)
    }

    fn is_equal(&self, other: &dyn Opaque) -> bool {
        match (T::__OBJECT.eq, other.as_any().downcast_ref()) {
            (Some(eq), Some(other)) => eq(&self.0, other),
            _ => false,
        }
    }

    /// That of the instance that is equal to it; that of Rust, if one of its values has none.
    fn hash_value(&self) -> Option<u64> {
        let hash = T::__OBJECT.hash?;
        let values = class::<T>().and_then(|spec| bridge::hash_of_fields(&self.0, spec).ok());
        Some(values.unwrap_or_else(|| hash(&self.0)))
    }

    fn get(&self, name: &str) -> Result<Value, Error> {
        match class::<T>() {
            Some(spec) => crate::dataclass::get(&self.0, spec, name),
            None => Err(no_attribute(self.type_name(), name)),
        }
    }

    fn set(&mut self, name: &str, value: Value) -> Result<(), Error> {
        match class::<T>() {
            Some(spec) => crate::dataclass::set(&mut self.0, spec, name, value),
            None => Err(no_attribute(self.type_name(), name)),
        }
    }

    fn spec(&self) -> Option<&ClassSpec> {
        class::<T>()
    }

    fn __to_instance(&self) -> Option<Result<crate::Instance, Error>> {
        let spec = class::<T>()?;
        Some(bridge::to_instance(&self.0, spec, spec.class()?))
    }

    fn validate(&self, report: &mut Report) {
        self.0.__validate(report);
    }

    fn to_dict(&self) -> Option<Dict> {
        // As in Python, a named tuple stays what it is.
        let spec = class::<T>().filter(|spec| !spec.is_tuple())?;
        Some(crate::dataclass::to_dict(&self.0, spec))
    }
}

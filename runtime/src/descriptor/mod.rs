//! Descriptors: class attributes that are asked when an attribute of an instance is read, set or deleted.

mod access;
mod field;
mod property;
mod slot;

use std::any::Any;
use std::fmt;
use std::sync::Arc;

pub(crate) use access::{can_get, delete, get, is_descriptor, set, set_name};
pub(crate) use field::{Attribute, FieldMark};
pub use property::Property;
pub(crate) use slot::SlotMember;

use crate::class::Class;
use crate::error::Error;
use crate::instance::This;
use crate::value::{Value, short_type_name};

/// Which parts of the protocol a descriptor has.
///
/// One that can set or delete is a *data descriptor*: it is asked before the attributes of the instance. One that can
/// only get is asked after them.
///
/// ```
/// use metaclass::Parts;
///
/// assert!(Parts::GET.with(Parts::SET).is_data());
/// assert!(!Parts::GET.is_data());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u8);

impl Parts {
    /// None of them: an ordinary value that wants to know its name.
    pub const NONE: Self = Self(0);
    /// `__get__`.
    pub const GET: Self = Self(1);
    /// `__set__`.
    pub const SET: Self = Self(2);
    /// `__delete__`.
    pub const DELETE: Self = Self(4);

    /// These parts and those.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Are all of those among these?
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Is a descriptor with these parts asked before the attributes of the instance?
    #[must_use]
    pub const fn is_data(self) -> bool {
        self.0 & (Self::SET.0 | Self::DELETE.0) != 0
    }

    /// What the instances of a class are as descriptors, by the methods that it has.
    pub(crate) fn of_class(class: &Class) -> Self {
        let part = |name: &str, part| if class.finds(name) { part } else { Self::NONE };
        part("__get__", Self::GET).with(part("__set__", Self::SET)).with(part("__delete__", Self::DELETE))
    }
}

/// A class attribute with behaviour of its own: Python's descriptor protocol.
///
/// [`parts`](Self::parts) says which of the methods count. A descriptor is shared by all instances of the class and
/// its subclasses, so what it remembers it keeps behind a lock. An instance of a class made at run time that has the
/// methods `__get__`, `__set__`, `__delete__` or `__set_name__` is a descriptor too.
///
/// ```
/// use std::sync::OnceLock;
/// use metaclass::prelude::*;
/// use metaclass::{Descriptor, Parts, This};
///
/// /// Keeps its value under another name, and takes no negative ones.
/// #[derive(Default)]
/// struct Positive {
///     name: OnceLock<String>,
/// }
///
/// impl Descriptor for Positive {
///     fn parts(&self) -> Parts {
///         Parts::GET.with(Parts::SET)
///     }
///
///     fn get(&self, this: Option<&This<'_>>, _owner: &Class) -> Result<Value, Error> {
///         match this {
///             Some(this) => this.get(&format!("_{}", self.name.wait())),
///             None => Ok("only for instances".into()),
///         }
///     }
///
///     fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
///         if value < Value::from(0) {
///             return Err(Error::value_error("negative"));
///         }
///         this.set(&format!("_{}", self.name.wait()), value)
///     }
///
///     fn set_name(&self, _owner: &Class, name: &str) -> Result<(), Error> {
///         self.name.get_or_init(|| name.to_owned());
///         Ok(())
///     }
/// }
///
/// let account = Class::builder("Account").descriptor("balance", Positive::default()).build()?;
/// let mut a = account.instantiate(Args::new())?;
/// a.set("balance", 5)?;
/// assert_eq!(a.get("balance")?, 5.into());
/// assert_eq!(a.set("balance", -1).unwrap_err().to_string(), "negative");
/// # Ok::<(), Error>(())
/// ```
pub trait Descriptor: Any + Send + Sync {
    /// The name of its class, for repr and errors.
    fn class_name(&self) -> &str {
        short_type_name::<Self>()
    }

    /// What `repr` prints of it: `<Name object>`, if it says nothing else.
    fn repr(&self) -> String {
        format!("<{} object>", self.class_name())
    }

    /// Which of the methods below count.
    fn parts(&self) -> Parts {
        Parts::GET
    }

    /// Reads the attribute: of an instance, or of the class `owner` if there is none.
    ///
    /// # Errors
    /// Whatever reading fails with.
    fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        let _ = (this, owner);
        Err(missing_part("__get__"))
    }

    /// Sets the attribute.
    ///
    /// # Errors
    /// Whatever setting fails with.
    fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
        let _ = (this, value);
        Err(missing_part("__set__"))
    }

    /// Deletes the attribute.
    ///
    /// # Errors
    /// Whatever deleting fails with.
    fn delete(&self, this: &mut This<'_>) -> Result<(), Error> {
        let _ = this;
        Err(missing_part("__delete__"))
    }

    /// Learns the class that it is made an attribute of, and the name. Called once, when the class is made.
    ///
    /// # Errors
    /// Whatever should stop the class from being made.
    fn set_name(&self, owner: &Class, name: &str) -> Result<(), Error> {
        let _ = (owner, name);
        Ok(())
    }
}

/// As CPython says it: the name of the part alone.
#[cold]
pub(crate) fn missing_part(part: &'static str) -> Error {
    Error::attribute_error(part)
}

/// A descriptor inside of a [`Value`]: one pointer, shared.
#[derive(Clone)]
pub struct DescriptorValue(Arc<Box<dyn Descriptor>>);

impl DescriptorValue {
    /// Takes in a descriptor.
    pub fn new(descriptor: impl Descriptor) -> Self {
        Self(Arc::new(Box::new(descriptor)))
    }

    /// The descriptor.
    #[must_use]
    pub fn get(&self) -> &dyn Descriptor {
        &**self.0
    }

    /// The descriptor, if it is of this type.
    ///
    /// ```
    /// use metaclass::{DescriptorValue, Property};
    ///
    /// let descriptor = DescriptorValue::new(Property::new());
    /// assert!(descriptor.downcast_ref::<Property>().is_some());
    /// ```
    #[must_use]
    pub fn downcast_ref<T: Descriptor>(&self) -> Option<&T> {
        let descriptor: &dyn Any = &**self.0;
        descriptor.downcast_ref()
    }

    pub(crate) fn is_slot_member(&self) -> bool {
        self.downcast_ref::<SlotMember>().is_some()
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Where it lies: what it is hashed by.
    pub(crate) fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }
}

impl From<DescriptorValue> for Value {
    fn from(descriptor: DescriptorValue) -> Self {
        Self::Descriptor(descriptor)
    }
}

/// `<property object>`.
impl fmt::Debug for DescriptorValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.get().repr())
    }
}

//! Handles to attributes: looked up once.

use super::table::NO_SLOT;
use super::{Class, Slot};
use crate::error::Error;
use crate::instance::Instance;
use crate::symbol::Sym;
use crate::validate::Takes;
use crate::value::Value;

/// An attribute of the instances of a class, found beforehand.
///
/// Reading it is a check that the class is the same and has not changed since, and an access to a slot. For an instance
/// of another class, or after a change, it is looked up again.
///
/// ```
/// use metaclass::prelude::*;
///
/// let point = Class::builder("Point").field("x", Field::int()).build()?;
/// let x = point.attr("x")?;
/// let mut p = point.instantiate(Args::new().with(1))?;
/// assert_eq!(x.get(&p)?, 1.into());
/// x.set(&mut p, 2)?;
/// assert_eq!(x.get_ref(&p)?.as_int(), Some(2));
/// assert_eq!(point.attr("y").unwrap_err().to_string(), "type object 'Point' has no attribute 'y'");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Attr {
    class: Class,
    name: Sym,
    version: u64,
    slot: u32,
    /// What the slot takes at sight; nothing if there is none.
    takes: Takes,
}

impl Class {
    /// A handle to an attribute that instances have: a field, a slot, or what the class has.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name.
    pub fn attr(&self, name: &str) -> Result<Attr, Error> {
        let version = self.version();
        match self.table().get(name) {
            Some(group) => {
                let slot = if self.intercepts() { NO_SLOT } else { group.slot() };
                let takes = self.layout().get(slot as usize).map_or(Takes::Other, Slot::taken);
                Ok(Attr { class: self.clone(), name: Sym::new(name), version, slot, takes })
            }
            None => Err(self.no_class_attribute(name)),
        }
    }
}

impl Attr {
    /// The name.
    #[must_use]
    pub const fn name(&self) -> Sym {
        self.name
    }

    /// Does the slot hold for this instance?
    #[inline]
    fn holds(&self, instance: &Instance) -> bool {
        *instance.class() == self.class && self.class.version() == self.version
    }

    /// Reads the attribute.
    ///
    /// # Errors
    /// Those of [`Instance::get`].
    #[inline]
    pub fn get(&self, instance: &Instance) -> Result<Value, Error> {
        match instance.at(self.slot as usize).filter(|_| self.holds(instance)) {
            Some(value) => Ok(value.clone()),
            None => instance.get(self.name),
        }
    }

    /// Borrows the attribute.
    ///
    /// # Errors
    /// Those of [`Instance::get_ref`].
    #[inline]
    pub fn get_ref<'a>(&self, instance: &'a Instance) -> Result<&'a Value, Error> {
        match instance.at(self.slot as usize).filter(|_| self.holds(instance)) {
            Some(value) => Ok(value),
            None => self.look_up(instance),
        }
    }

    /// Borrows it from an instance for which its slot does not hold.
    // Apart, so that those for which it does keep nothing in hand for this.
    #[inline(never)]
    fn look_up<'a>(&self, instance: &'a Instance) -> Result<&'a Value, Error> {
        instance.get_ref(self.name)
    }

    /// Sets the attribute.
    ///
    /// # Errors
    /// Those of [`Instance::set`].
    #[inline]
    pub fn set(&self, instance: &mut Instance, value: impl Into<Value>) -> Result<(), Error> {
        let value = value.into();
        match self.takes.has(&value) && self.holds(instance) {
            true => {
                instance.put_at(self.slot as usize, value);
                Ok(())
            }
            false => self.set_slowly(instance, value),
        }
    }

    /// Sets it in an instance for which its slot does not hold, or to a value at which one has to look twice.
    #[inline(never)]
    fn set_slowly(&self, instance: &mut Instance, value: Value) -> Result<(), Error> {
        match self.class.layout().get(self.slot as usize).filter(|_| self.holds(instance)) {
            Some(slot) => slot.check(&value).map(|()| instance.put_at(self.slot as usize, value)),
            None => instance.set(self.name, value),
        }
    }
}

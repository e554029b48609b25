//! The storage of a receiver itself.

use super::{Receiver, This};
use crate::error::Error;
use crate::instance::access;
use crate::value::Value;

impl This<'_> {
    /// The attribute in the receiver's own storage, past all descriptors and hooks.
    ///
    /// # Errors
    /// A `RuntimeError` if it is a shared instance that is in use.
    pub fn get_own(&self, name: &str) -> Result<Option<Value>, Error> {
        match &self.receiver {
            Receiver::Value(Value::Shared(shared)) => Ok(shared.lock()?.get(self.class, name).cloned()),
            Receiver::Value(Value::Opaque(opaque)) => match opaque.get().get(name) {
                Err(error) if access::is_missing(&error) && self.class.layout().find(name).is_none() => Ok(None),
                read => read.map(Some),
            },
            _ => Ok(self.data().and_then(|data| data.get(self.class, name).cloned())),
        }
    }

    /// Puts a value into the receiver's own storage, past all descriptors and hooks.
    ///
    /// # Errors
    /// A `TypeError` if it has no storage that may be changed.
    pub fn set_own(&mut self, name: &str, value: impl Into<Value>) -> Result<(), Error> {
        let old = match &mut self.receiver {
            Receiver::Mut(data) => data.set(self.class, name, value.into()),
            // The lock is open again before the old value is freed: that may be anything.
            Receiver::Value(Value::Shared(shared)) => shared.lock()?.set(self.class, name, value.into()),
            _ => return Err(self.unchangeable_at(name)),
        };
        drop(old);
        Ok(())
    }

    /// Takes a value out of the receiver's own storage, past all descriptors and hooks.
    ///
    /// # Errors
    /// A `TypeError` if it has no storage that may be changed.
    pub fn remove_own(&mut self, name: &str) -> Result<Option<Value>, Error> {
        match &mut self.receiver {
            Receiver::Mut(data) => Ok(data.remove(self.class, name)),
            Receiver::Value(Value::Shared(shared)) => Ok(shared.lock()?.remove(self.class, name)),
            _ => Err(self.unchangeable_at(name)),
        }
    }

    /// A value that is no instance has no attributes but those of its class.
    #[cold]
    fn unchangeable_at(&self, name: &str) -> Error {
        match &self.receiver {
            Receiver::Ref(_) | Receiver::Kept(_) | Receiver::Value(Value::Instance(_)) => self.unchangeable(),
            _ => access::closed(self.class, name),
        }
    }

    #[cold]
    pub(in crate::instance) fn unchangeable(&self) -> Error {
        let class = self.class.name();
        Error::type_error(match &self.receiver {
            Receiver::Ref(_) | Receiver::Kept(_) => format!("a '{class}' object that is only read cannot be changed"),
            _ => format!("a '{class}' object has no attributes that can be set"),
        })
    }
}

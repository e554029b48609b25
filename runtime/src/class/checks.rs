//! Python's `isinstance` and `issubclass`.

use super::hook::run;
use super::{Class, InstanceCheck, SubclassCheck, special};
use crate::error::Error;
use crate::value::Value;

impl Class {
    /// Is the value an instance of this class, or of one that derives from it? `__instancecheck__` of the metaclass
    /// decides, but for a value of exactly this class.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::builtins;
    ///
    /// assert!(builtins::int().has_instance(&true.into())?);
    /// assert!(!builtins::str().has_instance(&true.into())?);
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Whatever the hook fails with.
    pub fn has_instance(&self, value: &Value) -> Result<bool, Error> {
        let class = value.class();
        if class == self || self.has_plain_checks() {
            return Ok(class.descends_from(self));
        }
        run(&mut InstanceCheck { class: self.clone(), value: value.clone() }, self.metaclass(), 0)
    }

    /// Is it the class, or does it derive from it? `__subclasscheck__` of the metaclass decides.
    ///
    /// # Errors
    /// Whatever the hook fails with.
    pub fn has_subclass(&self, class: &Self) -> Result<bool, Error> {
        if self.has_plain_checks() {
            return Ok(class.descends_from(self));
        }
        run(&mut SubclassCheck { class: self.clone(), subclass: class.clone() }, self.metaclass(), 0)
    }

    /// Does the MRO alone decide?
    #[inline]
    pub(crate) fn has_plain_checks(&self) -> bool {
        !self.metaclass().0.has_special(special::CHECKS)
    }
}

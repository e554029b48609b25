//! What stands in a class for the places that its instances have.

use super::{Descriptor, Parts};
use crate::class::Class;
use crate::error::Error;
use crate::instance::This;
use crate::symbol::Sym;
use crate::value::Value;

/// A name in `__slots__`: CPython's member descriptor.
///
/// Instances are read and written by the place that the table gives; this is for those who ask the class.
pub(crate) struct SlotMember {
    pub(crate) name: Sym,
}

impl Descriptor for SlotMember {
    fn class_name(&self) -> &'static str {
        "member_descriptor"
    }

    fn parts(&self) -> Parts {
        Parts::GET.with(Parts::SET).with(Parts::DELETE)
    }

    fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        match this {
            Some(this) => this.get_own(&self.name)?.ok_or_else(|| this.class().no_attribute(&self.name)),
            None => Err(Error::attribute_error(format!("'{}' is a slot of '{}'", self.name, owner.name()))),
        }
    }
}

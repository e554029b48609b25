//! Fields that are less visible than their class.

use crate::class::Class;
use crate::dataclass::{is_hidden, private};
use crate::descriptor::{Descriptor, Parts};
use crate::error::Error;
use crate::instance::This;
use crate::spec::{ClassSpec, FieldSpec, Text};
use crate::value::{Value, no_attribute};

/// A field that is set by nobody but the constructor, and read only if `Debug` shows it.
pub(super) struct PrivateField {
    class: Text,
    name: Text,
    is_hidden: bool,
}

impl PrivateField {
    pub(super) fn new(spec: &ClassSpec, field: &FieldSpec) -> Self {
        Self { class: spec.name_text().clone(), name: field.name_text().clone(), is_hidden: is_hidden(field) }
    }

    #[cold]
    fn refused(&self) -> Error {
        private(&self.class, &self.name)
    }
}

impl Descriptor for PrivateField {
    fn parts(&self) -> Parts {
        Parts::GET.with(Parts::SET).with(Parts::DELETE)
    }

    fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        match this {
            _ if self.is_hidden => Err(self.refused()),
            Some(this) => this.get_own(&self.name)?.ok_or_else(|| no_attribute(owner.name(), &self.name)),
            None => Err(owner.no_class_attribute(&self.name)),
        }
    }

    fn set(&self, _: &mut This<'_>, _: Value) -> Result<(), Error> {
        Err(self.refused())
    }

    fn delete(&self, _: &mut This<'_>) -> Result<(), Error> {
        Err(self.refused())
    }
}

//! What stands in a class for the places that its instances have.

use std::ops::Deref;
use std::sync::OnceLock;

use super::{Descriptor, DescriptorValue, Parts};
use crate::class::Class;
use crate::error::Error;
use crate::field::Field;
use crate::instance::This;
use crate::spec::PLAIN_BODIES;
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

/// A field in the body of a class: it is taken out when the class is made, and leaves its default behind.
pub(crate) struct FieldMark {
    field: Field,
    is_plain: bool,
}

impl FieldMark {
    /// What a value stands for, if that is a field.
    pub(crate) fn of(value: &Value) -> Option<&Self> {
        match value {
            Value::Descriptor(descriptor) => descriptor.downcast_ref(),
            _ => None,
        }
    }

    /// Is nothing said of the field but one of the types without parameters? No law can be against that.
    pub(crate) const fn is_plain(&self) -> bool {
        self.is_plain
    }
}

impl Deref for FieldMark {
    type Target = Field;

    fn deref(&self) -> &Field {
        &self.field
    }
}

impl Descriptor for FieldMark {
    fn class_name(&self) -> &'static str {
        "Field"
    }

    fn parts(&self) -> Parts {
        Parts::NONE
    }
}

/// A field, to be put into a class.
///
/// ```
/// use metaclass::prelude::*;
///
/// let point = Class::new("Point", [], [("x", Field::float().into()), ("name", "origin".into())])?;
/// let p = point.instantiate(Args::new().with(1.5))?;
/// assert_eq!(p.get("x")?, 1.5.into());
/// # Ok::<(), Error>(())
/// ```
impl From<Field> for Value {
    fn from(field: Field) -> Self {
        /// Those of which nothing is said but one of the types without parameters, as most: one of each for all classes.
        static PLAIN: [OnceLock<Value>; PLAIN_BODIES] = [const { OnceLock::new() }; PLAIN_BODIES];
        let plain = field.plain_number().and_then(|number| PLAIN.get(number));
        let is_plain = plain.is_some();
        let mark = || DescriptorValue::new(FieldMark { field, is_plain }).into();
        match plain {
            Some(plain) => plain.get_or_init(mark).clone(),
            None => mark(),
        }
    }
}

//! What stands in the body of a class for its fields.

use std::ops::Deref;
use std::sync::OnceLock;

use super::{Descriptor, DescriptorValue, Parts};
use crate::field::Field;
use crate::spec::{FieldBody, PLAIN_BODIES};
use crate::validate::Takes;
use crate::value::Value;

/// A field in the body of a class: it is taken out when the class is made, and leaves its default behind.
#[derive(Debug)]
pub(crate) struct FieldMark {
    field: Field,
    takes: Takes,
    is_plain: bool,
}

/// Those of which nothing is said but one of the types without parameters, as most: one of each for all classes.
static PLAIN: [FieldMark; PLAIN_BODIES] = [
    FieldMark::plain(FieldBody::PLAIN_INT),
    FieldMark::plain(FieldBody::PLAIN_STR),
    FieldMark::plain(FieldBody::PLAIN_FLOAT),
    FieldMark::plain(FieldBody::PLAIN_BOOL),
    FieldMark::plain(FieldBody::PLAIN_ANY),
    FieldMark::plain(FieldBody::PLAIN_BYTES),
];

impl FieldMark {
    const fn plain(body: &'static FieldBody) -> Self {
        Self { field: Field::plain(body), takes: Takes::of(&body.ty), is_plain: true }
    }

    /// What stands for a field of which nothing is said but one of the types without parameters.
    pub(crate) fn of_plain(field: &Field) -> Option<&'static Self> {
        field.plain_number().and_then(|number| PLAIN.get(number))
    }

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
        static VALUES: [OnceLock<Value>; PLAIN_BODIES] = [const { OnceLock::new() }; PLAIN_BODIES];
        let plain = field.plain_number().and_then(|number| VALUES.get(number));
        let is_plain = plain.is_some();
        let mark = || {
            let takes = Takes::of(&field.body().ty);
            DescriptorValue::new(FieldMark { field, takes, is_plain }).into()
        };
        match plain {
            Some(plain) => plain.get_or_init(mark).clone(),
            None => mark(),
        }
    }
}

/// What stands under a name in the body of a class: a value, or a field that need not be one as long as nobody looks.
pub(crate) enum Attribute {
    Value(Value),
    Plain(&'static FieldMark),
}

impl Attribute {
    /// The field that it is, if it is one.
    #[inline]
    pub(crate) fn field(&self) -> Option<&FieldMark> {
        match self {
            Self::Value(value) => FieldMark::of(value),
            Self::Plain(field) => Some(field),
        }
    }

    #[inline]
    pub(crate) const fn is_plain(&self) -> bool {
        matches!(self, Self::Plain(_))
    }

    /// What the field takes; what is none may be anything.
    #[inline]
    pub(crate) fn takes(&self) -> Takes {
        self.field().map_or(Takes::Any, |field| field.takes)
    }

    /// As those see it who look at the body.
    pub(crate) fn into_value(self) -> Value {
        match self {
            Self::Value(value) => value,
            Self::Plain(field) => field.field.clone().into(),
        }
    }
}

impl From<Field> for Attribute {
    fn from(field: Field) -> Self {
        match FieldMark::of_plain(&field) {
            Some(plain) => Self::Plain(plain),
            None => Self::Value(field.into()),
        }
    }
}

impl From<Value> for Attribute {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_fields_are_those_of_their_numbers() {
        for (number, plain) in PLAIN.iter().enumerate() {
            assert_eq!(plain.plain_number(), Some(number));
        }
        assert_eq!(size_of::<Attribute>(), size_of::<Value>());
        let field = Attribute::from(Field::str());
        assert!(matches!(&field, Attribute::Plain(mark) if mark.is_plain()));
        assert!(FieldMark::of(&field.into_value()).is_some_and(FieldMark::is_plain));
        let other = Attribute::from(Field::str().max_length(3));
        assert!(other.field().is_some_and(|mark| !mark.is_plain()));
    }
}

//! Structs to instances, and back.

use std::slice;

use crate::class::Class;
use crate::dataclass::{at_field, hide, refusal};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::instance::{Data, Instance, Place, Places};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options};
use crate::validate::Report;
use crate::value::Value;

/// The instance of the class that has the values of a struct.
pub(crate) fn to_instance(value: &impl FieldType, spec: &ClassSpec, class: &Class) -> Result<Instance, Error> {
    // The places of its fields come first, in their order.
    let (fields, places) = (spec.fields(), class.layout().len());
    debug_assert!((0..).zip(fields).all(|(i, field)| class.layout().place_of(field, i) == Some(i)));
    let mut places = Places::new(places);
    for (i, place) in places.iter_mut().enumerate() {
        let Some(field) = fields.get(i) else { break };
        match value.__field(i).to_value(field.ty()) {
            Ok(value) => *place = value.into(),
            Err(error) => return Err(refused(error, spec, field)),
        }
    }
    Ok(Instance::new(class.clone(), Data::of(places)))
}

#[cold]
fn refused(error: Error, spec: &ClassSpec, field: &FieldSpec) -> Error {
    at_field(error, spec, field.name()).at(spec.name_text().clone())
}

/// The struct that has the values of an instance of its class, or of a subclass.
pub(crate) fn from_instance<T: FieldType>(
    instance: &Instance,
    spec: &ClassSpec,
    class: Option<&Class>,
) -> Result<T, Error> {
    let places = match class {
        Some(class) if class == instance.class() => instance.places().iter(),
        Some(class) if instance.class().descends_from(class) => [].iter(),
        _ => return Err(Error::expected(&spec.name(), instance.class().name())),
    };
    let (count, mut error) = (places.len(), None);
    let made = T::__from_row(&mut Row { places, count, beyond: 0, spec, instance, error: &mut error });
    if let Some(error) = error {
        return Err(error);
    }
    let made = made.ok_or_else(|| cannot_make(spec))?;
    if spec.options().has(Options::VALIDATE) {
        let mut report = Report::new();
        made.__validate(&mut report);
        report.finish()?;
    }
    Ok(made)
}

/// The values of the fields of an instance, one after the other.
pub struct Row<'a> {
    /// Where the values are, if the instance is of the class of the struct: the places of the fields come first then, in
    /// their order.
    places: slice::Iter<'a, Place>,
    /// How many places there were.
    count: usize,
    /// How many fields were asked for beyond them.
    beyond: usize,
    spec: &'a ClassSpec,
    instance: &'a Instance,
    error: &'a mut Option<Error>,
}

impl<'a> Row<'a> {
    /// The next one, of a type that is sure to be one of ours.
    #[inline]
    pub fn ours<T: FieldType>(&mut self) -> Option<T> {
        self.take(T::__from_ref)
    }

    /// The next one, of a primitive type; if it does not fit, something in its place, which is thrown away.
    #[inline]
    pub fn get<T: FieldType + Default>(&mut self) -> T {
        self.ours().unwrap_or_default()
    }

    /// The next one, made by this function.
    pub fn of<T>(&mut self, from_value: fn(Value) -> Result<T, Error>) -> Option<T> {
        self.take(|value| from_value(value.clone()))
    }

    #[inline]
    fn take<T>(&mut self, make: impl FnOnce(&Value) -> Result<T, Error>) -> Option<T> {
        let place = self.places.next();
        let value = match place.and_then(|place| place.as_ref()) {
            Some(value) => value,
            None => self.find(place.is_none())?,
        };
        match make(value) {
            Ok(read) => Some(read),
            Err(error) => {
                self.refuse(value, error);
                None
            }
        }
    }

    /// Which field was asked for last.
    fn position(&self) -> usize {
        self.count - self.places.len() + self.beyond - 1
    }

    /// The value of the field that was asked for, wherever it is.
    #[inline(never)]
    fn find(&mut self, is_beyond: bool) -> Option<&'a Value> {
        self.beyond += usize::from(is_beyond);
        // Nothing behind one that does not fit: generated code goes on behind a primitive.
        if self.error.is_some() {
            return None;
        }
        let at = self.position();
        let Some(field) = self.spec.fields().get(at) else {
            self.fail(cannot_make(self.spec));
            return None;
        };
        let place = self.instance.class().layout().place_of(field, at);
        let value = place.and_then(|place| self.instance.at(place));
        if value.is_none() {
            self.fail(self.instance.class().no_attribute(field.name()));
        }
        value
    }

    #[cold]
    fn refuse(&mut self, value: &Value, error: Error) {
        let Some(field) = self.spec.fields().get(self.position()) else { return self.fail(cannot_make(self.spec)) };
        let hidden = field.has(Flags::SECRET).then(|| refusal(field.ty(), value));
        self.fail(refused(hide(error, hidden), self.spec, field));
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        *self.error = Some(error);
        self.places = [].iter();
    }
}

#[cold]
fn cannot_make(spec: &ClassSpec) -> Error {
    Error::type_error(format!("cannot make '{}' of an instance: it borrows", spec.name()))
}

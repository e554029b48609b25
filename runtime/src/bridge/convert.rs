//! Structs to instances, and back.

use crate::class::{Class, Layout};
use crate::dataclass::{at_field, hide, refusal};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::instance::{Data, Instance, Places};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options};
use crate::validate::Report;
use crate::value::Value;

/// The instance of the class that has the values of a struct.
pub(crate) fn to_instance(value: &impl FieldType, spec: &ClassSpec, class: &Class) -> Result<Instance, Error> {
    // The places of its fields come first, in their order.
    let (fields, places) = (spec.fields(), class.layout().len());
    debug_assert!((0..).zip(fields).all(|(i, field)| class.layout().place_of(field, i) == Some(i)));
    let mut places = Places::new(places);
    for ((i, field), place) in (0..).zip(fields).zip(&mut *places) {
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
    if !class.is_some_and(|class| instance.class().descends_from(class)) {
        return Err(Error::expected(&spec.name(), instance.class().name()));
    }
    let layout = instance.class().layout();
    let is_in_order = class == Some(instance.class());
    let mut values = Row { spec, instance, layout, is_in_order, next: 0, error: None };
    let made = T::__from_row(&mut values);
    let made = values.complete(made)?;
    if spec.options().has(Options::VALIDATE) {
        let mut report = Report::new();
        made.__validate(&mut report);
        report.finish()?;
    }
    Ok(made)
}

/// The values of the fields of an instance, one after the other.
pub struct Row<'a> {
    spec: &'a ClassSpec,
    instance: &'a Instance,
    layout: &'a Layout,
    /// Is the instance of the class of the struct, so that the places of the fields come first?
    is_in_order: bool,
    next: usize,
    error: Option<Error>,
}

impl Row<'_> {
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

    /// Nothing behind one that does not fit: generated code goes on behind a primitive.
    #[inline]
    fn take<T>(&mut self, make: impl FnOnce(&Value) -> Result<T, Error>) -> Option<T> {
        if self.error.is_some() {
            return None;
        }
        let Some(field) = self.spec.fields().get(self.next) else {
            self.error = Some(cannot_make(self.spec));
            return None;
        };
        let place = if self.is_in_order { Some(self.next) } else { self.layout.place_of(field, self.next) };
        self.next += 1;
        let Some(value) = place.and_then(|place| self.instance.at(place)) else {
            self.error = Some(self.instance.class().no_attribute(field.name()));
            return None;
        };
        make(value).map_err(|error| self.refuse(field, value, error)).ok()
    }

    #[cold]
    fn refuse(&mut self, field: &FieldSpec, value: &Value, error: Error) {
        let hidden = field.has(Flags::SECRET).then(|| refusal(field.ty(), value));
        self.error = Some(refused(hide(error, hidden), self.spec, field));
    }

    /// What was made of the values, if all of them fitted.
    #[inline]
    fn complete<T>(self, made: Option<T>) -> Result<T, Error> {
        match (made, self.error) {
            (Some(made), None) => Ok(made),
            (_, error) => Err(error.unwrap_or_else(|| cannot_make(self.spec))),
        }
    }
}

#[cold]
fn cannot_make(spec: &ClassSpec) -> Error {
    Error::type_error(format!("cannot make '{}' of an instance: it borrows", spec.name()))
}

//! Structs to instances, and back.

use crate::class::{Class, Layout};
use crate::dataclass::{at_field, hide, refusal};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::instance::{Data, Instance};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options};
use crate::validate::Report;
use crate::value::Value;

/// The instance of the class that has the values of a struct.
pub(crate) fn to_instance(value: &impl FieldType, spec: &ClassSpec, class: &Class) -> Result<Instance, Error> {
    let layout = class.layout();
    let mut places = Data::places(layout.len());
    for (i, field) in spec.fields().iter().enumerate() {
        let value = value.__field(i).to_value(field.ty());
        let value = value.map_err(|error| at_field(error, spec, field.name()).at(spec.name_text().clone()))?;
        if let Some(place) = layout.place_of(field, i).and_then(|place| places.get_mut(place)) {
            *place = Some(value);
        }
    }
    Ok(Instance::new(class.clone(), Data::of(places)))
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
    let mut values = Row { spec, instance, layout: instance.class().layout(), next: 0, error: None };
    let made = T::__from_row(&mut values).ok_or_else(|| values.into_error())?;
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
    next: usize,
    error: Option<Error>,
}

impl Row<'_> {
    /// The next one, of a type that is sure to be one of ours.
    #[inline]
    pub fn ours<T: FieldType>(&mut self) -> Option<T> {
        self.next(T::__from_ref)
    }

    /// The next one, made by this function.
    pub fn of<T>(&mut self, from_value: fn(Value) -> Result<T, Error>) -> Option<T> {
        self.next(|value| from_value(value.clone()))
    }

    #[inline]
    fn next<T>(&mut self, make: impl FnOnce(&Value) -> Result<T, Error>) -> Option<T> {
        let field = self.spec.fields().get(self.next)?;
        let place = self.layout.place_of(field, self.next);
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
        self.error = Some(at_field(hide(error, hidden), self.spec, field.name()).at(self.spec.name_text().clone()));
    }

    #[cold]
    fn into_error(self) -> Error {
        let name = self.spec.name();
        self.error.unwrap_or_else(|| Error::type_error(format!("cannot make '{name}' of an instance: it borrows")))
    }
}

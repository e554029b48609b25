//! Structs to instances, and back.

use std::cell::OnceCell;

use crate::class::Class;
use crate::dataclass::{at_field, hide, refusal};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::instance::{Data, Instance, Place, Places};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options};
use crate::validate::Report;
use crate::value::Value;

/// The instance of the class that has the values of a struct.
#[inline]
pub(crate) fn to_instance(value: &impl FieldType, spec: &ClassSpec, class: &Class) -> Result<Instance, Error> {
    let fields = spec.fields();
    // The places of its fields come first, in their order.
    debug_assert!((0..).zip(fields).all(|(i, field)| class.layout().place_of(field, i) == Some(i)));
    let mut places = Places::new(class.layout().len());
    // Inlined, it is known how many fields there are: then it is known of each how it is read.
    for (i, field) in fields.iter().enumerate() {
        let Some(place) = places.get_mut(i) else { break };
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
#[inline]
pub(crate) fn from_instance<T: FieldType>(instance: &Instance, spec: &ClassSpec, is_of_it: bool) -> Result<T, Error> {
    if !is_of_it && !spec.class().is_some_and(|class| instance.class().descends_from(class)) {
        return Err(Error::expected(&spec.name(), instance.class().name()));
    }
    let places = if is_of_it { instance.places() } else { &[] };
    let source = Source { spec, instance, error: OnceCell::new() };
    let Some(made) = T::__from_row(&mut Row { places, asked: 0, source: &source }) else {
        return Err(source.error.into_inner().unwrap_or_else(|| cannot_make(spec)));
    };
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
    places: &'a [Place],
    /// How many fields were asked for.
    asked: usize,
    /// Apart, so that nothing but this is kept in memory for those who need it.
    source: &'a Source<'a>,
}

/// Where the values come from, and what was wrong with the first that does not fit.
struct Source<'a> {
    spec: &'a ClassSpec,
    instance: &'a Instance,
    error: OnceCell<Error>,
}

impl Row<'_> {
    /// The next one, of a type that is sure to be one of ours.
    #[inline]
    pub fn ours<T: FieldType>(&mut self) -> Option<T> {
        self.take(T::__glance, T::__from_ref)
    }

    /// The next one, made by this function.
    pub fn of<T>(&mut self, from_value: fn(Value) -> Result<T, Error>) -> Option<T> {
        self.take(|_| None, |value| from_value(value.clone()))
    }

    #[inline]
    fn take<T>(
        &mut self,
        glance: impl FnOnce(&Value) -> Option<T>,
        make: impl FnOnce(&Value) -> Result<T, Error>,
    ) -> Option<T> {
        let at = self.asked;
        self.asked += 1;
        let value = self.places.get(at).and_then(|place| place.as_ref());
        match value.and_then(glance) {
            Some(read) => Some(read),
            None => self.source.take(at, value, make),
        }
    }
}

impl<'a> Source<'a> {
    /// The value of a field, made of what is in its place or wherever it is.
    #[inline(never)]
    fn take<T>(&self, at: usize, value: Option<&'a Value>, make: impl FnOnce(&Value) -> Result<T, Error>) -> Option<T> {
        let value = value.or_else(|| self.find(at))?;
        make(value).map_err(|error| self.refuse(at, value, error)).ok()
    }

    /// The value of a field, wherever it is.
    fn find(&self, at: usize) -> Option<&'a Value> {
        let Some(field) = self.spec.fields().get(at) else {
            self.fail(cannot_make(self.spec));
            return None;
        };
        let class = self.instance.class();
        let place = class.layout().place_of(field, at);
        let value = place.and_then(|place| self.instance.at(place));
        if value.is_none() {
            self.fail(class.no_attribute(field.name()));
        }
        value
    }

    #[cold]
    fn refuse(&self, at: usize, value: &Value, error: Error) {
        let Some(field) = self.spec.fields().get(at) else { return self.fail(cannot_make(self.spec)) };
        let hidden = field.has(Flags::SECRET).then(|| refusal(field.ty(), value));
        self.fail(refused(hide(error, hidden), self.spec, field));
    }

    #[cold]
    fn fail(&self, error: Error) {
        // It is the first one: nothing is read behind it.
        let _ = self.error.set(error);
    }
}

#[cold]
fn cannot_make(spec: &ClassSpec) -> Error {
    Error::type_error(format!("cannot make '{}' of an instance: it borrows", spec.name()))
}

//! The constructor that the fields of a class make.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use smallvec::SmallVec;

use super::plan::Plan;
#[cfg(feature = "serde")]
use super::plan::is_plain;
use super::{Class, Layout};
use crate::args::Args;
use crate::error::Error;
use crate::function::Function;
use crate::instance::This;
use crate::signature::{Param, Signature};
use crate::spec::{ClassSpec, DefaultSpec, FieldSpec, Flags, List, Options, Text};
use crate::validate::transformed;
use crate::value::{Dict, Value};

/// `__init__` of a class with fields: each is an argument, or gets its default. An argument that is no field is taken and
/// not kept.
pub(crate) struct Init {
    /// The description, if there is more to it than the fields that have places.
    spec: Option<Arc<ClassSpec>>,
    /// Are the rules asked?
    is_checked: bool,
    /// `__setattr__` is not asked for the first assignments.
    is_direct: bool,
    /// Does a default that is always the same stay in the class, if its field is no argument? So Python's dataclasses have it.
    leaves_defaults: bool,
    /// Where the fields have their places.
    layout: Option<Arc<Layout>>,
}

/// What is made of a constructor when somebody asks for it. The function keeps it.
#[derive(Default)]
pub(crate) struct Made {
    signature: OnceLock<Signature>,
    plan: OnceLock<Option<Plan>>,
    /// Are the first places those of the fields, in their order?
    #[cfg(feature = "serde")]
    is_in_order: OnceLock<bool>,
}

impl Init {
    pub(crate) fn new(spec: Arc<ClassSpec>) -> Self {
        let is_checked = spec.options().has(Options::VALIDATE);
        let is_direct = is_checked || spec.options().has(Options::FROZEN);
        Self { spec: Some(spec), is_checked, is_direct, ..Self::of_fields() }
    }

    /// That of a class of which nothing is known but its fields, each of which is to have a place.
    pub(super) const fn of_fields() -> Self {
        Self { spec: None, is_checked: false, is_direct: false, leaves_defaults: false, layout: None }
    }

    /// That of a dataclass made at run time.
    pub(crate) fn of_dataclass(spec: Arc<ClassSpec>, leaves_defaults: bool) -> Self {
        Self { leaves_defaults, ..Self::new(spec) }
    }

    /// The fields of the class.
    fn fields(&self) -> &[FieldSpec] {
        match (&self.spec, &self.layout) {
            (Some(spec), _) => spec.fields(),
            (None, Some(layout)) => layout.fields(),
            (None, None) => &[],
        }
    }

    /// What is known of the class.
    fn described(&self) -> Cow<'_, ClassSpec> {
        match (&self.spec, &self.layout) {
            (Some(spec), _) => Cow::Borrowed(spec),
            (None, layout) => {
                let fields = layout.as_ref().map_or(List::EMPTY, |layout| layout.fields().clone());
                Cow::Owned(ClassSpec::new(Text::new(""), fields))
            }
        }
    }

    /// The fields that are no arguments, and are set all the same.
    fn others(&self) -> impl Iterator<Item = &FieldSpec> {
        let others = self.fields().iter().filter(|field| !field.has(Flags::INIT));
        others.filter(|field| !(self.leaves_defaults && field.default().constant().is_some()))
    }

    /// Does it, for this class, nothing but to fill the first places with the values of the fields?
    #[cfg(feature = "serde")]
    pub(crate) fn fills(&self, class: &Class, made: &Made) -> bool {
        let Some(layout) = &self.layout else { return false };
        let is_first = |(place, field): (usize, &FieldSpec)| layout.place_of(field, place) == Some(place);
        let is_in_order = || self.described().init_vars().is_empty() && self.fields().iter().enumerate().all(is_first);
        is_plain(layout, class, self.is_direct) && *made.is_in_order.get_or_init(is_in_order)
    }

    pub(crate) fn signature<'m>(&self, made: &'m Made) -> &'m Signature {
        made.signature.get_or_init(|| self.described().signature())
    }

    /// Gets to know the places of the fields, as soon as they have some.
    pub(crate) fn settle(&mut self, layout: &Arc<Layout>) {
        self.layout.get_or_insert_with(|| Arc::clone(layout));
    }

    /// How an instance is made in one step, if that is possible.
    #[inline]
    pub(super) fn plan<'m>(&self, made: &'m Made) -> Option<&'m Plan> {
        match made.plan.get() {
            Some(plan) => plan.as_ref(),
            None => self.make_plan(made).as_ref(),
        }
    }

    #[cold]
    fn make_plan<'m>(&self, made: &'m Made) -> &'m Option<Plan> {
        made.plan.get_or_init(|| {
            let layout = self.layout.as_ref().filter(|_| !self.is_checked)?;
            Plan::new(&self.described(), self.others(), layout, self.is_direct)
        })
    }

    /// Sets the fields, one by one, as anybody could set them.
    pub(crate) fn run(&self, this: &mut This<'_>, args: &mut Args, callee: &Function) -> Result<Value, Error> {
        let signature = self.signature(callee.made());
        let mut bound = signature.bind_from(callee.qualname(), args)?;
        bound.apply_defaults();
        let names = signature.params().iter().map(Param::name);
        let values = names.zip(bound.into_values()).filter_map(|(name, value)| Some((name, value?)));
        let values: SmallVec<[(&str, Value); 5]> = values.collect();
        if self.is_checked {
            check_arguments(&self.described(), values.iter().map(|(name, value)| (*name, value)))?;
        }
        for (name, value) in values {
            self.put(this, name, value)?;
        }
        let is_late = |field: &&FieldSpec| matches!(field.default(), DefaultSpec::Factory { .. });
        let late = self.fields().iter().filter(|field| field.has(Flags::INIT)).filter(is_late);
        for field in late.chain(self.others()) {
            self.set_default(this, field)?;
        }
        Ok(Value::None)
    }

    fn put(&self, this: &mut This<'_>, name: &str, value: Value) -> Result<(), Error> {
        let Some(slot) = this.class().layout().find(name) else { return Ok(()) };
        let field = slot.field();
        let value = match field {
            Some(field) => transformed(field, value),
            None => value,
        };
        match (field.is_some_and(|field| field.has(Flags::PRIVATE)), self.is_direct) {
            (true, _) => {
                slot.check(&value)?;
                this.set_own(name, value)
            }
            (false, true) => this.set_plainly(name, value),
            (false, false) => this.set(name, value),
        }
    }

    /// Sets a field that is no argument, or was not given and has a default that is made anew.
    fn set_default(&self, this: &mut This<'_>, field: &FieldSpec) -> Result<(), Error> {
        if field.has(Flags::INIT) && this.get_own(field.name())?.is_some() {
            return Ok(());
        }
        match default_of(this.class(), field)? {
            Some(value) => self.put(this, field.name(), value),
            None => Ok(()),
        }
    }
}

/// Asks all rules of the arguments.
pub(crate) fn check_arguments<'a>(
    spec: &ClassSpec,
    values: impl Iterator<Item = (&'a str, &'a Value)>,
) -> Result<(), Error> {
    let given = values.filter_map(|(name, value)| Some((spec.field(name)?.key(), value.clone())));
    Ok(spec.validate(&given.collect::<Dict>())?)
}

/// The default of a field, made anew, if it has one.
pub(super) fn default_of(class: &Class, field: &FieldSpec) -> Result<Option<Value>, Error> {
    match field.default() {
        DefaultSpec::Required => Ok(None),
        default => default.make()?.map(Some).ok_or_else(|| unknown_default(class, field)),
    }
}

/// The default reads other fields, or is of a type that has no conversion.
#[cold]
pub(crate) fn unknown_default(class: &Class, field: &FieldSpec) -> Error {
    let (class, name, default) = (class.name(), field.name(), field.default());
    Error::type_error(format!(
        "{class}.__init__(): the default of '{name}', `{default}`, is known to compiled code alone"
    ))
}

//! Instances are made in one step, where nothing has to be asked but the types of their fields.

use std::sync::Arc;

use smallvec::SmallVec;

use super::init::default_of;
use super::{Class, Layout, Slot, special};
use crate::args::Args;
use crate::error::Error;
use crate::function::enter;
use crate::instance::{Data, Instance, Places};
use crate::spec::{ClassSpec, FieldSpec, Flags, Text};

/// So many parameters are looked through for those that are given by name in another order.
const FEW: usize = 64;

/// Where the arguments of a constructor go, in instances of one layout.
pub(super) struct Plan {
    layout: Arc<Layout>,
    /// Those of the parameters, in the order of the signature, then those of fields that are none.
    places: Box<[usize]>,
    parameters: usize,
    positional: usize,
    /// Are the places those of the parameters, in their order?
    is_in_order: bool,
    /// `__setattr__` is not asked for the first assignments.
    is_direct: bool,
}

/// A call that is right, but for the types of its arguments.
pub(super) struct Call<'a> {
    plan: &'a Plan,
    /// Which parameters the arguments by name are for.
    named: SmallVec<[usize; 8]>,
}

impl Plan {
    /// The plan of a class, if each of its fields has a place and nothing is done to what is given for it. `others` are
    /// the fields that are no parameters.
    pub(super) fn new<'a>(
        spec: &'a ClassSpec,
        others: impl Iterator<Item = &'a FieldSpec>,
        layout: &Arc<Layout>,
        is_direct: bool,
    ) -> Option<Self> {
        let is_as_given = |field: &FieldSpec| field.transforms().is_empty();
        // What an instance is beside its fields has been said to `__new__`.
        if layout.payload().is_some() || !spec.init_vars().is_empty() || !spec.fields().iter().all(is_as_given) {
            return None;
        }
        let parameters: Vec<&FieldSpec> = spec.parameters().collect();
        let places = parameters.iter().copied().chain(others).map(|field| layout.place(field.name()));
        let places: Box<[usize]> = places.collect::<Option<_>>()?;
        Some(Self {
            layout: Arc::clone(layout),
            is_in_order: parameters.len() == places.len() && places.iter().copied().eq(0..layout.len()),
            places,
            parameters: parameters.len(),
            positional: parameters.iter().filter(|field| !field.has(Flags::KW_ONLY)).count(),
            is_direct,
        })
    }

    /// Is nothing to be done with arguments for all places, in their order, but to put them there?
    pub(super) fn fills(&self) -> bool {
        self.is_in_order && self.positional == self.places.len()
    }

    /// Are these arguments for all places, in their order?
    #[inline]
    pub(super) fn is_filled_by(&self, class: &Class, args: &Args) -> bool {
        self.is_in_order
            && args.positional().len() <= self.positional
            && args.unpacked().is_some_and(|(values, names)| self.layout.is_filled_by(values.len(), names))
            && is_plain(&self.layout, class, self.is_direct)
    }

    /// The call with these arguments, if it is one for the plan: of a class with these places, and not wrong.
    pub(super) fn call(&self, class: &Class, args: &Args) -> Option<Call<'_>> {
        if !is_plain(&self.layout, class, self.is_direct) {
            return None;
        }
        let given = args.positional().len();
        // Most calls follow the order of the signature.
        let mut follows = true;
        let mut named = SmallVec::new();
        for name in args.names() {
            let next = given + named.len();
            let at = match self.is(next, name) {
                true => next,
                // Of many, the signature knows by their names where they are.
                false if self.parameters > FEW => return None,
                false => (0..self.parameters).find(|at| self.is(*at, name))?,
            };
            follows &= at == next;
            if at < given || (!follows && named.contains(&at)) {
                return None;
            }
            named.push(at);
        }
        let is_named = |at: usize| if follows { at < given + named.len() } else { named.contains(&at) };
        let is_optional =
            |at: usize| self.slot(at).and_then(Slot::field).is_some_and(|field| !field.default().is_required());
        let is_whole = given + named.len() == self.parameters
            || (given..self.parameters).all(|at| is_named(at) || is_optional(at));
        (given <= self.positional && is_whole && args.is_unpacked()).then_some(Call { plan: self, named })
    }

    /// Has the parameter at this position this name?
    fn is(&self, at: usize, name: &str) -> bool {
        at < self.parameters && self.slot(at).is_some_and(|slot| slot.name().is(name))
    }

    /// The instance that has an argument in each place.
    pub(super) fn make_in_order(&self, class: &Class, args: &mut Args, init: &Text) -> Result<Instance, Error> {
        for (slot, value) in self.layout.iter().zip(args.values()) {
            slot.check(value).map_err(|error| error.within(init.clone()))?;
        }
        Ok(Instance::new(class.clone(), Data::of(args.take_values())))
    }

    fn slot(&self, at: usize) -> Option<Slot<'_>> {
        self.layout.get(*self.places.get(at)?)
    }
}

/// Are the places of a layout those of the class, and does nothing stand before them?
#[inline]
pub(super) fn is_plain(layout: &Arc<Layout>, class: &Class, is_direct: bool) -> bool {
    let in_the_way = if is_direct { special::HIDES } else { special::INTERCEPTS | special::HIDES };
    Arc::ptr_eq(&class.shape().layout, layout) && !class.0.has_special(in_the_way)
}

impl Call<'_> {
    /// The instance, with the arguments in it; `init` is the name of the constructor.
    pub(super) fn make(self, class: &Class, args: &mut Args, init: &Text) -> Result<Instance, Error> {
        let Self { plan, named } = self;
        let _entered = enter()?;
        let given = args.positional().len();
        let mut places = Places::new(plan.layout.len());
        let taken = plan.places.iter().take(given).chain(named.iter().filter_map(|at| plan.places.get(*at)));
        for (place, argument) in taken.zip(args.drain().0) {
            if let Some(place) = places.get_mut(*place) {
                **place = Some(argument);
            }
        }
        for place in &plan.places {
            let (Some(slot), Some(value)) = (plan.layout.get(*place), places.get_mut(*place)) else { continue };
            let checked = match (&mut **value, slot.field()) {
                (Some(value), _) => slot.check(value),
                (none, Some(field)) => default_of(class, field).and_then(|default| {
                    default.as_ref().map_or(Ok(()), |default| slot.check(default))?;
                    *none = default;
                    Ok(())
                }),
                (None, None) => Ok(()),
            };
            if let Err(error) = checked {
                return Err(error.within(init.clone()));
            }
        }
        Ok(Instance::new(class.clone(), Data::of(places)))
    }
}

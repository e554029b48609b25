//! What is done once an instance is read whose class is described at run time: fields of which nothing was said are
//! completed, and what was not asked of values while they were read is asked.

use super::{Instance, Values};
use crate::decode::Context;
use crate::decode::name::Name;
use crate::spec::{FieldSpec, Flags};
use crate::validate::{Issue, Rank, check_groups, check_several, has_type, tell_rules, transformed, wrong_type};
use crate::value::Value;

impl<'s> Instance<'s> {
    /// Is there a value for each field, of which nothing is left to be asked?
    #[inline]
    pub(super) fn is_settled(&mut self, start: usize, context: &Context) -> bool {
        let spec = self.spec;
        if !self.seen.has_all(spec.fields().len()) {
            self.fill_missing();
        }
        let is_settled = self.seen.has_all(spec.fields().len()) && self.open.is_empty() && context.mark() == start;
        is_settled && spec.groups().is_empty() && spec.checks().is_empty()
    }

    /// Asks all that is still to be asked of what was read.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "for most instances it is no more than a look at what was seen")]
    pub(super) fn finish(mut self, start: usize, context: &mut Context) -> Option<Values> {
        match self.is_settled(start, context) {
            true => Some(self.values),
            false => self.settle_and_finish(start, context),
        }
    }

    /// Puts `None` where nothing was said, if that is all there is to say of it.
    #[inline]
    fn fill_missing(&mut self) {
        for (index, (step, place)) in self.steps.iter().zip(&mut *self.values).enumerate() {
            if place.is_none() && step.is_none_if_missing() && !self.seen.note(index) {
                **place = Some(Value::None);
            }
        }
    }

    #[inline(never)]
    fn settle_and_finish(&mut self, start: usize, context: &mut Context) -> Option<Values> {
        self.settle(context);
        let value = |field: &FieldSpec| self.value(field.name()).cloned();
        check_groups(self.spec, start, value, &mut context.report);
        for check in self.spec.checks() {
            check_several(self.spec, check, start, value, &mut context.report);
        }
        if context.mark() != start {
            context.report.arrange(start);
            context.report.number(start, self.spec);
            return None;
        }
        Some(std::mem::take(&mut self.values))
    }

    /// Completes the fields that are not settled, and then asks their rules.
    fn settle(&mut self, context: &mut Context) {
        let count = self.spec.fields().len();
        if !self.seen.has_all(count) {
            self.open.extend((0..count).filter(|place| !self.seen.has(*place)).map(|place| Name { place, at: 0 }));
        }
        if !self.open.is_sorted_by_key(|name| name.place) {
            self.open.sort_unstable_by_key(|name| name.place);
        }
        for i in 0..self.open.len() {
            if let Some((name, field)) = self.open_field(i)
                && !self.is_complete(name.place, field)
                && let Some(issue) = self.complete(name.place, field)
            {
                let mark = context.mark();
                context.fault::<()>(issue);
                context.put_into_field(mark, Rank::of_field(name.place), field, name.at);
            }
        }
        for i in 0..self.open.len() {
            if let Some((name, field)) = self.open_field(i)
                && let Some(value) = self.values.get(name.place).and_then(|place| place.as_ref())
            {
                let mark = context.mark();
                tell_rules(field, value, |name| self.other(name), &mut context.report);
                if context.mark() != mark {
                    context.put_into_field(mark, Rank::of_field(name.place), field, name.at);
                }
            }
        }
    }

    /// The field that is not settled, with this position among those.
    fn open_field(&self, position: usize) -> Option<(Name, &'s FieldSpec)> {
        let name = *self.open.get(position)?;
        Some((name, self.spec.fields().get(name.place)?))
    }

    /// Was a value read, which stays as it is and may be any?
    #[inline]
    fn is_complete(&self, index: usize, field: &FieldSpec) -> bool {
        self.seen.has(index) && field.transforms().is_empty() && !field.has(Flags::REQUIRED)
    }

    /// Puts the default where nothing was said, and transforms what was.
    #[inline(never)]
    fn complete(&mut self, index: usize, field: &FieldSpec) -> Option<Issue> {
        let is_missing = !self.seen.has(index);
        let slot = &mut **self.values.get_mut(index)?;
        if is_missing {
            let default = match field.default().make() {
                Ok(default) => default,
                Err(error) => return Some(error.into()),
            };
            match default {
                Some(default) => *slot = Some(default),
                None if field.is_none_if_left_out() => *slot = Some(Value::None),
                None if field.must_be_named() => return Some(Issue::new("missing")),
                // Made by an expression of a compiled class, which only that can evaluate.
                None => return None,
            }
        }
        if slot.as_ref().is_some_and(Value::is_none) && field.has(Flags::REQUIRED) {
            *slot = None;
            return Some(Issue::new("missing"));
        }
        if !field.transforms().is_empty() {
            let value = transformed(field, slot.take()?);
            if !has_type(field.ty(), &value) {
                return Some(wrong_type(field.ty(), &value));
            }
            *slot = Some(value);
        }
        None
    }

    fn value(&self, name: &str) -> Option<&Value> {
        let index = self.spec.fields().iter().position(|field| field.name() == name)?;
        self.values.get(index)?.as_ref()
    }

    /// The value of another field, if it is not `None`.
    fn other(&self, name: &str) -> Option<Value> {
        self.value(name).filter(|value| !value.is_none()).cloned()
    }
}

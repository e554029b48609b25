//! What is done once an instance is read whose class is described at run time: fields of which nothing was said are
//! completed, and what was not asked of values while they were read is asked.

use super::{Instance, Values};
use crate::decode::Context;
use crate::spec::{FieldSpec, Flags};
use crate::validate::{Issue, Rank, check_groups, check_several, has_type, tell_rules, transformed, wrong_type};
use crate::value::Value;

impl Instance<'_> {
    /// Asks all that is still to be asked of what was read.
    #[inline]
    pub(super) fn finish(&mut self, start: usize, context: &mut Context) -> Option<Values> {
        let spec = self.spec;
        if !self.seen.has_all(spec.fields().len()) {
            self.fill_missing();
        }
        let is_settled = self.seen.has_all(spec.fields().len()) && self.open.0.is_empty() && context.mark() == start;
        match is_settled && spec.groups().is_empty() && spec.checks().is_empty() {
            true => Some(Values { places: std::mem::take(&mut self.values), are_all: true }),
            false => self.settle_and_finish(start, context),
        }
    }

    /// Puts `None` where nothing was said, if that is all there is to say of it.
    #[inline]
    fn fill_missing(&mut self) {
        for (index, (step, place)) in self.steps.iter().zip(&mut self.values).enumerate() {
            if place.is_none() && step.is_none_if_missing() && !self.seen.note(index) {
                *place = Some(Value::None);
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
        Some(Values { places: std::mem::take(&mut self.values), are_all: false })
    }

    /// Completes the fields that are not settled, and then asks their rules.
    fn settle(&mut self, context: &mut Context) {
        let fields = self.spec.fields();
        let open = self.open.fields();
        let unsettled = || self.seen.missing_or_in(&open, fields.len());
        let (mut completed, asked) = (unsettled(), unsettled());
        while let Some((index, field)) = completed.next().and_then(|index| Some((index, fields.get(index)?))) {
            if !self.is_complete(index, field)
                && let Some(issue) = self.complete(index, field)
            {
                let mark = context.mark();
                context.fault::<()>(issue);
                self.put_into(mark, index, field, context);
            }
        }
        for (index, field, value) in asked.filter_map(|i| Some((i, fields.get(i)?, self.values.get(i)?))) {
            if let Some(value) = value.as_ref().filter(|_| !field.rules().is_empty()) {
                let mark = context.mark();
                tell_rules(field, value, |name| self.other(name), &mut context.report);
                if context.mark() != mark {
                    self.put_into(mark, index, field, context);
                }
            }
        }
    }

    /// All faults since there were `mark` are those of this field.
    #[cold]
    fn put_into(&self, mark: usize, index: usize, field: &FieldSpec, context: &mut Context) {
        context.report.put_into(mark, Rank::of_field(index), field);
        context.note(mark, |_| self.open.name_of(index));
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
        let slot = self.values.get_mut(index)?;
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

//! Fields that are set only if all rules still hold.

use super::Dataclass;
use crate::access::FieldMut;
use crate::error::Error;
use crate::field_type::FieldType;
use crate::validate::{Report, ValidationError, Validator};
use crate::value::Value;

/// Sets a field of an instance whose rules always hold; if one is broken, it has its old value again.
///
/// # Errors
/// Those of the conversion, and all broken rules.
pub fn set_checked<C: Dataclass + FieldType, T>(
    instance: &mut C,
    value: Value,
    from_value: Option<fn(Value) -> Result<T, Error>>,
    slot: fn(&mut C) -> &mut T,
) -> Result<(), Error> {
    let Some(from_value) = from_value else {
        return FieldMut::unwritable::<T>().write(value);
    };
    Ok(try_assign(instance, from_value(value)?, slot, C::__validate)?)
}

/// Sets a field, and asks the rules that concern it; if one is broken, it has its old value again.
///
/// # Errors
/// All broken rules.
pub fn assign<C: Dataclass, T>(
    instance: &mut C,
    value: T,
    slot: fn(&mut C) -> &mut T,
    rules: fn(&C, &mut Validator<'_>),
) -> Result<(), ValidationError> {
    try_assign(instance, value, slot, |instance, report| Validator::run(C::__SPEC, report, |v| rules(instance, v)))
}

/// Are these rules obeyed?
pub fn is_clean<C: Dataclass>(instance: &C, rules: fn(&C, &mut Validator<'_>)) -> bool {
    let mut report = Report::with_max_issues(1);
    Validator::run(C::__SPEC, &mut report, |v| rules(instance, v));
    report.is_empty()
}

fn try_assign<C, T>(
    instance: &mut C,
    value: T,
    slot: fn(&mut C) -> &mut T,
    rules: impl FnOnce(&C, &mut Report),
) -> Result<(), ValidationError> {
    let old = std::mem::replace(slot(instance), value);
    let mut attempt = Attempt { instance, slot, old: Some(old) };
    let mut report = Report::new();
    rules(attempt.instance, &mut report);
    report.finish()?;
    attempt.old = None;
    Ok(())
}

/// A field that was set for a try: unless there is no old value any more, it comes back, though a check panics.
struct Attempt<'a, C, T> {
    instance: &'a mut C,
    slot: fn(&mut C) -> &mut T,
    old: Option<T>,
}

impl<C, T> Drop for Attempt<'_, C, T> {
    fn drop(&mut self) {
        if let Some(old) = self.old.take() {
            *(self.slot)(self.instance) = old;
        }
    }
}

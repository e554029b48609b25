//! Keys of dicts.

use super::TypeWithRules;
use crate::decode::{Context, Decode as _, RawKey};
use crate::factory::enumeration::Enumeration;
use crate::spec::TypeSpec;
use crate::validate::{Issue, Rule, check_alone, has_type, wrong_type};
use crate::value::{Dict, Key, Value};

/// A key of a type, which most formats write as text.
pub(super) fn read_key(
    raw: RawKey<'_>,
    ty: &TypeSpec,
    rules: &[Rule],
    dict: &Dict,
    context: &mut Context,
) -> Option<Key> {
    let written = TypeWithRules::new(ty, &[]).ty;
    let key = match written {
        TypeSpec::Int { .. } => i128::__from_key(raw).map(Value::from),
        TypeSpec::Bool => bool::__from_key(raw).map(Value::from),
        TypeSpec::Str => String::__from_key(raw).map(Value::from),
        _ => match written.enumeration() {
            Some(members) => return unique(member_of_key(members, raw, context)?, dict, context),
            None => Ok(raw.into_value()),
        },
    };
    let key = match key {
        Ok(key) if has_type(ty, &key) => key,
        Ok(key) => return context.fault(wrong_type(ty, &key)),
        Err(issue) => return context.fault(issue),
    };
    check_alone(rules, &key, &mut context.report);
    unique(key, dict, context)
}

/// The member of which this is the value; that of an integer, if it is written as text.
fn member_of_key(members: Enumeration<'_>, raw: RawKey<'_>, context: &mut Context) -> Option<Value> {
    let value = raw.into_value();
    let number = || Some(value.as_str()?.parse::<i128>().ok()?.into());
    let found = members.member(&value, false).or_else(|| members.member(&number()?, false));
    found.or_else(|| context.fault(members.issue()))
}

/// A key that is not there yet.
fn unique(key: Value, dict: &Dict, context: &mut Context) -> Option<Key> {
    match Key::of_rust(key) {
        Ok(key) if dict.get_key(&key).is_some() => context.fault(Issue::new("duplicate_field")),
        Ok(key) => Some(key),
        Err(error) => context.fault(Issue::from(error)),
    }
}

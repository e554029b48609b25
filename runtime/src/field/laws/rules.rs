//! What rules may not say: one that does not fit the type, one given twice, limits that leave no room.

use crate::error::Error;
use crate::field::values;
use crate::spec::TypeSpec;
use crate::validate::rules::Kind;
use crate::validate::{Number, Rule};

/// A law about the rules for values of a type.
type Law = fn(&TypeSpec, &[Rule]) -> Result<(), Error>;

/// The laws about rules, also of those for what lies within.
pub(super) fn check(ty: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    const LAWS: &[Law] = &[
        rules_fit,
        rules_are_given_once,
        limits_are_numbers,
        values::limits_are_in_range,
        limits_do_not_cross,
        values::literals_are_of_the_type,
        #[cfg(feature = "regex")]
        patterns_compile,
    ];
    if rules.is_empty() {
        return Ok(());
    }
    LAWS.iter().try_for_each(|law| law(ty, rules))?;
    rules.iter().try_for_each(|rule| match (rule.kind(), ty) {
        (_, TypeSpec::Option(inner)) => check(inner, std::slice::from_ref(rule)),
        (Kind::Items(items), TypeSpec::List(item) | TypeSpec::Set(item)) => check(item, items.rules()),
        (Kind::Keys(keys), TypeSpec::Dict(key, _)) => check(key, keys.rules()),
        (Kind::Values(values), TypeSpec::Dict(_, value)) => check(value, values.rules()),
        _ => Ok(()),
    })
}

/// A rule that has no meaning for the type would never fail.
fn rules_fit(ty: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    match rules.iter().find(|rule| !rule.kind().fits(ty)) {
        Some(rule) => Err(Error::type_error(format!("rule `{rule}` does not fit type `{ty}`"))),
        None => Ok(()),
    }
}

/// The second would hide the first. A predicate with another text is another rule.
fn rules_are_given_once(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    let may_repeat =
        |kind: &Kind| matches!(kind.key(), "contains" | "not_contains" | "multiple_of" | "pattern" | "check");
    let kinds: Vec<&Kind> = rules.iter().map(Rule::kind).filter(|kind| !may_repeat(kind)).collect();
    for (i, kind) in kinds.iter().enumerate() {
        if kinds.iter().take(i).any(|other| other.key() == kind.key()) {
            return Err(Error::value_error(format!("rule `{}` is given twice", kind.key())));
        }
    }
    Ok(())
}

/// No number obeys a NaN, and none is a multiple of what is not greater than 0.
fn limits_are_numbers(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    for rule in rules {
        let is_right = match rule.kind() {
            Kind::MinValue(rule) => !is_nan(rule.limit()),
            Kind::MaxValue(rule) => !is_nan(rule.limit()),
            Kind::ExclusiveMin(rule) => !is_nan(rule.limit()),
            Kind::ExclusiveMax(rule) => !is_nan(rule.limit()),
            Kind::MultipleOf(rule) => {
                let divisor = rule.divisor();
                let is_finite = !matches!(divisor, Number::Float(divisor) if divisor.is_infinite());
                is_finite && divisor.order(Number::Int(0)).is_some_and(std::cmp::Ordering::is_gt)
            }
            _ => continue,
        };
        if !is_right {
            let what = if matches!(rule.kind(), Kind::MultipleOf(_)) { " greater than 0" } else { ", and not NaN" };
            return Err(Error::value_error(format!("rule `{rule}` takes a number{what}")));
        }
    }
    Ok(())
}

fn is_nan(number: Number) -> bool {
    matches!(number, Number::Float(float) if float.is_nan())
}

/// A lower limit, if the rule is one: its kind of quantity, itself, and whether it is excluded.
enum Limit {
    Length(usize),
    Items(usize),
    Properties(usize),
    Value { limit: Number, excluded: bool },
}

fn lower(kind: &Kind) -> Option<Limit> {
    match kind {
        Kind::MinLength(rule) => Some(Limit::Length(rule.limit())),
        Kind::MinItems(rule) => Some(Limit::Items(rule.limit())),
        Kind::MinProperties(rule) => Some(Limit::Properties(rule.limit())),
        Kind::MinValue(rule) => Some(Limit::Value { limit: rule.limit(), excluded: false }),
        Kind::ExclusiveMin(rule) => Some(Limit::Value { limit: rule.limit(), excluded: true }),
        _ => None,
    }
}

fn upper(kind: &Kind) -> Option<Limit> {
    match kind {
        Kind::MaxLength(rule) => Some(Limit::Length(rule.limit())),
        Kind::MaxItems(rule) => Some(Limit::Items(rule.limit())),
        Kind::MaxProperties(rule) => Some(Limit::Properties(rule.limit())),
        Kind::MaxValue(rule) => Some(Limit::Value { limit: rule.limit(), excluded: false }),
        Kind::ExclusiveMax(rule) => Some(Limit::Value { limit: rule.limit(), excluded: true }),
        _ => None,
    }
}

/// How a lower limit stands to an upper one so that nothing is between them.
fn leave_no_room(lower: &Limit, upper: &Limit) -> Option<&'static str> {
    let order = match (lower, upper) {
        (Limit::Length(min), Limit::Length(max))
        | (Limit::Items(min), Limit::Items(max))
        | (Limit::Properties(min), Limit::Properties(max)) => (min.cmp(max), false),
        (Limit::Value { limit: min, excluded: a }, Limit::Value { limit: max, excluded: b }) => {
            (min.order(*max)?, *a || *b)
        }
        _ => return None,
    };
    match order {
        (std::cmp::Ordering::Greater, _) => Some("is greater than"),
        (std::cmp::Ordering::Equal, true) => Some("meets"),
        _ => None,
    }
}

/// A lower limit above an upper one leaves no value.
fn limits_do_not_cross(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    for low in rules {
        for high in rules {
            if let (Some(min), Some(max)) = (lower(low.kind()), upper(high.kind()))
                && let Some(how) = leave_no_room(&min, &max)
            {
                return Err(Error::value_error(format!("`{low}` {how} `{high}`: no value can obey both")));
            }
        }
    }
    Ok(())
}

/// A pattern that is none would let nothing pass.
#[cfg(feature = "regex")]
fn patterns_compile(_: &TypeSpec, rules: &[Rule]) -> Result<(), Error> {
    rules.iter().try_for_each(|rule| match rule.kind() {
        Kind::Pattern(pattern) => pattern.verify(),
        _ => Ok(()),
    })
}

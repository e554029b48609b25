//! Laws about limits.

use syn::{Expr, Type};

use super::count;
use crate::diagnostics::{Errors, with_help};
use crate::input::rules::{Argument, PAIRS, Rule, Rules, Takes};
use crate::input::values::literal;
use crate::model::number::{Number, range};
use crate::model::types::{self, Kind};

/// The limit of a rule about numbers.
fn limit(rule: &Rule) -> Option<&Expr> {
    match (&rule.argument, rule.row.takes) {
        (Argument::Expr(limit), Takes::Number) => Some(limit),
        _ => None,
    }
}

/// A limit that no value of the type can reach is a mistake, and one that is no number none.
pub(super) fn limits_are_in_range(rules: &Rules, ty: Option<&Type>, errors: &mut Errors) {
    for rule in &rules.all {
        match (&rule.argument, rule.row.takes) {
            (Argument::Expr(limit), Takes::Length | Takes::Count)
                if literal(limit).is_some() && count(rule).is_none_or(|count| count < 0) =>
            {
                let message = format!("rule `{}` takes a number of at least 0", rule.row.key);
                errors.at(limit, with_help(message, format_args!("write `{} = 3`", rule.row.key)));
            }
            (Argument::Expr(limit), Takes::Number) => number_in_range(rule, limit, ty, errors),
            _ => {}
        }
    }
}

fn number_in_range(rule: &Rule, limit: &Expr, ty: Option<&Type>, errors: &mut Errors) {
    let key = rule.row.key;
    let leaf = ty.map(types::leaf);
    let Some(number) = Number::of(limit) else {
        if matches!(literal(limit), Some((syn::Lit::Int(_), _))) {
            let message = format!("a limit has at most 127 bits: it is from {} to {}", i128::MIN, i128::MAX);
            errors.at(limit, with_help(message, "write `check = path`"));
        } else if literal(limit).is_some() {
            errors.at(limit, with_help(format_args!("rule `{key}` takes a number"), format_args!("write `{key} = 0`")));
        } else if leaf.is_none_or(|leaf| types::kind(leaf) == Kind::Unknown) {
            let help = "write the number itself, or use a number type by its own name";
            errors.at(limit, with_help("a constant needs a field whose type is written as a number type", help));
        }
        return;
    };
    let Some(((min, max), name)) = leaf.and_then(|leaf| Some((range(leaf)?, types::plain_name(leaf)?))) else { return };
    let is_within = |bound: i128| number.order(Number::Int(bound));
    let is_outside =
        is_within(min).is_some_and(std::cmp::Ordering::is_lt) || is_within(max).is_some_and(std::cmp::Ordering::is_gt);
    if is_outside {
        let message = format!("no `{name}` is beyond the limit of rule `{key}`: it holds {min} to {max}");
        errors.at(limit, with_help(message, format_args!("leave out `{key}`, or use another type")));
    }
}

/// Nothing is a multiple of 0, and a negative divisor says no more than a positive one.
pub(super) fn divisors_are_positive(rules: &Rules, _: Option<&Type>, errors: &mut Errors) {
    for rule in rules.all.iter().filter(|rule| rule.row.key == "multiple_of") {
        let Some(divisor) = limit(rule) else { continue };
        if Number::of(divisor).and_then(|number| number.order(Number::Int(0))).is_some_and(std::cmp::Ordering::is_le) {
            errors
                .at(divisor, with_help("rule `multiple_of` takes a number greater than 0", "write `multiple_of = 5`"));
        }
    }
}

/// A lower limit above an upper one leaves no value.
pub(super) fn limits_do_not_cross(rules: &Rules, _: Option<&Type>, errors: &mut Errors) {
    let find = |key: &str| rules.all.iter().find(|rule| rule.row.key == key);
    for (low, high) in PAIRS {
        let (Some(low), Some(high)) = (find(low), find(high)) else { continue };
        if let Some(how) = leave_no_room(low, high) {
            let message = format!("`{}` {how} `{}`: no value can obey both", low.row.key, high.row.key);
            let later = if is_before(rules, low, high) { high } else { low };
            errors.at(&later.key, with_help(message, "write other limits, or leave one out"));
        }
    }
}

fn is_before(rules: &Rules, a: &Rule, b: &Rule) -> bool {
    let position = |rule: &Rule| rules.all.iter().position(|other| std::ptr::eq(other, rule));
    position(a) < position(b)
}

/// How a lower limit stands to an upper one so that nothing is between them.
fn leave_no_room(low: &Rule, high: &Rule) -> Option<&'static str> {
    let numbers = match (count(low), count(high)) {
        (Some(low), Some(high)) => Some((Number::Int(low), Number::Int(high))),
        _ => limit(low).and_then(Number::of).zip(limit(high).and_then(Number::of)),
    };
    let is_exclusive = |rule: &Rule| rule.row.key.starts_with("exclusive");
    match numbers.and_then(|(low, high)| low.order(high)) {
        Some(std::cmp::Ordering::Greater) => Some("is greater than"),
        Some(std::cmp::Ordering::Equal) if is_exclusive(low) || is_exclusive(high) => Some("meets"),
        _ => None,
    }
}

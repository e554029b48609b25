//! The law about defaults: an instance with all of them is valid.
//!
//! Told here for literals; for constants, generated code asks at compile time.

use std::cmp::Ordering;

use syn::{Expr, Lit};

use super::{count, fields};
use crate::diagnostics::{Errors, with_help};
use crate::input::rules::{Argument, Rule, Rules, Takes};
use crate::input::values::literal;
use crate::model::class::Class;
use crate::model::default::Default;
use crate::model::number::Number;

/// A default obeys the rules of its own field.
pub(in crate::check) fn default_obeys(class: &Class, errors: &mut Errors) {
    for field in fields(class).filter(|field| field.transforms.is_empty()) {
        let Some(Default::Literal(default)) = &field.default else { continue };
        for rule in field.rules.all.iter().filter(|rule| obeys(rule, &field.rules, default) == Some(false)) {
            let message = format!("the default of field '{}' breaks its own rule `{}`", field.name, rule.row.key);
            errors.at(default, with_help(message, "change the default or the rule"));
        }
    }
}

/// `None` where that is not known.
fn obeys(rule: &Rule, rules: &Rules, default: &Expr) -> Option<bool> {
    if let Some(number) = Number::of(default) {
        return number_obeys(rule, number).or_else(|| literal_obeys(rule, default));
    }
    match literal(default)?.0 {
        Lit::Str(text) => text_obeys(rule, rules, &text.value()).or_else(|| literal_obeys(rule, default)),
        Lit::Char(c) => text_obeys(rule, rules, &c.value().to_string()).or_else(|| literal_obeys(rule, default)),
        _ => literal_obeys(rule, default),
    }
}

fn number_obeys(rule: &Rule, number: Number) -> Option<bool> {
    let (Argument::Expr(limit), Takes::Number) = (&rule.argument, rule.row.takes) else { return None };
    let limit = Number::of(limit)?;
    let order = number.order(limit)?;
    match rule.row.key {
        "min_value" => Some(order != Ordering::Less),
        "max_value" => Some(order != Ordering::Greater),
        "exclusive_min" => Some(order == Ordering::Greater),
        "exclusive_max" => Some(order == Ordering::Less),
        "multiple_of" => match (number, limit) {
            (Number::Int(number), Number::Int(divisor)) if divisor > 0 => Some(number % divisor == 0),
            _ => None,
        },
        _ => None,
    }
}

fn text_obeys(rule: &Rule, rules: &Rules, text: &str) -> Option<bool> {
    if let Some(limit) = count(rule) {
        let length = match rules.unit.as_ref().map(ToString::to_string).as_deref() {
            Some("bytes") => text.len(),
            Some("utf16") => text.encode_utf16().count(),
            _ => text.chars().count(),
        };
        let length = i128::try_from(length).ok()?;
        return Some(if rule.row.key == "min_length" { length >= limit } else { length <= limit });
    }
    match (&rule.argument, rule.row.key) {
        (Argument::Text(other), "starts_with") => Some(text.starts_with(&other.value())),
        (Argument::Text(other), "ends_with") => Some(text.ends_with(&other.value())),
        (Argument::Text(other), "contains") => Some(text.contains(&other.value())),
        (Argument::Text(other), "not_contains") => Some(!text.contains(&other.value())),
        (_, "ascii") => Some(text.is_ascii()),
        (_, "alphanumeric") => Some(text.chars().all(char::is_alphanumeric)),
        (_, "lowercase") => Some(!text.chars().any(char::is_uppercase)),
        (_, "uppercase") => Some(!text.chars().any(char::is_lowercase)),
        _ => None,
    }
}

fn literal_obeys(rule: &Rule, default: &Expr) -> Option<bool> {
    match (&rule.argument, rule.row.takes) {
        (Argument::Literals(allowed), _) => Some(allowed.iter().any(|allowed| is_same(allowed, default))),
        (Argument::Expr(expected), Takes::Literal) => Some(is_same(expected, default)),
        _ => None,
    }
}

fn is_same(a: &Expr, b: &Expr) -> bool {
    if let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) {
        return a.order(b).is_none_or(Ordering::is_eq);
    }
    match (literal(a).map(|(lit, _)| lit), literal(b).map(|(lit, _)| lit)) {
        (Some(Lit::Str(a)), Some(Lit::Str(b))) => a.value() == b.value(),
        (Some(Lit::Bool(a)), Some(Lit::Bool(b))) => a.value == b.value,
        (Some(Lit::Char(a)), Some(Lit::Char(b))) => a.value() == b.value(),
        // A character and text, say: left to the runtime.
        (Some(Lit::Char(_)), Some(Lit::Str(_))) | (Some(Lit::Str(_)), Some(Lit::Char(_))) => true,
        _ => false,
    }
}

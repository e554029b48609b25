//! The law about defaults: an instance with all of them is valid.
//!
//! Told here for literals; for constants, generated code asks at compile time.

use std::cmp::Ordering;

use proc_macro2::Span;
use syn::{Expr, Lit};

use super::{count, fields};
use crate::diagnostics::{Errors, with_help};
use crate::input::rules::{Argument, Rule, Rules, Takes};
use crate::input::values::literal;
use crate::model::class::Class;
use crate::model::default::{Computed, Default};
use crate::model::known::Known;
use crate::model::number::{Number, is_multiple};

/// A default obeys the rules of its own field.
pub(in crate::check) fn default_obeys(class: &Class, errors: &mut Errors) {
    for field in fields(class) {
        let Some(known) = Known::of(field) else { continue };
        let broken = field.rules.all.iter().filter(|rule| obeys(rule, &field.rules, &known) == Some(false));
        let required = (field.required && matches!(known, Known::None)).then_some("required");
        for key in required.into_iter().chain(broken.map(|rule| rule.row.key)) {
            let message = format!("the default breaks the field's own rule `{key}`");
            let message = with_help(message, "change the default or the rule");
            match &field.default {
                Some(Default::Literal(expr) | Default::Computed(Computed { expr, .. })) => errors.at(expr, message),
                _ => errors.push(field.keys.default.unwrap_or_else(Span::call_site), message),
            }
        }
    }
}

/// `None` where that is not known.
fn obeys(rule: &Rule, rules: &Rules, known: &Known<'_>) -> Option<bool> {
    let default = match known {
        Known::Literal(default) => default,
        Known::Empty => {
            return matches!(rule.row.key, "min_items" | "min_properties").then(|| Some(count(rule)? <= 0))?;
        }
        Known::None | Known::Constant(_) => return None,
    };
    if let Some(number) = Number::of(default) {
        return number_obeys(rule, number, default).or_else(|| literal_obeys(rule, default));
    }
    match literal(default)?.0 {
        Lit::Str(text) => text_obeys(rule, rules, &text.value()).or_else(|| literal_obeys(rule, default)),
        Lit::Char(c) => text_obeys(rule, rules, &c.value().to_string()).or_else(|| literal_obeys(rule, default)),
        _ => literal_obeys(rule, default),
    }
}

fn number_obeys(rule: &Rule, number: Number, default: &Expr) -> Option<bool> {
    let (Argument::Expr(limit), Takes::Number) = (&rule.argument, rule.row.takes) else { return None };
    if rule.row.key == "multiple_of" {
        return is_multiple(default, limit);
    }
    let order = number.order(Number::of(limit)?)?;
    match rule.row.key {
        "min_value" => Some(order != Ordering::Less),
        "max_value" => Some(order != Ordering::Greater),
        "exclusive_min" => Some(order == Ordering::Greater),
        "exclusive_max" => Some(order == Ordering::Less),
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
        (Argument::Text(pattern), "pattern") => super::pattern::finds(&pattern.value(), text),
        (Argument::Name(format), "format") => crate::format::check(&format.to_string(), text),
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

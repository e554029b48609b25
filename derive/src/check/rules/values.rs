//! Laws about the values that rules name.

use std::cmp::Ordering;

use syn::{Expr, Lit, Type};

use super::pattern;
use crate::diagnostics::{Errors, with_help};
use crate::input::rules::{Argument, Rules, Takes};
use crate::input::values::literal;
use crate::model::number::{Number, range};
use crate::model::types::{self, Kind};

/// What is of another type is equal to no value of the field.
pub(super) fn literals_are_of_the_type(rules: &Rules, ty: Option<&Type>, errors: &mut Errors) {
    let Some(ty) = ty else { return };
    for rule in &rules.all {
        let literals: Vec<&Expr> = match (&rule.argument, rule.row.takes) {
            (Argument::Literals(literals), _) => literals.iter().collect(),
            (Argument::Expr(literal), Takes::Literal) => vec![literal],
            _ => continue,
        };
        let is_in_range = |value: &Expr| {
            let (Some(number), Some((min, max))) = (Number::of(value), range(types::leaf(ty))) else { return true };
            let order = |bound| number.order(Number::Int(bound));
            !order(min).is_some_and(Ordering::is_lt) && !order(max).is_some_and(Ordering::is_gt)
        };
        let is_of = |value: &Expr| is_of(value, types::kind(ty)) && is_in_range(value);
        for value in literals.into_iter().filter(|value| !is_of(value)) {
            let ty = crate::model::text::of_type(types::leaf(ty));
            let message = format!("a value of rule `{}` is no `{ty}`, so that nothing is equal to it", rule.row.key);
            errors.at(value, with_help(message, format_args!("write a literal of type `{ty}`")));
        }
    }
}

fn is_of(value: &Expr, kind: Kind) -> bool {
    match (literal(value).map(|(lit, _)| lit), kind) {
        (Some(Lit::Str(_) | Lit::Char(_)), Kind::Text) | (Some(Lit::Bool(_)), Kind::Bool) => true,
        (Some(Lit::Int(int)), kind) => match int.suffix() {
            "f32" | "f64" => matches!(kind, Kind::Float | Kind::Unknown),
            _ => matches!(kind, Kind::Int | Kind::Float | Kind::Unknown),
        },
        (Some(Lit::Byte(_)), kind) => matches!(kind, Kind::Int | Kind::Unknown),
        // As in Python, `1.0` is equal to 1.
        (Some(Lit::Float(float)), Kind::Int) => float.base10_parse().is_ok_and(|value: f64| value.fract() == 0.0),
        (Some(Lit::Float(_)), kind) => matches!(kind, Kind::Float | Kind::Unknown),
        // What does not fit was told already.
        (_, kind) => !matches!(kind, Kind::Text | Kind::Bool | Kind::Int | Kind::Float),
    }
}

/// A pattern that is none is told where it is written.
pub(super) fn patterns_compile(rules: &Rules, _: Option<&Type>, errors: &mut Errors) {
    for rule in &rules.all {
        let (Argument::Text(pattern), Takes::Pattern) = (&rule.argument, rule.row.takes) else { continue };
        if let Err((what, help)) = pattern::compile(&pattern.value()) {
            errors.at(pattern, with_help(format_args!("bad pattern: {what}"), help));
        }
    }
}

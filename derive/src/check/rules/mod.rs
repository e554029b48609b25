//! Laws about rules: each has a meaning for its type, no two contradict each other, a default obeys.
//!
//! The runtime tells the same laws, in the same words, for fields made at run time. What no macro can tell of a type or
//! of a constant, generated code asserts at compile time.

mod default;
mod limits;
mod others;
mod pattern;
mod values;

use syn::Type;

use crate::diagnostics::{Errors, with_help};
use crate::input::rules::{Argument, Fits, Rule, Rules, Takes};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::types::{self, Kind};

pub(super) use default::default_obeys;
pub(super) use others::{
    other_fields_exist, present_could_be_left_out, required_could_be_none, required_with_could_be_none, unknown_field,
};

/// A law about the rules for values of a type, if that is literally written.
type Law = fn(&Rules, Option<&Type>, &mut Errors);

const LAWS: &[Law] = &[
    rules_fit,
    limits::limits_are_in_range,
    limits::limits_do_not_cross,
    limits::divisors_are_positive,
    values::literals_are_of_the_type,
    values::patterns_compile,
    units_have_lengths,
];

/// The laws about the rules of each field, and of those for what lies within.
pub(super) fn rules_make_sense(class: &Class, errors: &mut Errors) {
    for field in &class.fields {
        check(&field.rules, Some(&field.ty), errors);
    }
}

fn check(rules: &Rules, ty: Option<&Type>, errors: &mut Errors) {
    for law in LAWS {
        law(rules, ty, errors);
    }
    for rule in &rules.all {
        if let Argument::Rules(inner) = &rule.argument {
            check(inner, ty.and_then(|ty| types::part(ty, rule.row.key)), errors);
        }
    }
}

/// A rule that has no meaning for the type would never fail.
fn rules_fit(rules: &Rules, ty: Option<&Type>, errors: &mut Errors) {
    let Some(ty) = ty.filter(|_| !rules.all.is_empty()) else { return };
    let kind = types::kind(ty);
    for rule in rules.all.iter().filter(|rule| !fits(rule.row.fits, kind)) {
        let (key, ty) = (rule.row.key, crate::model::text::of_type(types::leaf(ty)));
        let message = format!("rule `{key}` does not fit type `{ty}`");
        errors.at(&rule.key, with_help(message, instead(rule, kind)));
    }
}

fn fits(fits: Fits, kind: Kind) -> bool {
    match (fits, kind) {
        (Fits::Any, _) | (_, Kind::Unknown) => true,
        (Fits::Text, kind) => kind == Kind::Text,
        (Fits::Number, kind) => matches!(kind, Kind::Int | Kind::Float),
        (Fits::Items, kind) => kind == Kind::Items,
        (Fits::Dict, kind) => kind == Kind::Dict,
        (Fits::Literal, kind) => matches!(kind, Kind::Text | Kind::Int | Kind::Float | Kind::Bool),
    }
}

/// What was probably meant.
fn instead(rule: &Rule, kind: Kind) -> String {
    let side = rule.row.key.split('_').next().unwrap_or_default();
    let is_limit = matches!(side, "min" | "max");
    match kind {
        Kind::Text if is_limit => format!("for text write `{side}_length`"),
        Kind::Int | Kind::Float if is_limit => format!("for a number write `{side}_value`"),
        Kind::Items if is_limit => format!("for a list write `{side}_items`"),
        Kind::Dict if is_limit => format!("for a dict write `{side}_properties`"),
        Kind::Items if rule.row.fits == Fits::Text || rule.row.fits == Fits::Number => {
            format!("for the items of a list write `items({})`", rule.row.key)
        }
        Kind::Dict => "for what is in a dict write `keys(..)` and `values(..)`".to_owned(),
        _ => format!("it is for {}; leave it out, or write `check = path`", meant_for(rule.row.fits)),
    }
}

const fn meant_for(fits: Fits) -> &'static str {
    match fits {
        Fits::Text => "text",
        Fits::Number => "numbers",
        Fits::Items => "lists and sets",
        Fits::Dict => "dicts",
        Fits::Literal => "text, numbers and truth values",
        Fits::Any => "any type",
    }
}

/// A unit of lengths without a length does nothing.
fn units_have_lengths(rules: &Rules, _: Option<&Type>, errors: &mut Errors) {
    if let Some(unit) = rules.unit.as_ref().filter(|_| rules.all.iter().all(|rule| rule.row.takes != Takes::Length)) {
        let help = "write `min_length` or `max_length`, or leave out `unit`";
        errors.at(unit, with_help("`unit` has no meaning without a length", help));
    }
}

/// Trimming and changing case is for text.
pub(super) fn transforms_fit(class: &Class, errors: &mut Errors) {
    use crate::input::rules::Transform;
    for field in &class.fields {
        for transform in &field.transforms {
            let is_text = || matches!(types::kind(&field.ty), Kind::Text | Kind::Unknown);
            if let (Transform::Text(name), false) = (transform, is_text()) {
                let ty = crate::model::text::of_type(&field.ty);
                let message = format!("transform `{name}` does not fit type `{ty}`");
                errors.at(name, with_help(message, "it is for text; leave it out, or write `transform(with = path)`"));
            }
        }
    }
}

/// A literal length or count.
fn count(rule: &Rule) -> Option<i128> {
    use crate::model::number::Number;
    match (&rule.argument, rule.row.takes) {
        (Argument::Expr(count), Takes::Length | Takes::Count) => match Number::of(count)? {
            Number::Int(count) => Some(count),
            Number::Float(_) => None,
        },
        _ => None,
    }
}

/// The fields that say something of rules.
fn fields(class: &Class) -> impl Iterator<Item = &Field> {
    class.fields.iter().filter(|field| !field.incomplete)
}

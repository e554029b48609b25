//! Laws about the values that rules name.

use syn::{Expr, Lit, Type};

use crate::diagnostics::{Errors, with_help};
use crate::input::rules::{Argument, Rules, Takes};
use crate::input::values::literal;
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
        for value in literals.into_iter().filter(|value| !is_of(value, types::kind(ty))) {
            let ty = crate::model::text::of_type(types::leaf(ty));
            let message = format!("this is no `{ty}`, so that no value is equal to it");
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
#[cfg(feature = "regex")]
pub(super) fn patterns_compile(rules: &Rules, _: Option<&Type>, errors: &mut Errors) {
    /// As the runtime has it for patterns in source code.
    const MAX_NESTING: u32 = 128;
    for rule in &rules.all {
        let (Argument::Text(pattern), Takes::Pattern) = (&rule.argument, rule.row.takes) else { continue };
        let parsed = regex_syntax::ParserBuilder::new().nest_limit(MAX_NESTING).build().parse(&pattern.value());
        if let Err(error) = parsed {
            let (what, help) = what_is_wrong(&error);
            errors.at(pattern, with_help(format_args!("not a pattern: {what}"), help));
        }
    }
}

#[cfg(feature = "regex")]
fn what_is_wrong(error: &regex_syntax::Error) -> (String, &'static str) {
    use regex_syntax::ast::ErrorKind;
    const SYNTAX: &str = "the syntax is that of the crate `regex`";
    match error {
        regex_syntax::Error::Parse(error) => {
            let at = error.span().start.column - 1;
            let help = match error.kind() {
                ErrorKind::UnsupportedLookAround | ErrorKind::UnsupportedBackreference => {
                    "a search takes linear time, so that there is no look-around and no back-reference; write `check = path`"
                }
                _ => SYNTAX,
            };
            (format!("{} at position {at}", error.kind()), help)
        }
        regex_syntax::Error::Translate(error) => (error.kind().to_string(), SYNTAX),
        _ => ("it cannot be read".to_owned(), SYNTAX),
    }
}

/// Without the feature there are no patterns.
#[cfg(not(feature = "regex"))]
pub(super) fn patterns_compile(_: &Rules, _: Option<&Type>, _: &mut Errors) {}

//! Laws about what a class is written with.

use crate::diagnostics::{Errors, with_help};
use crate::input::Form;
use crate::model::class::Class;
use crate::model::types;

/// A macro that is Dataclass needs no derive of it.
pub(super) fn schema_writes_dataclass(class: &Class, errors: &mut Errors) {
    for derived in class.derived.iter().filter(|derived| *derived == "Dataclass") {
        errors.at(derived, with_help("this is a dataclass already", "leave out `Dataclass`"));
    }
}

/// What only `schema!` does by itself is switched off only there.
pub(super) fn schema_switches_off(class: &Class, errors: &mut Errors) {
    if let (Form::Derive, Some(key)) = (class.form, class.options.keys.clone) {
        let help = "add `Clone` to the list of derives, or leave it out";
        errors.push(key, with_help("`clone` has no meaning here: `#[derive(Dataclass)]` writes no `Clone`", help));
    }
    for field in &class.fields {
        let Some(key) = field.keys.optional else { continue };
        let message = match (class.form, types::argument_of(&field.ty, "Option"), field.keys.default) {
            (Form::Derive, ..) => "`#[derive(Dataclass)]` gives an `Option` no default by itself",
            (_, None, _) => "it is about an `Option`",
            (_, _, Some(_)) => "there is a default",
            (Form::Schema, Some(_), None) => continue,
        };
        errors.push(key, with_help(format_args!("`optional` has no meaning here: {message}"), "leave it out"));
    }
}

/// Bases are read, and not yet inherited from.
pub(super) fn bases_come_later(class: &Class, errors: &mut Errors) {
    for base in &class.bases {
        errors.at(base, "bases are not available yet");
    }
}

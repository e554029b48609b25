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
            (Form::NamedTuple | Form::Untyped, ..) => "a named tuple gives an `Option` no default by itself",
            (Form::Schema, Some(_), None) => continue,
        };
        errors.push(key, with_help(format_args!("`optional` has no meaning here: {message}"), "leave it out"));
    }
}

/// An item left out by position would leave a hole.
pub(super) fn tuple_has_defaults_last(class: &Class, errors: &mut Errors) {
    let mut defaulted: Vec<&str> = vec![];
    for field in class.fields.iter().filter(|field| class.is_tuple() && !field.incomplete) {
        let name = field.name.as_str();
        match (&field.default, defaulted.as_slice()) {
            (Some(_), _) => defaulted.push(name),
            (None, []) => {}
            (None, [first, rest @ ..]) => {
                let (s, before) = (if rest.is_empty() { "" } else { "s" }, defaulted.join(", "));
                let message = format!("Non-default namedtuple field {name} cannot follow default field{s} {before}");
                let help = format!("give '{name}' a default, or put it before '{first}'");
                errors.push(field.ident.span(), with_help(message, help));
            }
        }
    }
}

/// As in Python, a name that begins with an underscore is none of a field; `rename` makes such names.
pub(super) fn tuple_names_are_public(class: &Class, errors: &mut Errors) {
    if class.form != Form::NamedTuple {
        return;
    }
    for field in class.fields.iter().filter(|field| field.name.starts_with('_')) {
        let message = format!("Field names cannot start with an underscore: '{}'", field.name);
        errors.push(field.ident.span(), with_help(message, "leave out the underscore"));
    }
}

/// A tuple has its own items and no others.
pub(super) fn tuple_has_no_bases(class: &Class, errors: &mut Errors) {
    for base in class.parents.iter().filter(|_| class.is_tuple()) {
        let help = "leave it out, or write the class with `schema!`, which inherits fields";
        errors.at(&base.path, with_help("a named tuple has no bases", help));
    }
}

//! Laws about rules that look at another field, and about what may be `None`.

use syn::Ident;
use syn::ext::IdentExt as _;

use crate::diagnostics::{Errors, with_help, with_suggestion};
use crate::input::rules::{Argument, Takes};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::types::{self, Kind};

/// Reports a name that is no field of the class.
fn unknown_field(class: &Class, name: &Ident, errors: &mut Errors) {
    let names = class.fields.iter().map(|field| field.name.as_str());
    let message = format!("'{}' has no field '{}'", class.ident.unraw(), name.unraw());
    errors.at(name, with_suggestion(message, &name.unraw().to_string(), '\'', names));
}

/// What is compared with must be there, and be another one.
pub(in crate::check) fn other_fields_exist(class: &Class, errors: &mut Errors) {
    for check in &class.checks {
        for name in check.fields.iter().filter(|name| class.position(name).is_none()) {
            unknown_field(class, name, errors);
        }
    }
    for field in &class.fields {
        for rule in &field.rules.all {
            let (Argument::Name(other), Takes::Field) = (&rule.argument, rule.row.takes) else { continue };
            if class.position(other).is_none() {
                unknown_field(class, other, errors);
            } else if other.unraw() == field.name {
                let message = format!("`{}` names the field itself", rule.row.key);
                errors.at(other, with_help(message, "name the other field"));
            }
        }
        within_are_no_others(field, &field.rules.all, errors);
    }
}

/// An item has no sibling fields.
fn within_are_no_others(field: &Field, rules: &[crate::input::rules::Rule], errors: &mut Errors) {
    for rule in rules {
        let Argument::Rules(inner) = &rule.argument else { continue };
        for rule in inner.all.iter().filter(|rule| rule.row.takes == Takes::Field) {
            let message = format!("rule `{}` is for a field, not for what lies within one", rule.row.key);
            errors.at(&rule.key, with_help(message, format_args!("write it on field '{}' itself", field.name)));
        }
        within_are_no_others(field, &inner.all, errors);
    }
}

/// Could the field be `None`, as far as can be told?
fn could_be_none(field: &Field) -> bool {
    types::argument_of(&field.ty, "Option").is_some() || types::kind(&field.ty) == Kind::Unknown
}

/// What is always there need not be asked for.
pub(in crate::check) fn required_could_be_none(class: &Class, errors: &mut Errors) {
    for field in super::fields(class).filter(|field| !could_be_none(field)) {
        if let Some(key) = field.keys.required {
            let message = format!("field '{}' is always required: it is no `Option`", field.name);
            errors.push(key, with_help(message, "leave out `required`"));
        }
    }
}

/// What is always there is there with anything.
pub(in crate::check) fn required_with_could_be_none(class: &Class, errors: &mut Errors) {
    for field in super::fields(class) {
        for rule in field.rules.all.iter().filter(|rule| rule.row.key == "required_with") {
            let Argument::Name(other) = &rule.argument else { continue };
            if !could_be_none(field) {
                let message = format!("field '{}' is always required: it is no `Option`", field.name);
                errors.at(&rule.key, with_help(message, "leave out `required_with`"));
            } else if let Some(other_field) = class.position(other).and_then(|other| class.fields.get(other))
                && !could_be_none(other_field)
            {
                let message = format!("field '{}' is always given: it is no `Option`", other_field.name);
                errors.at(other, with_help(message, "write `required`"));
            }
        }
    }
}

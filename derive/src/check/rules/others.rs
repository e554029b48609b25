//! Laws about rules that look at another field, and about what may be `None`.

use syn::Ident;
use syn::ext::IdentExt as _;

use crate::diagnostics::{Errors, with_help, with_suggestion};
use crate::input::rules::{Argument, Takes, function_name};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::text::of_type;
use crate::model::types::{self, Kind};

/// Reports a name that is no field of the class.
pub(in crate::check) fn unknown_field(class: &Class, who: &str, name: &Ident, errors: &mut Errors) {
    let names = class.fields.iter().map(|field| field.name.as_str());
    let message = format!("{who} names the unknown field '{}'", name.unraw());
    errors.at(name, with_suggestion(message, &name.unraw().to_string(), '\'', names));
}

/// What is compared with must be there, and be another one.
pub(in crate::check) fn other_fields_exist(class: &Class, errors: &mut Errors) {
    for check in &class.checks {
        for name in check.fields.iter().filter(|name| class.position(name).is_none()) {
            let who = match function_name(&check.function).as_str() {
                "" => "a check".to_owned(),
                function => format!("the check `{function}`"),
            };
            unknown_field(class, &who, name, errors);
        }
    }
    for field in &class.fields {
        for rule in &field.rules.all {
            let (Argument::Name(other), Takes::Field) = (&rule.argument, rule.row.takes) else { continue };
            if class.position(other).is_none() {
                unknown_field(class, &format!("`{}`", rule.row.key), other, errors);
            } else if other.unraw() == field.name {
                let message = format!("`{}` names the field itself", rule.row.key);
                errors.at(other, with_help(message, "name the other field"));
            } else if rule.row.key == "matches" {
                can_be_equal(class, field, other, errors);
            }
        }
        within_are_no_others(field, &field.rules.all, errors);
    }
}

/// Values of different types are never equal, as far as these are literally written.
fn can_be_equal(class: &Class, field: &Field, place: &Ident, errors: &mut Errors) {
    let Some(other) = class.position(place).and_then(|other| class.fields.get(other)) else { return };
    let kinds = (types::kind(&field.ty), types::kind(&other.ty));
    let is_char = |field: &Field| types::plain_name(types::leaf(&field.ty)).is_some_and(|name| name == "char");
    let are_same = || of_type(types::leaf(&field.ty)) == of_type(types::leaf(&other.ty));
    let are_comparable = match kinds {
        (Kind::Unknown | Kind::Other, _) | (_, Kind::Unknown | Kind::Other) => true,
        (Kind::Text, Kind::Text) => is_char(field) == is_char(other),
        (Kind::Int, Kind::Int) | (Kind::Float, Kind::Float) => are_same(),
        (a, b) => a == b,
    };
    if !are_comparable {
        let (name, ty, own) = (&other.name, of_type(&other.ty), of_type(&field.ty));
        let message = format!("`matches` names field '{name}' of type `{ty}`, and no `{own}` is equal to one");
        errors.at(place, with_help(message, "name a field of the same type"));
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

fn always_there(field: &Field) -> String {
    format!("a field of type `{}` is always there: it is never None", of_type(&field.ty))
}

/// What is always there need not be asked for.
pub(in crate::check) fn required_could_be_none(class: &Class, errors: &mut Errors) {
    for field in super::fields(class) {
        if let Some(key) = field.keys.required.filter(|_| !could_be_none(field)) {
            errors.push(key, with_help(always_there(field), "leave out `required`"));
        }
    }
}

/// What has no default and could not be `None` is always named.
pub(in crate::check) fn present_could_be_left_out(class: &Class, errors: &mut Errors) {
    for field in super::fields(class) {
        let Some(key) = field.keys.present else { continue };
        let message = match (could_be_none(field), field.keys.default) {
            (false, _) => format!("a field of type `{}` without a default is always present", of_type(&field.ty)),
            (true, Some(_)) => "a field that has a default may be left out: it is not `present`".to_owned(),
            (true, None) => continue,
        };
        errors.push(key, with_help(message, "leave out `present`"));
    }
}

/// What is always there is there with anything.
pub(in crate::check) fn required_with_could_be_none(class: &Class, errors: &mut Errors) {
    for field in super::fields(class) {
        for rule in field.rules.all.iter().filter(|rule| rule.row.key == "required_with") {
            let Argument::Name(other) = &rule.argument else { continue };
            if !could_be_none(field) {
                errors.at(&rule.key, with_help(always_there(field), "leave out `required_with`"));
            } else if let Some(other_field) = class.position(other).and_then(|other| class.fields.get(other))
                && !could_be_none(other_field)
            {
                let message = format!(
                    "`required_with` names field '{}' of type `{}`, which is always there: it is never None",
                    other_field.name,
                    of_type(&other_field.ty)
                );
                errors.at(other, with_help(message, "write `required`"));
            }
        }
    }
}

//! Laws about groups of fields.

use std::collections::HashSet;

use syn::Ident;
use syn::ext::IdentExt as _;

use super::rules::unknown_field;
use crate::diagnostics::{Errors, with_help};
use crate::input::groups::GroupKind;
use crate::model::class::Class;
use crate::model::default::Default;
use crate::model::field::Field;
use crate::model::text::of_type;
use crate::model::types::{self, Kind};

/// With one field, nothing goes together.
pub(super) fn groups_have_several_fields(class: &Class, errors: &mut Errors) {
    for group in class.groups.iter().filter(|group| group.fields.len() < 2) {
        let key = group.kind.name();
        let message = format!("`{key}` is about several fields");
        errors.at(&group.key, with_help(message, format_args!("name them: `{key}(a, b)`")));
    }
}

/// Each is another field, of which it can be told whether it is given.
pub(super) fn groups_name_fields(class: &Class, errors: &mut Errors) {
    for group in &class.groups {
        let mut seen = HashSet::new();
        for name in &group.fields {
            let (key, text) = (group.kind.name(), name.unraw().to_string());
            if !seen.insert(text.clone()) {
                errors.at(
                    name,
                    with_help(format_args!("`{key}` names field '{text}' twice"), "leave out one of the two"),
                );
                continue;
            }
            match class.position(name).and_then(|i| class.fields.get(i)) {
                Some(field) if field.incomplete || class.options.incomplete => {}
                Some(field) => can_be_told(key, field, name, errors),
                None if class.init_vars.iter().any(|var| var.name == text) => {
                    let message = format!("`{key}` names '{text}', which is no field");
                    let help = "nothing would tell of an instance whether it was given; name fields only";
                    errors.at(name, with_help(message, help));
                }
                None => unknown_field(class, &format!("`{key}`"), name, errors),
            }
        }
    }
}

fn can_be_told(key: &str, field: &Field, place: &Ident, errors: &mut Errors) {
    let name = &field.name;
    let (message, help) = match &field.default {
        _ if !field.init => {
            let message =
                format!("`{key}` names field '{name}', which is never given: the constructor does not take it");
            (message, "leave it out of the group, or leave out `init = false`")
        }
        None => {
            let message = format!("`{key}` names field '{name}', which is always given: it has no default");
            (message, "write `#[field(default)]` on the field, or leave it out of the group")
        }
        Some(default) if has_plain_default(field, default) => return,
        Some(_) => {
            let ty = of_type(&field.ty);
            let message = format!("`{key}` cannot tell whether field '{name}' of type `{ty}` is given");
            (message, "make it an `Option` with the default `None`")
        }
    };
    errors.at(place, with_help(message, help));
}

/// Is the default `None`, or a literal that a value can be compared with wherever that is asked?
fn has_plain_default(field: &Field, default: &Default) -> bool {
    if types::argument_of(&field.ty, "Option").is_some() {
        return match default {
            Default::None | Default::OfType => true,
            Default::Literal(_) => false,
            Default::Computed(computed) => {
                matches!(&computed.expr, syn::Expr::Path(path) if path.path.is_ident("None"))
            }
        };
    }
    let ty = &field.ty;
    let is_literal = match default {
        Default::OfType => types::is_bool(ty) || types::is_integer(ty) || types::is_float(ty) || types::is_string(ty),
        Default::Literal(_) => matches!(types::kind(ty), Kind::Bool | Kind::Int | Kind::Float | Kind::Text),
        Default::None | Default::Computed(_) => false,
    };
    // The default would be told, and a transform makes one value of another.
    is_literal && !field.secret && field.transforms.is_empty()
}

/// What is said twice was to be something else.
pub(super) fn groups_are_given_once(class: &Class, errors: &mut Errors) {
    for (i, group) in class.groups.iter().enumerate() {
        if class.groups.iter().take(i).any(|other| other.says_the_same(group)) {
            errors.at(&group.key, with_help(format_args!("`{group}` is given twice"), "leave out one of the two"));
        }
    }
}

/// What has to be given with others that conflict can never be given.
pub(super) fn groups_do_not_contradict(class: &Class, errors: &mut Errors) {
    for group in class.groups.iter().filter(|group| group.kind == GroupKind::Requires) {
        let Some(first) = group.fields.first() else { continue };
        let with = given_with(class, first);
        let conflicting = class
            .groups
            .iter()
            .filter(|other| other.kind.is_exclusive())
            .find(|other| other.fields.iter().filter(|field| with.contains(field)).nth(1).is_some());
        if let Some(other) = conflicting {
            let name = first.unraw();
            let message = format!("field '{name}' could never be given: `{group}` contradicts `{other}`");
            errors.at(&group.key, with_help(message, "leave out one of the two"));
        }
    }
}

/// The fields that have to be given with one, and it.
fn given_with<'a>(class: &'a Class, field: &'a Ident) -> HashSet<&'a Ident> {
    let (mut found, mut open) = (HashSet::from([field]), vec![field]);
    while let Some(field) = open.pop() {
        let requiring = class.groups.iter().filter(|group| group.kind == GroupKind::Requires);
        for group in requiring.filter(|group| group.fields.first() == Some(field)) {
            open.extend(group.fields.iter().filter(|other| found.insert(other)));
        }
    }
    found
}

/// `Default` gives nothing.
pub(super) fn default_gives_nothing(class: &Class, errors: &mut Errors) {
    let Some(key) = class.options.keys.default.filter(|_| class.options.default) else { return };
    if let Some(group) = class.groups.iter().find(|group| group.kind.needs_one()) {
        let message = format!("`Default` gives no field, and `{group}` needs one");
        errors.push(key, with_help(message, "leave out `default`"));
    }
}

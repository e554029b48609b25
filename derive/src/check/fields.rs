//! Laws about fields.

use syn::{GenericParam, Type, TypeParamBound};

use crate::diagnostics::{Errors, with_help};
use crate::input::Form;
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::{types, visibility};

/// An argument left out by position would leave a hole. Keyword-only ones are exempt; `schema!` puts the required ones
/// first.
pub(super) fn required_before_default(class: &Class, errors: &mut Errors) {
    if class.form == Form::Schema || class.is_tuple() {
        return;
    }
    let mut defaulted = None;
    for argument in class.written_arguments().filter(|argument| !argument.kw_only() && !argument.is_incomplete()) {
        match (argument.default(), defaulted) {
            (Some(_), _) => defaulted = Some(argument.name()),
            (None, None) => {}
            (None, Some(before)) => {
                let name = argument.name();
                let message = format!("non-default argument '{name}' follows default argument '{before}'");
                let help = format!("give '{name}' a default, put it before '{before}', or make it `kw_only`");
                errors.at(argument.ident(), with_help(message, help));
            }
        }
    }
}

/// What the constructor does not take must come from somewhere.
pub(super) fn init_off_needs_default(class: &Class, errors: &mut Errors) {
    for field in class.fields.iter().filter(|field| !field.init && field.default.is_none()) {
        if let Some(key) = field.keys.init {
            let message = format!("field '{}' needs a default, since the constructor does not take it", field.name);
            errors.push(key, with_help(message, "write `default` or `default = ..`; it sees the fields before it"));
        }
    }
}

/// What is no argument is neither converted nor given by keyword.
pub(super) fn init_off_is_no_argument(class: &Class, errors: &mut Errors) {
    for field in class.fields.iter().filter(|field| !field.init) {
        for (option, key) in [("into", field.keys.into), ("kw_only", field.keys.kw_only)] {
            if let Some(key) = key {
                let message = format!("`{option}` has no meaning with `init = false`");
                errors.push(key, with_help(message, format_args!("leave out `{option}`")));
            }
        }
    }
}

/// Two equal instances must hash alike, so the hash cannot look at more than `==` does.
pub(super) fn hash_needs_compare(class: &Class, errors: &mut Errors) {
    for field in class.fields.iter().filter(|field| !field.compare) {
        if let Some(hash) = field.keys.hash.filter(|hash| hash.on) {
            let message =
                format!("field '{}' is hashed but not compared: equal instances would hash differently", field.name);
            errors.push(hash.key, with_help(message, "leave out `hash`: what is not compared is not hashed"));
        }
    }
}

/// One field identifies the instance.
pub(super) fn one_primary_key(class: &Class, errors: &mut Errors) {
    let mut keyed = class.fields.iter().filter(|field| field.primary_key);
    let Some(first) = keyed.next() else { return };
    for field in keyed {
        if let Some(key) = field.keys.primary_key {
            let message = format!("there can be one primary key only, and '{}' is one already", first.name);
            errors.push(key, with_help(message, "leave out one of the two"));
        }
    }
}

/// A function of the user's could show what is secret.
pub(super) fn secret_is_not_shown(class: &Class, errors: &mut Errors) {
    for field in class.fields.iter().filter(|field| field.secret) {
        if let (Some(key), Some(_)) = (field.keys.repr, field.repr.by()) {
            let message = format!("field '{}' is secret: its value is not shown", field.name);
            errors.push(key, with_help(message, "leave out `repr` or `secret`"));
        }
    }
}

/// Nothing may be assigned from outside of the module past the constructor.
pub(super) fn frozen_is_private(class: &Class, errors: &mut Errors) {
    if class.options.frozen {
        tell_visible_fields(class, "a frozen class", errors);
    }
}

/// Nothing may be assigned past the rules.
pub(super) fn validated_is_private(class: &Class, errors: &mut Errors) {
    if class.options.validate && !class.options.frozen {
        tell_visible_fields(class, "a validated class", errors);
    }
}

fn tell_visible_fields(class: &Class, what: &str, errors: &mut Errors) {
    for field in class.fields.iter().filter(|field| !visibility::is_private(&field.vis)) {
        let name = &field.name;
        let message = format!("field '{name}' of {what} could be assigned from outside of its module");
        let help = format!("leave out the visibility: there is a getter `{name}()`");
        errors.at(&field.vis, with_help(message, help));
    }
}

/// Floats have a NaN, which equals nothing, and so neither `Eq` nor `Ord` nor `Hash`.
pub(super) fn no_eq_of_floats(class: &Class, errors: &mut Errors) {
    if !class.is_eq() || class.is_tuple() {
        return;
    }
    let (wanted, option) = if class.options.hash { ("Hash", "hash") } else { ("Ord", "ord") };
    for field in class.compared().filter(|field| types::mentions_float(&field.ty)) {
        let message = format!("field '{}' is a float, which has no `Eq` and no `{wanted}`", field.name);
        let help = format!("leave it out with `#[field(compare = false)]`, or leave out `{option}`");
        errors.at(&field.ty, with_help(message, help));
    }
}

/// Fields are passed and taken by value.
pub(super) fn sized(class: &Class, errors: &mut Errors) {
    for field in unsized_fields(class) {
        let message = format!("field '{}' has no size that is known at compile time", field.name);
        errors.at(&field.ty, with_help(message, "put it behind a pointer: `Box<..>`, `Arc<..>`, `&'static ..`"));
    }
}

/// The fields that are surely of no size.
pub(crate) fn unsized_fields(class: &Class) -> Vec<&Field> {
    let unsized_params = class.generics.params.iter().filter_map(|param| match param {
        GenericParam::Type(param) if param.bounds.iter().any(is_maybe_sized) => Some(&param.ident),
        _ => None,
    });
    let unsized_params: Vec<_> = unsized_params.collect();
    let is_unsized = |field: &&Field| match &field.ty {
        Type::Slice(_) | Type::TraitObject(_) => true,
        ty => types::plain_name(ty).is_some_and(|name| name == "str" || unsized_params.contains(&name)),
    };
    class.fields.iter().filter(is_unsized).collect()
}

fn is_maybe_sized(bound: &TypeParamBound) -> bool {
    matches!(bound, TypeParamBound::Trait(bound) if bound.maybe.is_some())
}

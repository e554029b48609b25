//! Laws about names.

use std::collections::HashMap;

use proc_macro2::Span;

use crate::diagnostics::{Errors, with_help};
use crate::model::class::{Argument, Clash, Class};
use crate::model::names;

/// A name in data means one field.
pub(super) fn keys_are_unique(class: &Class, errors: &mut Errors) {
    let mut taken: HashMap<String, (&str, &str)> = HashMap::new();
    let keys = class.fields.iter().flat_map(|field| {
        let key = match &field.key {
            Some(key) => (key.value(), key.span()),
            None => (field.name.clone(), field.ident.span()),
        };
        let aliases = field.aliases.iter().map(|alias| (alias.value(), alias.span()));
        std::iter::once(key).chain(aliases).map(|(key, span)| (("field", field.name.as_str()), key, span))
    });
    for key in class.fields.iter().filter_map(|field| field.key.as_ref()).filter(|key| key.value().is_empty()) {
        errors.at(key, with_help("the name of a field in data is not empty", "write a name, or leave out `rename`"));
    }
    let vars = class.init_vars.iter().map(|var| (("argument", var.name.as_str()), var.name.clone(), var.ident.span()));
    let mut all: Vec<((&str, &str), String, Span)> = keys.chain(vars).collect();
    // A field's own name is not what is wrong: it is told of last, so that what was written into an option is blamed.
    all.sort_by_key(|((_, name), key, _)| *name != key.as_str());
    for (owner, key, span) in all {
        match taken.get(key.as_str()) {
            // A field and an argument of one name are told of elsewhere.
            Some((_, other)) if *other == owner.1 && owner.0 == "argument" => {}
            Some((kind, other)) => {
                let message = format!("duplicate name '{key}': it already means {kind} '{other}'");
                errors.push(span, with_help(message, "each name in data means one field; use another"));
            }
            None => {
                taken.insert(key, owner);
            }
        }
    }
}

/// An argument has one name and one meaning.
pub(super) fn arguments_are_unique(class: &Class, errors: &mut Errors) {
    for (i, var) in class.init_vars.iter().enumerate() {
        let is_field = class.fields.iter().any(|field| field.name == var.name);
        let is_var = class.init_vars[..i].iter().any(|other| other.name == var.name);
        if is_field || is_var {
            let message = format!("duplicate argument '{}'", var.name);
            let help = if is_field { "there is a field of this name; use another" } else { "leave out one of the two" };
            errors.at(&var.ident, with_help(message, help));
        }
    }
}

/// Metadata is a mapping.
pub(super) fn metadata_is_unique(class: &Class, errors: &mut Errors) {
    for field in &class.fields {
        for (i, (key, _)) in field.metadata.iter().enumerate() {
            if field.metadata[..i].iter().any(|(other, _)| other == key) {
                errors.at(
                    key,
                    with_help(format_args!("duplicate key `{key}` in `metadata`"), "leave out one of the two"),
                );
            }
        }
    }
}

/// A getter is named like its field, and so must not be named like what is generated anyway.
pub(super) fn getters_do_not_clash(class: &Class, errors: &mut Errors) {
    if !class.has_getters() {
        return;
    }
    let generated = class.generated_methods();
    for field in class.fields.iter().filter(|field| generated.contains(&field.name)) {
        let name = &field.name;
        let message = format!("the getter of field '{name}' would clash with the generated `{name}`");
        errors.push(field.ident.span(), with_help(message, way_out(name)));
    }
}

/// What to do about a field for which a method would be generated that is generated for the class already.
fn way_out(method: &str) -> String {
    let way_out = match method {
        method if names::TUPLE_METHODS.contains(&method) => "write `#[dataclass(tuple = false)]`",
        names::BUILDER => "leave out `builder`",
        _ => "write `#[dataclass(new(name = ..))]`",
    };
    format!("rename the field, or {way_out}")
}

/// A setter has a name that nothing else has.
pub(super) fn setters_do_not_clash(class: &Class, errors: &mut Errors) {
    for field in class.settable() {
        let Some(other) = class.clash_of_setter(field) else { continue };
        let (with, help) = match &other {
            Clash::Method(method) => (format!("generated `{method}`"), way_out(method)),
            Clash::Getter(other) => (format!("getter of field '{other}'"), "rename one of the two fields".to_owned()),
        };
        let message = format!("the setter of field '{}' would clash with the {with}", field.name);
        errors.push(field.ident.span(), with_help(message, help));
    }
}

/// The method that ends the builder has a name that no argument has.
pub(super) fn builder_methods_do_not_clash(class: &Class, errors: &mut Errors) {
    let clashes = |argument: &Argument<'_>| argument.is_given() && argument.name() == names::BUILD;
    for argument in class.arguments_and_fields().filter(clashes).filter(|_| class.options.builder) {
        let message = "the builder's method of argument 'build' would clash with its own `build`";
        let help = "rename the field, or leave out `builder`; `rename = \"build\"` keeps the name in data";
        errors.push(argument.ident().span(), with_help(message, help));
    }
}

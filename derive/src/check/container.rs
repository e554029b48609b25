//! Laws about the options of a class.

use proc_macro2::Span;

use crate::diagnostics::{Errors, with_help};
use crate::model::class::Class;

/// Order that contradicts `==` is no order.
pub(super) fn order_needs_eq(class: &Class, errors: &mut Errors) {
    let keys = &class.options.keys;
    if let (true, false, Some(key)) = (class.options.order, class.options.eq, keys.order.or(keys.ord)) {
        errors.push(key, with_help("eq must be true if order is true", "leave out `eq = false`"));
    }
}

/// `Eq`, which comes with `Hash`, is a law about `PartialEq`.
pub(super) fn hash_needs_eq(class: &Class, errors: &mut Errors) {
    if let (true, false, Some(key)) = (class.options.hash, class.options.eq, class.options.keys.hash) {
        let help = "leave out `eq = false`, or implement `Hash` by hand like `PartialEq`";
        errors.push(key, with_help("eq must be true if hash is true", help));
    }
}

/// `Default` calls the constructor without arguments.
pub(super) fn default_needs_defaults(class: &Class, errors: &mut Errors) {
    let Some(key) = class.options.keys.default.filter(|_| class.options.default) else { return };
    let without: Vec<String> = class
        .arguments()
        .filter(|argument| argument.default().is_none())
        .map(|argument| format!("'{}'", argument.name()))
        .collect();
    if !without.is_empty() {
        let (names, have) = (without.join(", "), if without.len() == 1 { "has" } else { "have" });
        let help = "write `#[field(default)]` or `#[field(default = ..)]` on each";
        errors.push(
            key,
            with_help(format_args!("`Default` needs a default for every field, but {names} {have} none"), help),
        );
    }
}

/// Without a constructor there is none to be named, called or followed by a hook.
pub(super) fn init_off_leaves_nothing_to_configure(class: &Class, errors: &mut Errors) {
    let keys = &class.options.keys;
    if class.options.init {
        return;
    }
    let builder = keys.builder.filter(|_| class.options.builder);
    let given: [(&str, Option<Span>); 4] =
        [("new", keys.new), ("call", keys.call), ("post_init", keys.post_init), ("builder", builder)];
    for (name, key) in given {
        if let Some(key) = key {
            let message = format!("`{name}` has no meaning with `init = false`");
            errors.push(key, with_help(message, format_args!("leave out `init = false` or `{name}`")));
        }
    }
}

/// What is set once is set by nobody.
pub(super) fn frozen_has_no_setters(class: &Class, errors: &mut Errors) {
    if let (true, true, Some(key)) = (class.options.frozen, class.options.setters, class.options.keys.setters) {
        errors.push(key, with_help("a frozen class has no setters", "leave out `setters` or `frozen`"));
    }
}

/// What is no field and goes nowhere is lost.
pub(super) fn init_vars_need_post_init(class: &Class, errors: &mut Errors) {
    if class.has_post_init() || class.options.incomplete {
        return;
    }
    for var in &class.init_vars {
        let message = format!("'{}' is no field and nothing takes it", var.name);
        let help = "name the function that does: `post_init = Self::finish`";
        errors.at(&var.ident, with_help(message, help));
    }
}

/// `Default` has no way to say that an instance would break a rule.
pub(super) fn default_cannot_refuse(class: &Class, errors: &mut Errors) {
    if let (true, true, Some(key)) = (class.options.validate, class.options.default, class.options.keys.default) {
        let message = "`Default` cannot refuse an instance that breaks a rule";
        let name = class.options.call.as_ref().unwrap_or(&class.ident);
        errors.push(key, with_help(message, format_args!("leave out `default`, and call `{name}!()`")));
    }
}

/// What has parameters is many types, of which none is there before somebody names it.
pub(super) fn registered_is_one_type(class: &Class, errors: &mut Errors) {
    if let (true, false, Some(key)) =
        (class.options.register, class.generics.params.is_empty(), class.options.keys.register)
    {
        let help = match class.generics.lifetimes().next() {
            Some(_) => "leave out `register`: a struct that borrows has no class".to_owned(),
            None => {
                format!("leave out `register`, and write `Registry::global().register({}::<..>::class())`", class.ident)
            }
        };
        errors.push(key, with_help("`register` is for structs without parameters", help));
    }
}

//! Laws about the `post_init` of a base, which is that of a class without one of its own.

use syn::spanned::Spanned as _;

use crate::diagnostics::{Errors, with_help};
use crate::inherit::Parent;
use crate::model::class::Class;

/// It gets the arguments that it knows, in their order.
pub(super) fn takes_what_there_is(class: &Class, errors: &mut Errors) {
    let Some((parent, base)) = inherited(class) else { return };
    let taken: Vec<&str> = base.init_vars.iter().map(|var| var.name.as_str()).collect();
    let name = parent.name();
    let mut is_told = false;
    for var in class.init_vars.iter().filter(|var| var.base.is_none() && !taken.contains(&var.name.as_str())) {
        is_told = true;
        let message = format!("'{}' is no field, and the `post_init` of base '{name}' does not take it", var.name);
        errors.at(&var.ident, with_help(message, OWN));
    }
    for field in class.fields.iter().filter(|field| taken.contains(&field.name.as_str())) {
        is_told = true;
        let message = format!("'{}' is a field here, but the `post_init` of base '{name}' takes it", field.name);
        let span = if field.base.is_none() { field.ident.span() } else { parent.path.span() };
        errors.push(span, with_help(message, OWN));
    }
    let given: Vec<&str> = class.init_vars.iter().map(|var| var.name.as_str()).collect();
    if given != taken && !is_told {
        let [taken, given] = [taken, given].map(|names| list(&names));
        let message = format!("the `post_init` of base '{name}' takes {taken}, but what there is here is {given}");
        errors.at(&parent.path, with_help(message, OWN));
    }
}

/// It is done to an instance of the base, which is made and taken apart within the constructor.
pub(super) fn can_be_done_here(class: &Class, errors: &mut Errors) {
    let Some((parent, base)) = inherited(class) else { return };
    let name = parent.name();
    if !base.options.tuple {
        let message = format!("the `post_init` of base '{name}' needs instances that can be taken apart");
        let help = format!("leave out the `tuple = false` of '{name}', or {OWN}");
        errors.at(&parent.path, with_help(message, help));
    }
    if base.options.validate && !class.options.validate {
        let message = format!("the `post_init` of base '{name}' may refuse an instance, and no constructor here can");
        errors.at(&parent.path, with_help(message, format_args!("write `validate` here too, or {OWN}")));
    }
}

/// An instance is one of each base too.
pub(super) fn fields_of_bases_are_fields(class: &Class, errors: &mut Errors) {
    for parent in &class.parents {
        let Some(base) = parent.class() else { continue };
        let is_field = |name: &str| base.fields.iter().any(|field| field.name == name);
        for var in class.init_vars.iter().filter(|var| is_field(&var.name)) {
            // What is a field here too is told of as one argument that is there twice.
            if class.fields.iter().any(|field| field.name == var.name) {
                continue;
            }
            let (name, base) = (&var.name, parent.name());
            match &var.base {
                None => {
                    let message = format!("'{name}' is a field of base '{base}', and not just an argument");
                    errors.at(&var.ident, with_help(message, "an instance is one of the base too; use another name"));
                }
                Some(other) => {
                    let message = format!("'{name}' is a field of base '{base}', but no field of base '{other}'");
                    errors.at(&parent.path, with_help(message, "leave out one of the bases, or rename it in one"));
                }
            }
        }
    }
}

/// What can always be done.
const OWN: &str = "write a `post_init` of its own here, which takes all that there is";

/// The base of which the `post_init` is called.
fn inherited(class: &Class) -> Option<(&Parent, &Class)> {
    class.inherited_post_init().filter(|_| !class.options.incomplete)
}

fn list(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

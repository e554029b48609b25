//! Laws about what is inherited.

use syn::Generics;
use syn::spanned::Spanned as _;

use crate::diagnostics::{Errors, with_help};
use crate::inherit::{Parent, map_foreign};
use crate::model::class::Class;
use crate::model::default::Default;
use crate::model::text;

/// What is to be inherited has to be handed on.
pub(super) fn bases_hand_on(class: &Class, errors: &mut Errors) {
    for parent in &class.parents {
        if parent.class().is_some_and(|base| !base.options.base) {
            let message = format!("nothing can inherit from '{}'", parent.name());
            errors.at(&parent.path, with_help(message, "leave out its `base = false`"));
        }
    }
}

/// What is generic in a base is not generic in the class.
pub(super) fn bases_get_their_arguments(class: &Class, errors: &mut Errors) {
    for parent in &class.parents {
        let missing = parent.missing_arguments();
        if !missing.is_empty() {
            let names = missing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let (base, message) = (parent.name(), format!("nothing is given for {names} of base '{}'", parent.name()));
            errors.at(&parent.path, with_help(message, format_args!("write what it is: `{base}<..>`")));
        }
    }
}

/// Who holds an instance of a base relies on whether it may change.
pub(super) fn frozen_as_the_bases(class: &Class, errors: &mut Errors) {
    for parent in &class.parents {
        let Some(base) = parent.class() else { continue };
        let (message, help) = match (class.options.frozen, base.options.frozen) {
            (true, false) => {
                ("cannot inherit frozen dataclass from a non-frozen one", "leave out `frozen`, or write it on")
            }
            (false, true) => {
                ("cannot inherit non-frozen dataclass from a frozen one", "write `frozen`, or leave it out of")
            }
            (true, true) | (false, false) => continue,
        };
        errors.at(&parent.path, with_help(message, format_args!("{help} '{}'", parent.name())));
    }
}

/// An instance is one of each base too, so that a field has one type. Where names could mean anything, the compiler
/// compares the types.
pub(super) fn overrides_have_the_type(class: &Class, errors: &mut Errors) {
    for parent in &class.parents {
        let Some(base) = parent.class() else { continue };
        for inherited in &base.fields {
            let own = class.fields.iter().find(|own| own.name == inherited.name);
            let Some(own) = own.filter(|own| own.base.as_ref() != Some(&parent.name())) else { continue };
            let (here, there) = (&own.written, parent.written(&inherited.written));
            let (here_text, there_text) = (text::of_type(here), text::of_type(&there));
            let is_known = |ty| is_everywhere(ty, &class.generics);
            if here_text == there_text || !is_known(here) || !is_known(&there) {
                continue;
            }
            let (name, base) = (&own.name, parent.name());
            let message =
                |place: &str| format!("field '{name}' is `{there_text}` in base '{base}', but `{here_text}` {place}");
            match &own.base {
                None => {
                    let help = format!("write `{name}: {there_text}`, or use another name");
                    errors.at(here, with_help(message("here"), help));
                }
                Some(other) => {
                    let help = "leave out one of the bases, or rename the field in one";
                    errors.at(&parent.path, with_help(message(&format!("in base '{other}'")), help));
                }
            }
        }
    }
}

/// Does the type mean the same everywhere?
fn is_everywhere(ty: &syn::Type, generics: &Generics) -> bool {
    let mut is_everywhere = true;
    map_foreign(ty, generics, &mut |ty| {
        is_everywhere = false;
        ty.clone()
    });
    is_everywhere
}

/// A default looks at the fields before it: those of one base may stand behind it where there are several.
pub(super) fn defaults_see_what_they_read(class: &Class, errors: &mut Errors) {
    for field in &class.fields {
        let (Some(Default::Computed(computed)), Some(base)) = (&field.default, &field.base) else { continue };
        let parent = class.parents.iter().find(|parent| parent.name() == *base);
        for late in &computed.late {
            let message = format!("the default of '{}' looks at '{late}', which comes behind it here", field.name);
            let help =
                format!("change the order of the bases, or write '{}' here with a default of its own", field.name);
            errors.push(
                parent.map_or_else(|| field.ident.span(), |parent: &Parent| parent.path.span()),
                with_help(message, help),
            );
        }
    }
}

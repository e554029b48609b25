//! The only place where identifiers are invented.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;

/// The constructor of all fields, defaults included.
pub(crate) const FULL_CONSTRUCTOR: &str = "__new";
/// The function that takes an instance apart for `..base`.
pub(crate) const PARTS: &str = "__parts";

/// The function of a base that makes an instance of all fields as they are.
pub(crate) const FROM_FIELDS: &str = "__from_fields";

/// The function of a base that does to an instance, taken apart, what its `post_init` does.
pub(crate) const POST_INIT: &str = "__post_init";

/// The method of a class with a `post_init` that does what that of a base does.
pub(crate) const SUPER_POST_INIT: &str = "super_post_init";

/// What begins the names of functions that only those call who inherit from a class.
const OUTWARD: &str = "__outward_";

/// The function or constant of a base that stands for an expression there; `name` is how the user calls it.
pub(crate) fn outward(index: usize, name: &str, span: Span) -> Ident {
    Ident::new(&format!("{OUTWARD}{index}_{name}"), span)
}

/// How the user calls a function, perhaps one that a base has.
pub(crate) fn written(name: &str) -> &str {
    let behind_index = name.strip_prefix(OUTWARD).and_then(|rest| rest.split_once('_'));
    behind_index.map_or(name, |(_, name)| name)
}

/// What tells a class from all others of a program: its hidden name, and the crate that it is written in.
pub(crate) fn key(hidden: &Ident) -> String {
    let var = |name| std::env::var(name).unwrap_or_default();
    format!("{} {} {}/{hidden}", var("CARGO_PKG_NAME"), var("CARGO_PKG_VERSION"), var("CARGO_CRATE_NAME"))
}

/// The constructor that the call macro goes through where types are private.
pub(crate) const GUARDED_CONSTRUCTOR: &str = "__guarded_new";
/// The same for [`PARTS`].
pub(crate) const GUARDED_PARTS: &str = "__guarded_parts";

/// Names of methods that are always generated.
pub(crate) const TUPLE_METHODS: [&str; 2] = ["as_tuple", "into_tuple"];

/// The function that starts the builder.
pub(crate) const BUILDER: &str = "builder";
/// The method that ends it.
pub(crate) const BUILD: &str = "build";
/// The function that makes an instance of what the builder was given.
pub(crate) const BUILT: &str = "__built";

/// An identifier of ours: local variables of that name never meet the user's.
pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The type parameter of the field at a position, in a class whose fields have types of their own.
pub(crate) fn parameter(position: usize) -> Ident {
    format_ident!("T{position}", span = Span::call_site())
}

/// What the module of the runtime's hidden items is called next to the struct, out of reach of the user's names.
pub(crate) fn private(class: &Ident) -> Ident {
    format_ident!("__{}", class.unraw(), span = Span::call_site())
}

/// The function that computes the default of an argument.
pub(crate) fn default_of(name: &str) -> Ident {
    ident(&format!("__default_{name}"))
}

/// The same, in a wrapper.
pub(crate) fn guarded_default_of(name: &str) -> Ident {
    ident(&format!("__guarded_default_{name}"))
}

/// The function that puts an argument into its wrapper.
pub(crate) fn guard(name: &str) -> Ident {
    ident(&format!("__guard_{name}"))
}

/// The wrapper of a field whose type may be private.
pub(crate) fn wrapper(class: &Ident, name: &str) -> Ident {
    format_ident!("__{}_{name}", class.unraw(), span = Span::call_site())
}

/// The setter of a field.
pub(crate) fn setter(name: &str) -> Ident {
    ident(&format!("set_{name}"))
}

/// The function that asks the rules of a field by themselves.
pub(crate) fn rules_of(name: &str) -> Ident {
    ident(&format!("__rules_of_{name}"))
}

/// The function that asks all rules that concern a field.
pub(crate) fn rules_with(name: &str) -> Ident {
    ident(&format!("__rules_with_{name}"))
}

/// The builder of a class.
pub(crate) fn builder(class: &Ident) -> Ident {
    format_ident!("{}Builder", class.unraw(), span = class.span().resolved_at(Span::call_site()))
}

/// What a builder has that was given an argument.
pub(crate) fn given(class: &Ident, name: &str) -> Ident {
    format_ident!("__{}_given_{name}", class.unraw(), span = Span::call_site())
}

/// The place of this number in a list, as a type.
pub(crate) fn place(i: usize, p: &Ident) -> TokenStream {
    /// How many places have a name.
    const NAMED: usize = 16;
    match i < NAMED {
        true => {
            let name = format_ident!("I{i}");
            quote!(#p::place::#name)
        }
        false => {
            let before = place(i - NAMED, p);
            quote!(#p::place::Behind16<#before>)
        }
    }
}

/// The hidden name of a call macro: by what is written where, so that it is the same in every build, on every machine.
///
/// It stands at the struct: an editor goes there from a call.
///
/// Two structs that one `macro_rules!` writes have the same tokens at the same place; they get an ordinal.
pub(crate) fn hidden_macro(class: &Ident, item: &TokenStream) -> Ident {
    static SEEN: Mutex<Option<HashMap<u64, usize>>> = Mutex::new(None);
    let mut hasher = DefaultHasher::new();
    file_of(class.span()).hash(&mut hasher);
    item.to_string().hash(&mut hasher);
    let hash = hasher.finish();
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let ordinal = seen.get_or_insert_default().entry(hash).or_default();
    *ordinal += 1;
    let (class, place) = (class.unraw(), class.span());
    match ordinal {
        1 => format_ident!("__{class}_{hash:016x}", span = place),
        _ => format_ident!("__{class}_{hash:016x}_{ordinal}", span = place),
    }
}

/// The source file of a place, relative to the package.
fn file_of(span: Span) -> String {
    if !proc_macro::is_available() {
        return String::new();
    }
    relative(&span.unwrap().file(), &std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default())
}

/// The path of a file as it is on every machine: within its package, or else just its name.
fn relative(file: &str, package: &str) -> String {
    let file = Path::new(file);
    let within =
        Some(package).filter(|package| !package.is_empty()).and_then(|package| file.strip_prefix(package).ok());
    let relative = match within {
        Some(within) => within,
        None if file.is_absolute() => file.file_name().map_or(file, Path::new),
        None => file,
    };
    relative.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn a_hidden_name_depends_on_the_item_alone() {
        let class = Ident::new("Hidden", Span::call_site());
        let first = hidden_macro(
            &class,
            &quote!(
                struct Hidden {
                    x: u8,
                }
            ),
        )
        .to_string();
        let other = hidden_macro(
            &class,
            &quote!(
                struct Hidden {
                    y: u8,
                }
            ),
        )
        .to_string();
        let again = hidden_macro(
            &class,
            &quote!(
                struct Hidden {
                    x: u8,
                }
            ),
        )
        .to_string();
        assert!(first.starts_with("__Hidden_"));
        assert_ne!(first, other);
        assert_eq!(again, format!("{first}_2"));
    }

    #[test]
    fn no_path_of_the_machine_gets_into_a_name() {
        assert_eq!(relative("/a/shop/src/lib.rs", "/a/shop"), "src/lib.rs");
        assert_eq!(relative("src/lib.rs", "/a/shop"), "src/lib.rs");
        assert_eq!(relative("/b/elsewhere/lib.rs", "/a/shop"), "lib.rs");
        assert_eq!(relative("/b/lib.rs", ""), "lib.rs");
    }
}

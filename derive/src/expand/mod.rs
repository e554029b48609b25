//! What is written: one file per generated item, and this index of all output.
//!
//! Expanders describe and delegate; what happens at run time is ordinary code of the runtime. They read the model only,
//! do not fail, and do not call each other. Generated code names nothing but `::core` and `__private`.

mod base;
mod builder;
mod call_macro;
mod constants;
mod debug;
mod decode;
mod default;
mod definition;
mod describe;
mod display;
mod encode;
mod eq;
pub(crate) mod fallback;
mod field_type;
mod getters;
mod guard;
mod hash;
mod heir;
mod init;
mod named_tuple;
mod ord;
mod origin;
mod post_init;
mod read_within;
mod register;
mod repr;
mod rules;
mod setters;
mod several;
mod source;
mod spec;
#[cfg(test)]
mod tests;
mod transform;
mod tuple;
mod validate;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use crate::input::Form;
use crate::model::bounds::{Header, plain_header};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::{names, types};
use crate::pipeline::Names;

/// An item: is it wanted, and what is written for it?
type Item = (fn(&Class) -> bool, fn(&Class) -> TokenStream);

/// Trait implementations and macros.
const ITEMS: &[Item] = &[
    (|_| true, inherent),
    (Class::has_guards, guard::wrappers),
    (|class| class.options.debug && class.writes("Debug"), debug::expand),
    (|class| class.options.display && class.writes("Display"), display::expand),
    (|class| class.options.eq && class.writes("PartialEq"), eq::partial_eq),
    (|class| class.options.order && class.writes("PartialOrd"), ord::partial_ord),
    (|class| class.options.ord && class.writes("Ord"), ord::ord),
    (|class| class.is_eq() && class.writes("Eq"), eq::eq),
    (|class| class.options.hash && class.writes("Hash"), hash::expand),
    (|class| class.options.default && class.writes("Default"), default::expand),
    (|_| true, repr::expand),
    (|_| true, field_type::expand),
    (|_| true, describe::expand),
    (Class::is_tuple, named_tuple::expand),
    (validate::needs_parts, validate::parts),
    (|class| class.options.setters, setters::expand),
    (|class| class.options.builder, builder::expand),
    (|class| class.options.base, base::parts),
    (|class| !class.parents.is_empty(), heir::conversions),
    (|class| class.options.serde, serde),
    (|class| class.options.register, register::expand),
];

/// Inherent functions, which share one `impl`.
const METHODS: &[Item] = &[
    (|class| class.options.new.is_some() && !named_tuple::has_new_apart(class), init::new),
    (init::needs_full, init::full),
    (|_| true, init::defaults),
    (|class| class.options.tuple, tuple::methods),
    (tuple::needs_parts, tuple::parts),
    (Class::has_getters, getters::expand),
    (|class| class.options.builder, builder::functions),
    (Class::has_guards, guard::functions),
    (|class| class.options.base, base::functions),
    (post_init::calls_super, post_init::super_function),
];

/// The inherent functions of a class in which there are mistakes.
const STUBS: &[Item] = &[
    (|class| class.options.new.is_some() && !named_tuple::has_new_apart(class), init::stub),
    (|class| class.options.tuple, tuple::methods),
    (Class::has_getters, getters::expand),
    (|class| class.options.builder, builder::stub),
    (post_init::calls_super, post_init::super_stub),
];

/// Writes a class.
pub(crate) fn class(class: &Class, names: &Names<'_>) -> TokenStream {
    let (items, call_macro) = (items(class), call_macro::expand(class, names));
    let generated = with_definition(class, &quote!(#items #call_macro));
    if class.options.source { source::with_text(class, &generated) } else { generated }
}

/// What is written for a class, with the struct itself unless it stands there already.
fn with_definition(class: &Class, items: &TokenStream) -> TokenStream {
    match class.form {
        Form::Derive => items.clone(),
        Form::Schema | Form::NamedTuple | Form::Untyped => definition::with_items(class, items),
    }
}

/// Writes all items but the call macro.
fn items(class: &Class) -> TokenStream {
    let items = ITEMS.iter().filter(|(wanted, _)| wanted(class)).map(|(_, expand)| expand(class));
    std::iter::once(scope(class)).chain(items).collect()
}

/// The names that generated code uses.
fn scope(class: &Class) -> TokenStream {
    let (krate, p) = (&class.krate, &class.private);
    quote! {
        use #krate::__private as #p;
    }
}

/// What needs the feature `serde`. Where nobody asked for it, it is not written if that is off, or left out by the runtime
/// if it is off in another build of that which shares these macros; else the runtime says so at the option.
fn serde(class: &Class) -> TokenStream {
    if class.options.keys.serde.is_none() && !cfg!(any(feature = "serde", test)) {
        return TokenStream::new();
    }
    let decode = class.writes("Deserialize").then(|| decode::expand(class));
    let encode = class.writes("Serialize").then(|| encode::expand(class));
    if class.options.keys.serde.is_none() {
        let p = &class.private;
        return quote!(#p::if_serde! { #decode #encode });
    }
    let span = class.options.keys.serde.unwrap_or_else(Span::call_site).resolved_at(Span::call_site());
    // The whole call is to stand there.
    let p = Ident::new(&class.private.to_string(), span);
    let code = quote!({ #decode #encode });
    quote_spanned!(span=> #p::needs_serde! { #code })
}

/// What is known of a type, which is asked in a scope of its own: a trait that each class brought into the module would be
/// looked at by the compiler wherever a field is named there.
fn known(p: &Ident, ty: &Type, constant: &str) -> TokenStream {
    let constant = names::ident(constant);
    quote!({ use #p::Unknown as _; #p::Ty::<#ty>::#constant })
}

fn inherent(class: &Class) -> TokenStream {
    inherent_impl(class, METHODS)
}

fn inherent_impl(class: &Class, methods: &[Item]) -> TokenStream {
    let methods = methods.iter().filter(|(wanted, _)| wanted(class)).map(|(_, expand)| expand(class));
    impl_of(class, &plain_header(class), &methods.collect())
}

/// An `impl` of inherent functions, if there are any.
fn impl_of(class: &Class, header: &Header, methods: &TokenStream) -> TokenStream {
    if methods.is_empty() {
        return TokenStream::new();
    }
    let Header { allow, generics, ty, clause } = header;
    let allows = allows(class);
    let lints = lints(class);
    quote! {
        #allows
        #allow
        #[allow(#lints)]
        impl #generics #ty #clause {
            #methods
        }
    }
}

/// What no lint is to complain of in inherent functions.
fn lints(class: &Class) -> TokenStream {
    /// More arguments are too many for clippy.
    const MANY: usize = 7;
    let arguments = class.fields.len() + class.init_vars.len() + usize::from(class.has_witness());
    let has_unknown = class.fields.iter().any(|field| !types::is_known(&field.ty));
    let lints = [
        // A private class need not use all of its functions.
        (true, quote!(dead_code)),
        // A field's type may be less visible than its class.
        (has_unknown, quote!(private_interfaces)),
        (class.fields.iter().any(|field| field.deprecated), quote!(deprecated)),
        (arguments > MANY, quote!(clippy::too_many_arguments)),
        // What stands at a field of a base looks as if the user had written it.
        (class.fields.iter().any(|field| field.base.is_some()), quote!(unused_qualifications)),
        // Without fields, the tuple is the unit.
        (class.fields.is_empty(), quote!(clippy::unused_unit)),
    ];
    let lints = lints.into_iter().filter(|(wanted, _)| *wanted).map(|(_, lint)| lint);
    quote!(#(#lints),*)
}

/// What is said of a method that stands for a field.
fn doc_of(field: &Field) -> String {
    let doc = if field.doc.is_empty() { format!("The field `{}`.", field.name) } else { field.doc.clone() };
    field.note().map_or_else(|| doc.clone(), |note| format!("{doc}\n\n{note}"))
}

/// The lints that the user has allowed on the struct and its fields.
fn allows(class: &Class) -> TokenStream {
    let attributes = class.allows.iter().chain(class.fields.iter().flat_map(|field| &field.allows));
    quote!(#(#attributes)*)
}

/// A place at the field with the hygiene of generated code: errors point there, `self` is found, lints do not care.
fn at(field: &Field) -> Span {
    field.ident.span().resolved_at(Span::call_site())
}

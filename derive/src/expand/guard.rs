//! What the call macro goes through where a field's type may be seen in its own module only.
//!
//! The macro is expanded where the call is, and there no expression may have a type that is private. So each such field
//! travels in a wrapper that is as visible as the class:
//!
//! ```text
//! pub struct __Item_price(Cents);
//! pub fn __guard_price(value: Cents) -> __Item_price { __Item_price(value) }
//! pub fn __guarded_default_price(name: &String) -> __Item_price { __Item_price(Self::__default_price(name)) }
//! pub fn __guarded_new(name: String, price: __Item_price) -> Self { Self::__new(name, price.0) }
//! pub fn __guarded_parts(self) -> (String, __Item_price) { (self.name, __Item_price(self.price)) }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

use super::{init, tuple};
use crate::model::class::{Argument, Class};
use crate::model::default::Default;
use crate::model::field::Field;
use crate::model::{names, types};

/// The wrappers.
pub(super) fn wrappers(class: &Class) -> TokenStream {
    let (vis, class_type) = (&class.vis, class.ident.to_token_stream());
    let wrappers = class.fields.iter().filter(|field| class.is_guarded(field)).map(|field| {
        let wrapper = names::wrapper(&class.ident, &field.name);
        // There, `Self` would be the wrapper.
        let ty = types::without_self(&field.ty, &class_type);
        quote! {
            #[doc(hidden)]
            #[allow(non_camel_case_types)]
            #vis struct #wrapper(#ty);
        }
    });
    wrappers.collect()
}

/// The functions that deal in wrappers.
pub(super) fn functions(class: &Class) -> TokenStream {
    let guards = class.fields.iter().filter(|field| class.is_guarded(field)).map(|field| guard(class, field));
    let defaults = class.arguments_and_fields().filter_map(|argument| default(class, argument));
    let parts = class.options.tuple.then(|| parts(class));
    guards.chain(defaults).chain([constructor(class)]).chain(parts).collect()
}

/// The type that an argument travels in.
fn outer(class: &Class, argument: Argument<'_>) -> TokenStream {
    match argument {
        Argument::Field(field) if class.is_guarded(field) => {
            let wrapper = names::wrapper(&class.ident, &field.name);
            quote!(#wrapper)
        }
        _ => {
            let ty = argument.ty();
            quote!(#ty)
        }
    }
}

/// What takes an argument out of its wrapper.
fn unwrapped(class: &Class, argument: Argument<'_>) -> TokenStream {
    let ident = argument.ident();
    match argument {
        Argument::Field(field) if class.is_guarded(field) => quote!(#ident.0),
        _ => quote!(#ident),
    }
}

fn guard(class: &Class, field: &Field) -> TokenStream {
    let (p, vis, ty) = (&class.private, &class.vis, &field.ty);
    let (function, wrapper) = (names::guard(&field.name), names::wrapper(&class.ident, &field.name));
    let (qualifier, param, value) = match field.into {
        true => (None, quote!(impl #p::Into<#ty>), quote!(#p::Into::into(value))),
        false => (Some(quote!(const)), quote!(#ty), quote!(value)),
    };
    quote! {
        #[doc(hidden)]
        #[inline]
        #vis #qualifier fn #function(value: #param) -> #wrapper { #wrapper(#value) }
    }
}

/// The default of an argument, in its wrapper; a literal of a field that needs none is written at the call.
fn default(class: &Class, argument: Argument<'_>) -> Option<TokenStream> {
    let default = argument.default()?;
    let is_guarded = matches!(argument, Argument::Field(field) if class.is_guarded(field));
    if !is_guarded && !matches!(default, Default::Computed(_)) {
        return None;
    }
    let vis = &class.vis;
    let (function, outer_type) = (names::guarded_default_of(argument.name()), outer(class, argument));
    let reads: Vec<&Field> = default.reads().iter().filter_map(|i| class.fields.get(*i)).collect();
    let params = reads.iter().map(|field| {
        let (ident, ty) = (&field.ident, outer(class, Argument::Field(field)));
        quote!(#ident: &#ty)
    });
    let lets = reads.iter().filter(|field| class.is_guarded(field)).map(|field| {
        let ident = &field.ident;
        quote!(let #ident = &#ident.0;)
    });
    let value = init::default_value(class, argument.name(), default, argument.is_into(), &init::borrowed(&reads));
    let value = if is_guarded { quote!(#outer_type(#value)) } else { value };
    let qualifier = (default.is_const() && !argument.is_into()).then(|| quote!(const));
    let lints = init::default_lints();
    Some(quote! {
        #[doc(hidden)]
        #[allow(#lints)]
        #[inline]
        #vis #qualifier fn #function(#(#params),*) -> #outer_type { #(#lets)* #value }
    })
}

fn constructor(class: &Class) -> TokenStream {
    let (vis, name, inner) = (&class.vis, names::ident(names::GUARDED_CONSTRUCTOR), init::full_constructor(class));
    let params = class.arguments_and_fields().map(|argument| {
        let (ident, ty) = (argument.ident(), outer(class, argument));
        quote!(#ident: #ty)
    });
    let values = class.arguments_and_fields().map(|argument| unwrapped(class, argument));
    let returned = init::returned(class);
    quote! {
        #[doc(hidden)]
        #[inline]
        #vis fn #name(#(#params),*) -> #returned { Self::#inner(#(#values),*) }
    }
}

fn parts(class: &Class) -> TokenStream {
    let (vis, name) = (&class.vis, names::ident(names::GUARDED_PARTS));
    let types = class.fields.iter().map(|field| outer(class, Argument::Field(field)));
    let values = class.fields.iter().map(|field| {
        let (ident, wrapper) = (&field.ident, names::wrapper(&class.ident, &field.name));
        if class.is_guarded(field) { quote!(#wrapper(self.#ident)) } else { quote!(self.#ident) }
    });
    quote! {
        #[doc(hidden)]
        #[inline]
        #vis fn #name(self) -> (#(#types,)*) { (#(#values,)*) }
    }
}

/// The constructor that the call macro calls, and the function that takes an instance apart for `..base`.
pub(super) fn entry_points(class: &Class) -> (Ident, Option<Ident>) {
    match class.has_guards() {
        true => {
            let parts = class.options.tuple.then(|| names::ident(names::GUARDED_PARTS));
            (names::ident(names::GUARDED_CONSTRUCTOR), parts)
        }
        false => (init::full_constructor(class), tuple::parts_function(class)),
    }
}

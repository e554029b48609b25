//! Instances as tuples.
//!
//! ```text
//! pub fn as_tuple(&self) -> (&f64, &f64) { (&self.x, &self.y) }
//! pub fn into_tuple(self) -> (f64, f64) { (self.x, self.y) }
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::Visibility;

use crate::model::class::Class;
use crate::model::{names, visibility};

/// `as_tuple` and `into_tuple`, as visible as the least visible field.
pub(super) fn methods(class: &Class) -> TokenStream {
    let vis = least(class);
    let names: Vec<_> = class.fields.iter().map(|field| &field.ident).collect();
    let types: Vec<_> = class.fields.iter().map(|field| &field.ty).collect();
    let into_tuple = into_tuple(class, &vis, "into_tuple");
    quote! {
        #[doc = "The fields, by reference."]
        #[inline]
        #vis fn as_tuple(&self) -> (#(&#types,)*) { (#(&self.#names,)*) }
        #[doc = "The fields."]
        #into_tuple
    }
}

fn into_tuple(class: &Class, vis: &Visibility, name: &str) -> TokenStream {
    let names = class.fields.iter().map(|field| &field.ident);
    let types = class.fields.iter().map(|field| &field.ty);
    let function = names::ident(name);
    quote! {
        #[inline]
        #vis fn #function(self) -> (#(#types,)*) { (#(self.#names,)*) }
    }
}

fn least(class: &Class) -> Visibility {
    visibility::least(class.fields.iter().map(|field| &field.vis).chain([&class.vis]))
}

/// The function that takes an instance apart for `..base`, if there can be one.
pub(super) fn parts_function(class: &Class) -> Option<proc_macro2::Ident> {
    let name = if needs_parts(class) { names::PARTS } else { "into_tuple" };
    class.options.tuple.then(|| names::ident(name))
}

/// Is `into_tuple` less visible than the call macro that needs it, or does it tell too little?
pub(super) fn needs_parts(class: &Class) -> bool {
    let is_hidden = !visibility::covers(&least(class), &class.vis);
    class.options.tuple && class.options.call.is_some() && (is_hidden || class.has_witness())
}

/// The same as `into_tuple`, as visible as the class; behind the fields, a generic class tells its instantiation.
pub(super) fn parts(class: &Class) -> TokenStream {
    if !class.has_witness() {
        let function = into_tuple(class, &class.vis, names::PARTS);
        return quote!(#[doc(hidden)] #function);
    }
    let (p, vis, function) = (&class.private, &class.vis, names::ident(names::PARTS));
    let names = class.fields.iter().map(|field| &field.ident);
    let types = class.fields.iter().map(|field| &field.ty);
    quote! {
        #[doc(hidden)]
        #[inline]
        #vis fn #function(self) -> (#(#types,)* #p::PhantomData<fn() -> Self>) { (#(self.#names,)* #p::PhantomData) }
    }
}

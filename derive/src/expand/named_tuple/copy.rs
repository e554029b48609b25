//! `Clone` and `Copy`, where all fields have them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::bounds::{Header, comparison_header, conditional_header};
use crate::model::class::Class;

pub(super) fn expand(class: &Class) -> TokenStream {
    let (clone, copy) = (clone(class), copy(class));
    quote!(#clone #copy)
}

pub(super) fn clone(class: &Class) -> TokenStream {
    if !class.writes("Clone") {
        return TokenStream::new();
    }
    let p = &class.private;
    let Header { allow: _, generics, ty, clause } = comparison_header(class, &quote!(#p::Clone), &class.fields);
    let idents = class.fields.iter().map(|field| &field.ident);
    quote! {
        #[automatically_derived]
        impl #generics #p::Clone for #ty #clause {
            #[inline]
            fn clone(&self) -> Self { Self { #(#idents: #p::Clone::clone(&self.#idents)),* } }
        }
    }
}

/// What contains itself does so behind a pointer, which is copied whatever it points to or not at all.
fn copy(class: &Class) -> TokenStream {
    if !class.writes("Copy") {
        return TokenStream::new();
    }
    let p = &class.private;
    let Header { allow: _, generics, ty, clause } = conditional_header(class, &quote!(#p::Copy), &class.fields);
    quote! {
        #[automatically_derived]
        impl #generics #p::Copy for #ty #clause {}
    }
}

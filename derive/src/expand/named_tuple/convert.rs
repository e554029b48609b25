//! `From`, both ways.
//!
//! ```text
//! impl From<(f64, f64)> for Point { fn from(items: (f64, f64)) -> Self { Self::new(items.0, items.1) } }
//! impl From<Point> for (f64, f64) { fn from(tuple: Point) -> Self { (tuple.x, tuple.y) } }
//! ```

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::init;
use crate::model::bounds::{Header, plain_header};
use crate::model::class::Class;
use crate::model::types;

pub(super) fn expand(class: &Class) -> TokenStream {
    let items = (0..class.fields.len()).map(Literal::usize_unsuffixed).map(|place| quote!(items.#place));
    with_bodies(class, &init::call_full(class, items))
}

/// The same for a class in which there are mistakes.
pub(super) fn stubs(class: &Class) -> TokenStream {
    let p = &class.private;
    with_bodies(class, &quote!(#p::stub()))
}

fn with_bodies(class: &Class, made: &TokenStream) -> TokenStream {
    let p = &class.private;
    let Header { allow, generics, ty, clause } = plain_header(class);
    let types = class.fields.iter().map(|field| types::without_self(&field.ty, &ty));
    let tuple = quote!((#(#types,)*));
    let idents = class.fields.iter().map(|field| &field.ident);
    // Nothing is not written as a tuple.
    let (items, taken) = match class.fields.is_empty() {
        true => (quote!(()), TokenStream::new()),
        false => (quote!(items), quote!((#(tuple.#idents,)*))),
    };
    let taken_from = if taken.is_empty() { quote!(_) } else { quote!(tuple) };
    quote! {
        #allow
        #[automatically_derived]
        impl #generics #p::From<#tuple> for #ty #clause {
            #[inline]
            #[allow(unused_variables)]
            fn from(#items: #tuple) -> Self { #made }
        }
        #allow
        #[automatically_derived]
        impl #generics #p::From<#ty> for #tuple #clause {
            #[inline]
            fn from(#taken_from: #ty) -> Self { #taken }
        }
    }
}

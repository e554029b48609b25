//! `PartialEq` and `Eq`.
//!
//! ```text
//! fn eq(&self, other: &Self) -> bool { self.x == other.x && self.y == other.y }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Token;

use super::at;
use crate::model::bounds::{Header, comparison_header};
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::types;

pub(super) fn partial_eq(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow: _, generics, ty, clause } = comparison_header(class, &quote!(#p::PartialEq), class.compared());
    let mut equal = class.compared().map(|field| FieldEqual { class, field });
    let first = equal.next().map_or_else(|| quote!(true), ToTokens::into_token_stream);
    let other = class.compared().next().map_or_else(|| quote!(_), |_| quote!(other));
    quote! {
        #[automatically_derived]
        impl #generics #p::PartialEq for #ty #clause {
            #[inline]
            fn eq(&self, #other: &Self) -> bool { #first #(&& #equal)* }
        }
    }
}

/// A field, compared. A type that we know nothing of is compared by a function that can tell what to do if it has no
/// `PartialEq`.
///
/// It writes itself behind what is there: to put a stream of tokens into another costs as much as many tokens.
struct FieldEqual<'a> {
    class: &'a Class,
    field: &'a Field,
}

impl ToTokens for FieldEqual<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { class, field } = self;
        let (p, ident, span) = (&class.private, &field.ident, at(field));
        if types::is_known(&field.ty) || types::mentions_param(&field.ty, &class.generics) {
            Token![self](span).to_tokens(tokens);
            Token![.](span).to_tokens(tokens);
            ident.to_tokens(tokens);
            Token![==](span).to_tokens(tokens);
            Ident::new("other", span).to_tokens(tokens);
            Token![.](span).to_tokens(tokens);
            ident.to_tokens(tokens);
        } else {
            tokens.extend(quote_spanned!(span=> #p::eq(&self.#ident, &other.#ident)));
        }
    }
}

pub(super) fn eq(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow: _, generics, ty, clause } = comparison_header(class, &quote!(#p::Eq), class.compared());
    let fields = class.compared().map(|field| {
        let ident = &field.ident;
        quote_spanned!(at(field)=> #p::assert_eq(&this.#ident);)
    });
    quote! {
        #[automatically_derived]
        impl #generics #p::Eq for #ty #clause {}
        #[allow(dead_code, single_use_lifetimes)]
        impl #generics #ty #clause {
            // Never called: each field is asked for its `Eq`.
            fn __assert_eq(this: &Self) { let _ = this; #(#fields)* }
        }
    }
}

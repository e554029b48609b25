//! `PartialOrd` and `Ord`: field by field, the first difference decides.
//!
//! ```text
//! match PartialOrd::partial_cmp(&self.x, &other.x) { Some(Ordering::Equal) => {} order => return order }
//! ..
//! Some(Ordering::Equal)
//! ```

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};

use super::at;
use crate::model::bounds::{Header, comparison_header};
use crate::model::class::Class;

pub(super) fn partial_ord(class: &Class) -> TokenStream {
    let p = &class.private;
    // The order of a tuple may be a total one or not, as its items have it.
    let is_total = class.options.ord && !class.is_tuple();
    let bound = if is_total { quote!(#p::Ord) } else { quote!(#p::PartialOrd) };
    let Header { allow: _, generics, ty, clause } = comparison_header(class, &bound, class.compared());
    let equal = quote!(#p::Option::Some(#p::Ordering::Equal));
    let body = match is_total {
        true => quote!(#p::Option::Some(#p::Ord::cmp(self, other))),
        false => steps(class, &quote!(#p::PartialOrd::partial_cmp), &equal),
    };
    quote! {
        #[automatically_derived]
        impl #generics #p::PartialOrd for #ty #clause {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> #p::Option<#p::Ordering> { #body }
        }
    }
}

pub(super) fn ord(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow: _, generics, ty, clause } = comparison_header(class, &quote!(#p::Ord), class.compared());
    let body = steps(class, &quote!(#p::Ord::cmp), &quote!(#p::Ordering::Equal));
    quote! {
        #[automatically_derived]
        impl #generics #p::Ord for #ty #clause {
            #[inline]
            fn cmp(&self, other: &Self) -> #p::Ordering { #body }
        }
    }
}

fn steps(class: &Class, compare: &TokenStream, equal: &TokenStream) -> TokenStream {
    let other = class.compared().map(|field| field.ident.to_token_stream());
    steps_with(class, compare, equal, other)
}

/// The same, where the fields of the other have these names.
pub(super) fn steps_with(
    class: &Class,
    compare: &TokenStream,
    equal: &TokenStream,
    other: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let steps = class.compared().zip(other).map(|(field, other)| {
        let ident = &field.ident;
        quote_spanned! {at(field)=>
            match #compare(&self.#ident, &other.#other) { #equal => {} order => return order }
        }
    });
    let unused = class.compared().next().is_none().then(|| quote!(let _ = other;));
    quote!(#unused #(#steps)* #equal)
}

//! `Hash`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::at;
use crate::model::bounds::{Header, comparison_header};
use crate::model::class::Class;

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow: _, generics, ty, clause } = comparison_header(class, &quote!(#p::Hash), class.hashed());
    let steps = class.hashed().map(|field| {
        let ident = &field.ident;
        quote_spanned!(at(field)=> #p::Hash::hash(&self.#ident, state);)
    });
    let steps = steps.collect::<TokenStream>();
    let state = if steps.is_empty() { quote!(_) } else { quote!(state) };
    quote! {
        #[automatically_derived]
        impl #generics #p::Hash for #ty #clause {
            #[inline]
            fn hash<H__: #p::Hasher>(&self, #state: &mut H__) { #steps }
        }
    }
}

//! `Display`: the repr.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::bounds::{Header, header};
use crate::model::class::Class;

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    let Header { allow: _, generics, ty, clause } = header(class, &quote!(#p::Repr), class.shown());
    quote! {
        #[automatically_derived]
        impl #generics #p::Display for #ty #clause {
            fn fmt(&self, f: &mut #p::Formatter<'_>) -> #p::Shown {
                #p::Repr::fmt_repr(self, f)
            }
        }
    }
}

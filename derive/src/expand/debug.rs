//! `Debug`.
//!
//! Through the field table, unless there are type parameters: then what can be printed is known only where they are,
//! and the code is that of the standard derive.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use crate::model::bounds::{Header, header};
use crate::model::class::Class;
use crate::model::field::{Field, FieldRepr};
use crate::model::text;

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    let body = if class.is_generic() { direct(class) } else { quote!(#p::debug(self, f)) };
    let Header { allow: _, generics, ty, clause } =
        header(class, &quote!(#p::Debug), class.shown().filter(|field| !field.secret));
    quote! {
        #[automatically_derived]
        impl #generics #p::Debug for #ty #clause {
            fn fmt(&self, f: &mut #p::Formatter<'_>) -> #p::Shown { #body }
        }
    }
}

fn direct(class: &Class) -> TokenStream {
    let name = class.ident.unraw().to_string();
    let fields = class.shown().map(|field| {
        let (name, value) = (&field.name, direct_value(class, field));
        quote!(.field(#name, #value))
    });
    quote!(f.debug_struct(#name) #(#fields)* .finish())
}

fn direct_value(class: &Class, field: &Field) -> TokenStream {
    let p = &class.private;
    let ident = &field.ident;
    match &field.repr {
        _ if field.secret => quote!(&::core::format_args!("***")),
        FieldRepr::By(show) => quote!(&::core::format_args!("{}", #show(&self.#ident))),
        _ => {
            let ty = text::of_type(&field.ty);
            quote!(&{ #p::probe_borrowed(&self.#ident).field().into_debug(#ty) })
        }
    }
}

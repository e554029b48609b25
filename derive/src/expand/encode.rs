//! `Serialize`: the fields, by their names in data.
//!
//! ```text
//! Fields::new(serializer, "Point", 2, 0).field("x", &self.x).field("y", &self.y).end()
//! Elements::new(serializer, 2).item(&self.x).item(&self.y).end()    // of a named tuple
//! ```

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use crate::model::bounds::{Header, header};
use crate::model::class::Class;

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    // What is shown nowhere is written nowhere.
    let fields: Vec<_> = class.fields.iter().filter(|field| !field.secret).collect();
    let Header { allow, generics, ty, clause } = header(class, &quote!(#p::data::Serialize), fields.iter().copied());
    let name = class.ident.unraw().to_string();
    let read = fields.iter().filter(|field| field.init).count();
    let computed = fields.len() - read;
    let fields = fields.iter().map(|field| {
        let (key, ident) = (field.key(), &field.ident);
        let span = field.ty.span().resolved_at(super::at(field));
        match field.init {
            true if class.is_tuple() => quote_spanned!(span=> .item(&self.#ident)),
            true => quote_spanned!(span=> .field(#key, &self.#ident)),
            false => quote_spanned!(span=> .computed(#key, &self.#ident)),
        }
    });
    let written = match class.is_tuple() {
        true => quote!(#p::data::Elements::new(serializer, #read) #(#fields)*),
        false => quote!(#p::data::Fields::new(serializer, #name, #read, #computed) #(#fields)*),
    };
    quote! {
        #allow
        impl #generics #p::data::Serialize for #ty #clause {
            fn serialize<S__: #p::data::Serializer>(&self, serializer: S__) -> #p::Result<S__::Ok, S__::Error> {
                #written.end()
            }
        }
    }
}

//! Getters.
//!
//! ```text
//! /// The documentation of the field.
//! pub fn name(&self) -> &str { &self.name }
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::origin;
use crate::model::class::Class;
use crate::model::field::Field;
use crate::model::types;

pub(super) fn expand(class: &Class) -> TokenStream {
    let clashes = |field: &&Field| class.generated_methods().contains(&field.name);
    class.fields.iter().filter(|field| !clashes(field)).map(|field| getter(class, field)).collect()
}

fn getter(class: &Class, field: &Field) -> TokenStream {
    let (vis, ident, ty) = (&class.vis, &field.ident, &field.ty);
    let doc = super::doc_of(field);
    let (returned, value) = if types::is_copied(ty) {
        (quote!(#ty), quote!(self.#ident))
    } else if types::is_string(ty) {
        (quote!(&str), quote!(&self.#ident))
    } else {
        (quote!(&#ty), quote!(&self.#ident))
    };
    let getter = quote! {
        #[doc = #doc]
        #[inline]
        #[must_use]
        #vis fn #ident(&self) -> #returned { #value }
    };
    origin::of(field, getter)
}

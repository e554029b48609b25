//! The struct itself, where a function-like macro was given it.
//!
//! ```text
//! /// A point.
//! #[derive(Clone)]
//! pub struct Point { pub x: f64, pub y: f64 }
//! ```

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;

use super::origin;
use crate::input::Form;
use crate::model::class::Class;

pub(super) fn expand(class: &Class) -> TokenStream {
    let p = &class.private;
    // A second Dataclass was told of: it would repeat each item.
    let is_twice = !class.writes("Dataclass");
    let left_out = |attribute: &Attribute| {
        let path = attribute.path();
        path.is_ident("cfg") || (is_twice && path.is_ident("derive"))
    };
    let attributes = class.attributes.iter().filter(|attribute| !left_out(attribute));
    let clone = (class.options.clone && class.writes("Clone")).then(|| quote!(#[derive(#p::Clone)]));
    let (vis, ident, generics) = (&class.vis, &class.ident, &class.generics);
    let clause = &class.generics.where_clause;
    let fields = class.fields.iter().enumerate().map(|(i, field)| {
        let (attributes, vis, ident, ty) = (&field.attributes, &field.vis, &field.ident, &field.ty);
        // As CPython has it, since nothing else is known.
        let doc = (class.form == Form::Untyped).then(|| format!("Alias for field number {i}"));
        let doc = doc.map(|doc| quote!(#[doc = #doc]));
        let note = field.note().map(|note| quote!(#[doc = ""] #[doc = #note]));
        let field_tokens = quote!(#doc #(#attributes)* #note #vis #ident: #ty);
        origin::of(field, field_tokens)
    });
    quote! {
        #(#attributes)*
        #clone
        #vis struct #ident #generics #clause { #(#fields),* }
    }
}

/// The struct with all that is written for it, as far as its `cfg` allows.
pub(super) fn with_items(class: &Class, items: &TokenStream) -> TokenStream {
    let definition = expand(class);
    let mut cfgs = class.attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).peekable();
    if cfgs.peek().is_none() {
        return quote!(#definition #items);
    }
    let krate = &class.krate;
    quote!(#(#cfgs)* #krate::__items! { #definition #items })
}

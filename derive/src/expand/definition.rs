//! The struct itself, where a function-like macro was given it.
//!
//! ```text
//! /// A point.
//! #[derive(Clone)]
//! pub struct Point { pub x: f64, pub y: f64 }
//! ```

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::quote;
use syn::Attribute;

use crate::input::Form;
use crate::model::class::Class;
use crate::model::types;

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
        match field.base {
            Some(_) => in_place(field_tokens, ident.span()),
            None => field_tokens,
        }
    });
    quote! {
        #(#attributes)*
        #clone
        #vis struct #ident #generics #clause { #(#fields),* }
    }
}

/// An inherited field as a whole where it was written: there an editor looks for it.
///
/// What a macro of the user's means by `$crate` is left as it is.
fn in_place(tokens: TokenStream, span: Span) -> TokenStream {
    let is_of_macro = types::mentions(tokens.clone(), &|ident| ident == "$crate");
    if is_of_macro { tokens } else { moved(tokens, span) }
}

fn moved(tokens: TokenStream, span: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|token| {
        let (mut token, span) = match token {
            TokenTree::Group(group) => (Group::new(group.delimiter(), moved(group.stream(), span)).into(), span),
            // Still written by a macro: rustdoc would show what stands at its place as its value.
            token if is_number(&token) => (token, Span::mixed_site().located_at(span)),
            token => (token, span),
        };
        token.set_span(span);
        token
    });
    moved.collect()
}

fn is_number(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Literal(literal) if literal.to_string().starts_with(|c: char| c.is_ascii_digit()))
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

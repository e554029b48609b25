//! Where what stands for an inherited field is written.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

use crate::model::field::Field;
use crate::model::types;

/// What stands for a field; for an inherited one, as a whole where that was written: there an editor looks for it.
///
/// What a macro of the user's means by `$crate` is left as it is.
pub(super) fn of(field: &Field, tokens: TokenStream) -> TokenStream {
    let is_of_macro = || types::mentions(tokens.clone(), &|ident| ident == "$crate");
    if field.base.is_none() || is_of_macro() { tokens } else { moved(tokens, field.ident.span(), false) }
}

fn moved(tokens: TokenStream, span: Span, in_attribute: bool) -> TokenStream {
    let mut behind_hash = false;
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            let within = moved(group.stream(), span, in_attribute || behind_hash);
            token = Group::new(group.delimiter(), within).into();
        }
        behind_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        // A value in a type stays where it is: rustdoc shows what stands at its place.
        let stays = !in_attribute && is_constant(&token);
        token.set_span(if stays { token.span().resolved_at(span) } else { span });
        token
    });
    moved.collect()
}

/// A value that a type can mention.
fn is_constant(token: &TokenTree) -> bool {
    match token {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(ident) => ident == "true" || ident == "false",
        TokenTree::Punct(_) | TokenTree::Group(_) => false,
    }
}

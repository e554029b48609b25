//! Where what stands for an inherited field is written.

use proc_macro2::{Group, Span, TokenStream, TokenTree};

use crate::model::field::Field;
use crate::model::types;

/// What stands for a field; for an inherited one, as a whole where that was written: there an editor looks for it.
///
/// What a macro of the user's means by `$crate` is left as it is.
pub(super) fn of(field: &Field, tokens: TokenStream) -> TokenStream {
    let is_of_macro = || types::mentions(tokens.clone(), &|ident| ident == "$crate");
    if field.base.is_none() || is_of_macro() { tokens } else { moved(tokens, field.ident.span()) }
}

fn moved(tokens: TokenStream, span: Span) -> TokenStream {
    let mut is_attribute = false;
    let moved = tokens.into_iter().map(|token| {
        let within: fn(TokenStream, Span) -> TokenStream = if is_attribute { all_moved } else { moved };
        is_attribute = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        // Stays where it is: rustdoc shows what stands at its place as its value.
        let span = if is_constant(&token) { token.span().resolved_at(span) } else { span };
        placed(token, span, within)
    });
    moved.collect()
}

fn all_moved(tokens: TokenStream, span: Span) -> TokenStream {
    tokens.into_iter().map(|token| placed(token, span, all_moved)).collect()
}

fn placed(token: TokenTree, span: Span, within: fn(TokenStream, Span) -> TokenStream) -> TokenTree {
    let mut token = match token {
        TokenTree::Group(group) => Group::new(group.delimiter(), within(group.stream(), span)).into(),
        token => token,
    };
    token.set_span(span);
    token
}

/// A value that a type can mention.
fn is_constant(token: &TokenTree) -> bool {
    match token {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(ident) => ident == "true" || ident == "false",
        TokenTree::Punct(_) | TokenTree::Group(_) => false,
    }
}

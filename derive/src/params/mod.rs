//! `params!(name: Field::str(), /, times: Field::int() = 1, *rest, **kw)`: the parameters of a function that is made at
//! run time.
//!
//! Data flows as in the derive: tokens, `written` (what is written), `laws` (what it means, and what is wrong with it),
//! and here what is written in the end.

mod laws;
#[cfg(test)]
mod tests;
mod written;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;

use self::laws::{Kind, Param};
use crate::diagnostics::Errors;

/// Writes the parameters, or what is wrong with them. `$crate` stands before them.
///
/// ```text
/// Params::with(Params::with(Params::new(), ParamKind::PositionalOnly, "name", Field::str()), ..)
/// ```
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut input = input.into_iter();
    let krate = input.next();
    let mut items = vec![];
    let read = |input: ParseStream<'_>| written::read(input, &mut items);
    errors.take(read.parse2(input.collect()));
    let params = laws::check(items, &mut errors);
    if errors.count() > 0 {
        let errors = errors.into_compile_errors();
        return quote!({ #errors #krate::Params::new() });
    }
    params.iter().fold(quote!(#krate::Params::new()), |before, param| {
        let Param { kind, name, .. } = param;
        let (kind, field) = (kind_name(*kind), field(&krate, param));
        quote!(#krate::Params::with(#before, #krate::__private::ParamKind::#kind, #name, #field))
    })
}

fn field(krate: &Option<TokenTree>, param: &Param) -> TokenStream {
    let field = match &param.field {
        Some(field) => quote!(#field),
        None => quote!(#krate::Field::any()),
    };
    match &param.default {
        Some(default) => quote_spanned!(default.span()=> #krate::Field::default(#field, #default)),
        None => field,
    }
}

fn kind_name(kind: Kind) -> Ident {
    let name = match kind {
        Kind::PositionalOnly => "PositionalOnly",
        Kind::PositionalOrKeyword => "PositionalOrKeyword",
        Kind::VarPositional => "VarPositional",
        Kind::KeywordOnly => "KeywordOnly",
        Kind::VarKeyword => "VarKeyword",
    };
    Ident::new(name, Span::call_site())
}

//! `call!(geo::Point(1.0, y = 2.0))`: the class is reached by a path, which need not be imported.
//!
//! The call macro beside the struct is called with that path before the arguments: `geo::Point!(@path {geo::Point} ..)`.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::parse::{ParseStream, Parser as _};
use syn::{ExprPath, Ident, Path, PathArguments, Token};

use crate::diagnostics::with_help;

/// Writes the call of the macro that stands beside the class.
pub(crate) fn by_path(input: TokenStream) -> TokenStream {
    read_call.parse2(input).unwrap_or_else(syn::Error::into_compile_error)
}

fn read_call(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    const FORM: &str = "write `call!(path::Class(1, y = 2))`";
    if input.is_empty() {
        return Err(syn::Error::new(input.span(), with_help("expected a class to call", FORM)));
    }
    if input.peek(Token![<]) {
        return Err(input.error(with_help("`call!` needs the path of a class, not a qualified type", FORM)));
    }
    let expected = |error: syn::Error| syn::Error::new(error.span(), with_help("expected the path of a class", FORM));
    let path = input.parse::<ExprPath>().map_err(expected)?.path;
    if path.is_ident("Self") {
        let message = with_help("`Self` has no call macro", "write the name of the class");
        return Err(syn::Error::new_spanned(path, message));
    }
    if !input.peek(syn::token::Paren) {
        return Err(syn::Error::new_spanned(path, with_help("expected arguments in parentheses", FORM)));
    }
    let arguments;
    syn::parenthesized!(arguments in input);
    if !input.is_empty() {
        return Err(input.error("unexpected tokens behind the call"));
    }
    let arguments: TokenStream = arguments.parse()?;
    let name = without_arguments(&path);
    Ok(quote!(#name! { @path {#path} #arguments }))
}

/// A macro has no generic arguments.
fn without_arguments(path: &Path) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.arguments = PathArguments::None;
    }
    path
}

/// Reads `@path {geo::Point}`, if it stands there.
pub(super) fn read(input: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
    if input.parse::<Option<Token![@]>>()?.is_none() {
        return Ok(None);
    }
    input.parse::<Ident>()?;
    let content;
    syn::braced!(content in input);
    content.parse::<Path>().map(|path| Some(path.into_token_stream()))
}

//! The arguments of a call, as written.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Expr, Token};

use crate::diagnostics::{Errors, with_help};

/// The arguments of a call.
#[derive(Default)]
pub(super) struct Arguments {
    pub(super) given: Vec<Argument>,
    /// `..base`
    pub(super) base: Option<TokenStream>,
}

/// An argument.
pub(super) struct Argument {
    /// The name before `=`, if there is one.
    pub(super) key: Option<Ident>,
    pub(super) value: TokenStream,
}

/// Reads arguments up to the end: positional ones, then keywords, then perhaps `..base`.
pub(super) fn read(input: ParseStream<'_>, class: &str, errors: &mut Errors) -> syn::Result<Arguments> {
    let mut arguments = Arguments::default();
    while !input.is_empty() {
        if input.peek(Token![..]) && !input.peek(Token![..=]) {
            let dots: Token![..] = input.parse()?;
            if input.is_empty() || input.peek(Token![,]) {
                let help = format!("write `{class}!(x = 1, ..other)`");
                return Err(syn::Error::new_spanned(
                    dots,
                    with_help("`..` needs an instance to take the other fields of", help),
                ));
            }
            let base: Expr = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
            if !input.is_empty() {
                let message = with_help("`..base` comes last", "move it behind the other arguments");
                errors.at(quote::quote!(#dots #base), message);
            }
            arguments.base = Some(base.into_token_stream());
            continue;
        }
        let argument = read_one(input)?;
        if argument.key.is_none() && arguments.given.iter().any(|argument| argument.key.is_some()) {
            let help = "put it before the keyword arguments, or give it by name";
            errors.at(&argument.value, with_help("positional argument follows keyword argument", help));
        }
        arguments.given.push(argument);
        if !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|error| syn::Error::new(error.span(), "expected `,` between arguments"))?;
        }
    }
    Ok(arguments)
}

fn read_one(input: ParseStream<'_>) -> syn::Result<Argument> {
    if input.peek(Ident::peek_any) && input.peek2(Token![:]) && !input.peek2(Token![::]) {
        let key = input.call(Ident::parse_any)?;
        return Err(input.error(with_help("a keyword argument is given with `=`", format_args!("write `{key} = ..`"))));
    }
    let is_keyword =
        input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]) && !input.peek2(Token![=>]);
    if !is_keyword {
        return Ok(Argument { key: None, value: input.parse::<Expr>()?.into_token_stream() });
    }
    let key = input.call(Ident::parse_any)?;
    input.parse::<Token![=]>()?;
    if input.is_empty() || input.peek(Token![,]) {
        let help = format!("write `{key} = ..`");
        return Err(syn::Error::new(
            key.span(),
            with_help(format_args!("argument '{}' has no value", key.unraw()), help),
        ));
    }
    Ok(Argument { key: Some(key), value: input.parse::<Expr>()?.into_token_stream() })
}

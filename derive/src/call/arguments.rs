//! The arguments of a call, as written.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Expr, ExprUnary, Token, UnOp};

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
    pub(super) form: Form,
    pub(super) value: TokenStream,
}

/// How an argument is given.
pub(super) enum Form {
    Positional,
    /// `name = value`
    Keyword(Ident),
    /// `*value`
    Iterable,
    /// `**value`
    Mapping,
}

impl Argument {
    /// The name before `=`, if there is one.
    pub(super) fn key(&self) -> Option<&Ident> {
        match &self.form {
            Form::Keyword(key) => Some(key),
            Form::Positional | Form::Iterable | Form::Mapping => None,
        }
    }
}

/// What is called, as far as the forms of arguments depend on it.
#[derive(Clone, Copy)]
pub(super) enum Callee<'a> {
    /// A class that is known: `..base` takes the other fields of an instance, and `*` dereferences.
    Class(&'a str),
    /// It is known at run time: `*` and `**` unpack.
    Unknown,
}

/// Reads arguments up to the end: positional ones, then keywords, then perhaps `..base`.
///
/// What cannot be read ends it; what stands before that is read.
pub(super) fn read(
    input: ParseStream<'_>,
    callee: Callee<'_>,
    arguments: &mut Arguments,
    errors: &mut Errors,
) -> syn::Result<()> {
    while !input.is_empty() {
        if input.peek(Token![..]) && !input.peek(Token![..=]) {
            arguments.base = Some(read_base(input, callee, errors)?);
            continue;
        }
        let argument = read_one(input, callee)?;
        if let Some((message, help)) = out_of_order(&argument.form, &arguments.given) {
            errors.at(&argument.value, with_help(message, help));
        }
        arguments.given.push(argument);
        if !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|error| syn::Error::new(error.span(), "expected `,` between arguments"))?;
        }
    }
    Ok(())
}

/// What Python says of an argument behind those before it, if it cannot stand there, and what to do.
fn out_of_order(form: &Form, before: &[Argument]) -> Option<(&'static str, &'static str)> {
    const HELP: &str = "put it before the keyword arguments, or give it by name";
    let follows = |is: fn(&Form) -> bool| before.iter().any(|argument| is(&argument.form));
    let follows_mapping = follows(|form| matches!(form, Form::Mapping));
    match form {
        Form::Positional if follows_mapping => Some(("positional argument follows keyword argument unpacking", HELP)),
        Form::Positional if follows(|form| matches!(form, Form::Keyword(_))) => {
            Some(("positional argument follows keyword argument", HELP))
        }
        Form::Iterable if follows_mapping => {
            Some(("iterable argument unpacking follows keyword argument unpacking", "put it before `**`"))
        }
        _ => None,
    }
}

fn read_base(input: ParseStream<'_>, callee: Callee<'_>, errors: &mut Errors) -> syn::Result<TokenStream> {
    let dots: Token![..] = input.parse()?;
    let Callee::Class(class) = callee else {
        let help = "write `*items` to unpack an iterable, `**mapping` to unpack a mapping";
        return Err(syn::Error::new_spanned(
            dots,
            with_help("`..` takes the fields of a class, and none is known", help),
        ));
    };
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
    Ok(base.into_token_stream())
}

fn read_one(input: ParseStream<'_>, callee: Callee<'_>) -> syn::Result<Argument> {
    if let Callee::Unknown = callee
        && let Some(stars) = read_stars(input)?
    {
        return read_unpacked(input, &stars);
    }
    if input.peek(Ident::peek_any) && input.peek2(Token![:]) && !input.peek2(Token![::]) {
        let key = input.call(Ident::parse_any)?;
        return Err(input.error(with_help("a keyword argument is given with `=`", format_args!("write `{key} = ..`"))));
    }
    let is_keyword =
        input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]) && !input.peek2(Token![=>]);
    if !is_keyword {
        let value = match (input.parse()?, callee) {
            // These parentheses are needed here, and not where the value is written.
            (Expr::Paren(value), Callee::Unknown) if is_dereference(&value.expr) => value.expr.into_token_stream(),
            (value, _) => value.into_token_stream(),
        };
        return Ok(Argument { form: Form::Positional, value });
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
    Ok(Argument { form: Form::Keyword(key), value: input.parse::<Expr>()?.into_token_stream() })
}

fn is_dereference(value: &Expr) -> bool {
    matches!(value, Expr::Unary(ExprUnary { op: UnOp::Deref(_), .. }))
}

/// `*` or `**`.
pub(crate) struct Stars {
    pub(crate) first: Token![*],
    pub(crate) second: Option<Token![*]>,
}

impl ToTokens for Stars {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.first.to_tokens(tokens);
        self.second.to_tokens(tokens);
    }
}

/// Reads `*` or `**`, if one stands here.
pub(crate) fn read_stars(input: ParseStream<'_>) -> syn::Result<Option<Stars>> {
    match input.parse()? {
        Some(first) => Ok(Some(Stars { first, second: input.parse()? })),
        None => Ok(None),
    }
}

fn read_unpacked(input: ParseStream<'_>, stars: &Stars) -> syn::Result<Argument> {
    let (form, message, help) = match stars.second {
        None => (Form::Iterable, "`*` has nothing to unpack", "write `*items`"),
        Some(_) => (Form::Mapping, "`**` has nothing to unpack", "write `**mapping`"),
    };
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new_spanned(stars, with_help(message, help)));
    }
    Ok(Argument { form, value: input.parse::<Expr>()?.into_token_stream() })
}

/// What is said of a name that is given twice.
pub(super) fn repeated(name: &str) -> String {
    with_help(format_args!("keyword argument repeated: {name}"), "leave out one of the two")
}

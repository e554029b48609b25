//! The fields of a struct of a block: `name: Type = default,`.

use proc_macro2::TokenTree;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, Expr, Ident, Token, Type, Visibility};

use crate::diagnostics::{Errors, with_help};
use crate::input::WrittenField;
use crate::input::keyed::Keyed;

/// Reads fields up to the end; a mistake in one does not hide those in the next.
pub(super) fn read(input: ParseStream<'_>, errors: &mut Errors) -> Vec<WrittenField> {
    let mut fields = vec![];
    while !input.is_empty() {
        let result = read_field(input, errors).and_then(|field| {
            let separated = read_separator(input, &field.ident, errors);
            put(field, &mut fields, errors);
            separated
        });
        if errors.take(result).is_none() {
            let skipped = skip(input);
            errors.take(skipped);
        }
    }
    fields
}

/// Keeps a field, unless there is one of its name.
fn put(field: WrittenField, fields: &mut Vec<WrittenField>, errors: &mut Errors) {
    match fields.iter().any(|other| other.ident.unraw() == field.ident.unraw()) {
        true => {
            let message = format!("duplicate field '{}'", field.ident.unraw());
            errors.at(&field.ident, with_help(message, "leave out one of the two"));
        }
        false => fields.push(field),
    }
}

fn read_field(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<WrittenField> {
    let attributes = input.call(Attribute::parse_outer)?;
    refuse_cfg(&attributes, errors);
    let vis: Visibility = input.parse()?;
    let ident = read_name(input)?;
    let ty = read_type(input, &ident)?;
    let default = read_default(input, &ident)?;
    Ok(WrittenField { attributes, vis, ident, ty, default })
}

/// The compiler takes out what a `cfg` excludes only where it reads the struct itself.
fn refuse_cfg(attributes: &[Attribute], errors: &mut Errors) {
    let is_cfg = |attribute: &&Attribute| attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr");
    for attribute in attributes.iter().filter(is_cfg) {
        let help = "write a struct with `#[derive(Dataclass)]` instead";
        errors.at(attribute.path(), with_help("a field in a macro cannot depend on `cfg`", help));
    }
}

fn read_name(input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(Ident) {
        return input.parse();
    }
    if !input.peek(Ident::peek_any) {
        return Err(input.error(with_help("expected a field", "write `name: Type` or `name: Type = default`")));
    }
    let word = input.call(Ident::parse_any)?;
    let (message, help) = match word.to_string().as_str() {
        "fn" | "const" | "async" | "unsafe" | "type" if !input.peek(Token![:]) => {
            ("there are only fields here".to_owned(), "write methods in an `impl` of their own".to_owned())
        }
        "self" | "Self" | "super" | "crate" | "_" => {
            (format!("a field cannot be named `{word}`"), "use another name".to_owned())
        }
        _ => (
            format!("a field cannot be named `{word}`, which is a keyword of Rust"),
            format!("write `r#{word}`: it is shown as '{word}'"),
        ),
    };
    Err(syn::Error::new(word.span(), with_help(message, help)))
}

fn read_type(input: ParseStream<'_>, ident: &Ident) -> syn::Result<Type> {
    let name = ident.unraw();
    let is_missing = |input: ParseStream<'_>| input.is_empty() || input.peek(Token![,]) || input.peek(Token![=]);
    if is_missing(input) {
        let message = format!("field '{name}' has no type");
        return Err(syn::Error::new(ident.span(), with_help(message, format_args!("write `{ident}: Type`"))));
    }
    let Ok(colon) = input.parse::<Token![:]>() else {
        let message = format!("expected `:` behind the name of field '{name}'");
        return Err(input.error(with_help(message, format_args!("write `{ident}: Type`"))));
    };
    if is_missing(input) {
        let message = format!("field '{name}' has no type");
        return Err(syn::Error::new(colon.span, with_help(message, format_args!("write `{ident}: Type`"))));
    }
    input.parse()
}

fn read_default(input: ParseStream<'_>, ident: &Ident) -> syn::Result<Option<Keyed<Expr>>> {
    let Some(equals) = input.parse::<Option<Token![=]>>()? else { return Ok(None) };
    if input.is_empty() || input.peek(Token![,]) || input.peek(Token![;]) {
        let message = format!("field '{}' has no default behind `=`", ident.unraw());
        return Err(syn::Error::new(equals.span, with_help(message, "write it, or leave out `=`")));
    }
    let value: Expr = input.parse()?;
    if let Some(word) = python_word(&value) {
        let message = format!("`{word}` is no value of Rust");
        let help = format!("write `{}`", word.to_string().to_lowercase());
        return Err(syn::Error::new(word.span(), with_help(message, help)));
    }
    Ok(Some(Keyed { key: equals.span, value }))
}

/// `True`, `False`
fn python_word(value: &Expr) -> Option<&Ident> {
    match value {
        Expr::Path(path) => path.path.get_ident().filter(|ident| *ident == "True" || *ident == "False"),
        _ => None,
    }
}

fn read_separator(input: ParseStream<'_>, ident: &Ident, errors: &mut Errors) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() {
        return Ok(());
    }
    if let Some(semicolon) = input.parse::<Option<Token![;]>>()? {
        errors.at(semicolon, with_help("fields are separated by commas", "write `,`"));
        return Ok(());
    }
    let name = ident.unraw();
    let error = input.error(with_help(format_args!("expected `,` behind field '{name}'"), "write `,`"));
    match is_start(input) {
        true => {
            errors.take::<()>(Err(error));
            Ok(())
        }
        false => Err(error),
    }
}

/// Goes past the next comma or semicolon behind which a field may begin.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    // Between angle brackets, a name alone is a type.
    let mut angles = 0_usize;
    while !input.is_empty() {
        let is_separator = input.peek(Token![,]) || input.peek(Token![;]) || input.peek(syn::token::Brace);
        match input.parse::<TokenTree>()? {
            TokenTree::Punct(punct) if punct.as_char() == '<' => angles += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => angles = angles.saturating_sub(1),
            _ => {}
        }
        if is_separator && (input.is_empty() || is_start(input) || (angles == 0 && is_mistaken_start(input))) {
            return Ok(());
        }
    }
    Ok(())
}

/// May a field begin here in which there is a mistake?
fn is_mistaken_start(input: ParseStream<'_>) -> bool {
    let next = input.fork();
    let is_name = next.call(Ident::parse_any).is_ok();
    input.peek(Token![fn]) || (is_name && (next.is_empty() || next.peek(Token![,]) || next.peek(Token![=])))
}

/// May a field begin here?
fn is_start(input: ParseStream<'_>) -> bool {
    let is_named = input.peek(Ident::peek_any) && input.peek2(Token![:]) && !input.peek2(Token![::]);
    is_named || input.peek(Token![#]) || input.peek(Token![pub])
}

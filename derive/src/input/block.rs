//! Structs as function-like macros have them: several in a block, defaults in place, bases behind a colon.
//!
//! ```text
//! /// A customer.
//! #[dataclass(extra = forbid)]
//! pub struct User<T>: Entity, shop::Named<T> where T: Clone {
//!     #[field(max_length = 100)]
//!     name: String,
//!     active: bool = true,
//! }
//! ```
//!
//! A mistake in one struct does not hide those in the next, and each field that can be read is one.

mod fields;

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::token::{Brace, Paren};
use syn::{Attribute, Generics, Ident, Path, Token, Visibility};

use super::{Form, Item, Written, read_attributes};
use crate::diagnostics::{Errors, with_help};

/// A struct of a block.
pub(crate) struct Declared {
    pub(crate) item: Item,
    /// As it was written.
    pub(crate) tokens: TokenStream,
    /// What is wrong with it.
    pub(crate) errors: Errors,
}

/// Reads all structs of a block; `errors` are told what belongs to none.
pub(crate) fn read(form: Form, tokens: TokenStream, errors: &mut Errors) -> Vec<Declared> {
    let mut all = vec![];
    let read_all = |input: ParseStream<'_>| {
        while !input.is_empty() {
            match read_struct(form, input) {
                Ok(declared) => all.push(declared),
                Err(error) => {
                    errors.take::<()>(Err(error));
                    skip_item(input)?;
                }
            }
        }
        Ok(())
    };
    let result = read_all.parse2(tokens);
    errors.take(result);
    all
}

fn read_struct(form: Form, input: ParseStream<'_>) -> syn::Result<Declared> {
    let (mut errors, begin) = (Errors::default(), input.fork());
    let attributes = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    read_keyword(input, &mut errors)?;
    let ident = read_name(input)?;
    let mut generics: Generics = input.parse()?;
    let bases = read_bases(input, &mut errors)?;
    generics.where_clause = input.parse()?;
    let fields = read_body(input, &ident, &mut errors)?;
    let tokens = between(&begin, input)?;
    if input.peek(Token![;]) || input.peek(Token![,]) {
        let separator: TokenTree = input.parse()?;
        errors.at(separator, with_help("nothing stands between two structs", "leave it out"));
    }
    let item = read_attributes(Written { form, attributes, vis, ident, generics, bases, fields }, &mut errors);
    Ok(Declared { item, tokens, errors })
}

/// Reads `struct`, or the word that others have for it.
fn read_keyword(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if input.parse::<Option<Token![struct]>>()?.is_some() {
        return Ok(());
    }
    let help = "write `struct Name { field: Type = default }`";
    if !input.peek(Ident::peek_any) {
        return Err(input.error(with_help("expected a struct", help)));
    }
    let word = input.call(Ident::parse_any)?;
    match word.to_string().as_str() {
        "class" | "schema" | "model" | "record" => {
            errors.at(&word, with_help(format_args!("a class is a `struct` here, not a `{word}`"), help));
            Ok(())
        }
        "enum" | "union" => {
            let help = "put the data of each variant into a struct of its own";
            Err(syn::Error::new(word.span(), with_help(format_args!("expected a struct, and no `{word}`"), help)))
        }
        _ => Err(syn::Error::new(word.span(), with_help(format_args!("expected a struct, found `{word}`"), help))),
    }
}

fn read_name(input: ParseStream<'_>) -> syn::Result<Ident> {
    input.parse().map_err(|error| syn::Error::new(error.span(), with_help("expected the name of the struct", error)))
}

/// Reads what the struct inherits from: `: Animal, geo::Named<T>`.
fn read_bases(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Path>> {
    const HELP: &str = "write the bases behind a colon: `struct Dog: Animal, Named { .. }`";
    if input.parse::<Option<Token![:]>>()?.is_some() {
        return read_list(input, errors);
    }
    if input.peek(Paren) && input.peek2(Brace) {
        let content;
        let paren = syn::parenthesized!(content in input);
        errors.push(paren.span.join(), with_help("bases do not stand in parentheses", HELP));
        let bases = if content.is_empty() { Ok(vec![]) } else { read_list(&content, errors) };
        // What is left unread would be told as a second mistake.
        content.parse::<TokenStream>()?;
        return bases;
    }
    if input.peek(Ident) {
        let word: Ident = input.parse()?;
        errors.at(&word, with_help(format_args!("unexpected `{word}`"), HELP));
        return read_list(input, errors);
    }
    Ok(vec![])
}

fn read_list(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Path>> {
    let mut bases = vec![];
    loop {
        if input.peek(Brace) || input.peek(Token![where]) || input.is_empty() {
            if bases.is_empty() {
                errors.push(
                    input.span(),
                    with_help("expected the name of a base", "leave out the colon if there is none"),
                );
            }
            return Ok(bases);
        }
        bases.push(input.parse()?);
        if input.peek(Token![+]) {
            let plus: Token![+] = input.parse()?;
            errors.at(plus, with_help("bases are separated by commas", "write `,`"));
        } else if input.parse::<Option<Token![,]>>()?.is_none() {
            return Ok(bases);
        }
    }
}

fn read_body(input: ParseStream<'_>, ident: &Ident, errors: &mut Errors) -> syn::Result<Vec<super::WrittenField>> {
    let help = match input.peek(Paren) {
        true => format!("give each field a name: `struct {ident} {{ x: f64, y: f64 }}`"),
        false => format!("for a class without fields write `struct {ident} {{}}`"),
    };
    if !input.peek(Brace) {
        return Err(syn::Error::new(input.span(), with_help("expected fields in braces", help)));
    }
    let content;
    syn::braced!(content in input);
    Ok(fields::read(&content, errors))
}

/// What was read from one place to the other.
fn between(begin: ParseStream<'_>, end: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while begin.cursor() != end.cursor() {
        tokens.extend([begin.parse::<TokenTree>()?]);
    }
    Ok(tokens)
}

/// Goes to what may be the next struct: past braces or a semicolon.
fn skip_item(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() {
        let ends = input.peek(Brace) || input.peek(Token![;]);
        input.parse::<TokenTree>()?;
        if ends {
            return Ok(());
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "block/tests.rs"]
mod tests;

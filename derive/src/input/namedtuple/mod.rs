//! `namedtuple!`: classes whose instances are tuples, in the two ways that Python has.
//!
//! ```text
//! namedtuple! { pub struct Point { x: f64, y: f64 = 0.0 } }                        // typing.NamedTuple
//! namedtuple!(pub Color, "red green blue", rename = true, defaults = [0])          // collections.namedtuple
//! ```
//!
//! The second is a struct like any other too: one with a type parameter for each field.

#[cfg(test)]
mod cases;
mod names;
mod refused;
#[cfg(test)]
mod tests;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Expr, ExprArray, GenericParam, Generics, Ident, Lit, LitStr, Token, Visibility, parse_quote};

use self::names::Name;
pub(super) use self::refused::{refuse_of_field, refuse_of_struct};
use super::block::{self, Declared};
use super::keyed::{Given, Keyed, value};
use super::options::{OptionValue, behind_equals, options, read_list};
use super::values::{Switch, literal};
use super::{Form, Item, Written, WrittenField, read_attributes};
use crate::diagnostics::{Errors, with_help};
use crate::model::default::type_of;
use crate::model::names::parameter;

/// How it is written.
const FORM: &str = "write `namedtuple!(pub Color, \"red green blue\")`";

options! {
    /// What may follow the names.
    Options in "namedtuple!" {
        /// `rename = true`: what cannot be the name of a field is replaced by its position.
        rename: Given<Switch>,
        /// `defaults = [0, ""]`: those of the last fields.
        defaults: Given<Defaults>,
    }
    foreign {
        "module" => "a class is of the module where it is written; leave it out",
        "default" => "write `defaults = [..]`",
    }
}

/// `defaults = [0, ""]`
#[derive(Clone, Default)]
pub(crate) struct Defaults(Vec<Expr>);

impl OptionValue for Defaults {
    fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Self> {
        behind_equals::<ExprArray>(key, " = [0]", input).map(|list| Self(list.elems.into_iter().collect()))
    }
}

/// Reads a class by its name and those of its fields, or structs; `errors` are told what belongs to none.
pub(crate) fn read(tokens: TokenStream, errors: &mut Errors) -> Vec<Declared> {
    if is_struct.parse2(tokens.clone()).unwrap_or_default() {
        return block::read(Form::NamedTuple, tokens, errors);
    }
    let mut own = Errors::default();
    let read = |input: ParseStream<'_>| {
        let call = read_call(input, &mut own);
        // What is left after a mistake would be told as a second one.
        input.parse::<TokenStream>()?;
        call
    };
    let Some(call) = errors.take(read.parse2(tokens.clone())) else { return vec![] };
    let item = call.into_item(&mut own);
    vec![Declared { item, tokens, errors: own }]
}

/// Is `struct` what comes first, but for attributes and visibility?
fn is_struct(input: ParseStream<'_>) -> syn::Result<bool> {
    input.call(Attribute::parse_outer)?;
    input.parse::<Visibility>()?;
    let is_struct = input.peek(Token![struct]);
    input.parse::<TokenStream>()?;
    Ok(is_struct)
}

/// What was written.
struct Call {
    attributes: Vec<Attribute>,
    vis: Visibility,
    ident: Ident,
    names: Vec<Name>,
    options: Options,
}

fn read_call(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Call> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    let ident = read_type_name(input)?;
    let mut call = Call { attributes, vis, ident, names: vec![], options: Options::default() };
    let result = read_rest(&mut call, input, errors);
    errors.take(result);
    Ok(call)
}

fn read_type_name(input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(LitStr) {
        let name: LitStr = input.parse()?;
        let help = format!("write it without quotes: `namedtuple!(pub {}, ..)`", name.value().escape_debug());
        return Err(syn::Error::new(name.span(), with_help("the name of the class is no text in Rust", help)));
    }
    if input.peek(Lit) {
        let name: Lit = input.parse()?;
        let message = names::no_identifier(&name.to_token_stream().to_string());
        return Err(syn::Error::new(name.span(), with_help(message, "write another name")));
    }
    if !input.peek(Ident::peek_any) {
        return Err(syn::Error::new(input.span(), with_help("expected the name of the class", FORM)));
    }
    let name = input.call(Ident::parse_any)?;
    match syn::parse2::<Ident>(name.to_token_stream()) {
        Ok(_) if name != "_" => Ok(name),
        _ => {
            let has_raw = name != "_" && !names::NEVER_RAW.contains(&name.to_string().as_str());
            let help =
                if has_raw { format!("write `r#{name}`, or another name") } else { "write another name".to_owned() };
            Err(syn::Error::new(name.span(), with_help(names::keyword(&name.to_string()), help)))
        }
    }
}

/// Reads what follows the name of the class.
fn read_rest(call: &mut Call, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if input.parse::<Option<Token![,]>>()?.is_none() || input.is_empty() {
        // There may be nothing that could be pointed at.
        let span = if input.is_empty() { call.ident.span() } else { input.span() };
        return Err(syn::Error::new(span, with_help("expected `,` and the names of the fields", FORM)));
    }
    call.names = read_names(input, errors)?;
    if !input.is_empty() {
        let comma = input.parse::<Token![,]>();
        comma.map_err(|error| syn::Error::new(error.span(), "expected `,` before options"))?;
    }
    read_list(&mut call.options, input, errors)
}

fn read_names(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Name>> {
    if input.peek(LitStr) {
        return Ok(names::split(&input.parse()?));
    }
    if !input.peek(syn::token::Bracket) {
        let message = "expected the names of the fields, in one text or in a list of texts";
        return Err(syn::Error::new(
            input.span(),
            with_help(message, "write \"red green blue\" or [\"red\", \"green\"]"),
        ));
    }
    let content;
    syn::bracketed!(content in input);
    let mut names = vec![];
    while !content.is_empty() {
        names.push(read_name(&content, errors)?);
        if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
            errors.push(content.span(), "expected `,` between names");
        }
    }
    Ok(names)
}

/// Reads a name of a list. As in Python, what is no text is taken for what it shows.
fn read_name(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Name> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        return Ok(Name { text: text.value(), span: text.span() });
    }
    let token: TokenTree = input.parse()?;
    let (text, span) = (token.to_string(), token.span());
    if let TokenTree::Ident(_) = token {
        errors.push(span, with_help("the name of a field stands in quotes", format_args!("write \"{text}\"")));
    }
    Ok(Name { text, span })
}

impl Call {
    fn into_item(self, errors: &mut Errors) -> Item {
        let Self { attributes, vis, ident, names, options: Options { rename, defaults } } = self;
        let idents = names::resolve(&names, value(&rename).is_some_and(|rename| rename.0), errors);
        let Defaults(mut defaults) = value(&defaults).unwrap_or_default();
        if let Some(surplus) = defaults.get(idents.len()) {
            let help = "the defaults are those of the last fields; leave out one";
            errors.at(surplus, with_help("Got more default values than field names", help));
            defaults.truncate(idents.len());
        }
        let required = idents.len() - defaults.len();
        let defaults = std::iter::repeat_with(|| None).take(required).chain(defaults.into_iter().map(Some));
        let mut generics = Generics::default();
        let mut fields = vec![];
        for (i, (ident, default)) in idents.into_iter().zip(defaults).enumerate() {
            let param = parameter(i);
            let default = default.map(|default| literal_or_zero(default, errors));
            let ty = default.as_ref().and_then(|default| type_of(literal(default)?.0));
            generics.params.push(match ty {
                Some(ty) => parse_quote!(#param = #ty),
                None => GenericParam::Type(param.clone().into()),
            });
            let default = default.map(|value| Keyed { key: ident.span(), value });
            fields.push(WrittenField {
                attributes: vec![],
                vis: Visibility::Inherited,
                ident,
                ty: parse_quote!(#param),
                default,
            });
        }
        let form = Form::Untyped;
        read_attributes(Written { form, attributes, vis, ident, generics, bases: vec![], fields }, errors)
    }
}

/// Without a type, the default itself has to tell it; in the place of what does not stands one that does.
fn literal_or_zero(default: Expr, errors: &mut Errors) -> Expr {
    if literal(&default).is_some_and(|(literal, _)| type_of(literal).is_some()) {
        return default;
    }
    let message = "without the type of its field, a default is a literal";
    let help = "write the types too: `namedtuple! { pub struct Point { x: f64, y: f64 = default() } }`";
    errors.at(default, with_help(message, help));
    parse_quote!(0)
}

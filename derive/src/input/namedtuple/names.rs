//! The names of fields that are given as text: the rules of `collections.namedtuple`, in its words.

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, Span};
use syn::LitStr;

use crate::diagnostics::{Errors, with_help};

/// The keywords of Python, which `rename` replaces.
const PYTHON: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The keywords of Rust that are no names even with `r#`.
pub(super) const NEVER_RAW: [&str; 4] = ["self", "Self", "super", "crate"];

/// A name as it was given, and where.
pub(super) struct Name {
    pub(super) text: String,
    pub(super) span: Span,
}

/// Splits a text at white space and commas, as `collections.namedtuple` does.
pub(super) fn split(text: &LitStr) -> Vec<Name> {
    let value = text.value();
    let is_separator = |c: char| c == ',' || c.is_whitespace();
    let names = value.split(is_separator).filter(|name| !name.is_empty());
    let names = names.map(|name| Name { text: name.to_owned(), span: span_within(text, &value, name) });
    names.collect()
}

/// The place of a part of a text, if the compiler tells it, else that of the whole.
fn span_within(text: &LitStr, value: &str, part: &str) -> Span {
    let token: Literal = text.token();
    // With an escape in it, a text is not written as it reads.
    let written = token.to_string();
    let offset = written.find(value).filter(|_| !value.contains('\\'));
    let within = part.as_ptr().addr() - value.as_ptr().addr();
    let span = offset.and_then(|offset| token.subspan(offset + within..offset + within + part.len()));
    span.unwrap_or_else(|| text.span())
}

/// The names of the fields, each with the mistake in it told. In the place of what cannot be a name stands what
/// `rename` would put there, so that there are as many fields as there were meant to be.
pub(super) fn resolve(names: &[Name], rename: bool, errors: &mut Errors) -> Vec<Ident> {
    let mut resolved: Vec<Option<Ident>> = names.iter().map(|name| identifier(name, rename, errors)).collect();
    // As in CPython, what a name is like is told before how it goes with the others.
    let mut seen = HashSet::new();
    for (name, ident) in names.iter().zip(&mut resolved) {
        let text = name.text.as_str();
        let fault = match text {
            _ if ident.is_none() => continue,
            _ if text.starts_with('_') => Some("Field names cannot start with an underscore"),
            _ if !seen.insert(text) => Some("Encountered duplicate field name"),
            _ => None,
        };
        if let Some(fault) = fault {
            *ident = None;
            if !rename {
                errors.push(name.span, with_help(format_args!("{fault}: {}", quoted(text)), RENAME));
            }
        }
    }
    let by_position = |i: usize, name: &Name| Ident::new(&format!("_{i}"), within_macro(name.span));
    resolved.into_iter().enumerate().map(|(i, ident)| ident.unwrap_or_else(|| by_position(i, &names[i]))).collect()
}

/// What can be done about a name.
const RENAME: &str = "write another name, or `rename = true` to have it replaced by its position";

/// A name as an identifier; none if it cannot be one, or is not to be one.
fn identifier(name: &Name, rename: bool, errors: &mut Errors) -> Option<Ident> {
    let text = name.text.as_str();
    let message = match text {
        _ if !is_identifier(text) => with_help(no_identifier(text), RENAME),
        _ if NEVER_RAW.contains(&text) => with_help(keyword(text), format_args!("Rust has no `r#{text}`: {RENAME}")),
        _ if rename && PYTHON.contains(&text) => return None,
        _ => return Some(ident(text, within_macro(name.span))),
    };
    if !rename {
        errors.push(name.span, message);
    }
    None
}

/// What is said of a name that is none.
pub(super) fn no_identifier(text: &str) -> String {
    format!("Type names and field names must be valid identifiers: {}", quoted(text))
}

/// What is said of a keyword.
pub(super) fn keyword(text: &str) -> String {
    format!("Type names and field names cannot be a keyword: {}", quoted(text))
}

/// A text as Python quotes it; what is not printed is escaped as in Rust.
fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let escape = |c: char| match c {
        c if c == quote => format!("\\{c}"),
        '\'' | '"' => c.to_string(),
        c if unicode_ident::is_xid_continue(c) => c.to_string(),
        c => c.escape_debug().to_string(),
    };
    format!("{quote}{}{quote}", text.chars().map(escape).collect::<String>())
}

/// Is it made like an identifier?
fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}

/// A text is no identifier of the user's to lints.
fn within_macro(span: Span) -> Span {
    span.resolved_at(Span::call_site())
}

/// An identifier, raw if it has to be.
fn ident(text: &str, span: Span) -> Ident {
    // A keyword of the next edition may be one already where the class is written.
    let is_plain = text == "_" || (text != "gen" && syn::parse_str::<Ident>(text).is_ok());
    match is_plain {
        true => Ident::new(text, span),
        false => Ident::new_raw(text, span),
    }
}

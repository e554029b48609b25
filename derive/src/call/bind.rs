//! Matching arguments with the table, with Python's texts; the receiver, which a Rust caller does not see, is not counted.
//!
//! The order of the checks is CPython's, as in `signature::bind` of the runtime: keywords, too many, missing. All
//! mistakes of one kind are told, each at the argument at fault; a later kind may follow from an earlier one.

use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt as _;

use super::arguments::{Arguments, repeated};
use super::groups;
use super::table::{Kind, Row, Table};
use crate::diagnostics::{Errors, with_help, with_suggestion};

/// The arguments in the order in which they were given.
pub(super) struct Bound {
    pub(super) given: Vec<Given>,
    pub(super) base: Option<TokenStream>,
}

/// An argument that was given.
pub(super) struct Given {
    /// Its row in the table.
    pub(super) row: usize,
    /// The name before `=`, if there is one.
    pub(super) key: Option<syn::Ident>,
    pub(super) value: TokenStream,
}

impl Given {
    /// Where errors about the argument stand.
    pub(super) fn place(&self) -> TokenStream {
        self.key.as_ref().map_or_else(|| self.value.clone(), quote::ToTokens::to_token_stream)
    }
}

impl Bound {
    /// The place of a row's argument among the given ones.
    pub(super) fn position(&self, row: usize) -> Option<usize> {
        self.given.iter().position(|given| given.row == row)
    }
}

pub(super) fn bind(table: &Table, arguments: Arguments, errors: &mut Errors) -> Bound {
    let before = errors.count();
    let positional: Vec<usize> = positional(table).collect();
    let mut bound = Bound { given: vec![], base: arguments.base };
    let mut surplus = vec![];
    let mut keywords: Vec<String> = vec![];
    for (i, argument) in arguments.given.into_iter().enumerate() {
        let row = match argument.key() {
            Some(key) => {
                let name = key.unraw().to_string();
                let row = keyword(table, key, &bound, &keywords, errors);
                keywords.push(name);
                row
            }
            None => match positional.get(i) {
                Some(row) => Some(*row),
                None => {
                    surplus.push(argument.value.clone());
                    None
                }
            },
        };
        if let Some(row) = row {
            bound.given.push(Given { row, key: argument.key().cloned(), value: argument.value });
        }
    }
    if errors.count() == before && !surplus.is_empty() {
        let first = surplus.first().cloned().unwrap_or_default();
        errors.at(first, too_many(table, &bound, positional.len() + surplus.len()));
    }
    if errors.count() == before {
        require(table, &bound, errors);
    }
    if errors.count() == before {
        groups::check(table, &bound, errors);
    }
    bound
}

/// The rows that can be given by position, in order: the required ones first.
fn positional(table: &Table) -> impl Iterator<Item = usize> {
    let rows = |required: bool| {
        let rows = table.rows.iter().enumerate();
        let wanted = move |row: &Row| row.is_argument() && !row.kw_only && row.default.is_none() == required;
        rows.filter(move |(_, row)| wanted(row)).map(|(i, _)| i)
    };
    rows(true).chain(rows(false))
}

fn keyword(table: &Table, key: &syn::Ident, bound: &Bound, before: &[String], errors: &mut Errors) -> Option<usize> {
    let (class, name) = (&table.name, key.unraw().to_string());
    let row = table.rows.iter().position(|row| row.name == name);
    let message = match row {
        Some(row) if !table.rows[row].is_argument() => {
            let message = format!("{class}() got an unexpected keyword argument '{name}'");
            with_help(message, format_args!("'{name}' is declared with `init = false`: it cannot be given"))
        }
        Some(row) if bound.position(row).is_none() => return Some(row),
        Some(_) if before.contains(&name) => repeated(&name),
        Some(_) => {
            let message = format!("{class}() got multiple values for argument '{name}'");
            with_help(message, format_args!("'{name}' is given by position already"))
        }
        None => {
            let message = format!("{class}() got an unexpected keyword argument '{name}'");
            // What is given already was not meant.
            let open =
                table.rows.iter().enumerate().filter(|(i, row)| row.is_argument() && bound.position(*i).is_none());
            with_suggestion(message, &name, '\'', open.map(|(_, row)| row.name.as_str()))
        }
    };
    errors.push(key.span(), message);
    None
}

fn too_many(table: &Table, bound: &Bound, given: usize) -> String {
    let class = &table.name;
    let most = positional(table).count();
    let least = positional(table).filter(|i| table.rows[*i].default.is_none()).count();
    let takes = match (least, most) {
        _ if least == most => format!("{most} positional argument{}", plural(most)),
        _ => format!("from {least} to {most} positional arguments"),
    };
    let keywords = bound.given.iter().filter(|given| table.rows[given.row].kw_only).count();
    match (keywords, given) {
        (0, 1) => format!("{class}() takes {takes} but 1 was given"),
        (0, _) => format!("{class}() takes {takes} but {given} were given"),
        _ => format!(
            "{class}() takes {takes} but {given} positional argument{} (and {keywords} keyword-only argument{}) were given",
            plural(given),
            plural(keywords)
        ),
    }
}

/// Tells of all required arguments that are missing. With a base, only what is no field can be.
fn require(table: &Table, bound: &Bound, errors: &mut Errors) {
    let class = &table.name;
    let missing = |kw_only: bool| -> Vec<&str> {
        let rows = table.rows.iter().enumerate().filter(|(i, row)| {
            let taken_from_base = bound.base.is_some() && row.kind == Kind::Field;
            row.is_argument()
                && row.kw_only == kw_only
                && row.default.is_none()
                && !taken_from_base
                && bound.position(*i).is_none()
        });
        rows.map(|(_, row): (usize, &Row)| row.name.as_str()).collect()
    };
    for (kw_only, kind) in [(false, ""), (true, "keyword-only ")] {
        let missing = missing(kw_only);
        if !missing.is_empty() {
            let (count, plural, names) = (missing.len(), plural(missing.len()), enumeration(&missing));
            errors
                .push(Span::call_site(), format!("{class}() missing {count} required {kind}argument{plural}: {names}"));
        }
    }
    if bound.base.is_some() && table.parts.is_none() {
        let message = format!("{class} has no `..base`, since it is declared with `tuple = false`");
        errors.at(bound.base.clone(), with_help(message, "give all arguments"));
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Quoted names as CPython lists them: `'x'`, `'x' and 'y'`, `'x', 'y', and 'z'`.
pub(super) fn enumeration(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}

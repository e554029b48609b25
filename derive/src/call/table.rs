//! The table of what a class takes, as `expand::call_macro` writes it.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Token};

use crate::input::groups;

/// What a class takes.
pub(super) struct Table {
    /// The class as it is reached at the call: its name, or the path that `call!` was given.
    pub(super) path: TokenStream,
    /// The class as error texts call it.
    pub(super) name: String,
    /// Does the constructor return a `Result`?
    pub(super) fallible: bool,
    /// Are private types in wrappers?
    pub(super) guarded: bool,
    /// Do the constructor and the defaults take a witness of the instantiation?
    pub(super) witness: bool,
    /// The constructor of all rows.
    pub(super) constructor: Ident,
    /// The function that takes an instance apart, unless the class has none.
    pub(super) parts: Option<Ident>,
    /// One for each argument of the constructor, in its order.
    pub(super) rows: Vec<Row>,
    /// The rows that are to be given together, or not together.
    pub(super) groups: Vec<Group>,
}

/// Rows that are to be given together, or not together.
pub(super) struct Group {
    pub(super) kind: groups::GroupKind,
    pub(super) rows: Vec<usize>,
}

/// An argument of the constructor.
pub(super) struct Row {
    /// As shown and given: never raw.
    pub(super) name: String,
    pub(super) default: Option<Default>,
    pub(super) kind: Kind,
    pub(super) kw_only: bool,
    pub(super) into: bool,
    /// It travels in a wrapper.
    pub(super) guarded: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A field that the call may give.
    Field,
    /// A field that has its default in any case.
    NotInit,
    /// An argument that is no field.
    InitVar,
}

/// The default of an argument.
pub(super) enum Default {
    OfType,
    None,
    Literal(Expr),
    /// Computed by a function, which looks at these rows.
    Computed(Vec<usize>),
}

impl Row {
    /// Can it be given in a call?
    pub(super) fn is_argument(&self) -> bool {
        self.kind != Kind::NotInit
    }
}

impl Parse for Table {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ident: Ident = input.parse()?;
        let fallible = input.parse::<Option<Token![?]>>()?.is_some();
        let guarded = input.parse::<Option<Token![^]>>()?.is_some();
        let witness = input.parse::<Option<Token![_]>>()?.is_some();
        let constructor = input.call(Ident::parse_any)?;
        let parts = match input.parse::<Option<Token![-]>>()? {
            Some(_) => None,
            None => Some(input.parse()?),
        };
        input.parse::<Token![;]>()?;
        let mut raw: Vec<RawRow> = vec![];
        while !input.is_empty() && !input.peek(Token![;]) {
            raw.push(input.parse()?);
            input.parse::<Option<Token![,]>>()?;
        }
        let names: Vec<String> = raw.iter().map(|row| row.row.name.clone()).collect();
        let rows = raw.into_iter().map(|RawRow { mut row, reads }| {
            if let Some(reads) = reads {
                let position = |name: Ident| names.iter().position(|other| name.unraw() == other);
                row.default = Some(Default::Computed(reads.into_iter().filter_map(position).collect()));
            }
            row
        });
        let rows = rows.collect();
        let mut groups = vec![];
        while input.parse::<Option<Token![;]>>()?.is_some() {
            groups.extend(read_group(input, &names)?);
        }
        Ok(Self {
            rows,
            groups,
            name: ident.unraw().to_string(),
            path: ident.to_token_stream(),
            fallible,
            guarded,
            witness,
            constructor,
            parts,
        })
    }
}

/// Reads `exactly_one x y`.
fn read_group(input: ParseStream<'_>, names: &[String]) -> syn::Result<Option<Group>> {
    let kind = groups::GroupKind::of_name(&input.parse::<Ident>()?.to_string());
    let mut rows = vec![];
    while input.peek(Ident::peek_any) {
        let name = input.call(Ident::parse_any)?;
        rows.extend(names.iter().position(|other| name.unraw() == other));
    }
    Ok(kind.map(|kind| Group { kind, rows }))
}

/// A row before the names that its default looks at are known to be rows.
struct RawRow {
    row: Row,
    reads: Option<Vec<Ident>>,
}

impl Parse for RawRow {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let kind = if input.parse::<Option<Token![!]>>()?.is_some() {
            Kind::NotInit
        } else if input.parse::<Option<Token![?]>>()?.is_some() {
            Kind::InitVar
        } else {
            Kind::Field
        };
        let kw_only = input.parse::<Option<Token![*]>>()?.is_some();
        let into = input.parse::<Option<Token![~]>>()?.is_some();
        let guarded = input.parse::<Option<Token![^]>>()?.is_some();
        let name = input.call(Ident::parse_any)?.unraw().to_string();
        let mut raw = Self { row: Row { name, default: None, kind, kw_only, into, guarded }, reads: None };
        if input.parse::<Option<Token![=]>>()?.is_none() {
            return Ok(raw);
        }
        if input.parse::<Option<Token![default]>>()?.is_some() {
            raw.row.default = Some(Default::OfType);
        } else if input.parse::<Option<Token![?]>>()?.is_some() {
            raw.row.default = Some(Default::None);
        } else if input.parse::<Option<Token![fn]>>()?.is_some() {
            let content;
            syn::parenthesized!(content in input);
            let reads = Punctuated::<Ident, Token![,]>::parse_terminated_with(&content, Ident::parse_any)?;
            raw.reads = Some(reads.into_iter().collect());
        } else {
            raw.row.default = Some(Default::Literal(input.parse()?));
        }
        Ok(raw)
    }
}

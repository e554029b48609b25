//! The call that is written in the end.
//!
//! Given arguments are evaluated in the order of the call, then defaults in the order of the fields. Where that is the
//! order of the constructor's arguments anyway, the call is just that:
//!
//! ```text
//! Point::__new(1.0, 2.0, 0.0)
//! ```
//!
//! Otherwise the given ones are put into a tuple first. It is a `match`, so that temporaries live as long as in a call,
//! and so that it can stand in a `const`:
//!
//! ```text
//! match (2.0, 1.0) { v => Point::__new(v.1, v.0, 0.0) }
//! ```
//!
//! `v` has the place of the argument's first token and the index that of its last, so that an error of the types
//! underlines the argument itself.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::bind::Bound;
use super::table::{Default, Kind, Table};
use crate::diagnostics::Errors;
use crate::model::names;

pub(super) fn expand(krate: &TokenTree, table: &Table, bound: &Bound, errors: Errors) -> TokenStream {
    if errors.count() > 0 {
        let (path, errors) = (pattern(table), errors.into_compile_errors());
        // An instance out of nothing: the errors above are all that is wrong.
        let made = match table.fallible {
            true => quote!(#krate::__private::validated_stub(stub)),
            false => quote!(stub),
        };
        return quote!({ #errors match #krate::__private::stub() { stub @ #path { .. } => #made } });
    }
    let call = Call { krate, table, bound };
    if call.is_direct() { call.direct() } else { call.through_tuple() }
}

/// The path as it can stand in a pattern.
fn pattern(table: &Table) -> &TokenStream {
    &table.path
}

struct Call<'a> {
    krate: &'a TokenTree,
    table: &'a Table,
    bound: &'a Bound,
}

impl Call<'_> {
    /// Can each argument be evaluated where the constructor takes it?
    fn is_direct(&self) -> bool {
        let rows = self.bound.given.iter().map(|given| given.row);
        let in_order = rows.is_sorted();
        // A default behind a given argument is evaluated behind it anyway; literals may be evaluated at any time.
        let late = |row: usize| self.bound.given.iter().any(|given| given.row > row);
        let defaults = self.defaulted().all(|row| match &self.table.rows[row].default {
            Some(Default::Computed(reads)) => reads.is_empty() && !late(row),
            Some(Default::OfType) => !late(row),
            Some(Default::None | Default::Literal(_)) | None => true,
        });
        in_order && defaults && self.bound.base.is_none() && !self.needs_witness()
    }

    /// Must a default be tied to the instantiation that the arguments make?
    fn needs_witness(&self) -> bool {
        let computed = |row: usize| matches!(self.table.rows[row].default, Some(Default::Computed(_)));
        self.table.witness && self.defaulted().any(computed)
    }

    /// The first argument of constructor and defaults, if they take a witness.
    fn witness(&self) -> Option<TokenStream> {
        let krate = self.krate;
        let (tuple, last) = (names::ident("v"), Literal::usize_unsuffixed(self.bound.given.len()));
        self.table.witness.then(|| match (&self.bound.base, self.needs_witness()) {
            // The base tells its instantiation behind its fields.
            (Some(_), _) => {
                let fields = Literal::usize_unsuffixed(self.fields_before(self.table.rows.len()));
                quote!(#tuple.#last.#fields,)
            }
            (None, true) => quote!(#tuple.#last,),
            (None, false) => quote!(#krate::__private::PhantomData,),
        })
    }

    /// The rows that get their defaults, in order.
    fn defaulted(&self) -> impl Iterator<Item = usize> {
        (0..self.table.rows.len()).filter(|row| self.bound.position(*row).is_none() && !self.is_from_base(*row))
    }

    /// As in Python, `replace` takes over the fields that the constructor takes, and nothing else.
    fn is_from_base(&self, row: usize) -> bool {
        self.bound.base.is_some() && self.bound.position(row).is_none() && self.table.rows[row].kind == Kind::Field
    }

    fn construct(&self, values: &[TokenStream]) -> TokenStream {
        let (path, constructor) = (&self.table.path, &self.table.constructor);
        let witness = self.witness();
        quote!(#path::#constructor(#witness #(#values),*))
    }

    fn direct(&self) -> TokenStream {
        let values = (0..self.table.rows.len()).map(|row| match self.bound.position(row) {
            Some(position) => self.converted(row, self.bound.given[position].value.clone()),
            None => self.default_value(row, &[]),
        });
        self.construct(&values.collect::<Vec<_>>())
    }

    fn through_tuple(&self) -> TokenStream {
        let tuple = names::ident("v");
        let given = self.bound.given.iter().map(|given| self.converted(given.row, given.value.clone()));
        let base = self.bound.base.iter().map(|base| {
            let (path, parts) = (&self.table.path, &self.table.parts);
            quote!(#path::#parts(#base))
        });
        let krate = self.krate;
        let alone = self.bound.base.is_none() && self.needs_witness();
        let witness = alone.then(|| quote!(#krate::__private::witness()));
        let scrutinee: Vec<TokenStream> = given.chain(base).chain(witness).collect();
        // What each row is: a place in the tuple, or the variable of a default.
        let mut places: Vec<TokenStream> = (0..self.table.rows.len()).map(|row| self.place(row, &tuple)).collect();
        let reads = self.defaulted().any(|row| self.is_computed(row));
        let mut steps = vec![];
        for row in self.defaulted() {
            if reads && !matches!(self.table.rows[row].default, Some(Default::None | Default::Literal(_))) {
                let variable = names::ident(&format!("d{row}"));
                steps.push((variable.clone(), self.default_value(row, &places)));
                places[row] = quote!(#variable);
            } else {
                places[row] = self.default_value(row, &places);
            }
        }
        let call = steps
            .into_iter()
            .rev()
            .fold(self.construct(&places), |body, (variable, value)| quote!(match #value { #variable => #body }));
        quote!(match (#(#scrutinee,)*) { #tuple => #call })
    }

    fn is_computed(&self, row: usize) -> bool {
        matches!(self.table.rows[row].default, Some(Default::Computed(_) | Default::OfType))
    }

    /// Where in the tuple a row is found; nothing if it gets its default.
    fn place(&self, row: usize, tuple: &Ident) -> TokenStream {
        if let Some(position) = self.bound.position(row) {
            let (first, last) = ends(&self.bound.given[position].value);
            let tuple = Ident::new(&tuple.to_string(), first);
            let mut index = Literal::usize_unsuffixed(position);
            index.set_span(last);
            return quote_spanned!(first=> #tuple.#index);
        }
        if self.is_from_base(row) {
            let base = Literal::usize_unsuffixed(self.bound.given.len());
            let part = Literal::usize_unsuffixed(self.fields_before(row));
            return quote!(#tuple.#base.#part);
        }
        TokenStream::new()
    }

    /// How many rows before this one are fields.
    fn fields_before(&self, row: usize) -> usize {
        self.table.rows.iter().take(row).filter(|row| row.kind != Kind::InitVar).count()
    }

    /// A given argument, converted if the field asks for it, or put into its wrapper.
    fn converted(&self, row: usize, value: TokenStream) -> TokenStream {
        let (krate, path, row) = (self.krate, &self.table.path, &self.table.rows[row]);
        if row.guarded {
            let guard = names::guard(&row.name);
            return quote!(#path::#guard(#value));
        }
        match row.into {
            true => quote!(#krate::__private::into(#value)),
            false => value,
        }
    }

    fn default_value(&self, row: usize, places: &[TokenStream]) -> TokenStream {
        let (krate, path) = (self.krate, &self.table.path);
        let row = &self.table.rows[row];
        match &row.default {
            None => TokenStream::new(),
            Some(Default::OfType) => quote!(#krate::__private::Default::default()),
            Some(Default::None) => quote!(#krate::__private::Option::None),
            Some(Default::Literal(literal)) if row.into => quote!(#krate::__private::Into::into(#literal)),
            Some(Default::Literal(literal)) => quote!(#literal),
            Some(Default::Computed(reads)) => {
                let function = match self.table.guarded {
                    true => names::guarded_default_of(&row.name),
                    false => names::default_of(&row.name),
                };
                let witness = self.witness();
                let reads = reads.iter().filter_map(|read| places.get(*read));
                quote!(#path::#function(#witness #(&#reads),*))
            }
        }
    }
}

/// The places of the first and the last token, with the hygiene of our own names.
fn ends(tokens: &TokenStream) -> (Span, Span) {
    let mut tokens = tokens.clone().into_iter();
    let first = tokens.next().map_or_else(Span::mixed_site, |token| token.span());
    let last = tokens.last().map_or(first, |token| token.span());
    (first.resolved_at(Span::mixed_site()), last.resolved_at(Span::mixed_site()))
}

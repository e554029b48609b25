//! Arguments that are to be given together, or not together.
//!
//! An argument is given if it stands in the call, unless it is a literal `None`, which is what it would be anyway. What a
//! base gives is not known here.

use proc_macro2::Span;

use super::bind::{Bound, Given, enumeration};
use super::table::{Group, Table};
use crate::diagnostics::{Errors, with_help};
use crate::input::groups::GroupKind;

/// Tells of all groups whose law is broken.
pub(super) fn check(table: &Table, bound: &Bound, errors: &mut Errors) {
    for group in &table.groups {
        Call { table, bound, group }.check(errors);
    }
}

struct Call<'a> {
    table: &'a Table,
    bound: &'a Bound,
    group: &'a Group,
}

impl<'a> Call<'a> {
    fn check(&self, errors: &mut Errors) {
        let class = &self.table.name;
        let given: Vec<&Given> = self.bound.given.iter().filter(|given| self.is_of_group(given)).collect();
        match given.as_slice() {
            [_, second, ..] if self.group.kind.is_exclusive() => {
                let names = enumeration(&given.iter().map(|given| self.name(given.row)).collect::<Vec<_>>());
                let message = format!("{class}() got conflicting arguments {names}");
                errors.at(second.place(), with_help(message, "leave out all but one"));
            }
            [] if self.group.kind.needs_one() && self.bound.base.is_none() => {
                let how_many = if self.group.kind == GroupKind::ExactlyOne { "exactly" } else { "at least" };
                let all = self.group.rows.iter().map(|row| format!("'{}'", self.name(*row)));
                let all = all.collect::<Vec<_>>().join(", ");
                errors.push(Span::call_site(), format!("{class}() needs {how_many} one of {all}"));
            }
            _ if self.group.kind == GroupKind::Requires && self.bound.base.is_none() => self.require(&given, errors),
            _ => {}
        }
    }

    /// If the first is given, then all others.
    fn require(&self, given: &[&Given], errors: &mut Errors) {
        let Some((first, others)) = self.group.rows.split_first() else { return };
        let Some(first) = given.iter().find(|given| given.row == *first) else { return };
        let missing = others.iter().filter(|row| given.iter().all(|given| given.row != **row));
        let missing: Vec<&str> = missing.map(|row| self.name(*row)).collect();
        if !missing.is_empty() {
            let (class, names, name) = (&self.table.name, enumeration(&missing), self.name(first.row));
            errors.at(first.place(), format!("{class}() needs {names} with '{name}'"));
        }
    }

    fn is_of_group(&self, given: &Given) -> bool {
        self.group.rows.contains(&given.row) && given.value.to_string() != "None"
    }

    fn name(&self, row: usize) -> &'a str {
        self.table.rows.get(row).map_or("", |row| row.name.as_str())
    }
}

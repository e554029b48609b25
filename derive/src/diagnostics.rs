//! Compile errors: collected, never thrown, so that all mistakes of an item are reported at once.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Reports a mistake at these tokens.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.0.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports a mistake at this place.
    pub(crate) fn push(&mut self, span: Span, message: impl std::fmt::Display) {
        self.0.push(syn::Error::new(span, message));
    }

    /// Takes the value, or its error.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.0.extend(error)).ok()
    }

    /// Takes over the mistakes that were found elsewhere.
    pub(crate) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many mistakes were found so far.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The messages, one a mistake.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }

    /// One `compile_error!` a mistake.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.0.iter().map(syn::Error::to_compile_error).collect()
    }
}

/// A second line of an error: what to write instead.
pub(crate) fn with_help(message: impl std::fmt::Display, help: impl std::fmt::Display) -> String {
    format!("{message}\nhelp: {help}")
}

/// A message, and the name that was probably meant.
pub(crate) fn with_suggestion<'a>(
    message: impl std::fmt::Display,
    name: &str,
    quote: char,
    candidates: impl IntoIterator<Item = &'a str>,
) -> String {
    match closest(name, candidates) {
        Some(meant) => with_help(message, format_args!("did you mean {quote}{meant}{quote}?")),
        None => message.to_string(),
    }
}

/// The candidate with the fewest changes, if a third of the longer name is enough; the first of equals.
fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let close = candidates.into_iter().filter_map(|candidate| {
        let distance = distance(name, candidate);
        (distance <= name.len().max(candidate.len()).div_ceil(3)).then_some((distance, candidate))
    });
    close.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// The Damerau-Levenshtein distance of adjacent transpositions: how many characters to insert, delete, replace or swap.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_name_is_suggested() {
        assert_eq!(closest("nmae", ["age", "name"]), Some("name"));
        assert_eq!(closest("froze", ["default", "frozen"]), Some("frozen"));
        assert_eq!(closest("q", ["x", "name"]), Some("x"));
        assert_eq!(closest("quite", ["x", "name"]), None);
        assert_eq!(closest("x", []), None);
    }

    #[test]
    fn the_help_is_a_line_of_its_own() {
        assert_eq!(with_suggestion("unknown", "yy", '\'', ["y"]), "unknown\nhelp: did you mean 'y'?");
        assert_eq!(with_suggestion("unknown", "zebra", '\'', ["y"]), "unknown");
    }
}

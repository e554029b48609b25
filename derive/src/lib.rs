//! The macros of the [`metaclass`](https://docs.rs/metaclass) crate, which re-exports and documents them.

#![forbid(unsafe_code)]

extern crate proc_macro;

mod call;
mod check;
mod declare;
mod diagnostics;
mod expand;
mod format;
#[cfg(test)]
mod hostile;
mod inherit;
mod input;
mod model;
mod params;
mod pipeline;

use proc_macro::TokenStream;

/// Writes what a class of Python has: constructor, repr, equality, reflection.
///
/// What it writes, and the options of `#[dataclass(..)]` and `#[field(..)]`, stand in the documentation of the crate.
#[doc(alias = "asdict")]
#[doc(alias = "astuple")]
#[doc(alias = "field")]
#[doc(alias = "default_factory")]
#[doc(alias = "__init__")]
#[doc(alias = "__post_init__")]
#[doc(alias = "InitVar")]
#[doc(alias = "KW_ONLY")]
#[proc_macro_derive(Dataclass, attributes(dataclass, field))]
pub fn derive_dataclass(item: TokenStream) -> TokenStream {
    pipeline::derive(&item.into()).into()
}

/// What `schema!` expands to.
#[doc(hidden)]
#[proc_macro]
pub fn __schema(input: TokenStream) -> TokenStream {
    declare::schema(input.into()).into()
}

/// What a base answers to a class that inherits from it.
#[doc(hidden)]
#[proc_macro]
pub fn __inherit(input: TokenStream) -> TokenStream {
    declare::inherit(input.into()).into()
}

/// What `namedtuple!` expands to.
#[doc(hidden)]
#[proc_macro]
pub fn __namedtuple(input: TokenStream) -> TokenStream {
    declare::namedtuple(input.into()).into()
}

/// Calls a class by its path: `call!(geo::Point(1.0, y = 2.0))`, or with the other fields of an instance behind `..`.
#[doc(alias = "replace")]
#[doc(alias = "_replace")]
#[doc(alias = "__replace__")]
#[proc_macro]
pub fn call(input: TokenStream) -> TokenStream {
    call::by_path(input.into()).into()
}

/// What the call macro of each class expands to.
#[doc(hidden)]
#[proc_macro]
pub fn __call(input: TokenStream) -> TokenStream {
    call::expand(input.into()).into()
}

/// What `args!` expands to.
#[doc(hidden)]
#[proc_macro]
pub fn __args(input: TokenStream) -> TokenStream {
    call::unbound(input.into()).into()
}

/// What `params!` expands to.
#[doc(hidden)]
#[proc_macro]
pub fn __params(input: TokenStream) -> TokenStream {
    params::expand(input.into()).into()
}

/// The keys of all rules, for the test that the runtime has the same.
#[doc(hidden)]
#[proc_macro]
pub fn __rule_keys(_: TokenStream) -> TokenStream {
    pipeline::names(input::rules::ROWS.iter().map(|row| row.key)).into()
}

/// The names of all formats, for the test that the runtime has the same.
#[doc(hidden)]
#[proc_macro]
pub fn __format_names(_: TokenStream) -> TokenStream {
    pipeline::names(input::rules::FORMATS.iter().map(|(name, _)| *name)).into()
}

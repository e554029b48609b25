//! The call macro `Point!(1.0, y = 2.0)`: a `macro_rules!` of the runtime's, filled with the table of arguments.
//!
//! ```text
//! ::metaclass::__define! { $ {pub} export __Point_0123456789abcdef Point [Point __new into_tuple; x, y, z = 0.0] }
//! ```
//!
//! Before the constructor stands `?` if it returns a `Result`, then `^` if it deals in wrappers, and `_` if it takes a
//! witness of the instantiation.
//!
//! How an argument is written there, `table` of the call stage reads back:
//!
//! | written | means |
//! |---|---|
//! | `x` | required |
//! | `x = 1` | with a literal as default |
//! | `x = default` | with the default of its type |
//! | `x = ?` | with `None` |
//! | `x = fn(y, z)` | with a default computed by `__default_x(&y, &z)` |
//! | `*x` | by keyword only |
//! | `~x` | converted by `into` |
//! | `^x` | in a wrapper: `guard` tells why |
//! | `!x` | a field, but no argument |
//! | `?x` | an argument, but no field |
//!
//! Behind these stand groups of fields, each behind a `;`: `; exactly_one x y`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Token, Visibility};

use super::guard;
use crate::model::class::{Argument, Class};
use crate::model::default::Default;
use crate::pipeline::Names;

/// The macro of a class, if it is called or inherited from.
pub(super) fn expand(class: &Class, names: &Names<'_>) -> TokenStream {
    let (krate, vis, hidden) = (&class.krate, &class.vis, names.hidden);
    // What is seen outside of the crate has to be exported; anything else is found by its path.
    let is_exported = matches!(vis, Visibility::Public(_));
    let table = class.options.call.is_some().then(|| table(class));
    if class.options.base {
        let export = is_exported.then(|| quote!(#[macro_export] #[allow(non_local_definitions)]));
        let (aliases, family) = (aliases(class), (names.family)());
        return quote!(#krate::__define_base! { $ {#vis} {#export} #hidden {#(#aliases)*} {#family} #table });
    }
    let Some(alias) = &class.options.call else { return TokenStream::new() };
    let export = is_exported.then(|| quote!(export));
    quote!(#krate::__define! { $ {#vis} #export #hidden #alias #table })
}

/// How the macro is called: as was asked for, and, for those who inherit, as the class.
fn aliases(class: &Class) -> Vec<&Ident> {
    let call = class.options.call.as_ref().filter(|call| **call != class.ident);
    call.into_iter().chain([&class.ident]).collect()
}

/// All that the call macro knows.
fn table(class: &Class) -> TokenStream {
    let ident = &class.ident;
    let (constructor, parts) = guard::entry_points(class);
    let parts = parts.map_or_else(|| quote!(-), |parts| quote!(#parts));
    let mode = match (class.has_witness(), class.has_guards()) {
        (true, _) => Some(quote!(_)),
        (_, true) => Some(quote!(^)),
        _ => None,
    };
    let fallible = class.options.validate.then(|| quote!(?));
    let rows = rows(class);
    let groups = class.groups.iter().map(|group| {
        let (kind, fields) = (format_ident!("{}", group.kind.name()), &group.fields);
        quote!(; #kind #(#fields)*)
    });
    let groups: TokenStream = groups.collect();
    quote!([#ident #fallible #mode #constructor #parts; #(#rows),* #groups])
}

fn rows(class: &Class) -> impl Iterator<Item = Row<'_>> {
    class.arguments_and_fields().map(|argument| Row { class, argument })
}

/// What the call macro knows of an argument or a field. It writes itself behind what is there: to put a stream of tokens
/// into another costs as much as many tokens.
struct Row<'a> {
    class: &'a Class,
    argument: Argument<'a>,
}

impl ToTokens for Row<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (Self { class, argument }, span) = (self, Span::call_site());
        let is_guarded = argument.field().is_some_and(|field| class.is_guarded(field));
        (!argument.is_given()).then(|| Token![!](span)).to_tokens(tokens);
        argument.field().is_none().then(|| Token![?](span)).to_tokens(tokens);
        argument.kw_only().then(|| Token![*](span)).to_tokens(tokens);
        argument.is_into().then(|| Token![~](span)).to_tokens(tokens);
        is_guarded.then(|| Token![^](span)).to_tokens(tokens);
        argument.ident().to_tokens(tokens);
        let default = argument.default().map(|default| match is_guarded {
            true => computed_column(class, default),
            false => default_column(class, default),
        });
        default.to_tokens(tokens);
    }
}

fn default_column(class: &Class, default: &Default) -> TokenStream {
    match default {
        Default::OfType => quote!(= default),
        Default::None => quote!(= ?),
        Default::Literal(literal) => quote!(= #literal),
        Default::Computed(_) => computed_column(class, default),
    }
}

fn computed_column(class: &Class, default: &Default) -> TokenStream {
    let reads = default.reads().iter().filter_map(|i| class.fields.get(*i)).map(|field| &field.ident);
    quote!(= fn(#(#reads),*))
}

//! Reading options: what is understood, and what is said of the rest.

#![allow(clippy::needless_pass_by_value, reason = "tokens are written at the call")]

use quote::quote;

use crate::diagnostics::Errors;
use crate::pipeline::analyse;

fn messages(item: proc_macro2::TokenStream) -> Vec<String> {
    let mut errors = Errors::default();
    analyse(item, &mut errors);
    errors.messages()
}

macro_rules! on_container {
    ($($option:tt)*) => { messages(quote!(#[dataclass($($option)*)] struct P { x: u8 })) };
}

macro_rules! on_field {
    ($($option:tt)*) => { messages(quote!(struct P { #[field($($option)*)] x: u8 })) };
}

#[test]
fn only_structs_with_named_fields_are_classes() {
    let first = |item| messages(item).concat();
    assert!(
        first(quote!(
            struct P(u8);
        ))
        .starts_with("Dataclass needs named fields\nhelp: give each field a name")
    );
    assert!(
        first(quote!(
            struct P;
        ))
        .starts_with("Dataclass needs named fields\nhelp: for a class without fields")
    );
    assert!(
        first(quote!(
            enum P {
                A,
            }
        ))
        .starts_with("Dataclass is for structs\nhelp: ")
    );
    assert!(first(quote!(union P { a: u8 })).starts_with("Dataclass is for structs\nhelp: "));
}

#[test]
fn an_unknown_option_is_told_with_what_was_meant() {
    assert_eq!(on_container!(frosen), ["unknown option `frosen` of `#[dataclass(..)]`\nhelp: did you mean `frozen`?"]);
    assert_eq!(on_field!(defualt = 1), ["unknown option `defualt` of `#[field(..)]`\nhelp: did you mean `default`?"]);
    assert_eq!(on_field!(zebra_stripes), ["unknown option `zebra_stripes` of `#[field(..)]`"]);
}

#[test]
fn the_words_of_others_are_translated() {
    assert_eq!(on_container!(unsafe_hash), ["unknown option `unsafe_hash` of `#[dataclass(..)]`\nhelp: write `hash`"]);
    let text = on_field!(default_factory = list).concat();
    assert!(text.ends_with("help: `default = expr` is evaluated each time: write `default = Vec::new()`"));
}

#[test]
fn what_a_later_version_brings_is_refused() {
    assert_eq!(
        on_container!(setters, builder),
        ["option `setters` is not available yet", "option `builder` is not available yet"]
    );
}

#[test]
fn a_value_of_the_wrong_form_is_told_with_the_right_one() {
    assert_eq!(on_container!(post_init), ["option `post_init` needs a value\nhelp: write `post_init = path`"]);
    assert_eq!(on_container!(bound), ["option `bound` needs a value\nhelp: write `bound(T: Trait)`"]);
    assert_eq!(on_container!(frozen(x)), ["option `frozen` takes no arguments"]);
    assert_eq!(on_field!(rename), ["option `rename` needs a value\nhelp: write `rename = \"..\"`"]);
    assert_eq!(on_field!(secret = true), ["option `secret` takes no value"]);
    assert_eq!(
        on_field!(repr = true),
        ["this is on by default; it can only be switched off\nhelp: write `repr = false` or `repr = path`"]
    );
    assert_eq!(on_field!(metadata(k = f())), ["expected a literal: metadata is part of the description"]);
    assert_eq!(on_container!(new(nme = x)), ["unknown option `nme` of `new(..)`\nhelp: there are `name` and `vis`"]);
}

#[test]
fn a_mistake_does_not_hide_the_next() {
    let messages = on_container!(frozen(x), oder, frozen, frozen, eq = 1, hash);
    let first: Vec<_> = messages.iter().filter_map(|message| message.lines().next()).collect();
    assert_eq!(
        first,
        [
            "option `frozen` takes no arguments",
            "unknown option `oder` of `#[dataclass(..)]`",
            "option `frozen` is given twice",
            "expected boolean literal",
        ]
    );
}

#[test]
fn a_missing_comma_is_told() {
    assert_eq!(on_container!(frozen hash), ["expected `,` between options"]);
    assert_eq!(
        messages(quote!(
            #[dataclass = "x"]
            struct P {}
        )),
        ["expected options in parentheses\nhelp: write `#[dataclass(..)]`"]
    );
}

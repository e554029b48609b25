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

#[test]
fn options_about_data_are_understood() {
    for (container, field) in [
        (quote!(serde), quote!()),
        (quote!(serde, extra = forbid), quote!(#[field(strict)])),
        (quote!(serde, extra = ignore, rename_all = "camelCase"), quote!(#[field(rename = "X", alias = "y")])),
        (quote!(serde = true), quote!(#[field(secret, strict)])),
        (quote!(serde = false), quote!()),
        // They are part of the description too.
        (quote!(extra = forbid, rename_all = "kebab-case"), quote!(#[field(strict)])),
    ] {
        let item = quote!(#[dataclass(#container)] struct P { #field x: u8 });
        assert_eq!(messages(item.clone()), [""; 0], "{item}");
    }
    for case in [
        "lowercase",
        "UPPERCASE",
        "PascalCase",
        "camelCase",
        "snake_case",
        "SCREAMING_SNAKE_CASE",
        "kebab-case",
        "SCREAMING-KEBAB-CASE",
    ] {
        assert_eq!(on_container!(rename_all = #case), [""; 0]);
    }
}

#[test]
fn mistakes_in_options_about_data_are_told_with_what_may_be_written() {
    let forms = "help: write `extra = forbid` or `extra = ignore`";
    assert_eq!(on_container!(extra), [format!("option `extra` needs a value\n{forms}")]);
    assert_eq!(
        on_container!(extra = allow),
        ["`extra` cannot be `allow`\nhelp: write `extra = forbid`, or `extra = ignore` to pass over unknown names"]
    );
    assert_eq!(
        on_container!(rename_all),
        ["option `rename_all` needs a value\nhelp: write `rename_all = \"camelCase\"`"]
    );
    for name in ["Camel", "camelcase", "", "camel\n"] {
        let text = on_container!(rename_all = #name).concat();
        let first = format!("`rename_all` knows no case \"{}\"\nhelp: write one of \"lowercase\"", name.escape_debug());
        assert!(text.starts_with(&first), "{text}");
        assert!(text.ends_with("\"SCREAMING-KEBAB-CASE\""), "{text}");
    }
    assert_eq!(on_container!(serde, serde), ["option `serde` is given twice"]);
    assert_eq!(on_container!(extra = forbid, extra = ignore), ["option `extra` is given twice"]);
    assert_eq!(on_field!(strict, strict), ["option `strict` is given twice"]);
    assert_eq!(on_field!(strict = true), ["option `strict` takes no value"]);
    for item in [
        on_container!(extra = "forbid"),
        on_container!(extra = 1),
        on_container!(rename_all = 5),
        on_container!(rename_all = camelCase),
        on_container!(serde = "yes"),
    ] {
        assert_eq!(item.len(), 1, "{item:?}");
    }
}

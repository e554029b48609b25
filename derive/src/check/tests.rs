//! Each law: what it forbids and where.

#![allow(clippy::needless_pass_by_value, reason = "tokens are written at the call")]

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Errors;
use crate::pipeline::analyse;

/// The first lines of all messages; the help stands in the lines after them.
fn mistakes(item: TokenStream) -> Vec<String> {
    let mut errors = Errors::default();
    analyse(item, &mut errors);
    errors.messages().iter().filter_map(|message| message.lines().next().map(str::to_owned)).collect()
}

macro_rules! laws {
    ($($law:ident: { $($item:tt)* } => [$($message:literal),*];)*) => {$(
        #[test]
        fn $law() {
            let expected: &[&str] = &[$($message),*];
            assert_eq!(mistakes(quote!($($item)*)), expected);
        }
    )*};
}

laws! {
    nothing_is_wrong_with_every_option: {
        #[dataclass(ord, hash, default, display, frozen, post_init = f, init_var(s: u8 = 0), new(name = make, vis = pub), call = make)]
        struct P {
            #[field(default, primary_key, rename = "a", alias = "b", metadata(k = 1))]
            x: u8,
            #[field(default = 1, kw_only, into, secret, hash = false)]
            y: u8,
            #[field(default, init = false, repr = false, compare = false)]
            z: f64,
        }
    } => [];
    order_needs_eq: { #[dataclass(eq = false, order)] struct P { x: u8 } } => ["eq must be true if order is true"];
    ord_needs_eq: { #[dataclass(eq = false, ord)] struct P { x: u8 } } => ["eq must be true if order is true"];
    hash_needs_eq: { #[dataclass(hash, eq = false)] struct P { x: u8 } } => ["eq must be true if hash is true"];
    default_needs_defaults: { #[dataclass(default)] struct P { x: u8, #[field(default)] y: u8, #[field(kw_only)] z: u8 } }
        => ["`Default` needs a default for every field, but 'x', 'z' have none"];
    init_off_leaves_nothing_to_configure: { #[dataclass(init = false, new(name = make), call = p, post_init = f)] struct P { x: u8 } }
        => [
            "`new` has no meaning with `init = false`",
            "`call` has no meaning with `init = false`",
            "`post_init` has no meaning with `init = false`"
        ];
    init_vars_need_post_init: { #[dataclass(init_var(a: u8))] struct P { x: u8 } } => ["'a' is no field and nothing takes it"];
    required_before_default: { struct P { #[field(default)] x: u8, y: u8, #[field(kw_only)] k: u8, z: u8 } }
        => ["non-default argument 'y' follows default argument 'x'", "non-default argument 'z' follows default argument 'x'"];
    init_off_needs_default: { struct P { #[field(init = false)] x: u8 } }
        => ["field 'x' needs a default, since the constructor does not take it"];
    init_off_is_no_argument: { struct P { #[field(init = false, default, into, kw_only)] x: u8 } }
        => ["`into` has no meaning with `init = false`", "`kw_only` has no meaning with `init = false`"];
    hash_needs_compare: { struct P { #[field(compare = false, hash)] x: u8 } }
        => ["field 'x' is hashed but not compared: equal instances would hash differently"];
    one_primary_key: { struct P { #[field(primary_key)] x: u8, #[field(primary_key)] y: u8 } }
        => ["there can be one primary key only, and 'x' is one already"];
    secret_is_not_shown: { struct P { #[field(secret, repr = f)] x: u8 } } => ["field 'x' is secret: its value is not shown"];
    frozen_is_private: { #[dataclass(frozen)] struct P { pub(crate) x: u8, y: u8 } }
        => ["field 'x' of a frozen class could be assigned from outside of its module"];
    no_hash_of_floats: { #[dataclass(hash)] struct P { x: Option<f64>, #[field(compare = false)] y: f32 } }
        => ["field 'x' is a float, which has no `Eq` and no `Hash`"];
    no_ord_of_floats: { #[dataclass(ord)] struct P { x: f32 } } => ["field 'x' is a float, which has no `Eq` and no `Ord`"];
    sized: { struct P<T: ?Sized> { a: [u8], b: str, c: dyn Fn(), d: T, e: Box<T> } }
        => [
            "field 'a' has no size that is known at compile time",
            "field 'b' has no size that is known at compile time",
            "field 'c' has no size that is known at compile time",
            "field 'd' has no size that is known at compile time"
        ];
    keys_are_unique: { struct P { #[field(rename = "y")] x: u8, y: u8, #[field(alias = "y", alias = "z", alias = "z")] w: u8 } }
        => [
            "duplicate name 'y': it already means field 'y'",
            "duplicate name 'y': it already means field 'y'",
            "duplicate name 'z': it already means field 'w'"
        ];
    arguments_are_unique: { #[dataclass(post_init = f, init_var(x: u8, a: u8, a: u8))] struct P { x: u8 } }
        => ["duplicate argument 'x'", "duplicate argument 'a'"];
    metadata_is_unique: { struct P { #[field(metadata(a = 1, a = 2))] x: u8 } } => ["duplicate key `a` in `metadata`"];
    getters_do_not_clash: { #[dataclass(frozen)] struct P { new: u8, as_tuple: u8, x: u8 } }
        => [
            "the getter of field 'new' would clash with the generated `new`",
            "the getter of field 'as_tuple' would clash with the generated `as_tuple`"
        ];
    all_mistakes_are_told: { #[dataclass(order, eq = false)] struct P { #[field(init = false)] x: u8, #[field(defalt)] y: u8, #[field(hash, compare = false)] z: u8 } }
        => [
            "unknown option `defalt` of `#[field(..)]`",
            "eq must be true if order is true",
            "field 'x' needs a default, since the constructor does not take it",
            "field 'z' is hashed but not compared: equal instances would hash differently"
        ];
}

#[test]
fn every_message_has_a_help() {
    let item = quote!(
        #[dataclass(order, eq = false)]
        struct P {
            #[field(init = false)]
            x: u8,
            #[field(hash, compare = false)]
            z: u8,
        }
    );
    let mut errors = Errors::default();
    analyse(item, &mut errors);
    assert_eq!(errors.count(), 3);
    assert!(errors.messages().iter().all(|message| message.contains("\nhelp: ")));
}

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
    every_option_about_data_is_fine: {
        #[dataclass(serde, extra = forbid, rename_all = "camelCase", getters, setters, builder)]
        struct P {
            first_name: u8,
            #[field(rename = "Last", alias = "lastName", strict)]
            last_name: u8,
        }
    } => [];
    a_name_in_data_means_one_field: {
        #[dataclass(rename_all = "PascalCase")]
        struct P { first_name: u8, #[field(rename = "FirstName")] x: u8, #[field(alias = "Y")] z: u8, y: u8 }
    } => ["duplicate name 'FirstName': it already means field 'first_name'", "duplicate name 'Y': it already means field 'z'"];
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
    init_off_leaves_nothing_to_build: { #[dataclass(init = false, builder)] struct P { x: u8 } }
        => ["`builder` has no meaning with `init = false`"];
    frozen_has_no_setters: { #[dataclass(frozen, setters)] struct P { x: u8 } } => ["a frozen class has no setters"];
    setters_do_not_clash: { #[dataclass(setters, getters, new(name = set_z))] struct P { x: u8, set_x: u8, z: u8 } }
        => [
            "the setter of field 'x' would clash with the getter of field 'set_x'",
            "the setter of field 'z' would clash with the generated `set_z`"
        ];
    a_setter_may_be_named_like_a_field: { #[dataclass(setters)] struct P { x: u8, set_x: u8 } } => [];
    builder_methods_do_not_clash: { #[dataclass(builder, getters)] struct P { build: u8, builder: u8 } }
        => [
            "the getter of field 'builder' would clash with the generated `builder`",
            "the builder's method of argument 'build' would clash with its own `build`"
        ];
    groups_name_fields_of_which_it_can_be_told: {
        #[dataclass(conflicts(a), requires(a, b, c, d, e, f, g, h, i, j, k, a), post_init = p, init_var(i: u8 = 1))]
        struct P {
            #[field(kw_only)] b: Option<u8>,
            #[field(default)] a: Option<u8>,
            #[field(default, init = false)] c: Option<u8>,
            #[field(default = Some(1))] d: Option<u8>,
            #[field(default)] e: Vec<u8>,
            #[field(default = "x", secret)] f: &'static str,
            #[field(default, transform(trim))] g: String,
            #[field(default = LIMIT)] h: u8,
            #[field(default)] j: Unknown,
        }
    } => [
        "`conflicts` is about several fields",
        "`requires` names field 'b', which is always given: it has no default",
        "`requires` names field 'c', which is never given: the constructor does not take it",
        "`requires` cannot tell whether field 'd' of type `Option<u8>` is given",
        "`requires` cannot tell whether field 'e' of type `Vec<u8>` is given",
        "`requires` cannot tell whether field 'f' of type `&'static str` is given",
        "`requires` cannot tell whether field 'g' of type `String` is given",
        "`requires` cannot tell whether field 'h' of type `u8` is given",
        "`requires` names 'i', which is no field",
        "`requires` cannot tell whether field 'j' of type `Unknown` is given",
        "`requires` names the unknown field 'k'",
        "`requires` names field 'a' twice"
    ];
    groups_are_given_once_and_do_not_contradict: {
        #[dataclass(exactly_one(a, b), exactly_one(b, a), requires(a, c), requires(c, b), requires(b, d), default)]
        struct P {
            #[field(default)] a: Option<u8>,
            #[field(default)] b: Option<u8>,
            #[field(default)] c: bool,
            #[field(default = None)] d: Option<u8>,
        }
    } => [
        "`exactly_one(b, a)` is given twice",
        "field 'a' could never be given: `requires(a, c)` contradicts `exactly_one(a, b)`",
        "`Default` gives no field, and `exactly_one(a, b)` needs one"
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
    keys_are_unique: { struct P { #[field(rename = "y")] x: u8, y: u8, #[field(alias = "y", alias = "z", alias = "z")] w: u8, #[field(rename = "")] v: u8 } }
        => [
            "the name of a field in data is not empty",
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
    rules_fit: {
        struct P {
            #[field(min_value = 1)] a: String,
            #[field(items(ascii, pattern = "x"))] b: Vec<u16>,
            #[field(ascii)] c: Alias,
            #[field(keys(ascii), values(min_value = 0))] d: Option<Box<HashMap<String, u8>>>,
            #[field(finite)] e: (u8,),
        }
    } => [
        "rule `min_value` does not fit type `String`",
        "rule `ascii` does not fit type `u16`",
        "rule `pattern` does not fit type `u16`",
        "rule `finite` does not fit type `(u8,)`"
    ];
    limits_are_in_range: {
        struct P {
            #[field(min_value = -1, max_value = 256)] a: u8,
            #[field(min_value = 0, max_value = 255)] b: Option<u8>,
            #[field(min_length = "a")] c: String,
            #[field(min_value = LIMIT)] d: Alias,
            #[field(min_value = LIMIT)] e: i64,
            #[field(max_value = 18446744073709551616)] f: u64,
        }
    } => [
        "no `u8` is beyond the limit of rule `min_value`: it holds 0 to 255",
        "no `u8` is beyond the limit of rule `max_value`: it holds 0 to 255",
        "rule `min_length` takes a number of at least 0",
        "a constant needs a field whose type is written as a number type",
        "no `u64` is beyond the limit of rule `max_value`: it holds 0 to 18446744073709551615"
    ];
    limits_do_not_cross: {
        struct P {
            #[field(min_value = 1, max_value = 1)] a: u8,
            #[field(min_value = 1, exclusive_max = 1)] b: u8,
            #[field(max_items = 1, min_items = 2)] c: Vec<u8>,
            #[field(items(min_length = 2, max_length = 1))] d: Vec<String>,
        }
    } => [
        "`min_value` meets `exclusive_max`: no value can obey both",
        "rule `max_items` does not fit type `Vec<u8>`",
        "rule `min_items` does not fit type `Vec<u8>`",
        "`min_items` is greater than `max_items`: no value can obey both",
        "`min_length` is greater than `max_length`: no value can obey both"
    ];
    divisors_are_positive: { struct P { #[field(multiple_of = 0)] a: i8, #[field(multiple_of = -0.5)] b: f64 } }
        => ["rule `multiple_of` takes a number greater than 0", "rule `multiple_of` takes a number greater than 0"];
    literals_are_of_the_type: { struct P { #[field(one_of = ["a", 1])] a: String, #[field(equals = 1.5)] b: i64, #[field(equals = 1)] c: f64, #[field(one_of = [true])] d: Alias } }
        => ["a value of rule `one_of` is no `String`, so that nothing is equal to it", "a value of rule `equals` is no `i64`, so that nothing is equal to it"];
    units_have_lengths: { struct P { #[field(unit = bytes)] a: String, #[field(unit = utf16, max_length = 1)] b: String } }
        => ["`unit` has no meaning without a length"];
    transforms_fit: { struct P { #[field(transform(trim))] a: u8, #[field(transform(trim, lowercase))] b: Option<String>, #[field(transform(with = f))] c: u8 } }
        => ["transform `trim` does not fit type `u8`"];
    other_fields_exist: {
        #[dataclass(check(f, fields(a, x)))]
        struct P { #[field(matches = y)] a: u8, #[field(matches = b)] b: u8, #[field(items(matches = a))] c: Vec<u16> }
    } => [
        "the check `f` names the unknown field 'x'",
        "`matches` names the unknown field 'y'",
        "`matches` names the field itself",
        "rule `matches` is for a field, not for what lies within one"
    ];
    present_could_be_left_out: {
        struct P {
            #[field(present)] a: u8,
            #[field(present)] b: Option<u8>,
            #[field(present)] c: Alias,
            #[field(present, default)] d: Option<u8>,
        }
    } => [
        "a field of type `u8` without a default is always present",
        "a field that has a default may be left out: it is not `present`"
    ];
    required_could_be_none: { struct P { #[field(required)] a: u8, #[field(required)] b: Option<u8>, #[field(required)] c: Alias } }
        => ["a field of type `u8` is always there: it is never None"];
    required_with_could_be_none: { struct P { #[field(required_with = b)] a: u8, #[field(required_with = a)] b: Option<u8> } }
        => ["a field of type `u8` is always there: it is never None", "`required_with` names field 'a' of type `u8`, which is always there: it is never None"];
    default_obeys: {
        struct P {
            #[field(default = 0, min_value = 0, exclusive_min = 0, multiple_of = 2)] a: u8,
            #[field(default = 3, multiple_of = 2, one_of = [1, 2])] b: u8,
            #[field(default = "é", ascii, max_length = 1, min_length = 2, unit = bytes)] c: String,
            #[field(default = "x", starts_with = "y", not_contains = "x", equals = "x")] d: String,
            #[field(default = " x", transform(trim), starts_with = "x")] e: String,
        }
    } => [
        "`min_length` is greater than `max_length`: no value can obey both",
        "the default breaks the field's own rule `exclusive_min`",
        "the default breaks the field's own rule `multiple_of`",
        "the default breaks the field's own rule `one_of`",
        "the default breaks the field's own rule `ascii`",
        "the default breaks the field's own rule `max_length`",
        "the default breaks the field's own rule `starts_with`",
        "the default breaks the field's own rule `not_contains`"
    ];
    validated_is_private: { #[dataclass(validate)] struct P { pub x: u8, y: u8 } }
        => ["field 'x' of a validated class could be assigned from outside of its module"];
    default_cannot_refuse: { #[dataclass(validate, default)] struct P { #[field(default)] x: u8 } }
        => ["`Default` cannot refuse an instance that breaks a rule"];
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

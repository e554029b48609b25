//! What is written for each item, next to what it is written for.
//!
//! After a change: `UPDATE_EXPECT=1 cargo test -p metaclass-derive`, and read every file that changed.

#![allow(clippy::needless_pass_by_value, reason = "tokens are written at the call")]

use expect_test::{ExpectFile, expect_file};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{
    builder, call_macro, debug, decode, default, describe, display, encode, eq, fallback, field_type, getters, hash,
    init, ord, repr, setters, tuple, validate,
};
use crate::diagnostics::Errors;
use crate::model::class::Class;
use crate::pipeline::{Names, analyse};

fn class(item: TokenStream) -> Class {
    let mut errors = Errors::default();
    let class = analyse(item, &mut errors).unwrap();
    assert_eq!(errors.messages(), [""; 0]);
    class
}

fn pretty(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}

#[track_caller]
fn items(expected: &ExpectFile, item: TokenStream, expand: fn(&Class) -> TokenStream) {
    expected.assert_eq(&pretty(expand(&class(item))));
}

/// Methods stand in an `impl`, so that they can be printed.
#[track_caller]
fn methods(expected: &ExpectFile, item: TokenStream, expand: fn(&Class) -> TokenStream) {
    let methods = expand(&class(item));
    expected.assert_eq(&pretty(quote!(impl Class { #methods })));
}

fn point() -> TokenStream {
    quote! {
        /// A point.
        pub struct Point {
            /// To the right.
            pub x: f64,
            pub y: f64,
            #[field(default = 0.0)]
            pub z: f64,
        }
    }
}

fn pair() -> TokenStream {
    quote! {
        struct Pair<'a, T: Clone, const N: usize> where T: Copy {
            first: T,
            all: Vec<T::Item>,
            name: &'a str,
            bytes: [u8; N],
        }
    }
}

/// Every option of a field that changes how it is reached or described.
fn account() -> TokenStream {
    quote! {
        #[dataclass(frozen, kw_only, post_init = Self::check, init_var(scale: f64 = 1.0, tag: &'static str))]
        pub struct Account {
            #[field(primary_key)]
            id: u64,
            #[field(rename = "e-mail", alias = "mail", alias = "email", metadata(unit = "none", rank = -1))]
            address: String,
            #[field(secret, repr = false, compare = false, into)]
            password: Option<Secret>,
            #[field(init = false, default = address.len() * 2, hash = false)]
            size: usize,
            #[field(default, repr = short)]
            tags: Vec<Box<Tag>>,
            r#type: Uuid,
        }
    }
}

#[test]
fn constructors() {
    let all = |class: &Class| [init::new(class), init::full(class), init::defaults(class)].into_iter().collect();
    methods(&expect_file!["snapshots/init.rs"], point(), all);
    methods(&expect_file!["snapshots/init_account.rs"], account(), all);
}

#[test]
fn tuples() {
    methods(&expect_file!["snapshots/tuple.rs"], point(), |class| {
        [tuple::methods(class), tuple::parts(class)].into_iter().collect()
    });
}

#[test]
fn guards_of_private_types() {
    let item = quote! {
        pub struct Item {
            pub name: String,
            #[field(default = Cents(name.len()))]
            price: Cents,
            #[field(default)]
            tax: Option<Cents>,
            #[field(default = price.0 + 1)]
            pub total: usize,
            #[field(into, kw_only)]
            owner: Owner,
        }
    };
    items(&expect_file!["snapshots/guard_wrappers.rs"], item.clone(), super::guard::wrappers);
    methods(&expect_file!["snapshots/guard.rs"], item, super::guard::functions);
}

#[test]
fn getter_methods() {
    methods(&expect_file!["snapshots/getters.rs"], account(), getters::expand);
}

#[test]
fn setter_methods() {
    let item = quote! {
        #[dataclass(setters, check(is_ordered, fields(low, high)))]
        struct Range {
            #[field(min_value = 0)]
            low: i64,
            /// The end.
            high: i64,
            #[field(into, transform(trim), matches = label)]
            name: String,
            #[field(into)]
            label: String,
        }
    };
    items(&expect_file!["snapshots/setters.rs"], item, setters::expand);
}

#[test]
fn builders() {
    let all = |class: &Class| {
        let functions = builder::functions(class);
        let builder = builder::expand(class);
        quote!(impl Class { #functions } #builder)
    };
    items(&expect_file!["snapshots/builder.rs"], point(), all);
    items(&expect_file!["snapshots/builder_generic.rs"], pair(), all);
}

#[test]
fn groups() {
    let item = || {
        quote! {
            #[dataclass(exactly_one(email, phone), requires(text, flag))]
            struct Contact {
                #[field(default)]
                email: Option<String>,
                #[field(default)]
                phone: Option<u64>,
                #[field(default = "t")]
                text: String,
                #[field(default)]
                flag: bool,
            }
        }
    };
    items(&expect_file!["snapshots/groups_describe.rs"], item(), describe::expand);
    methods(&expect_file!["snapshots/groups_validate.rs"], item(), validate::methods);
    items(&expect_file!["snapshots/groups_call_macro.rs"], item(), |class| {
        let hidden = Ident::new("__hidden", Span::call_site());
        call_macro::expand(class, &Names { hidden: &hidden, family: &TokenStream::new })
    });
}

#[test]
fn debug_impl() {
    items(&expect_file!["snapshots/debug.rs"], point(), debug::expand);
    items(&expect_file!["snapshots/debug_generic.rs"], pair(), debug::expand);
}

#[test]
fn display_impl() {
    items(&expect_file!["snapshots/display.rs"], pair(), display::expand);
}

#[test]
fn repr_impl() {
    items(&expect_file!["snapshots/repr.rs"], point(), repr::expand);
    items(&expect_file!["snapshots/repr_generic.rs"], pair(), repr::expand);
}

#[test]
fn equality() {
    let all = |class: &Class| [eq::partial_eq(class), eq::eq(class)].into_iter().collect();
    items(&expect_file!["snapshots/eq.rs"], account(), all);
    items(&expect_file!["snapshots/eq_generic.rs"], pair(), all);
}

#[test]
fn order() {
    let all = |class: &Class| [ord::partial_ord(class), ord::ord(class)].into_iter().collect();
    items(
        &expect_file!["snapshots/ord.rs"],
        quote!(
            #[dataclass(ord)]
            struct P {
                x: u8,
                y: Uuid,
            }
        ),
        all,
    );
    items(
        &expect_file!["snapshots/order.rs"],
        quote!(
            #[dataclass(order)]
            struct P {
                x: u8,
                y: f64,
            }
        ),
        ord::partial_ord,
    );
}

#[test]
fn hash_impl() {
    items(&expect_file!["snapshots/hash.rs"], account(), hash::expand);
}

#[test]
fn default_impl() {
    let item = quote!(
        #[dataclass(default)]
        struct P<T> {
            #[field(default)]
            x: Option<T>,
            #[field(default = 1)]
            y: u8,
        }
    );
    items(&expect_file!["snapshots/default.rs"], item, default::expand);
}

#[test]
fn access() {
    items(&expect_file!["snapshots/field_type.rs"], point(), field_type::expand);
    items(&expect_file!["snapshots/field_type_account.rs"], account(), field_type::expand);
    items(&expect_file!["snapshots/field_type_generic.rs"], pair(), field_type::expand);
}

#[test]
fn description() {
    items(&expect_file!["snapshots/describe.rs"], point(), describe::expand);
    items(&expect_file!["snapshots/describe_account.rs"], account(), describe::expand);
}

/// A rule of each shape.
fn form() -> TokenStream {
    quote! {
        #[dataclass(validate, check(is_ordered, fields(low, high)))]
        pub struct Form {
            #[field(min_length = 3, max_length = 20, unit = bytes, message = "too long", transform(trim, with = slug))]
            name: String,
            #[field(max_items = 2, items(min_value = 0))]
            sizes: Vec<u16>,
            #[field(keys(ascii))]
            labels: BTreeMap<String, Label>,
            #[field(required, format = email, one_of = ["a", "b"])]
            email: Option<String>,
            #[field(check = is_even, check = |value: &i64| *value < LIMIT, matches = high, default = 2)]
            low: i64,
            #[field(default)]
            high: i64,
        }
    }
}

#[test]
fn rules() {
    methods(&expect_file!["snapshots/validate.rs"], form(), validate::methods);
    items(&expect_file!["snapshots/describe_rules.rs"], form(), describe::expand);
    methods(&expect_file!["snapshots/init_validate.rs"], form(), |class| {
        [init::new(class), init::full(class)].into_iter().collect()
    });
    items(&expect_file!["snapshots/field_type_validate.rs"], form(), field_type::expand);
}

/// What else can be said of reading data.
fn options_about_data() -> TokenStream {
    quote! {
        #[dataclass(serde, extra = forbid, rename_all = "camelCase", post_init = Self::finish, init_var(scale: i64 = 1))]
        struct Node {
            #[field(strict, rename = "id", alias = "key")]
            node_id: i64,
            next: Option<Box<Self>>,
            address: IpAddr,
            many: Vec<Option<Uuid>>,
            #[field(secret)]
            token: String,
            #[field(alias = "kids", default)]
            child_nodes: Vec<Self>,
            #[field(init = false, default = child_nodes.len())]
            count: usize,
            #[field(default = next.is_some(), values(items(max_value = 3), min_items = 1))]
            lists: BTreeMap<String, Vec<i64>>,
        }
    }
}

/// The same class, read from data.
fn form_of_data() -> TokenStream {
    let form = form();
    quote!(#[dataclass(serde)] #form)
}

#[test]
fn reading_and_writing_of_data() {
    items(&expect_file!["snapshots/decode.rs"], point(), decode::expand);
    items(&expect_file!["snapshots/decode_generic.rs"], pair(), decode::expand);
    items(&expect_file!["snapshots/decode_rules.rs"], form_of_data(), decode::expand);
    items(&expect_file!["snapshots/decode_rules_parts.rs"], form_of_data(), validate::parts);
    methods(&expect_file!["snapshots/decode_rules_validate.rs"], form_of_data(), validate::methods);
    items(&expect_file!["snapshots/decode_options.rs"], options_about_data(), decode::expand);
    items(&expect_file!["snapshots/encode.rs"], options_about_data(), encode::expand);
    items(&expect_file!["snapshots/encode_generic.rs"], pair(), encode::expand);
    items(&expect_file!["snapshots/describe_data.rs"], options_about_data(), describe::expand);
}

#[test]
fn registration() {
    let registered = quote!(
        #[dataclass(register)]
        struct Point {
            x: f64,
        }
    );
    items(&expect_file!["snapshots/register.rs"], registered, super::register::expand);
}

#[test]
fn call_macros() {
    let expand = |class: &Class| {
        let hidden = Ident::new("__hidden", Span::call_site());
        call_macro::expand(class, &Names { hidden: &hidden, family: &|| quote!({ "key" [] derive { class } }) })
    };
    items(&expect_file!["snapshots/call_macro.rs"], point(), expand);
    items(&expect_file!["snapshots/call_macro_account.rs"], account(), expand);
}

/// A class from which others inherit, with all that means something only where it stands.
fn base_class() -> TokenStream {
    quote! {
        #[dataclass(base, check(Self::fits, fields(name, tags)))]
        pub struct Animal<T> {
            #[field(max_length = MAX, check = is_free, transform(with = clean))]
            name: String,
            #[field(items(min_length = LEAST, check = is_tag), repr = shown)]
            tags: Vec<String>,
            #[field(max_value = LIMIT)]
            size: Option<f64>,
            owner: Option<Box<Owner<T>>>,
            value: T,
        }
    }
}

#[test]
fn what_bases_hand_on() {
    methods(&expect_file!["snapshots/base.rs"], base_class(), super::base::functions);
    items(&expect_file!["snapshots/base_parts.rs"], base_class(), super::base::parts);
}

#[test]
fn stubs_after_a_mistake() {
    let mut errors = Errors::default();
    let item = quote!(
        #[dataclass(ord, hash, default, display, oder)]
        pub struct P {
            x: u8,
        }
    );
    let class = analyse(item, &mut errors).unwrap();
    let expected =
        ["`Default` needs a default for every field, but 'x' has none", "unknown option `oder` of `#[dataclass(..)]`"];
    let mut first_lines: Vec<String> =
        errors.messages().iter().map(|text| text.lines().next().unwrap().to_owned()).collect();
    first_lines.sort();
    assert_eq!(first_lines, expected);
    let stubs = fallback::expand(&class, &Ident::new("__hidden", Span::call_site()));
    expect_file!["snapshots/fallback.rs"].assert_eq(&pretty(stubs));
}

/// A named tuple, of which not much but what is written for each is shown elsewhere.
#[track_caller]
fn tuple_items(expected: &ExpectFile, written: TokenStream, expand: fn(&Class) -> TokenStream) {
    let mut errors = Errors::default();
    let declared = crate::input::namedtuple::read(written, &mut errors).pop().unwrap();
    assert_eq!([errors.messages(), declared.errors.messages()].concat(), [""; 0]);
    let class = crate::inherit::alone(declared.item, &quote!(::metaclass));
    expected.assert_eq(&pretty(expand(&class)));
}

#[test]
fn named_tuples() {
    let typed = || {
        quote!(
            pub struct Point { x: f64, y: f64 = 0.0 }
        )
    };
    let untyped = || quote!(pub Row, ["id", "type"], defaults = ["a"]);
    tuple_items(&expect_file!["snapshots/named_tuple.rs"], typed(), super::named_tuple::expand);
    tuple_items(&expect_file!["snapshots/named_tuple_untyped.rs"], untyped(), super::named_tuple::expand);
    tuple_items(&expect_file!["snapshots/named_tuple_definition.rs"], untyped(), super::definition::expand);
    tuple_items(&expect_file!["snapshots/named_tuple_hash.rs"], typed(), hash::expand);
    tuple_items(&expect_file!["snapshots/named_tuple_encode.rs"], typed(), encode::expand);
}

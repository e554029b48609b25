//! The call stage without the compiler.

#![allow(clippy::needless_pass_by_value, reason = "tokens are written at the call")]

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{by_path, expand, unbound};

/// A call of `Point(x, y, z = 0.0)`.
fn call(arguments: TokenStream) -> String {
    let table = quote!(Point __new into_tuple; x, y, z = 0.0);
    text(expand(quote!(krate [#table] #arguments)))
}

fn text(tokens: TokenStream) -> String {
    tokens.to_string()
}

/// The texts of all `compile_error!`s.
pub(crate) fn mistakes(expansion: &str) -> Vec<String> {
    let texts = expansion.split("compile_error ! {").skip(1).filter_map(|rest| rest.split('"').nth(1));
    texts.map(|text| text.replace("\\n", "\n")).collect()
}

#[track_caller]
fn refused(arguments: TokenStream, messages: &[&str]) {
    assert_eq!(mistakes(&call(arguments)), messages);
}

#[track_caller]
fn expands(table: TokenStream, arguments: TokenStream, expected: TokenStream) {
    assert_eq!(text(expand(quote!(krate [#table] #arguments))), text(expected));
}

#[test]
fn arguments_in_order_are_a_plain_call() {
    let table = || quote!(Point __new into_tuple; x, y, z = 0.0);
    expands(table(), quote!(1.0, 2.0), quote!(Point::__new(1.0, 2.0, 0.0)));
    expands(table(), quote!(1.0, y = f()?, z = 3.0,), quote!(Point::__new(1.0, f()?, 3.0)));
    expands(quote!(Empty new into_tuple;), quote!(), quote!(Empty::new()));
    expands(quote!(P new into_tuple; type), quote!(type = 1), quote!(P::new(1)));
    expands(quote!(P new into_tuple; x), quote!(@path {geo::P::<u8>} 1), quote!(geo::P::<u8>::new(1)));
}

#[test]
fn arguments_out_of_order_are_evaluated_in_call_order() {
    let expected = quote! { match (2.0, 1.0,) { v => Point::__new(v.1, v.0, 0.0) } };
    expands(quote!(Point __new into_tuple; x, y, z = 0.0), quote!(y = 2.0, x = 1.0), expected);
}

#[test]
fn defaults_come_after_what_is_given() {
    let table = || quote!(P __new into_tuple; a = fn(), b = fn(a), ~c = 1, ?*d = default);
    let expected = quote! {
        match (krate::__private::into(7),) { v => match P::__default_a() { d0 => match P::__default_b(&d0) { d1 =>
            match krate::__private::Default::default() { d3 => P::__new(d0, d1, v.0, d3) }
        } } }
    };
    expands(table(), quote!(c = 7), expected);
    let expected = quote!(P::__new(1, 2, krate::__private::Into::into(1), krate::__private::Default::default()));
    expands(table(), quote!(1, 2), expected);
}

#[test]
fn a_default_looks_at_what_was_converted() {
    let table = quote!(P __new into_tuple; ~a, b = fn(a));
    let expected = quote! {
        match (krate::__private::into(7),) { v => match P::__default_b(&v.0) { d1 => P::__new(v.0, d1) } }
    };
    expands(table, quote!(7), expected);
}

#[test]
fn a_witness_ties_defaults_to_the_instantiation() {
    let table = || quote!(P _ __new into_tuple; a, b = fn(a));
    let expected = quote! {
        match (7, krate::__private::witness(),) { v => match P::__default_b(v.1, &v.0) { d1 => P::__new(v.1, v.0, d1) } }
    };
    expands(table(), quote!(7), expected);
    expands(table(), quote!(7, 8), quote!(P::__new(krate::__private::PhantomData, 7, 8)));
    let (base, first, witness) =
        (Literal::usize_unsuffixed(1), Literal::usize_unsuffixed(0), Literal::usize_unsuffixed(2));
    let parts = quote! {
        match (8, P::into_tuple(p),) { v => P::__new(v.#base.#witness, v.#base.#first, v.0) }
    };
    expands(table(), quote!(b = 8, ..p), parts);
}

#[test]
fn private_types_travel_in_wrappers() {
    let table = || quote!(P ^ __guarded_new __guarded_parts; a, ^b = fn(a), ^c);
    let expected = quote! {
        match (P::__guarded_parts(p), ) { v => P::__guarded_new(v.0.0, v.0.1, v.0.2) }
    };
    let nested = |tokens: TokenStream| {
        text(tokens).replace("v . 0.0", "v . 0 . 0").replace("v . 0.1", "v . 0 . 1").replace("v . 0.2", "v . 0 . 2")
    };
    let table_tokens = table();
    let base = text(expand(quote!(krate [#table_tokens] ..p)));
    assert_eq!(base, nested(expected));
    let expected = quote! {
        match (1, P::__guard_c(x),) { v => match P::__guarded_default_b(&v.0) { d1 => P::__guarded_new(v.0, d1, v.1) } }
    };
    expands(table(), quote!(1, c = x), expected);
}

#[test]
fn a_base_gives_what_is_not_given() {
    let table = quote!(P __new __parts; x, !y = fn(x), ?scale = 2.0);
    // A number with two points would be no place in a tuple.
    let (outer, inner) = (Literal::usize_unsuffixed(0), Literal::usize_unsuffixed(0));
    let expected = quote! {
        match (P::__parts(p),) { v => match P::__default_y(&v.#outer.#inner) { d1 => P::__new(v.#outer.#inner, d1, 2.0) } }
    };
    expands(table, quote!(..p), expected);
}

#[test]
fn mistakes_have_pythons_words() {
    refused(quote!(), &["Point() missing 2 required arguments: 'x' and 'y'"]);
    refused(quote!(y = 1.0), &["Point() missing 1 required argument: 'x'"]);
    refused(quote!(1.0, 2.0, 3.0, 4.0), &["Point() takes from 2 to 3 positional arguments but 4 were given"]);
    refused(
        quote!(1.0, 2.0, x = 3.0),
        &["Point() got multiple values for argument 'x'\nhelp: 'x' is given by position already"],
    );
    refused(quote!(1.0, y = 1.0, y = 2.0), &["keyword argument repeated: y\nhelp: leave out one of the two"]);
    refused(quote!(1.0, q = 1.0), &["Point() got an unexpected keyword argument 'q'\nhelp: did you mean 'y'?"]);
    refused(
        quote!(x = 1.0, 2.0),
        &[
            "positional argument follows keyword argument\nhelp: put it before the keyword arguments, or give it by name",
        ],
    );
    refused(quote!(1.0, y =), &["argument 'y' has no value\nhelp: write `y = ..`"]);
    refused(quote!(1.0 2.0), &["expected `,` between arguments"]);
}

#[test]
fn mistakes_of_one_kind_are_told_together() {
    let expansion = call(quote!(1.0, wxyz = 1, abcd = 2, x = 3));
    let expected = [
        "Point() got an unexpected keyword argument 'wxyz'",
        "Point() got an unexpected keyword argument 'abcd'",
        "Point() got multiple values for argument 'x'\nhelp: 'x' is given by position already",
    ];
    assert_eq!(mistakes(&expansion), expected);
}

#[test]
fn keyword_only_arguments_have_their_own_texts() {
    let text = text(expand(quote!(krate [K new into_tuple; a, *k, *m = 1] 1, 2, m = 3)));
    let expected =
        "K() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given";
    assert_eq!(mistakes(&text), [expected]);
    let text = self::text(expand(quote!(krate [K new into_tuple; a, *k, *m = 1])));
    assert_eq!(
        mistakes(&text),
        ["K() missing 1 required argument: 'a'", "K() missing 1 required keyword-only argument: 'k'"]
    );
}

#[test]
fn a_field_that_is_no_argument_cannot_be_given() {
    let text = text(expand(quote!(krate [P __new into_tuple; x, !area = fn(x)] 1, area = 2)));
    let expected = "P() got an unexpected keyword argument 'area'\nhelp: 'area' is declared with `init = false`: it cannot be given";
    assert_eq!(mistakes(&text), [expected]);
}

#[test]
fn a_class_without_tuples_has_no_base() {
    let text = text(expand(quote!(krate [P new -; x] ..p)));
    assert_eq!(
        mistakes(&text),
        ["P has no `..base`, since it is declared with `tuple = false`\nhelp: give all arguments"]
    );
}

#[test]
fn groups_are_checked_when_all_else_is_right() {
    let call = |arguments: TokenStream| {
        let table =
            quote!(P new into_tuple; a = fn(), b = fn(), c = default; exactly_one a b; requires c b; conflicts a c);
        mistakes(&text(expand(quote!(krate [#table] #arguments))))
    };
    let none: [&str; 0] = [];
    assert_eq!(call(quote!(a = 1)), none);
    assert_eq!(call(quote!(b = 1, c = 2)), none);
    assert_eq!(call(quote!()), ["P() needs exactly one of 'a', 'b'"]);
    assert_eq!(call(quote!(None, None)), ["P() needs exactly one of 'a', 'b'"]);
    let conflict = |names: &str| format!("P() got conflicting arguments {names}\nhelp: leave out all but one");
    assert_eq!(call(quote!(1, b = 2)), [conflict("'a' and 'b'")]);
    assert_eq!(call(quote!(c = 1, a = 2)), ["P() needs 'b' with 'c'".to_owned(), conflict("'c' and 'a'")]);
    assert_eq!(call(quote!(c = 1, ..base)), none);
    assert_eq!(call(quote!(q = 1)), ["P() got an unexpected keyword argument 'q'\nhelp: did you mean 'a'?"]);
}

#[test]
fn a_path_is_passed_on_without_its_generic_arguments() {
    assert_eq!(
        text(by_path(quote!(geo::P::<f64>(1, y = 2)))),
        text(quote!(geo::P! { @path {geo::P::<f64>} 1, y = 2 }))
    );
    for (input, message) in [
        (quote!(), "expected a class to call"),
        (quote!(Self(1)), "`Self` has no call macro"),
        (quote!(<P>::new(1)), "`call!` needs the path of a class, not a qualified type"),
        (quote!(P), "expected arguments in parentheses"),
        (quote!(P(1) 2), "unexpected tokens behind the call"),
    ] {
        assert_eq!(mistakes(&text(by_path(input)))[0].lines().next(), Some(message));
    }
}

fn args(arguments: TokenStream) -> String {
    text(unbound(quote!(krate #arguments)))
}

#[track_caller]
fn args_refused(arguments: TokenStream, messages: &[&str]) {
    assert_eq!(mistakes(&args(arguments)), messages);
}

#[test]
fn arguments_without_a_class_are_values_and_names() {
    let expected = quote! {
        krate::Args::__new(
            [krate::__private::value(1), krate::__private::value(x)],
            const { &[krate::__private::Text::new("type")] }
        )
    };
    assert_eq!(args(quote!(1, r#type = x)), text(expected));
    assert_eq!(args(quote!()), text(quote!(krate::Args::__new([], const { &[] }))));
}

#[test]
fn stars_unpack_arguments() {
    let expected = quote! {
        krate::Args::with_keywords(
            krate::Args::with_all(krate::Args::with_keyword(krate::Args::with(krate::Args::new(), 1), "z", 2), a.b()), m
        )
    };
    assert_eq!(args(quote!(1, z = 2, *a.b(), **m)), text(expected));
    // With the parentheses, the compiler would warn of them.
    let expected = quote!(krate::Args::__new([krate::__private::value(*x)], const { &[] }));
    assert_eq!(args(quote!((*x))), text(expected));
}

#[test]
fn mistakes_of_arguments_without_a_class_have_pythons_words() {
    let help = "help: put it before the keyword arguments, or give it by name";
    let told = |message: &str| format!("{message}\n{help}");
    args_refused(quote!(x = 1, 2), &[&told("positional argument follows keyword argument")]);
    args_refused(quote!(**m, 2), &[&told("positional argument follows keyword argument unpacking")]);
    let text = "iterable argument unpacking follows keyword argument unpacking\nhelp: put it before `**`";
    args_refused(quote!(**m, *a), &[text]);
    args_refused(quote!(x = 1, **m, x = 2), &["keyword argument repeated: x\nhelp: leave out one of the two"]);
    args_refused(quote!(*), &["`*` has nothing to unpack\nhelp: write `*items`"]);
    args_refused(quote!(1, **, 2), &["`**` has nothing to unpack\nhelp: write `**mapping`"]);
    args_refused(quote!(x =), &["argument 'x' has no value\nhelp: write `x = ..`"]);
    let text = "`..` takes the fields of a class, and none is known\nhelp: write `*items` to unpack an iterable, `**mapping` to unpack a mapping";
    args_refused(quote!(..base), &[text]);
    args_refused(quote!(1 2), &["expected `,` between arguments"]);
    // What was found before the end that is none is told too.
    args_refused(
        quote!(x = 1, 2, y =),
        &[&told("positional argument follows keyword argument"), "argument 'y' has no value\nhelp: write `y = ..`"],
    );
}

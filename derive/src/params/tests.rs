//! `params!` without the compiler.

#![allow(clippy::needless_pass_by_value, reason = "tokens are written at the call")]

use proc_macro2::TokenStream;
use quote::quote;

use super::expand;
use crate::call::mistakes;

fn params(written: TokenStream) -> String {
    expand(quote!(krate #written)).to_string()
}

#[track_caller]
fn refused(written: TokenStream, messages: &[&str]) {
    let told = mistakes(&params(written));
    let told: Vec<&str> = told.iter().filter_map(|message| message.lines().next()).collect();
    assert_eq!(told, messages);
}

#[test]
fn parameters_are_built_in_order() {
    let expected = quote! {
        krate::Params::with(
            krate::Params::with(
                krate::Params::new(), krate::__private::ParamKind::PositionalOrKeyword, "name", Field::str()
            ),
            krate::__private::ParamKind::PositionalOrKeyword, "times", krate::Field::default(Field::int().min_value(1), 1)
        )
    };
    assert_eq!(params(quote!(name: Field::str(), times: Field::int().min_value(1) = 1)), expected.to_string());
    assert_eq!(params(quote!()), quote!(krate::Params::new()).to_string());
    assert_eq!(params(quote!(r#type,)), params(quote!(type)));
}

#[test]
fn each_parameter_has_its_kind() {
    let kinds = |written: TokenStream| {
        let text = params(written).replace(' ', "");
        let kinds = text.split("ParamKind::").skip(1).filter_map(|rest| rest.split(',').next().map(str::to_owned));
        kinds.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        kinds(quote!(a, b = 1, /, c = 2, *rest: Field::int(), k, **kw)),
        "PositionalOnly PositionalOnly PositionalOrKeyword VarPositional KeywordOnly VarKeyword"
    );
    assert_eq!(kinds(quote!(a = 1, *, k, m = 2)), "PositionalOrKeyword KeywordOnly KeywordOnly");
    assert_eq!(kinds(quote!(a, /)), "PositionalOnly");
}

#[test]
fn mistakes_have_pythons_words() {
    refused(quote!(/), &["at least one argument must precede /"]);
    refused(quote!(a, /, b, /), &["/ may appear only once"]);
    refused(quote!(a, *, b, /), &["/ must be ahead of *"]);
    refused(quote!(*, a, *, b), &["* argument may appear only once"]);
    refused(quote!(*a, *b), &["* argument may appear only once"]);
    refused(quote!(*), &["named arguments must follow bare *"]);
    refused(quote!(*, **kw), &["named arguments must follow bare *"]);
    refused(quote!(**kw, a), &["arguments cannot follow var-keyword argument"]);
    refused(quote!(*a = 1), &["var-positional argument cannot have default value"]);
    refused(quote!(**a = 1), &["var-keyword argument cannot have default value"]);
    refused(quote!(a = 1, b), &["non-default argument 'b' follows default argument 'a'"]);
    refused(quote!(a, b, a), &["duplicate argument 'a' in function definition"]);
    refused(quote!(self, a), &["the receiver is no parameter"]);
}

#[test]
fn what_is_no_parameter_is_told() {
    refused(quote!(a b), &["expected `,` between parameters"]);
    refused(quote!(1), &["expected the name of a parameter"]);
    refused(quote!(a: , b), &["expected a field behind `:`"]);
    refused(quote!(a: = 1), &["expected a field behind `:`"]);
    refused(quote!(a = , b), &["expected a default behind `=`"]);
    refused(quote!(a: Field::str() = , b), &["expected a default behind `=`"]);
    refused(quote!(a: Field::str() =), &["expected a default behind `=`"]);
    refused(quote!(a: str, b: i64 = 1), &["a parameter has a field, not a type"; 2]);
}

#[test]
fn all_mistakes_are_told() {
    refused(quote!(a, a, b c), &["expected `,` between parameters", "duplicate argument 'a' in function definition"]);
    refused(
        quote!(a = 1, b, a, *rest = 1, *more, **kw, c),
        &[
            "non-default argument 'b' follows default argument 'a'",
            "duplicate argument 'a' in function definition",
            "var-positional argument cannot have default value",
            "* argument may appear only once",
            "arguments cannot follow var-keyword argument",
        ],
    );
}

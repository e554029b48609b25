//! `params!`: names, kinds, types, defaults and rules, and what a call makes of them.

use std::error::Error as _;

use metaclass::prelude::*;
use metaclass::signature::{ParamKind, Signature};
use metaclass::validate::{Transform, ValidationError};

#[track_caller]
fn refused(signature: &Signature, args: Args, text: &str) {
    assert_eq!(format!("{:?}", signature.accept("C.f", args).map(drop).unwrap_err()), text);
}

#[test]
fn parameters_have_kinds_types_and_defaults() {
    use ParamKind::{KeywordOnly, PositionalOnly, PositionalOrKeyword, VarKeyword, VarPositional};
    let most = 3;
    let params = params!(a: Field::str(), b = [1], /, r#type: Field::int().max_value(most) = most, *rest: Field::int(), k, m = -1, **kw: Field::bool());
    let signature = params.build().unwrap();
    let text = "(a: str, b=[1], /, type: int = 3, *rest: int, k, m=-1, **kw: bool)";
    assert_eq!(signature.to_string(), text);
    let kinds: Vec<ParamKind> = signature.params().iter().map(|param| param.kind()).collect();
    assert_eq!(
        kinds,
        [PositionalOnly, PositionalOnly, PositionalOrKeyword, VarPositional, KeywordOnly, KeywordOnly, VarKeyword]
    );
    assert_eq!(params!(*, k: Field::float() = 0.5).build().unwrap().to_string(), "(*, k: float = 0.5)");
    assert_eq!(params!().build().unwrap().to_string(), "()");
}

#[test]
fn a_written_signature_equals_one_made_at_run_time() {
    let written = params!(a, /, b: Field::int() = 1, *, k).build().unwrap();
    let made = Params::new()
        .positional_only("a", Field::any())
        .param("b", Field::int().default(1))
        .keyword_only("k", Field::any());
    assert_eq!(written, made.build().unwrap());
}

#[test]
fn arguments_are_checked_before_the_function_runs() {
    let signature = params!(name: Field::str().min_length(2), times: Field::int().min_value(1) = 1, *rest: Field::int().max_value(9), **kw: Field::str()).build().unwrap();
    assert!(signature.accept("C.f", args!("Rex", 2, 3, 4, x = "a")).is_ok());
    refused(&signature, args!(1), "TypeError: C.f.name: expected str, got int");
    refused(&signature, args!("R"), "ValueError: C.f.name: must have at least 2 characters");
    refused(&signature, args!("Rex", 1, 2, 10), "ValueError: C.f[1]: must be at most 9");
    refused(&signature, args!("Rex", x = 1), "TypeError: C.f.x: expected str, got int");
    refused(
        &signature,
        args!("Rex", 0, "a"),
        "TypeError: Validation errors: C.f.times: must be at least 1; C.f[0]: expected int, got str",
    );
    refused(&signature, args!(), "TypeError: C.f() missing 1 required positional argument: 'name'");
    let error = signature.accept("C.f", args!("R", 0)).map(drop).unwrap_err();
    let report = error.source().and_then(|source| source.downcast_ref::<ValidationError>()).unwrap();
    assert_eq!(report.issues().iter().map(|issue| issue.code()).collect::<Vec<_>>(), ["min_length", "min_value"]);
}

#[test]
fn transforms_change_what_the_function_gets() {
    let signature = params!(name: Field::str().transform(Transform::Trim), *rest: Field::str().transform(Transform::Trim), **kw: Field::str().transform(Transform::Trim)).build().unwrap();
    let bound = signature.accept("f", args!(" a ", " b ", " c ", k = " d ")).unwrap();
    assert_eq!(format!("{bound:?}"), "f(name='a', rest=('b', 'c'), kw={'k': 'd'})");
}

#[test]
fn rules_may_look_at_other_parameters() {
    let signature = params!(password: Field::str(), again: Field::str().matches("password")).build().unwrap();
    assert!(signature.accept("f", args!("a", "a")).is_ok());
    refused(&signature, args!("a", "b"), "ValueError: C.f.again: must be equal to 'password'");
}

#[test]
fn a_default_is_evaluated_once_and_copied() {
    let mut made = 0;
    let signature = params!(items: Field::list(Field::int()) = {
        made += 1;
        vec![made]
    })
    .build()
    .unwrap();
    let first = signature.accept("f", args!()).unwrap();
    let mut first: metaclass::value::List = first.get::<(metaclass::value::List,)>().unwrap().0;
    first.push(2);
    let second = signature.accept("f", args!()).unwrap();
    assert_eq!((first.to_string(), format!("{second:?}"), made), ("[1, 2]".into(), "f(items=[1])".into(), 1));
}

#[test]
fn what_a_field_refuses_the_parameters_refuse() {
    let error = params!(x: Field::int().min_value(2) = 1).build().unwrap_err();
    assert_eq!(format!("{error:?}"), "ValueError: x: the default breaks the field's own rules: must be at least 2");
    let error = params!(password, again: Field::str().matches("pasword")).build().unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        "TypeError: again: `matches` names the unknown field 'pasword'. Did you mean 'password'?"
    );
    let error = params!(x: Field::str().max_value(2)).build().unwrap_err();
    assert_eq!(format!("{error:?}"), "TypeError: x: rule `max_value` does not fit type `str`");
}

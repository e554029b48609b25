//! Names that are expected are read as if they were not.

use std::fmt::Debug;
use std::sync::Arc;

use crate::Field;
use crate::json::random::Random;
use crate::spec::{ClassRef, ClassSpec, FieldSpec, Flags, Text, TypeSpec};

/// Twice the same class: with the names that are expected, and without.
fn classes() -> [ClassSpec; 2] {
    let inner = ClassSpec::define("Inner", [("x", Field::int()), ("xy", Field::float().default(0.5))]).unwrap();
    let inner = Arc::new(inner);
    let of_inner = || Field::of(TypeSpec::Class(ClassRef::Shared(Arc::clone(&inner))));
    let fields = [
        ("a", Field::int().min_value(-5)),
        ("ab", Field::str().max_length(3).rename("a\"b\\")),
        ("é", of_inner().nullable()),
        ("hidden", Field::int().default(0)),
        ("items", Field::list(of_inner())),
        ("last", Field::bool().default(true).alias("end")),
    ];
    let hide = |field: FieldSpec| match field.name() {
        "hidden" => field.with_flags(Flags::REPR),
        _ => field,
    };
    let fields = fields.map(|(name, field)| hide(field.build(name).unwrap()));
    let expecting = ClassSpec::made(Text::new("Outer"), fields.to_vec().into());
    let other = ClassSpec::new(Text::new("Outer"), expecting.field_list().clone());
    [expecting, other].map(|class| class.with_options(inner.options()))
}

fn told(result: Result<impl Debug, crate::DecodeError>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => {
            let places = error.issues().iter().map(|issue| (issue.line(), issue.column()));
            format!("{error:#} {:?}", places.collect::<Vec<_>>())
        }
    }
}

#[track_caller]
fn agree_on(text: &str) -> String {
    let [expecting, other] = classes().map(|class| told(class.decode_json(text)));
    assert_eq!(expecting, other, "{text}");
    expecting
}

const WHOLE: &str = r#"{"a":1,"a\"b\\":"abc","é":{"x":1,"xy":2},"items":[{"x":1,"xy":2.5},{"x":2}],"last":false}"#;

#[test]
fn names_are_read_in_any_order_and_spelling() {
    let whole = "Outer(a=1, ab='abc', é=Inner(x=1, xy=2.0), hidden=0, items=[Inner(x=1, xy=2.5), Inner(x=2, xy=0.5)], last=False)";
    assert_eq!(agree_on(WHOLE), whole);
    assert_eq!(agree_on(&WHOLE.replace(':', " : ").replace(',', " ,\n")), whole);
    assert_eq!(agree_on(&WHOLE.replace("\"é\"", r#""\u00e9""#).replace("\"a\"", r#""\u0061""#)), whole);
    assert_eq!(agree_on(&WHOLE.replace("last", "end")), whole);
    assert_eq!(
        agree_on(r#"{"items":[],"a":1,"a\"b\\":""}"#),
        "Outer(a=1, ab='', é=None, hidden=0, items=[], last=True)"
    );
    assert!(agree_on(r#"{"a":1,"a\"b\\":"","items":[],"hidden":1}"#).starts_with("Outer(a=1"));
}

#[test]
fn what_is_wrong_is_told_as_ever() {
    assert_eq!(agree_on(r#"{"a":}"#), "expected value at line 1 column 6 []");
    assert_eq!(agree_on(r#"{"a":1,"a"b\":""}"#), "expected `:` at line 1 column 11 []");
    assert_eq!(agree_on(r#"{"a":1 "é":null}"#), "expected `,` or `}` at line 1 column 8 []");
    let doubled = agree_on(r#"{"a":1,"a":2,"a\"b\\":"abcd","items":[{"y":1}]}"#);
    for fault in ["a: duplicate field", "at most 3 characters", "items[0].x: required", "items[0].y: unknown field"] {
        assert!(doubled.contains(fault), "{doubled}");
    }
}

#[test]
fn random_changes_make_no_difference() {
    let mut random = Random(23);
    for _ in 0..20_000 {
        let mut text = WHOLE.as_bytes().to_vec();
        random.mutate(&mut text, 3);
        if let Ok(text) = str::from_utf8(&text) {
            agree_on(text);
        }
    }
}

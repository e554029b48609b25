//! Keywords where it matters how exactly they are taken.

use metaclass::Value;
use metaclass::json_schema::JsonSchema;
use metaclass::value::Dict;
use serde_json::json;

#[track_caller]
fn verdicts(schema: &serde_json::Value, good: &[Value], bad: &[Value]) {
    let ready: JsonSchema = schema.to_string().parse().unwrap();
    for value in good {
        assert!(ready.is_valid(value), "{value:?} by {schema}");
    }
    for value in bad {
        assert!(!ready.is_valid(value), "{value:?} by {schema}");
    }
}

#[test]
fn numbers_are_compared_exactly() {
    let exact = 9_007_199_254_740_993_i64;
    verdicts(
        &json!({ "minimum": exact }),
        &[exact.into(), (exact + 1).into(), 9_007_199_254_740_994.0.into()],
        &[(exact - 1).into(), 9_007_199_254_740_992.0.into()],
    );
    verdicts(&json!({ "const": exact }), &[exact.into()], &[9_007_199_254_740_992.0.into(), (exact - 1).into()]);
    verdicts(&json!({ "enum": [exact - 1] }), &[9_007_199_254_740_992.0.into()], &[exact.into()]);
    verdicts(
        &json!({ "maximum": i64::MIN }),
        &[i64::MIN.into(), i128::MIN.into(), (-1e300).into()],
        &[(i64::MIN + 1).into()],
    );
    verdicts(&json!({ "maximum": u64::MAX }), &[u64::MAX.into()], &[(i128::from(u64::MAX) + 1).into()]);
    verdicts(&json!({ "exclusiveMaximum": 0 }), &[(-1e-323).into()], &[0.into(), (-0.0).into(), 1e-323.into()]);
    verdicts(&json!({ "exclusiveMinimum": 0 }), &[5e-324.into()], &[0.into()]);
    verdicts(&json!({ "multipleOf": 0.01 }), &[19.99.into(), 1.into(), 4.35.into()], &[0.005.into()]);
    verdicts(&json!({ "multipleOf": 1e-8 }), &[12_391_239_123.0.into(), 1e300.into()], &[1e-9.into()]);
    verdicts(&json!({ "multipleOf": 3 }), &[exact.into(), 0.into()], &[(exact - 1).into()]);
    verdicts(&json!({ "multipleOf": 0.123_456_789 }), &[], &[1e308.into()]);
    let large = 10_i128.pow(38);
    verdicts(&json!({ "multipleOf": 3.0 }), &[(large - 1).into()], &[large.into()]);
    let one = [1.into(), 1.0.into()];
    verdicts(&json!({ "type": "integer" }), &one, &[1.5.into(), true.into(), f64::NAN.into()]);
    verdicts(&json!({ "type": "integer" }), &[1e300.into(), i128::MIN.into()], &[f64::INFINITY.into()]);
    verdicts(&json!({ "type": "number" }), &[1.into(), 1.5.into()], &[true.into(), "1".into()]);
}

#[test]
fn a_count_may_be_written_as_any_number() {
    verdicts(&json!({ "minLength": 2.0, "maxLength": 3e0 }), &["ab".into(), 1.into()], &["a".into(), "abcd".into()]);
    verdicts(&json!({ "maxItems": 1e300 }), &[vec![1; 3].into()], &[]);
    verdicts(&json!({ "minItems": 1e300 }), &[], &[vec![1; 3].into()]);
    verdicts(&json!({ "minProperties": u64::MAX }), &[1.into()], &[Dict::new().into()]);
}

#[test]
fn length_counts_characters() {
    verdicts(&json!({ "maxLength": 2, "minLength": 2 }), &["😀é".into(), "e\u{301}".into()], &["é".into()]);
}

#[test]
fn patterns_are_those_of_ecma_and_found_anywhere() {
    verdicts(&json!({ "pattern": r"\d\.\d" }), &["v1.0b".into(), 1.into()], &["\u{7c0}.\u{7c0}".into(), "1,0".into()]);
    let named = |name: &str| Value::from(Dict::from([(name, 1)]));
    verdicts(&json!({ "patternProperties": { r"^\w+$": false } }), &[named("é")], &[named("e")]);
}

#[test]
fn a_truth_value_is_no_number() {
    let list = |items: &[Value]| Value::from(items.to_vec());
    let unique = json!({ "uniqueItems": true });
    verdicts(
        &unique,
        &[list(&[1.into(), true.into(), 0.into(), false.into()]), list(&[list(&[1.into()]), list(&[true.into()])])],
        &[list(&[1.into(), 1.0.into()]), list(&[list(&[true.into()]), list(&[true.into()])])],
    );
    verdicts(&json!({ "uniqueItems": false }), &[list(&[1.into(), 1.into()])], &[]);
    verdicts(&json!({ "const": 1 }), &[1.0.into()], &[true.into()]);
    verdicts(&json!({ "enum": [false] }), &[false.into()], &[0.into(), Value::None]);
    verdicts(&json!({ "enum": [] }), &[], &[Value::None, 1.into()]);
}

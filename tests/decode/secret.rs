//! `secret`: no text of an error tells the value, and it is written nowhere.

use std::collections::BTreeMap;

use metaclass::prelude::*;
use metaclass::{Decode, json};
use serde::{Deserialize, Serialize};

use super::read;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    A,
    B(u8),
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Inner {
    #[field(max_length = 3)]
    text: String,
    number: u8,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, check(is_free, fields(password, pin)))]
struct Login {
    user: String,
    #[field(secret, min_length = 8, pattern = "^[a-z]+$", one_of = ["abcdefgh", "ijklmnop"], not_contains = "x")]
    password: String,
    #[field(secret, matches = password)]
    again: String,
    #[field(secret, max_value = 99, equals = 7, multiple_of = 7)]
    pin: u16,
    #[field(secret, default, items(max_length = 2), max_items = 2, unique_items)]
    codes: Vec<String>,
    #[field(secret, default)]
    kind: Option<Kind>,
    #[field(secret, default)]
    inner: Option<Inner>,
    #[field(secret, default, values(max_value = 5))]
    scores: BTreeMap<String, i64>,
    #[field(secret, default)]
    letter: Option<char>,
    #[field(secret, default)]
    tuple: Option<(u8, f32)>,
}

fn is_free(_: &str, pin: &u16) -> bool {
    *pin != 13
}

/// No text of an error has one of these in it.
#[track_caller]
fn is_silent<T: for<'de> Decode<'de> + std::fmt::Debug>(text: &str, faults: usize) {
    let error = json::from_str::<T>(text).unwrap_err();
    assert_eq!(error.issues().len(), faults, "{error:#}");
    let mut texts = format!("{error}\n{error:#}\n{error:?}\n{error:#?}\n");
    for issue in error.issues() {
        texts += &format!("{issue} {issue:?} {} {:?} {}\n", issue.message(), issue.params(), issue.path());
        if issue.path().to_string() != "user" && !issue.path().is_empty() {
            assert!(issue.is_secret(), "{issue}");
        }
    }
    texts += &serde_json::to_string(error.issues()).unwrap();
    let error = metaclass::Error::from(error);
    texts += &format!("{error} {error:?} {error:#?}");
    assert!(!texts.to_lowercase().contains("hunter"), "{texts}");
    assert!(!texts.contains("1234") && !texts.contains("4321"), "{texts}");
}

#[test]
fn no_error_tells_a_secret() {
    is_silent::<Login>(r#"{"user": "a", "password": "HunterX", "again": "hunter", "pin": 12345}"#, 7);
    is_silent::<Login>(r#"{"user": "a", "password": ["hunter2"], "pin": 123456}"#, 3);
    is_silent::<Login>(r#"{"user": "a", "password": {"hunter2": "hunter3"}, "pin": -1234}"#, 3);
    is_silent::<Login>(r#"{"user": "a", "password": 1234.5, "pin": 1234.5}"#, 3);
    is_silent::<Login>(r#"{"user": 5, "password": "hunter2hunter2", "password": "hunter4", "pin": "hunter"}"#, 6);
}

#[test]
fn nor_what_lies_within_one() {
    let rest = r#""user": "a", "password": "abcdefgh", "again": "abcdefgh", "pin": 7"#;
    is_silent::<Login>(&format!(r#"{{{rest}, "codes": ["hunter2", 1234, "hunter2"]}}"#), 4);
    is_silent::<Login>(&format!(r#"{{{rest}, "codes": ["hu", "hu", "hu"], "kind": "hunter"}}"#), 3);
    is_silent::<Login>(&format!(r#"{{{rest}, "kind": {{"B": "hunter2"}}, "letter": "hunter2"}}"#), 2);
    is_silent::<Login>(&format!(r#"{{{rest}, "kind": 1234, "tuple": [1234, "hunter"]}}"#), 3);
    is_silent::<Login>(&format!(r#"{{{rest}, "inner": {{"text": "hunter2", "number": 1234}}}}"#), 2);
    is_silent::<Login>(&format!(r#"{{{rest}, "inner": "hunter2", "tuple": [1, 4e300]}}"#), 2);
    is_silent::<Login>(&format!(r#"{{{rest}, "scores": {{"a": 1234, "b": "hunter2"}}}}"#), 2);
}

#[test]
fn nor_does_serde_json_tell_one() {
    let error = serde_json::from_str::<Login>(r#"{"user": "a", "password": "hunter2", "pin": 1234}"#).unwrap_err();
    let texts = format!("{error} {error:?}");
    assert!(!texts.contains("hunter2") && !texts.contains("1234"), "{texts}");
    let error = Login::spec().decode_json(r#"{"user": "a", "password": "hunter2", "pin": 1234}"#).unwrap_err();
    let texts = format!("{error} {error:?}");
    assert!(!texts.contains("hunter2") && !texts.contains("1234"), "{texts}");
}

#[test]
fn secrets_are_read_and_never_written() {
    let login: Login = read(
        r#"{"user": "a", "password": "abcdefgh", "again": "abcdefgh", "pin": 7, "codes": ["x"], "inner": {"text": "abc", "number": 5}}"#,
    );
    assert_eq!((login.password.as_str(), login.pin, login.codes.as_slice()), ("abcdefgh", 7, &["x".to_owned()][..]));
    assert_eq!(json::to_string(&login).unwrap(), r#"{"user":"a"}"#);
    assert_eq!(serde_json::to_value(&login).unwrap(), serde_json::json!({"user": "a"}));
    assert_eq!(toml::Table::try_from(&login).unwrap().len(), 1);
    assert!(!format!("{login:?}").contains("abcdefgh"));
    let slots =
        Login::spec().decode_json(r#"{"user": "a", "password": "abcdefgh", "again": "abcdefgh", "pin": 7}"#).unwrap();
    let texts = format!("{slots} {slots:?} {}", slots.to_dict());
    assert!(!texts.contains("abcdefgh"), "{texts}");
}

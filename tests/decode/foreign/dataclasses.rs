//! Dataclasses within types that know nothing of us.

use std::collections::BTreeMap;

use metaclass::prelude::*;
use metaclass::{DecodeError, ValidationError, json};
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};

use super::{Record, is_cut_short};
use crate::decode::{is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid)]
struct Author {
    #[field(min_length = 2)]
    name: String,
    #[field(secret, max_value = 9)]
    pin: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Book {
    title: String,
    author: Author,
    #[serde(default)]
    more: Vec<Author>,
    #[serde(default)]
    by_role: BTreeMap<String, Author>,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Shelf {
    #[field(default)]
    books: Vec<Book>,
    #[field(default)]
    best: Option<Book>,
    #[field(default = 1)]
    last: u8,
}

#[test]
fn a_dataclass_within_a_foreign_type_tells_all_of_its_faults() {
    is_cut_short::<Shelf>(
        r#"{
  "books": [
    {"title": "a", "author": {"name": "x", "pin": 12, "z": 1}},
    {"title": "b", "author": {"name": "xy", "pin": 1}, "more": [{"name": "ab", "pin": 1}, {"name": 1}, {"pin": 1}]},
    {"title": "c", "by_role": {"editor": {"name": "", "pin": "?"}}, "author": 7}
  ],
  "last": -1,
  "best": {"title": "d", "author": 5}
}"#,
        &[
            "3:39 books[0]['author'].name: must have at least 2 characters",
            "3:51 books[0]['author'].pin: must be at most 9",
            "3:55 books[0]['author'].z: unknown field",
            "4:100 books[1]['more'][1].name: expected str, got int",
            "4:91 books[1]['more'][1].pin: required",
            "5:51 books[2]['by_role']['editor'].name: must have at least 2 characters",
            "5:62 books[2]['by_role']['editor'].pin: expected int, got str",
            "8:36 best['author']: expected Author, got int",
            "7:11 last: expected int from 0 to 255, got -1",
        ],
    );
}

#[test]
fn what_is_hidden_stays_hidden_within_a_foreign_type() {
    let error =
        json::from_str::<Shelf>(r#"{"best": {"title": "d", "author": {"name": "ab", "pin": 77}}}"#).unwrap_err();
    let [issue] = error.issues() else { panic!("{error}") };
    assert!(issue.is_secret());
    assert!(!format!("{error:?} {error}").contains("77"));
}

#[test]
fn a_foreign_type_around_dataclasses_may_be_read_by_its_own_format() {
    // Nobody is there who could take the faults: they are in the message, and not left for the next.
    let error = serde_json::from_str::<Book>(r#"{"title": "d", "author": {"name": "", "pin": 77}}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Validation errors: name: must have at least 2 characters; pin: must be at most 9 at line 1 column 49"
    );
    is_refused::<Record>(r#"{"id": "x"}"#, &["1:8 id: 1 characters are no id"]);
}

#[test]
fn reports_within_reports_do_not_mix() {
    fn told(error: &ValidationError) -> Vec<String> {
        error.issues().iter().map(ToString::to_string).collect()
    }

    /// Reads another document while it is read.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    struct Recursive(usize);

    impl<'de> Deserialize<'de> for Recursive {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            match json::from_str::<Author>(&text) {
                Ok(author) => Ok(Self(author.name.len())),
                Err(DecodeError::Invalid(error)) if told(&error).len() > 1 => Ok(Self(0)),
                Err(error) => Err(D::Error::custom(error)),
            }
        }
    }

    #[derive(Dataclass, Clone)]
    #[dataclass(serde)]
    struct Holder {
        a: Recursive,
        b: Recursive,
        c: Recursive,
    }

    let a = r#""{\"name\": \"xyz\", \"pin\": 1}""#;
    let b = r#""{}""#;
    let holder: Holder = read(&format!(r#"{{"a": {a}, "b": {b}, "c": {b}}}"#));
    assert_eq!((holder.a.0, holder.b.0, holder.c.0), (3, 0, 0));
    is_refused::<Holder>(
        &format!(r#"{{"a": {b}, "b": "{{\"name\": \"ab\"}}", "c": 5}}"#),
        &["1:18 b: Validation errors: pin: required", "1:45 c: invalid type: integer `5`, expected a string"],
    );
}

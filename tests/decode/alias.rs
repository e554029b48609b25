//! `alias`: further names that data may use.

use metaclass::json;
use metaclass::prelude::*;

use super::{is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid, rename_all = "camelCase")]
struct Person {
    #[field(alias = "name", alias = "given name", min_length = 2)]
    first_name: String,
    #[field(alias = "years", rename = "Age")]
    age: Option<u8>,
    #[field(alias = "é")]
    other: Option<Box<Person>>,
}

#[test]
fn a_field_is_read_by_any_of_its_names() {
    for name in ["firstName", "name", "given name", r"n\u0061me"] {
        assert_eq!(read::<Person>(&format!(r#"{{"{name}": "Al"}}"#)).first_name, "Al");
    }
    let person: Person = read(r#"{"years": 5, "name": "Al", "é": {"given name": "Bo"}}"#);
    assert_eq!((person.age, person.other.as_ref().map(|other| other.first_name.as_str())), (Some(5), Some("Bo")));
    // It is written by its own.
    assert_eq!(
        json::to_string(&person).unwrap(),
        r#"{"firstName":"Al","Age":5,"other":{"firstName":"Bo","Age":null,"other":null}}"#
    );
}

#[test]
fn its_faults_are_told_by_its_own_name_where_they_stand() {
    is_refused::<Person>(
        r#"{"years": "x", "given name": "A", "é": {"name": 5}}"#,
        &[
            "1:30 firstName: must have at least 2 characters",
            "1:11 Age: expected int, got str",
            "1:50 other.firstName: expected str, got int",
        ],
    );
    is_refused::<Person>("{\"first_name\": \"Al\"}", &["1:1 firstName: required", "1:2 first_name: unknown field"]);
}

#[test]
fn two_names_of_a_field_are_the_field_twice() {
    is_refused::<Person>(
        r#"{"name": "Al", "firstName": "Bo", "years": 1, "Age": 2, "given name": "x"}"#,
        &["1:16 firstName: duplicate field", "1:16 firstName: duplicate field", "1:47 Age: duplicate field"],
    );
}

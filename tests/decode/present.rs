//! `present`: what may be null is named all the same.

use metaclass::json;
use metaclass::json_schema::JsonSchema;
use metaclass::prelude::*;

use super::{is_refused, read};

#[derive(Dataclass)]
#[dataclass(serde)]
struct Derived {
    #[field(present)]
    nick: Option<String>,
    age: Option<u8>,
    #[field(present, min_length = 2, rename = "e-mail", alias = "mail")]
    mail: Option<String>,
}

schema! {
    struct Written {
        id: i64,
        #[field(present)]
        nick: Option<String>,
        age: Option<u8>,
    }
}

/// The macro cannot see that it is an option.
type Maybe = Option<i64>;

#[derive(Dataclass)]
#[dataclass(serde)]
struct Alias {
    #[field(present)]
    maybe: Maybe,
}

#[test]
fn null_is_named() {
    assert_eq!(read::<Derived>(r#"{"nick": null, "mail": null}"#), Derived!(None, None, None));
    assert_eq!(read::<Derived>(r#"{"nick": "a", "age": null, "e-mail": "bc"}"#).nick.as_deref(), Some("a"));
    assert_eq!(read::<Written>(r#"{"nick": null, "id": 1}"#), Written!(1, None));
    assert_eq!(read::<Alias>(r#"{"maybe": null}"#), Alias!(None));
}

#[test]
fn what_is_not_named_is_missing() {
    is_refused::<Derived>("{}", &["1:1 nick: required", "1:1 e-mail: required"]);
    is_refused::<Derived>(
        r#"{"mail": "a", "age": 300}"#,
        &[
            "1:1 nick: required",
            "1:22 age: expected int from 0 to 255, got 300",
            "1:10 e-mail: must have at least 2 characters",
        ],
    );
    is_refused::<Written>(r#"{"id": 1}"#, &["1:1 nick: required"]);
    is_refused::<Alias>("{}", &["1:1 maybe: required"]);
}

#[test]
fn it_has_no_default() {
    assert_eq!(Written::SIGNATURE, "(id: i64, nick: Option<String>, age: Option<u8> = None)");
}

#[test]
fn a_schema_asks_for_it() -> Result<(), Error> {
    let schema = json::to_string(&Derived::json_schema())?;
    let takes = |text: &str| JsonSchema::parse(&schema).unwrap().decode_json(text).is_ok();
    assert!(takes(r#"{"nick": null, "mail": null}"#) && takes(r#"{"nick": null, "e-mail": null}"#));
    assert!(!takes(r#"{"nick": null}"#) && !takes(r#"{"e-mail": null}"#));
    let class = Class::from_json_schema(&json::to_string(&Written::json_schema())?)?;
    assert_eq!(class.spec().field("nick"), Written::spec().field("nick"));
    assert_eq!(class.decode_json(r#"{"id": 1}"#).unwrap_err().to_string(), "Validation errors: nick: required");
    Ok(())
}

#[test]
fn a_class_made_at_run_time_says_it_too() -> Result<(), Error> {
    let fields = [("nick", Field::str().nullable().present()), ("age", Field::int().nullable())];
    let class = Model::define("User", fields)?;
    assert_eq!(class.decode_json(r#"{"nick": null}"#)?.to_string(), "User(nick=None, age=None)");
    assert_eq!(class.decode_json("{}").unwrap_err().to_string(), "Validation errors: nick: required");
    Ok(())
}

#[test]
fn it_is_said_of_nothing_else() {
    let refused = |field: Field, text: &str| {
        let error = Model::define("User", [("x", field)]).unwrap_err();
        assert_eq!(error.to_string(), text);
    };
    refused(Field::int().present(), "x: a field of type `int` without a default is always present");
    refused(
        Field::int().nullable().default(1).present(),
        "x: a field that has a default may be left out: it is not `present`",
    );
    refused(
        Field::list(Field::int().nullable().present()),
        "x: what lies within a container has a type and rules, and no other options",
    );
}

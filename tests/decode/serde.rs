//! Plain `Deserialize` and `Serialize`: any format and any container of serde takes our classes.

use std::collections::HashMap;

use metaclass::json;
use metaclass::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid)]
struct User {
    #[field(min_length = 2)]
    name: String,
    age: Option<u8>,
}

#[test]
fn all_faults_are_in_the_message() {
    let user: User = serde_json::from_str(r#"{"name": "Al", "age": 5}"#).unwrap();
    assert_eq!((user.name.as_str(), user.age), ("Al", Some(5)));
    let error = serde_json::from_str::<User>(r#"{"name": "A", "age": "x", "b": 1}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Validation errors: name: must have at least 2 characters; age: expected int, got str; b: unknown field"
    );
    assert!(error.is_data());
    let error = serde_json::from_value::<User>(serde_json::json!({"age": -1})).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: name: required; age: expected int from 0 to 255, got -1");
    let error = serde_json::from_str::<User>(r#"{"name": "Al", "age": 5"#).unwrap_err();
    assert!(error.is_eof());
    let error = serde_json::from_reader::<_, User>(&b"{}"[..]).unwrap_err();
    assert!(error.to_string().starts_with("Validation errors: name: required"), "{error}");
}

#[test]
fn a_container_of_serde_stops_at_its_first_faulty_item_and_ours_does_not() {
    let text = r#"[{"name": "Al"}, {"name": "", "age": ""}, {"name": ""}]"#;
    let error = serde_json::from_str::<Vec<User>>(text).unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with("Validation errors: name: must have at least 2 characters; age: expected int, got str")
    );
    assert_eq!(message.matches("name: ").count(), 1);
    let error = json::from_str::<Vec<User>>(text).unwrap_err();
    assert_eq!(error.issues().len(), 3);
}

#[test]
fn structs_and_enums_of_serde_hold_ours() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Team {
        lead: User,
        members: HashMap<String, User>,
        #[serde(flatten)]
        more: User,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "type")]
    enum Event {
        Joined(User),
        Left { user: User },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Either {
        User(User),
        Name(String),
    }

    let text = r#"{"lead": {"name": "Al"}, "members": {"a": {"name": "Bo", "age": 1}}}"#;
    // `flatten` gives all that is left, which the class takes apart itself.
    let error = serde_json::from_str::<Team>(text).unwrap_err();
    assert!(error.to_string().contains("name: required"), "{error}");
    let team: Team = serde_json::from_str(&text.replace("\"lead\"", "\"name\": \"Cy\", \"lead\"")).unwrap();
    assert_eq!((team.more.name.as_str(), team.members["a"].age), ("Cy", Some(1)));

    let event: Event = serde_json::from_str(r#"{"type": "Left", "user": {"name": "Al"}}"#).unwrap();
    let again: Event = serde_json::from_str(&serde_json::to_string(&event).unwrap()).unwrap();
    assert_eq!(again, event);
    let event: Event = serde_json::from_str(r#"{"name": "Al", "type": "Joined"}"#).unwrap();
    assert_eq!(event, Event::Joined(User!("Al".to_owned(), None)));
    let error = serde_json::from_str::<Event>(r#"{"name": "A", "type": "Joined"}"#).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: name: must have at least 2 characters");

    assert_eq!(serde_json::from_str::<Either>("\"x\"").unwrap(), Either::Name("x".to_owned()));
    assert!(matches!(serde_json::from_str::<Either>(r#"{"name": "Al"}"#), Ok(Either::User(_))));
    assert!(serde_json::from_str::<Either>(r#"{"name": "A"}"#).is_err());
}

#[test]
fn classes_are_written_in_the_order_of_their_fields() {
    let user = User!("Al".to_owned(), None);
    assert_eq!(json::to_string(&user).unwrap(), r#"{"name":"Al","age":null}"#);
    assert_eq!(serde_json::to_string_pretty(&user).unwrap(), "{\n  \"name\": \"Al\",\n  \"age\": null\n}");
    assert_eq!(json::to_string(&vec![&user; 2]).unwrap().matches("Al").count(), 2);
    assert_eq!(json::to_string(&HashMap::from([("a", &user)])).unwrap(), r#"{"a":{"name":"Al","age":null}}"#);
}

#[test]
fn what_cannot_be_written_is_a_value_error() {
    let error = json::to_string(&HashMap::from([((1, 2), 3)])).unwrap_err();
    assert_eq!(error.kind(), metaclass::ErrorKind::ValueError);
    assert_eq!(error.to_string(), "key must be a string");
}

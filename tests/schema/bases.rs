//! The bases of a class.

use metaclass::prelude::*;
use serde_json::json;

use super::to_json;

fn differ(id: &i64, parent: &i64) -> bool {
    id != parent
}

schema! {
    /// Anything.
    #[dataclass(check(differ, fields(id, parent)))]
    struct Entity {
        id: i64,
        #[field(alias = "above")]
        parent: i64 = 0,
    }

    #[dataclass(extra = forbid)]
    struct User: Entity {
        #[field(max_length = 9)]
        name: String,
        age: Option<u8>,
    }

    struct Admin: User { level: u8 }

    struct Moved: Entity {
        #[field(min_value = 7)]
        parent: i64,
    }
}

#[test]
fn a_base_is_referred_to() {
    let entity = to_json(&Entity::json_schema());
    let user = to_json(&User::json_schema());
    assert_eq!(user["allOf"], json!([{"$ref": "#/$defs/Entity"}]));
    assert_eq!(user["properties"].as_object().unwrap().keys().collect::<Vec<_>>(), ["age", "name"]);
    assert_eq!((&user["required"], &user["x-checks"]), (&json!(["name"]), &json!(null)));
    assert_eq!((&user["unevaluatedProperties"], &user["additionalProperties"]), (&json!(false), &json!(null)));
    let base = &user["$defs"]["Entity"];
    assert_eq!((&base["properties"], &base["x-checks"]), (&entity["properties"], &entity["x-checks"]));
}

#[test]
fn a_base_that_would_forbid_the_fields_of_the_class_is_not() {
    let admin = to_json(&Admin::json_schema());
    assert_eq!((&admin["allOf"], &admin["$defs"]), (&json!(null), &json!(null)));
    assert_eq!(admin["properties"].as_object().unwrap().len(), 6);
    assert_eq!(admin["required"], json!(["id", "name", "level"]));
}

#[test]
fn a_base_with_other_rules_is_not() {
    let moved = to_json(&Moved::json_schema());
    assert_eq!(moved["allOf"], json!(null));
    assert_eq!(moved["properties"]["parent"]["minimum"], json!(7));
}

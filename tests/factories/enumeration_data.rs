//! Fields whose values are members of an enumeration: in data, a member is its value.

use metaclass::prelude::*;
use metaclass::value::{Dict, Tuple};
use metaclass::{builtins, enumeration};

/// An instance of a class with fields whose values are members.
fn shirt() -> Class {
    let color = enumeration("Color", [("RED", "red"), ("BLUE", "blue"), ("AZURE", "blue")]).build().unwrap();
    let size = enumeration("Size", [("S", 1), ("L", 2)]).base(builtins::int_enum()).build().unwrap();
    let wash = enumeration("Wash", "COLD WARM DRY").base(builtins::flag()).build().unwrap();
    let fields = [
        ("color", Field::class(&color)),
        ("size", Field::class(&size).default(size.member("L").unwrap())),
        ("wash", Field::class(&wash).nullable().default(Value::None)),
        ("others", Field::list(Field::class(&color)).default_factory(|| Ok(Vec::<Value>::new()))),
        ("stock", Field::dict(Field::class(&size), Field::int()).default_factory(|| Ok(Dict::new()))),
    ];
    Model::define("Shirt", fields).unwrap()
}

#[test]
fn members_are_their_values_in_data() {
    let text = r#"{"color":"blue","size":1,"wash":5,"others":["red","blue"],"stock":{"1":3,"2":0}}"#;
    let shirt = shirt().decode_json(text).unwrap();
    assert_eq!(
        shirt.to_string(),
        "Shirt(color=<Color.BLUE: 'blue'>, size=<Size.S: 1>, wash=<Wash.COLD|DRY: 5>, \
         others=[<Color.RED: 'red'>, <Color.BLUE: 'blue'>], stock={<Size.S: 1>: 3, <Size.L: 2>: 0})"
    );
    assert_eq!(shirt.to_json().unwrap(), text);
    shirt.validate().unwrap();
}

#[test]
fn what_is_the_value_of_no_member_is_told_with_those_that_are() {
    let text = r#"{"color": "green", "size": true, "wash": 8, "others": ["red", {}, null], "stock": {"3": 1}}"#;
    let error = shirt().decode_json(text).unwrap_err();
    let said: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "color: must be one of ['red', 'blue']",
            "size: must be one of [1, 2]",
            "wash: must be one of [1, 2, 4]",
            "others[1]: must be one of ['red', 'blue']",
            "others[2]: must be one of ['red', 'blue']",
            "stock['3']: must be one of [1, 2]",
        ]
    );
    assert_eq!(error.issues()[0].code(), "one_of");
}

#[test]
fn data_that_are_no_instance_yet_are_validated_by_value() {
    let shirt = shirt();
    let spec = shirt.spec();
    let dict = |color: Value, size: Value| [("color", color), ("size", size)].into();
    spec.validate(&dict("red".into(), 1.into())).unwrap();
    let error = spec.validate(&dict("green".into(), true.into())).unwrap_err().to_string();
    assert_eq!(error, "Validation errors: color: must be one of ['red', 'blue']; size: must be one of [1, 2]");
    // A member of another enumeration is of another type.
    let other = enumeration("Other", [("RED", "red")]).build().unwrap().member("RED").unwrap();
    let error = spec.validate(&dict(other, 1.into())).unwrap_err().to_string();
    assert_eq!(error, "Validation errors: color: expected Color, got Other");
}

#[test]
fn where_types_are_strict_a_float_is_no_integer() {
    let size = enumeration("Size", [("S", 1)]).build().unwrap();
    let loose = Model::define("Loose", [("size", Field::class(&size))]).unwrap();
    let strict = Model::define("Strict", [("size", Field::class(&size).strict())]).unwrap();
    assert_eq!(loose.decode_json(r#"{"size": 1.0}"#).unwrap().to_string(), "Loose(size=<Size.S: 1>)");
    assert!(strict.decode_json(r#"{"size": 1.0}"#).is_err());
    assert!(loose.decode_json(r#"{"size": false}"#).is_err());
}

#[test]
fn a_value_may_be_of_any_type_that_data_have() {
    let planet = enumeration("Planet", [("EARTH", Value::from(Tuple::from(vec![1.into(), 2.5.into()])))]);
    let planet = planet.build().unwrap();
    let class = Model::define("Place", [("planet", Field::class(&planet))]).unwrap();
    let place = class.decode_json(r#"{"planet": [1, 2.5]}"#).unwrap();
    assert_eq!(place.to_json().unwrap(), r#"{"planet":[1,2.5]}"#);
    let error = class.decode_json(r#"{"planet": [1, 2]}"#).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: planet: must be one of [(1, 2.5)]");
}

#[test]
fn the_schema_has_the_values() {
    let schema: serde_json::Value =
        serde_json::from_str(&metaclass::json::to_string(&shirt().json_schema()).unwrap()).unwrap();
    let properties = &schema["properties"];
    assert_eq!(properties["color"], serde_json::json!({"enum": ["red", "blue"]}));
    assert_eq!(properties["size"], serde_json::json!({"enum": [1, 2], "default": 2}));
    assert_eq!(properties["others"]["items"], serde_json::json!({"enum": ["red", "blue"]}));
    assert_eq!(properties["wash"]["anyOf"][0], serde_json::json!({"type": "integer"}));
}

#[test]
fn a_schema_that_is_read_back_takes_the_same_values() {
    let color = enumeration("Color", [("RED", "red"), ("NONE", "")]).build().unwrap();
    let class = Model::define("Dot", [("color", Field::class(&color))]).unwrap();
    let schema = metaclass::json::to_string(&class.json_schema()).unwrap();
    let again = Class::from_json_schema(&schema).unwrap();
    for text in [r#"{"color": "red"}"#, r#"{"color": ""}"#, r#"{"color": "green"}"#, r#"{"color": 1}"#] {
        assert_eq!(again.decode_json(text).is_ok(), class.decode_json(text).is_ok(), "{text}");
    }
}

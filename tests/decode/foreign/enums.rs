//! Enums in all forms that serde has.

use std::collections::HashMap;

use metaclass::json;
use metaclass::prelude::*;
use serde::{Deserialize, Serialize};

use super::is_incomplete;
use crate::decode::read;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Point,
    Circle(f64),
    Rect(f64, f64),
    Polygon { corners: u8, side: f64 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data")]
enum Adjacent {
    A,
    B(u8),
    C { x: u8 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Internal {
    A,
    B { x: u8 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Number(f64),
    Text(String),
    Both { number: f64, text: String },
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
pub(super) struct Shapes {
    #[field(default)]
    one: Option<Shape>,
    #[field(default)]
    many: Vec<Shape>,
    #[field(default)]
    adjacent: Option<Adjacent>,
    #[field(default)]
    internal: Option<Internal>,
    #[field(default)]
    untagged: Option<Untagged>,
    #[field(default)]
    by_shape: HashMap<String, Shape>,
    #[field(default = 1)]
    last: u8,
}

#[test]
fn enums_of_all_kinds_are_read() {
    let shapes: Shapes = read(
        r#"{
            "many": ["point", {"point": null}, {"circle": 1}, {"rect": [1, 2.5]}, {"polygon": {"side": 2, "corners": 3}}],
            "adjacent": {"data": {"x": 1}, "type": "C"},
            "internal": {"x": 2, "type": "B"},
            "untagged": {"number": 1, "text": "a"},
            "by_shape": {"a": {"rect": [0, 0]}},
            "last": 7
        }"#,
    );
    let many = [
        Shape::Point,
        Shape::Point,
        Shape::Circle(1.0),
        Shape::Rect(1.0, 2.5),
        Shape::Polygon { corners: 3, side: 2.0 },
    ];
    assert_eq!(shapes.many, many);
    assert_eq!(shapes.adjacent, Some(Adjacent::C { x: 1 }));
    assert_eq!(shapes.internal, Some(Internal::B { x: 2 }));
    assert_eq!(shapes.untagged, Some(Untagged::Both { number: 1.0, text: "a".to_owned() }));
    assert_eq!(shapes.last, 7);
    let shapes: Shapes =
        read(r#"{"adjacent": {"type": "A"}, "internal": {"type": "A"}, "untagged": "x", "one": "point"}"#);
    assert_eq!((shapes.adjacent, shapes.internal), (Some(Adjacent::A), Some(Internal::A)));
    assert_eq!((shapes.untagged, shapes.one), (Some(Untagged::Text("x".to_owned())), Some(Shape::Point)));
}

#[test]
fn enums_that_are_wrong_are_one_fault_each_and_what_follows_is_read() {
    const LAST: &str = "last: expected int from 0 to 255, got -1";
    for (one, fault) in [
        ("5", "one: invalid type: integer `5`, expected enum Shape"),
        ("1.5", "one: invalid type: floating point `1.5`, expected enum Shape"),
        ("true", "one: invalid type: boolean `true`, expected enum Shape"),
        ("[1, [2]]", "one: invalid type: sequence, expected enum Shape"),
        (r#""square""#, "one: unknown variant `square`, expected one of `point`, `circle`, `rect`, `polygon`"),
        (r#""circle""#, "one: invalid type: unit variant, expected newtype variant"),
        ("{}", "one: invalid type: map, expected enum"),
        (r#"{"point": null, "circle": 1}"#, "one: expected a dict of one entry, the name of a variant"),
        (r#"{"circle": 1, "rect": [1, 2]}"#, "one: expected a dict of one entry, the name of a variant"),
    ] {
        let text = format!(r#"{{"one": {one}, "last": -1}}"#);
        let error = json::from_str::<Shapes>(&text).unwrap_err();
        assert_eq!(error.issues().iter().map(ToString::to_string).collect::<Vec<_>>(), [fault, LAST], "{text}");
    }
    for (one, fault) in [
        (
            r#"{"square": [1, {}]}"#,
            "one['square']: unknown variant `square`, expected one of `point`, `circle`, `rect`, `polygon`",
        ),
        (r#"{"point": 1}"#, "one['point']: invalid type: integer `1`, expected unit"),
        (r#"{"circle": "x"}"#, "one['circle']: invalid type: string \"x\", expected f64"),
        (r#"{"circle": [1, "x"], "a": {}}"#, "one['circle']: invalid type: sequence, expected f64"),
        (r#"{"rect": [1, "x", {}]}"#, "one['rect'][1]: invalid type: string \"x\", expected f64"),
        (
            r#"{"polygon": {"corners": 256, "side": 1}}"#,
            "one['polygon']['corners']: invalid value: integer `256`, expected u8",
        ),
    ] {
        let text = format!(r#"{{"one": {one}, "last": -1}}"#);
        let error = json::from_str::<Shapes>(&text).unwrap_err();
        assert_eq!(error.issues().iter().map(ToString::to_string).collect::<Vec<_>>(), [fault, LAST], "{text}");
        assert!(is_incomplete(error), "{text}");
    }
}

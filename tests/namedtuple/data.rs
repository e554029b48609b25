//! Reading and writing: a sequence, and what its JSON Schema says.

use metaclass::json::{from_str, to_string};
use metaclass::prelude::*;

namedtuple! {
    #[derive(Debug)]
    struct Point {
        #[field(min_value = 0)]
        x: i64,
        #[field(strict)]
        y: i64,
        label: String = "none".to_owned(),
    }
}
namedtuple!(Pair, "a b", defaults = ["b"]);

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Line {
    points: Vec<Point>,
    origin: Option<Point>,
}

#[track_caller]
fn faults<T>(result: Result<T, metaclass::DecodeError>) -> Vec<String> {
    result.map(drop).unwrap_err().issues().iter().map(ToString::to_string).collect()
}

#[test]
fn it_is_a_sequence() {
    let point = Point!(1, 2, "p".to_owned());
    assert_eq!(to_string(&point).unwrap(), r#"[1,2,"p"]"#);
    assert_eq!(from_str::<Point>(r#"[1, 2, "p"]"#).unwrap(), point);
    assert_eq!(serde_json::from_str::<Point>(r#"[1.0, 2, "p"]"#).unwrap(), point);
    assert_eq!(serde_json::from_str::<(i64, i64, String)>(&to_string(&point).unwrap()).unwrap(), point);
}

#[test]
fn what_has_a_default_may_be_left_out_from_the_end_on() {
    assert_eq!(from_str::<Point>("[1, 2]").unwrap(), (1, 2, "none"));
    assert_eq!(from_str::<Pair<u8, String>>("[1]").unwrap(), (1, "b"));
    // A default of another type is none.
    assert_eq!(faults(from_str::<Pair<u8, u8>>("[1]")), ["[1]: required"]);
    assert_eq!(from_str::<Pair<u8, u8>>("[1, 2]").unwrap(), (1, 2));
}

#[test]
fn every_fault_is_told_with_its_position() {
    let all = faults(from_str::<Point>("[-1, 2.0, 3]"));
    assert_eq!(all, ["[0]: must be at least 0", "[1]: expected int, got float", "[2]: expected str, got int"]);
    assert_eq!(faults(from_str::<Point>("[]")), ["[0]: required", "[1]: required"]);
    assert_eq!(faults(from_str::<Point>("[-1]")), ["[0]: must be at least 0", "[1]: required"]);
    let all = faults(from_str::<Point>(r#"["a", 1, "p", 4, {"x": []}]"#));
    assert_eq!(all, ["[0]: expected int, got str", "expected Point of 3 items, got 5"]);
    assert_eq!(faults(from_str::<Point>(r#"{"x": 1, "y": 2}"#)), ["expected Point, got dict"]);
    assert_eq!(faults(from_str::<Point>("3")), ["expected Point, got int"]);
}

#[test]
fn faults_within_others_have_places_in_the_text() {
    let text = "{\"points\": [[1, 2],\n [-1, []]],\n \"origin\": [0]}";
    let error = from_str::<Line>(text).unwrap_err();
    let told: Vec<_> = error.issues().iter().map(|issue| (issue.line().unwrap(), issue.to_string())).collect();
    let expected = [
        (2, "points[1][0]: must be at least 0"),
        (2, "points[1][1]: expected int, got list"),
        (3, "origin[1]: required"),
    ];
    assert_eq!(told, expected.map(|(line, text)| (line, text.to_owned())));
    assert_eq!(error.issues()[0].path().pointer(), "/points/1/0");
}

#[test]
fn a_class_with_named_tuples_goes_both_ways() {
    let text = r#"{"points":[[1,2,"none"]],"origin":[0,0,"o"]}"#;
    let line: Line = from_str(text).unwrap();
    assert_eq!(to_string(&line).unwrap(), text);
    assert_eq!(
        line.to_dict().to_string(),
        "{'points': [Point(x=1, y=2, label='none')], 'origin': Point(x=0, y=0, label='o')}"
    );
    assert_eq!(to_string(&line.to_dict()).unwrap(), text);
}

#[test]
fn a_class_known_by_its_description_reads_the_same() {
    let read = |text: &str| Point::spec().decode_json(text).map(|slots| slots.to_string());
    assert_eq!(read(r#"[1, 2, "p"]"#).unwrap(), "Point(x=1, y=2, label='p')");
    for text in ["[-1, 2.0, 3]", "[]", "[-1]", r#"["a", 1, "p", 4]"#, r#"{"x": 1}"#, "3"] {
        assert_eq!(faults(read(text)), faults(from_str::<Point>(text)), "{text}");
    }
    let read = |text: &str| Line::spec().decode_json(text).map(|slots| slots.to_dict().to_string());
    let text = r#"{"points": [[1, 2, "p"]], "origin": [0]}"#;
    assert_eq!(faults(read(text)), ["origin[1]: required"]);
    let told = read(&text.replace("[0]", "[0, 1, \"o\"]")).unwrap();
    assert_eq!(told, "{'points': [Point(x=1, y=2, label='p')], 'origin': Point(x=0, y=1, label='o')}");
}

#[test]
fn its_schema_says_what_stands_where() {
    let expected = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Point",
        "type": "array",
        "prefixItems": [
            {"type": "integer", "minimum": 0, "maximum": i64::MAX, "title": "x"},
            {"type": "integer", "minimum": i64::MIN, "maximum": i64::MAX, "title": "y"},
            {"type": "string", "title": "label"}
        ],
        "items": false,
        "minItems": 2,
        "maxItems": 3
    });
    assert_eq!(serde_json::to_value(Point::json_schema()).unwrap(), expected);
    let line = serde_json::to_value(Line::json_schema()).unwrap();
    assert_eq!(line["properties"]["points"]["items"], serde_json::json!({"$ref": "#/$defs/Point"}));
    assert_eq!(line["$defs"]["Point"]["prefixItems"], expected["prefixItems"]);
}

#[test]
fn it_is_left_out_where_it_is_switched_off() {
    struct NoData;

    namedtuple! { #[dataclass(serde = false)] struct Silent { x: NoData } }
    namedtuple!(
        #[dataclass(serde = false)]
        Quiet,
        "x"
    );

    let NoData = Silent!(NoData).x;
    assert_eq!(Quiet!(1), (1,));
}

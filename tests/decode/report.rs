//! The report: all faults of a text at once, in the order of the declaration, each with its place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use metaclass::prelude::*;
use metaclass::{Decode, DecodeError, Limits, ValidationError, json};

use super::{faults, is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid)]
struct Address {
    street: String,
    #[field(pattern = "^[0-9]{5}$")]
    zip: String,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid, check(is_period, fields(since, until)))]
struct User {
    #[field(min_length = 3, max_length = 10)]
    name: String,
    #[field(min_value = 0)]
    age: u8,
    email: String,
    address: Address,
    #[field(items(lowercase, max_length = 4))]
    tags: Vec<String>,
    #[field(keys(ascii), values(max_value = 1))]
    scores: BTreeMap<String, f64>,
    since: u32,
    until: u32,
    note: Option<String>,
}

fn is_period(since: &u32, until: &u32) -> Result<(), &'static str> {
    if since <= until { Ok(()) } else { Err("ends before it begins") }
}

const GOOD: &str = r#"{
  "name": "Alice",
  "age": 30,
  "email": "alice@example.org",
  "address": {"street": "High Street", "zip": "12345"},
  "tags": ["a", "b"],
  "scores": {"x": 0.5, "y": 1},
  "since": 2020,
  "until": 2024
}"#;

/// Nine kinds of faults: a field that is missing, a value of another type, a name that is unknown, one that is given
/// twice, a rule, a fault in a class within, in an item, in the key and in the value of a dict; a check of two fields.
const BAD: &str = r#"{
  "nick": [{"a": 1}, "b"],
  "since": 2024,
  "until": 2020,
  "name": "Al",
  "age": "old",
  "scores": {
    "x": 0.5,
    "é": 0.5,
    "y": 7
  },
  "age": 30,
  "address": {"zip": "1234", "street": "High Street"},
  "tags": ["a",
    "B", 5]
}"#;

/// All that can be seen of each fault.
fn whole(error: &ValidationError) -> Vec<String> {
    let mut lines = vec![];
    for issue in error.issues() {
        let mut line = format!("{}:{} ", issue.line().unwrap(), issue.column().unwrap());
        write!(line, "{} {}", issue.path().pointer(), issue.code()).unwrap();
        for (name, value) in issue.params().iter() {
            write!(line, " {name}={value:?}").unwrap();
        }
        write!(line, ": {}", issue.message()).unwrap();
        lines.push(line);
    }
    lines
}

fn invalid<T>(result: Result<T, DecodeError>) -> ValidationError {
    match result {
        Err(DecodeError::Invalid(error)) => error,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was read"),
    }
}

const NINE: &[&str] = &[
    "5:11 /name min_length limit=3 actual=2: must have at least 3 characters",
    "6:10 /age type expected='int' actual='str': expected int, got str",
    "12:3 /age duplicate_field first_line=6 first_column=3: duplicate field",
    "1:1 /email missing: required",
    "13:22 /address/zip pattern pattern='^[0-9]{5}$': must match the pattern '^[0-9]{5}$'",
    "15:5 /tags/1 lowercase: must be lowercase",
    "15:10 /tags/2 type expected='str' actual='int': expected str, got int",
    "9:5 /scores/é ascii: must be ASCII",
    "10:10 /scores/y max_value limit=1 actual=7.0: must be at most 1",
    "1:1  check: ends before it begins",
    "2:3 /nick unknown_field: unknown field",
];

#[test]
fn a_document_with_nine_kinds_of_faults_reports_all_of_them() {
    let error = invalid(json::from_str::<User>(BAD));
    assert_eq!(whole(&error), NINE);
    assert!(!error.truncated() && !error.is_incomplete());
    let user: User = read(GOOD);
    assert_eq!((user.name.as_str(), user.age, user.scores["y"], user.note), ("Alice", 30, 1.0, None));
}

#[test]
fn all_ways_to_read_a_text_report_the_same() {
    let expected = invalid(json::from_str::<User>(BAD));
    assert_eq!(invalid(json::from_slice::<User>(BAD.as_bytes())), expected);
    assert_eq!(invalid(json::from_reader::<User>(BAD.as_bytes())), expected);
    assert_eq!(invalid(json::from_str_with::<User>(BAD, &Limits::new())), expected);
    assert_eq!(invalid(json::from_slice_with::<User>(BAD.as_bytes(), &Limits::new())), expected);
    let slots = User::spec().decode_json(BAD).map(|slots| slots.to_string());
    assert_eq!(whole(&invalid(slots)), NINE);
}

#[test]
fn without_a_text_there_are_no_places() {
    // A tree of JSON has no field twice, and its names in order.
    let value: serde_json::Value = serde_json::from_str(&BAD.replace("\"age\": 30,", "")).unwrap();
    let error = invalid(json::from_value::<User>(value.clone()));
    let mut expected: Vec<&str> = NINE.iter().map(|line| line.split_once(' ').unwrap().1).collect();
    expected.remove(2);
    expected.swap(6, 7);
    let told: Vec<String> = error
        .issues()
        .iter()
        .map(|issue| {
            assert_eq!((issue.line(), issue.column()), (None, None));
            issue.clone().with_place(1, 1)
        })
        .map(|issue| whole(&issue.into()).remove(0).split_once(' ').unwrap().1.to_owned())
        .collect();
    assert_eq!(told, expected);
    assert_eq!(invalid(metaclass::decode::<User, _>(&value)), error);
}

#[test]
fn the_text_of_a_report_is_on_one_line_or_on_many() {
    let error = json::from_str::<User>(r#"{"name": "Al", "age": -1}"#).unwrap_err();
    let line = "Validation errors: name: must have at least 3 characters; age: expected int from 0 to 255, got -1; \
                email: required; address: required; tags: required; scores: required; since: required; until: required";
    assert_eq!(error.to_string(), line);
    assert_eq!(format!("{error:#}").lines().count(), 9);
    let error = metaclass::Error::from(error);
    assert_eq!((error.kind(), error.to_string().as_str()), (metaclass::ErrorKind::ValueError, line));
}

#[test]
fn faults_are_in_the_order_of_the_declaration_whatever_that_of_the_text_is() {
    let fields = [
        r#""name": """#,
        r#""age": 256"#,
        r#""address": {"zip": "", "town": 1}"#,
        r#""tags": [null]"#,
        r#""scores": {"a": "b"}"#,
        r#""since": true"#,
        r#""until": []"#,
        r#""note": {}"#,
    ];
    let expected = [
        "name: must have at least 3 characters",
        "age: expected int from 0 to 255, got 256",
        "email: required",
        "address.street: required",
        "address.zip: must match the pattern '^[0-9]{5}$'",
        "address.town: unknown field",
        "tags[0]: expected str, got NoneType",
        "scores['a']: expected float, got str",
        "since: expected int, got bool",
        "until: expected int, got list",
        "note: expected str, got dict",
    ];
    for first in 0..fields.len() {
        let mut order = fields;
        order.rotate_left(first);
        if first % 2 == 1 {
            order.reverse();
        }
        let error = invalid(json::from_str::<User>(&format!("{{{}}}", order.join(", "))));
        let told: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
        assert_eq!(told, expected, "{order:?}");
    }
}

#[test]
fn unknown_names_come_last_in_the_order_of_the_text() {
    let text = r#"{"z": 1, "street": "s", "a": 2, "zip": "1", "": 3, "z": 4}"#;
    is_refused::<Address>(
        text,
        &[
            "1:40 zip: must match the pattern '^[0-9]{5}$'",
            "1:2 z: unknown field",
            "1:25 a: unknown field",
            "1:45 ['']: unknown field",
            "1:2 z: unknown field",
        ],
    );
}

#[test]
fn the_whole_may_be_at_fault() {
    is_refused::<User>(" \n 5", &["2:2 expected User, got int"]);
    is_refused::<User>("null", &["1:1 expected User, got NoneType"]);
    is_refused::<User>(r#"["Alice", 30]"#, &["1:1 expected User, got list"]);
    is_refused::<Vec<User>>("{}", &["1:1 expected list[User], got dict"]);
    is_refused::<Vec<Option<User>>>("[null, 5]", &["1:8 [1]: expected User, got int"]);
    is_refused::<u8>("-1", &["1:1 expected int from 0 to 255, got -1"]);
}

#[test]
fn a_list_reports_the_faults_of_every_item() {
    let texts: Vec<String> = ["\"street\": 1", "\"zip\": \"\"", ""].map(|field| format!("{{{field}}}")).into();
    is_refused::<Vec<Address>>(
        &format!("[{}]", texts.join(",\n")),
        &[
            "1:13 [0].street: expected str, got int",
            "1:2 [0].zip: required",
            "2:1 [1].street: required",
            "2:9 [1].zip: must match the pattern '^[0-9]{5}$'",
            "3:1 [2].street: required",
            "3:1 [2].zip: required",
        ],
    );
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct Counts {
    #[field(items(max_value = 8))]
    counts: Vec<u32>,
}

#[test]
fn of_a_million_faults_as_many_are_kept_as_were_asked_for() {
    let items = vec!["9"; 1_000_000].join(",");
    let text = format!(r#"{{"counts":[{items}]}}"#);
    let error = invalid(json::from_str_with::<Counts>(&text, &Limits::new().max_issues(7)));
    let expected = (0..7).map(|i| {
        let column = 12 + 2 * i;
        format!("1:{column} /counts/{i} max_value limit=8 actual=9: must be at most 8")
    });
    assert_eq!(whole(&error), expected.collect::<Vec<_>>());
    assert!(error.truncated() && error.to_string().ends_with("; and more"));
}

#[test]
fn a_report_keeps_100_faults_unless_told_otherwise_and_never_none() {
    let text = format!(r#"{{"counts":[{}]}}"#, ["9"; 1_000].join(","));
    let error = invalid(json::from_str::<Counts>(&text));
    assert_eq!((error.issues().len(), error.truncated()), (100, true));
    let error = invalid(json::from_str_with::<Counts>(&text, &Limits::new().max_issues(0)));
    assert_eq!((error.issues().len(), error.truncated()), (1, true));
    let error = invalid(json::from_str_with::<Counts>(&text, &Limits::new().max_issues(usize::MAX)));
    assert_eq!((error.issues().len(), error.truncated()), (1_000, false));
}

#[test]
fn a_fault_at_the_end_of_a_million_items_is_found() {
    let items = vec!["1"; 999_999].join(",\n");
    let text = format!("{{\"counts\":[{items},\n\"x\"]}}");
    let error = invalid(json::from_str::<Counts>(&text));
    assert_eq!(whole(&error), ["1000000:1 /counts/999999 type expected='int' actual='str': expected int, got str"]);
    assert!(!error.truncated());
}

#[test]
fn a_report_of_exactly_as_many_faults_as_are_kept_is_not_cut() {
    let text = r#"{"counts": [9, 9, 9]}"#;
    let error = invalid(json::from_str_with::<Counts>(text, &Limits::new().max_issues(3)));
    assert_eq!((error.issues().len(), error.truncated()), (3, false));
    let error = invalid(json::from_str_with::<Counts>(text, &Limits::new().max_issues(2)));
    assert_eq!((error.issues().len(), error.truncated()), (2, true));
}

#[test]
fn an_error_of_the_text_itself_is_one_error() {
    fn told<'de, T: Decode<'de>>(text: &'de str) -> String {
        let error = json::from_str::<T>(text).err().unwrap();
        assert!(error.issues().is_empty());
        error.to_string()
    }

    // Whatever was wrong before it.
    assert_eq!(told::<User>("{\"name\": 5,\n \"age\" 6}"), "expected `:` at line 2 column 8");
    assert_eq!(told::<User>(""), "EOF while parsing a value at line 1 column 0");
    assert_eq!(told::<User>("{} {}"), "trailing characters at line 1 column 4");
    assert_eq!(told::<Vec<u8>>("[1,\n2,\n]"), "trailing comma at line 3 column 1");
}

#[test]
fn a_report_tells_what_a_program_may_ask() {
    let error = json::from_str::<Address>(r#"{"street": "s", "zip": "x"}"#).unwrap_err();
    assert_eq!(faults(&error), ["1:24 zip: must match the pattern '^[0-9]{5}$'"]);
    let [issue] = error.issues() else { panic!("one fault") };
    assert_eq!((issue.code(), issue.path().pointer().as_str()), ("pattern", "/zip"));
    assert_eq!((issue.line(), issue.column()), (Some(1), Some(24)));
    let source = std::error::Error::source(&error).unwrap();
    assert!(source.is::<ValidationError>());
}

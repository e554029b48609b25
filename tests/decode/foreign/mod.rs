//! Types that know nothing of us are read by their own `Deserialize`: one that is wrong is one fault at its place, and
//! what comes after it is read all the same.

mod dataclasses;
mod enums;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use metaclass::prelude::*;
use metaclass::{DecodeError, json};
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use self::enums::Shapes;
use super::{faults, is_refused, read, syntax};

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
struct Id(String);

impl TryFrom<String> for Id {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            true => Ok(Self(text)),
            false => Err(format!("{} characters are no id", text.len())),
        }
    }
}

fn id(text: &str) -> Id {
    Id(text.to_owned())
}

#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Flat {
    a: u8,
    b: Option<String>,
    c: (u8, u8),
    d: char,
}

/// A type that asks whether the format is one for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Picky(bool);

impl<'de> Deserialize<'de> for Picky {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let readable = deserializer.is_human_readable();
        u8::deserialize(deserializer).map(|_| Self(readable))
    }
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Record {
    id: Id,
    owner: Option<Id>,
    #[field(default)]
    others: Vec<Id>,
    #[field(default)]
    boxed: Option<Box<Id>>,
    #[field(default = vec![])]
    maybe: Vec<Option<Id>>,
    #[field(default)]
    by_number: HashMap<u32, Id>,
    #[field(default = 1)]
    last: u8,
}

#[test]
fn what_their_own_reading_takes_is_taken() {
    let record: Record = read(
        r#"{"id": "00ff", "others": ["0001", "0002"], "maybe": [null, "0003"], "boxed": "0004", "by_number": {"7": "0005"}}"#,
    );
    assert_eq!(record.id, id("00ff"));
    assert_eq!(record.owner, None);
    assert_eq!(record.others, [id("0001"), id("0002")]);
    assert_eq!(record.maybe, [None, Some(id("0003"))]);
    assert_eq!(record.boxed.as_deref(), Some(&id("0004")));
    assert_eq!(record.by_number[&7], id("0005"));
    let record: Record = read(r#"{"id": "00\u0066f", "owner": null, "boxed": null}"#);
    assert_eq!((record.id, record.owner, record.boxed), (id("00ff"), None, None));
}

#[test]
fn one_that_is_wrong_is_one_fault_at_its_place() {
    is_refused::<Record>(
        r#"{"id": "x", "owner": 5, "others": ["0001", "x", null, {"a": [1]}, "0002", "yy"], "boxed": "", "last": 256}"#,
        &[
            "1:8 id: 1 characters are no id",
            "1:22 owner: invalid type: integer `5`, expected a string",
            "1:44 others[1]: 1 characters are no id",
            "1:49 others[2]: invalid type: unit value, expected a string",
            "1:55 others[3]: invalid type: map, expected a string",
            "1:75 others[5]: 2 characters are no id",
            "1:91 boxed: 0 characters are no id",
            "1:103 last: expected int from 0 to 255, got 256",
        ],
    );
    is_refused::<Record>(
        r#"{"others": {}, "maybe": ["x", 1], "last": ""}"#,
        &[
            "1:1 id: required",
            "1:12 others: expected list[object], got dict",
            "1:26 maybe[0]: 1 characters are no id",
            "1:31 maybe[1]: invalid type: integer `1`, expected a string",
            "1:43 last: expected int, got str",
        ],
    );
    let error = json::from_str::<Record>(r#"{"id": "x"}"#).unwrap_err();
    let [issue] = error.issues() else { panic!("{error}") };
    assert_eq!((issue.code(), issue.path().pointer().as_str()), ("invalid", "/id"));
    assert_eq!(issue.params().get("reason"), Some(&"1 characters are no id".into()));
    assert!(!is_incomplete(error));
}

fn is_incomplete(error: DecodeError) -> bool {
    match error {
        DecodeError::Invalid(error) => error.is_incomplete(),
        error => panic!("{error}"),
    }
}

/// The faults of a text, of which more may not have been looked for.
#[track_caller]
fn is_cut_short<T: for<'de> metaclass::Decode<'de> + fmt::Debug>(text: &str, expected: &[&str]) {
    is_refused::<T>(text, expected);
    assert!(is_incomplete(json::from_str::<T>(text).unwrap_err()), "{text}");
}

#[test]
fn a_foreign_dict_ends_at_its_first_fault_and_the_report_says_so() {
    is_cut_short::<Record>(
        r#"{"by_number": {"1": "x", "2": "y", "a": {"b": []}}, "last": -1, "id": "z"}"#,
        &[
            "1:71 id: 1 characters are no id",
            "1:21 by_number['1']: 1 characters are no id",
            "1:61 last: expected int from 0 to 255, got -1",
        ],
    );
    is_cut_short::<Record>(
        r#"{"by_number": {"1": "0001", "-2": "0002", "3": [1]}, "last": -1, "id": "0000"}"#,
        &[
            "1:35 by_number['-2']: invalid type: string \"-2\", expected u32",
            "1:62 last: expected int from 0 to 255, got -1",
        ],
    );
    is_refused::<Record>(
        r#"{"by_number": [["1", "0001"]], "id": "0000"}"#,
        &["1:15 by_number: invalid type: sequence, expected a map"],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Host {
    address: IpAddr,
    socket: Option<SocketAddr>,
    flat: Flat,
    picky: Picky,
    #[field(default = Duration::from_secs(1))]
    timeout: Duration,
    #[field(default)]
    json: serde_json::Value,
    #[field(default)]
    path: Option<PathBuf>,
    #[field(default = 1)]
    last: u8,
}

#[test]
fn foreign_types_of_the_standard_library_and_of_others_are_read() {
    let host: Host = read(
        r#"{"address": "::1", "socket": "127.0.0.1:80", "flat": {"c": [1, 2], "d": "x"}, "picky": 1,
            "timeout": {"secs": 2, "nanos": 5}, "json": {"a": [1, null, "x", 1.5]}, "path": "/a/b"}"#,
    );
    assert!(host.address.is_loopback() && host.socket.is_some() && host.picky.0);
    assert_eq!(host.flat, Flat { c: (1, 2), d: 'x', ..Flat::default() });
    assert_eq!(host.timeout, Duration::new(2, 5));
    assert_eq!(host.json, serde_json::json!({"a": [1, null, "x", 1.5]}));
    assert_eq!(host.path, Some(PathBuf::from("/a/b")));
}

#[test]
fn a_foreign_struct_that_fails_does_not_spoil_what_follows() {
    for (flat, fault, is_cut) in [
        ("{\"a\": 256, \"b\": 1}", "flat['a']: invalid value: integer `256`, expected u8", true),
        ("{\"b\": [[{}]], \"a\": 1}", "flat['b']: invalid type: sequence, expected a string", true),
        ("{\"x\": {\"y\": [1]}, \"a\": 1}", "flat['x']: unknown field `x`, expected one of `a`, `b`, `c`, `d`", true),
        ("{\"c\": [1, 2, 3]}", "flat['c']: there are more items than expected", true),
        ("{\"c\": [1]}", "flat['c']: invalid length 1, expected a tuple of size 2", true),
        ("{\"c\": [1, []]}", "flat['c'][1]: invalid type: sequence, expected u8", true),
        ("{\"d\": \"xy\"}", "flat['d']: invalid value: string \"xy\", expected a character", true),
        ("7", "flat: invalid type: integer `7`, expected struct Flat", false),
        ("null", "flat: invalid type: unit value, expected struct Flat", false),
    ] {
        let text = format!(r#"{{"address": "x", "flat": {flat}, "picky": "y", "last": -1}}"#);
        let error = json::from_str::<Host>(&text).unwrap_err();
        let expected = [
            "address: invalid IP address syntax",
            fault,
            "picky: invalid type: string \"y\", expected u8",
            "last: expected int from 0 to 255, got -1",
        ];
        assert_eq!(error.issues().iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{text}");
        assert_eq!(is_incomplete(error), is_cut, "{text}");
    }
}

/// A type that reads one item of a list and then has had enough.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct First(u8);

impl<'de> Deserialize<'de> for First {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfList;

        impl<'de> Visitor<'de> for OfList {
            type Value = First;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<First, A::Error> {
                match items.next_element::<u8>()? {
                    Some(first) if first < 10 => Ok(First(first)),
                    _ => Err(A::Error::custom("the first is too large")),
                }
            }
        }

        deserializer.deserialize_seq(OfList)
    }
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Firsts {
    first: First,
    last: u8,
}

#[test]
fn one_that_gives_up_before_the_end_does_not_spoil_what_follows() {
    let firsts: Firsts = read(r#"{"first": [3], "last": 1}"#);
    assert_eq!((firsts.first, firsts.last), (First(3), 1));
    is_cut_short::<Firsts>(
        r#"{"first": [12, [1, {"a": 2}], "x"], "last": -1}"#,
        &["1:11 first: the first is too large", "1:45 last: expected int from 0 to 255, got -1"],
    );
    is_refused::<Firsts>(
        r#"{"first": [], "last": -1}"#,
        &["1:11 first: the first is too large", "1:23 last: expected int from 0 to 255, got -1"],
    );
}

#[test]
fn one_that_leaves_items_unread_is_at_fault() {
    let more = "1:11 first: there are more items than expected";
    is_refused::<Firsts>(r#"{"first": [3, 4, {}], "last": 1}"#, &[more]);
    is_refused::<Firsts>(r#"{"first": [3, 4], "last": -1}"#, &[more, "1:27 last: expected int from 0 to 255, got -1"]);
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Checked {
    #[field(check = is_even)]
    id: Id,
    #[field(secret)]
    token: Id,
}

fn is_even(id: &Id) -> Result<(), &'static str> {
    if id.0.ends_with(['0', '2', '4', '6', '8']) { Ok(()) } else { Err("must be even") }
}

#[test]
fn rules_and_secrets_are_for_them_too() {
    is_refused::<Checked>(r#"{"id": "0001", "token": "0000"}"#, &["1:8 id: must be even"]);
    let error = json::from_str::<Checked>(r#"{"id": "0002", "token": "hunter2"}"#).unwrap_err();
    // What a foreign type says may tell the value.
    assert_eq!(faults(&error), ["1:25 token: validation failed"]);
    assert!(error.issues()[0].params().get("reason").is_none());
}

#[test]
fn an_error_of_the_text_within_one_is_an_error_of_the_text() {
    assert_eq!(syntax::<Host>(r#"{"flat": {"a": 1, "b": tru}}"#), "1:27 expected ident");
    assert_eq!(syntax::<Shapes>(r#"{"one": {"rect": [1, }}"#), "1:22 expected value");
    assert_eq!(syntax::<Shapes>(r#"{"one": {"rect" [1]}}"#), "1:17 expected `:`");
    assert_eq!(syntax::<Record>(r#"{"others": ["x", "#), "1:17 EOF while parsing a value");
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Borrowing<'a> {
    span: Span<'a>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Span<'a>(#[serde(borrow)] &'a str);

#[test]
fn they_may_borrow_from_the_text() {
    let text = r#"{"span": "abc"}"#.to_owned();
    let borrowing: Borrowing<'_> = read(&text);
    assert_eq!(borrowing.span.0, "abc");
    assert_eq!(
        faults(&json::from_str::<Borrowing<'_>>(r#"{"span": "\n"}"#).unwrap_err()),
        ["1:10 span: invalid type: string \"\\n\", expected a borrowed string"]
    );
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
enum Color {
    Red,
    Green,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Keys {
    by_color: BTreeMap<Color, u8>,
    by_bool: BTreeMap<Option<bool>, Color>,
    ids: HashMap<Id, Color>,
}

#[test]
fn keys_may_be_foreign() {
    let keys: Keys =
        read(r#"{"by_color": {"Red": 1, "Green": 2}, "by_bool": {"true": "Red"}, "ids": {"0001": "Green"}}"#);
    assert_eq!(keys.by_color[&Color::Green], 2);
    assert_eq!(keys.by_bool[&Some(true)], Color::Red);
    assert_eq!(keys.ids[&id("0001")], Color::Green);
    is_cut_short::<Keys>(
        r#"{"by_color": {"Red": 1, "Blue": [2], "x": 1}, "by_bool": {"true": "Blue"}, "ids": {"x": "Green"}}"#,
        &[
            "1:33 by_color['Blue']: unknown variant `Blue`, expected `Red` or `Green`",
            "1:67 by_bool['true']: unknown variant `Blue`, expected `Red` or `Green`",
            "1:89 ids['x']: 1 characters are no id",
        ],
    );
}

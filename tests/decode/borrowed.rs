//! Text that is borrowed from the input, and other texts.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use metaclass::prelude::*;
use metaclass::{Decode, json};

use super::{faults, is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Texts<'a> {
    #[field(min_length = 2)]
    plain: &'a str,
    either: Cow<'a, str>,
    #[field(default)]
    list: Vec<&'a str>,
    #[field(default)]
    dict: BTreeMap<&'a str, Option<&'a str>>,
}

/// Does it lie within the input?
fn is_within(part: &str, whole: &str) -> bool {
    let (part, whole) = (part.as_bytes().as_ptr_range(), whole.as_bytes().as_ptr_range());
    whole.start <= part.start && part.end <= whole.end
}

#[test]
fn text_without_escapes_is_borrowed() {
    let text = r#"{"plain": "é b", "either": "c", "list": ["d"], "dict": {"e": "f", "g": null}}"#.to_owned();
    let texts: Texts<'_> = read(&text);
    assert!(is_within(texts.plain, &text) && is_within(texts.list[0], &text));
    assert!(matches!(&texts.either, Cow::Borrowed(part) if is_within(part, &text)));
    assert!(texts.dict.keys().all(|key| is_within(key, &text)));
    let from_slice: Texts<'_> = json::from_slice(text.as_bytes()).unwrap();
    assert_eq!(from_slice, texts);
}

#[test]
fn text_with_escapes_is_copied_where_it_may_be() {
    let texts: Texts<'_> = read(r#"{"plain": "ab", "either": "\u0063\n"}"#);
    assert!(matches!(&texts.either, Cow::Owned(text) if text == "c\n"));
    let fault = "cannot be borrowed from the input: it is written with escapes, or was read from a stream";
    is_refused::<Texts<'_>>(
        r#"{"plain": "a\n", "either": 5, "list": ["a", "\t"], "dict": {"\u0061": "b", "c": "\\"}}"#,
        &[
            &format!("1:11 plain: {fault}"),
            "1:28 either: expected str, got int",
            &format!("1:45 list[1]: {fault}"),
            &format!("1:61 dict['a']: {fault}"),
            &format!("1:81 dict['c']: {fault}"),
        ],
    );
    // A value that is owned gives nothing to borrow from.
    let error = metaclass::decode::<&str, _>(serde_json::json!("a")).unwrap_err();
    assert_eq!(faults(&error), [fault]);
}

#[test]
fn rules_see_borrowed_text() {
    is_refused::<Texts<'_>>(r#"{"plain": "é", "either": ""}"#, &["1:11 plain: must have at least 2 characters"]);
}

#[test]
fn texts_of_every_kind_are_read() {
    const TEXT: &str = r#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é😀""#;
    const VALUE: &str = "a\"\\/\u{8}\u{c}\n\r\t\u{e9}\u{1f600}é😀";
    assert_eq!(read::<String>(TEXT), VALUE);
    assert_eq!(*read::<Box<str>>(TEXT), *VALUE);
    assert_eq!(*read::<Rc<str>>(TEXT), *VALUE);
    assert_eq!(*read::<Arc<str>>(TEXT), *VALUE);
    assert_eq!(read::<Cow<'_, str>>(TEXT), VALUE);
    assert_eq!(read::<Value>(TEXT), VALUE.into());
    assert_eq!(read::<char>(r#""\ud83d\ude00""#), '😀');
    assert_eq!(read::<String>("\"\""), "");
    assert_eq!(read::<String>(r#""\u0000""#), "\0");
}

#[test]
fn what_is_no_text_is_refused() {
    fn refuses<T: for<'de> Decode<'de> + std::fmt::Debug>() {
        for (text, got) in [("1", "int"), ("null", "NoneType"), ("true", "bool"), ("[]", "list"), ("{}", "dict")] {
            is_refused::<T>(text, &[&format!("1:1 expected str, got {got}")]);
        }
    }

    refuses::<String>();
    refuses::<Box<str>>();
    refuses::<Arc<str>>();
    refuses::<char>();
    is_refused::<char>("\"\"", &["1:1 expected str of one character, got one of 0"]);
    is_refused::<char>("\"e\u{301}\"", &["1:1 expected str of one character, got one of 2"]);
}

#[test]
fn owned_classes_are_read_from_readers() {
    #[derive(Dataclass)]
    #[dataclass(serde)]
    struct Owned {
        either: Cow<'static, [u8]>,
        text: String,
    }

    let owned: Owned = json::from_reader(&br#"{"either": [1], "text": "\n"}"#[..]).unwrap();
    assert_eq!((&*owned.either, owned.text.as_str()), (&[1_u8][..], "\n"));
    assert_eq!(json::from_value::<Vec<String>>(serde_json::json!(["a"])).unwrap(), ["a"]);
}

#[test]
fn what_lives_as_long_as_the_program_is_borrowed_from_what_does() {
    #[derive(Dataclass)]
    #[dataclass(serde)]
    struct Static {
        text: &'static str,
        all: Option<Vec<&'static str>>,
    }

    let read: Static = read(r#"{"text": "a", "all": ["b"]}"#);
    assert_eq!((read.text, read.all), ("a", Some(vec!["b"])));
}

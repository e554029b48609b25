//! Texts that are to break what reads them: each is read or refused with a typed error, on a small stack.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Read};

use metaclass::prelude::*;
use metaclass::spec::{ClassRef, ClassSpec, TypeSpec};
use metaclass::{Decode, DecodeError, Field, Limits, json};
use serde::{Deserialize, Serialize};

use crate::random::Random;

const DEPTH: usize = 100_000;

/// Much less than the 2 MiB of a thread, and the 8 MiB of the first. What is not optimized takes four times the stack.
const STACK: usize = if cfg!(debug_assertions) { 1024 } else { 256 } * 1024;

pub(super) fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    super::on_a_stack_of(STACK, test);
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Node {
    value: Value,
    next: Option<Box<Node>>,
    #[field(default)]
    children: Vec<Node>,
    #[field(default)]
    by_name: HashMap<String, Node>,
    #[field(default)]
    foreign: Option<Foreign>,
    #[field(default)]
    json: serde_json::Value,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Foreign {
    inner: Option<Box<Foreign>>,
    list: Vec<Foreign>,
    leaf: Option<Box<Leaf>>,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Leaf {
    value: Value,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid)]
struct Closed {
    #[field(min_length = 1, max_length = 4)]
    name: String,
    #[field(items(max_value = 9), max_items = 3)]
    numbers: Vec<i64>,
    #[field(keys(ascii), values(max_length = 2))]
    texts: BTreeMap<String, String>,
}

/// What becomes of a text, read as each type that could be hit by it.
fn outcomes(text: &[u8]) -> Vec<Result<(), DecodeError>> {
    fn read<T: for<'de> Decode<'de>>(text: &[u8]) -> Result<(), DecodeError> {
        json::from_slice::<T>(text).map(drop)
    }

    let mut outcomes = vec![
        read::<Node>(text),
        read::<Closed>(text),
        read::<Value>(text),
        read::<Vec<Node>>(text),
        read::<Vec<Vec<i64>>>(text),
        read::<HashMap<String, Value>>(text),
        read::<(Value, u8, Option<String>)>(text),
    ];
    if let Ok(text) = str::from_utf8(text) {
        outcomes.extend([Node::spec(), Closed::spec(), made()].map(|spec| spec.decode_json(text).map(drop)));
    }
    outcomes
}

/// A class made at run time that refers to itself.
fn made() -> &'static ClassSpec {
    static MADE: std::sync::LazyLock<ClassSpec> = std::sync::LazyLock::new(|| {
        let class = || Field::of(TypeSpec::Class(ClassRef::Static(made)));
        let fields = [
            Field::any().build("value"),
            class().nullable().build("next"),
            Field::list(class()).default(Vec::<i64>::new()).build("children"),
        ];
        ClassSpec::new("Made".into(), fields.into_iter().map(Result::unwrap).collect())
    });
    &MADE
}

/// Errors can be shown, copied and dropped.
fn is_told(outcomes: &[Result<(), DecodeError>]) {
    for error in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        let text = format!("{error} {error:#} {error:?}");
        let is_control = |c: char| c.is_control() && c != '\n';
        assert!(!format!("{error} {error:#}").contains(is_control), "{text}");
        assert!(error.to_string().len() < 100_000);
        assert!(error.issues().len() <= 100);
    }
}

/// A text in which each level lies within the one before.
fn nested(open: &str, inner: &str, close: &str) -> String {
    open.repeat(DEPTH) + inner + &close.repeat(DEPTH)
}

#[test]
fn depth_is_an_error_wherever_it_is() {
    let texts = [
        nested("[", "", "]"),
        nested("{\"a\":", "1", "}"),
        nested("{\"next\":", "null", "}"),
        nested("{\"value\":1,\"next\":", "null", "}"),
        nested("{\"children\":[", "", "]}"),
        nested("{\"by_name\":{\"a\":", "1", "}}"),
        nested("{\"foreign\":{\"inner\":", "1", "}}"),
        nested("{\"foreign\":{\"list\":[", "", "]}}"),
        nested("{\"foreign\":{\"leaf\":{\"value\":", "1", "}}}"),
        nested("{\"json\":[{\"a\":", "1", "}]}"),
        nested("{\"value\":[", "1", "]}"),
        nested("[{\"value\":", "1", "}]"),
        nested("[[], [0, ", "1", "]]"),
        // Texts that end in the middle.
        "[".repeat(DEPTH),
        "{\"next\":".repeat(DEPTH),
        "{\"a\":[".repeat(DEPTH),
    ];
    on_a_small_stack(move || {
        for text in &texts {
            for (i, outcome) in outcomes(text.as_bytes()).into_iter().enumerate() {
                let error = outcome.expect_err(&text[..20]);
                match &error {
                    DecodeError::Syntax { line: 1, column, .. } => assert!(*column > 0),
                    // A name that nobody asked for is passed over, whatever it leads to.
                    DecodeError::Invalid(_) => assert!(error.issues().iter().all(|issue| issue.line() == Some(1))),
                    error => panic!("{i}: {error:?}"),
                }
                is_told(&[Err(error)]);
            }
        }
    });
}

#[test]
fn depth_is_harmless_where_nobody_asked() {
    let deep = nested("[{\"a\":", "1", "}]");
    on_a_small_stack(move || {
        let text = format!(r#"{{"ignored": {deep}, "value": 1, "ignored": {deep}}}"#);
        assert_eq!(json::from_str::<Node>(&text).unwrap().value, 1.into());
        // One that is no value of the type, a name that is unknown, a field that is given twice.
        let text = format!(
            r#"{{"name": {deep}, "x": {deep}, "numbers": [{deep}], "numbers": {deep}, "texts": {{"é": {deep}}}}}"#
        );
        for error in [json::from_str::<Closed>(&text).unwrap_err(), Closed::spec().decode_json(&text).unwrap_err()] {
            match error {
                DecodeError::Syntax { message, .. } => assert_eq!(message, "recursion limit exceeded"),
                error => {
                    let codes: Vec<&str> = error.issues().iter().map(|issue| issue.code()).collect();
                    assert_eq!(codes, ["type", "type", "duplicate_field", "ascii", "type", "unknown_field"]);
                }
            }
        }
    });
}

#[test]
fn as_deep_as_allowed_is_read_on_a_small_stack() {
    on_a_small_stack(|| {
        for levels in [1, 30, 60, 120] {
            let text = "{\"value\":0,\"next\":".repeat(levels) + "null" + &"}".repeat(levels);
            let node = json::from_str::<Node>(&text).unwrap();
            let depth = std::iter::successors(Some(&node), |node| node.next.as_deref()).count();
            assert_eq!(depth, levels);
            Node::spec().decode_json(&text).unwrap();
            made().decode_json(&text).unwrap();
            json::from_str::<Value>(&text).unwrap();
            let text = "[".repeat(levels) + &"]".repeat(levels);
            json::from_str::<Value>(&text).unwrap();
        }
        for levels in [1, 30, 60] {
            let text = "{\"value\":0,\"children\":[".repeat(levels) + &"]}".repeat(levels);
            json::from_str::<Node>(&text).unwrap();
            made().decode_json(&text).unwrap();
            let text = "{\"value\":0,\"by_name\":{\"a\":".repeat(levels) + "{\"value\":1}" + &"}}".repeat(levels);
            json::from_str::<Node>(&text).unwrap();
        }
        for levels in [1, 30, 40] {
            let list = "[".repeat(levels) + &"]".repeat(levels);
            let leaf = "{\"list\":[],\"leaf\":{\"value\":".to_owned() + &list + "}}";
            let foreign = "{\"list\":[],\"inner\":".repeat(levels) + &leaf + &"}".repeat(levels);
            json::from_str::<Node>(&format!("{{\"value\":0,\"foreign\":{foreign}}}")).unwrap();
        }
    });
}

/// One line that never ends.
struct Endless {
    given: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        buffer.fill(b'a');
        if self.given == 0 && !buffer.is_empty() {
            buffer[0] = b'"';
        }
        self.given += buffer.len() as u64;
        assert!(self.given < 1 << 30, "nobody stopped it");
        Ok(buffer.len())
    }
}

#[test]
fn a_line_of_a_gigabyte_is_stopped_at_the_limit() {
    on_a_small_stack(|| {
        let mut endless = Endless { given: 0 };
        let error = json::from_reader::<String>(&mut endless).unwrap_err();
        let DecodeError::Io(error) = error else { panic!("{error}") };
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(error.to_string(), "there are more than 67108864 bytes");
        // Buffers may be filled to their end, and no further.
        assert!(endless.given <= 256 << 20, "{}", endless.given);
        let mut endless = Endless { given: 0 };
        let error = json::from_reader_with::<Node>(&mut endless, &Limits::new().max_bytes(1_000)).unwrap_err();
        assert_eq!(error.to_string(), "there are more than 1000 bytes");
        assert!(endless.given <= 1 << 20, "{}", endless.given);
    });
}

#[test]
fn names_given_twice_are_faults_that_do_not_multiply() {
    on_a_small_stack(|| {
        let many = r#""name":"a","#.repeat(100_000);
        let text = format!(r#"{{{many}"numbers":[],"texts":{{"a":"","a":""}}}}"#);
        for error in [json::from_str::<Closed>(&text).unwrap_err(), Closed::spec().decode_json(&text).unwrap_err()] {
            assert_eq!(error.issues().len(), 100);
            assert!(error.issues().iter().all(|issue| issue.code() == "duplicate_field"));
        }
        let many = (0..100_000).map(|i| format!(r#""{i}":0"#)).collect::<Vec<_>>().join(",");
        let error = json::from_str::<Closed>(&format!("{{{many}}}")).unwrap_err();
        assert_eq!(error.issues().len(), 100);
    });
}

#[test]
fn control_and_bidi_characters_are_escaped_in_every_text() {
    const HOSTILE: &str = r"\u202e\u0000\u001b[31m\r\n\u2066\u009b\ufeff\u0007";
    on_a_small_stack(|| {
        let text = format!(
            r#"{{"{HOSTILE}": 1, "name": "{HOSTILE}", "numbers": ["{HOSTILE}"],
                "texts": {{"{HOSTILE}": "{HOSTILE}", "é{HOSTILE}": {{"{HOSTILE}": 1}}}}}}"#
        );
        let all = outcomes(text.as_bytes());
        is_told(&all);
        let error = json::from_str::<Closed>(&text).unwrap_err();
        assert!(error.issues().len() > 4, "{error}");
        for issue in error.issues() {
            let texts = format!("{issue} {} {}", issue.message(), issue.path());
            assert!(!texts.contains(|c: char| c.is_control() || "\u{202e}\u{2066}\u{feff}".contains(c)), "{texts:?}");
        }
        // As they are, they are an error of the text.
        let raw = "{\"name\": \"\u{1}\"}";
        assert!(matches!(json::from_str::<Closed>(raw), Err(DecodeError::Syntax { .. })));
        // What a foreign type says is data too.
        let text = format!(r#"{{"value": 0, "foreign": "{HOSTILE}", "json": 1}}"#);
        is_told(&outcomes(text.as_bytes()));
        // So is the text of an error of the text.
        is_told(&outcomes(format!("{{\"{HOSTILE}\" {HOSTILE}}}").as_bytes()));
    });
}

#[test]
fn names_and_texts_of_any_length_are_cut_in_reports() {
    on_a_small_stack(|| {
        let long = "x".repeat(1_000_000);
        let text =
            format!(r#"{{"{long}": 1, "name": "{long}", "texts": {{"{long}": "{long}"}}, "numbers": "{long}"}}"#);
        let error = json::from_str::<Closed>(&text).unwrap_err();
        assert_eq!(error.issues().len(), 4);
        assert!(error.to_string().len() < 1_000, "{}", error.to_string().len());
    });
}

#[test]
fn numbers_of_any_length_are_read_or_refused() {
    on_a_small_stack(|| {
        let digits = "9".repeat(10_000);
        let numbers = [
            digits.clone(),
            format!("-{digits}"),
            format!("0.{digits}"),
            format!("1e{digits}"),
            format!("1e-{digits}"),
            format!("{digits}e-10000"),
            format!("{digits}.{digits}E+{digits}"),
            format!("-0.{}1", "0".repeat(10_000)),
            format!("0{digits}"),
            "1e".to_owned(),
            "-".to_owned(),
            "1.".to_owned(),
            ".5".to_owned(),
            "+1".to_owned(),
            "NaN".to_owned(),
            "-Infinity".to_owned(),
            "0x10".to_owned(),
            "1_000".to_owned(),
        ];
        for number in &numbers {
            for text in [
                number.clone(),
                format!(r#"{{"value": {number}}}"#),
                format!(r#"{{"name": {number}, "numbers": [{number}], "texts": {{"{number}": {number}}}}}"#),
                format!(r#"{{"value": 0, "json": {number}, "x": {number}}}"#),
                format!("[{{\"value\": {number}}}]"),
                format!("[[{number}]]"),
            ] {
                is_told(&outcomes(text.as_bytes()));
            }
        }
    });
}

const DOCUMENT: &str = r#"{
  "value": [1, -2.5e3, "a\u00e9\n", null, true, {"k": {}}],
  "next": {"value": {"a": [[], [0]]}, "children": [{"value": 1}, {"value": ""}]},
  "by_name": {"x": {"value": 0, "next": null}, "é": {"value": 1}},
  "foreign": {"inner": null, "list": [{"list": [], "leaf": {"value": 9}}], "leaf": null},
  "json": [{"a": 0.1}],
  "name": "abc",
  "numbers": [1, 2],
  "texts": {"a": "b"},
  "ignored": ["\ud83d\ude00", 1E5]
}"#;

#[test]
fn a_text_that_ends_anywhere_is_an_error() {
    on_a_small_stack(|| {
        json::from_str::<Node>(DOCUMENT).unwrap();
        for end in 0..DOCUMENT.len() {
            let outcomes = outcomes(&DOCUMENT.as_bytes()[..end]);
            assert!(outcomes.iter().all(|outcome| matches!(outcome, Err(DecodeError::Syntax { .. }))), "{end}");
            is_told(&outcomes);
        }
    });
}

#[test]
fn bytes_that_are_no_text_are_an_error() {
    on_a_small_stack(|| {
        for bytes in [
            &b"\xff"[..],
            b"{\"value\": \"\xff\"}",
            b"{\"\xc3\": 1}",
            b"{\"value\": 1, \"x\xed\xa0\x80\": 2}",
            b"{\"value\": \"\xf5\x80\x80\x80\"}",
            b"{\"foreign\": \"\xc0\xaf\"}",
            b"{\"value\": 1, \"json\": {\"a\": \"\x80\"}}",
            b"\xef\xbb\xbf{\"value\": 1}",
            b"{\0\"value\": 1}",
        ] {
            let outcomes = outcomes(bytes);
            is_told(&outcomes);
            let error = json::from_slice::<Node>(bytes).unwrap_err();
            assert!(matches!(error, DecodeError::Syntax { .. }), "{bytes:?}: {error}");
        }
        // What nobody reads is not looked at.
        json::from_slice::<Node>(b"{\"value\": 1, \"x\": \"\xff\"}").unwrap();
    });
}

#[test]
fn damaged_texts_never_panic() {
    const BYTES: &[u8] = b"\"\\{}[]:,0123456789.eE+- \n\t\rtrufalsn\0\x01\x7f\x80\xc3\xff";
    const TEXTS: usize = 100_000;
    on_a_small_stack(|| {
        let mut random = Random(0x2545_F491_4F6C_DD1D);
        let mut read = 0;
        for _ in 0..TEXTS {
            let mut bytes = DOCUMENT.as_bytes().to_vec();
            for _ in 0..=random.below(3) {
                let i = random.below(bytes.len());
                match random.below(4) {
                    0 => drop(bytes.remove(i)),
                    1 => bytes.insert(i, random.pick(BYTES)),
                    2 => bytes[i] = random.pick(BYTES),
                    _ => {
                        let end = (i + random.below(20)).min(bytes.len());
                        let piece = bytes[i..end].to_vec();
                        let to = random.below(bytes.len());
                        bytes.splice(to..to, piece);
                    }
                }
            }
            let outcomes = match random.below(8) {
                0 => outcomes(&bytes),
                1..4 => vec![json::from_slice::<Closed>(&bytes).map(drop)],
                _ => vec![json::from_slice::<Node>(&bytes).map(drop)],
            };
            read += outcomes.iter().filter(|outcome| outcome.is_ok()).count();
            is_told(&outcomes);
        }
        assert!(read > TEXTS / 20, "{read}");
    });
}

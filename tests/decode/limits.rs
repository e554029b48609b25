//! `Limits`: how deep, how many faults, how many bytes.

use std::io::{self, Read};

use metaclass::prelude::*;
use metaclass::spec::ClassSpec;
use metaclass::{DecodeError, Field, Limits, json};

use super::faults;

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Node {
    value: Value,
    next: Option<Box<Node>>,
}

fn deep(limits: &Limits, text: &str) -> Vec<String> {
    match json::from_str_with::<Node>(text, limits) {
        Ok(_) => vec![],
        Err(error) => faults(&error),
    }
}

#[test]
fn depth_counts_lists_dicts_and_instances() {
    let limits = Limits::new().max_depth(3);
    assert_eq!(deep(&limits, r#"{"value": [[1]], "next": {"value": {"a": 1}, "next": {"value": 1}}}"#), [""; 0]);
    assert_eq!(deep(&limits, r#"{"value": [[[1]]]}"#), ["1:13 value[0][0]: nested too deeply"]);
    assert_eq!(
        deep(&limits, r#"{"value": [{"a": {"b": 1}}, 2], "next": {"value": [[1], [2]], "next": {"value": []}}}"#),
        [
            "1:18 value[0]['a']: nested too deeply",
            "1:52 next.value[0]: nested too deeply",
            "1:57 next.value[1]: nested too deeply",
            "1:81 next.next.value: nested too deeply",
        ]
    );
    assert_eq!(deep(&Limits::new().max_depth(0), r#"{"value": 1}"#), ["1:1 nested too deeply"]);
    // What is too deep is passed over, and what follows is read.
    assert_eq!(
        deep(&limits, r#"{"value": [[[[[]]]]], "next": 5}"#),
        ["1:13 value[0][0]: nested too deeply", "1:31 next: expected Node, got int",]
    );
}

#[test]
fn classes_described_at_run_time_count_the_same() {
    let limits = Limits::new().max_depth(2);
    let text = r#"{"value": [[1]], "next": {"value": {}}}"#;
    let error = Node::spec().decode_json_with(text, &limits).unwrap_err();
    assert_eq!(faults(&error), deep(&limits, text));
    let class = ClassSpec::define("C", [("x", Field::list(Field::list(Field::int())))]).unwrap();
    assert_eq!(
        faults(&class.decode_json_with(r#"{"x": [[1]]}"#, &limits).unwrap_err()),
        ["1:8 x[0]: nested too deeply"]
    );
}

#[test]
fn the_parser_of_json_follows_128_levels_at_most() {
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    let limits = Limits::new().max_depth(1_000);
    assert!(json::from_str_with::<Value>(&nested(127), &limits).is_ok());
    let error = json::from_str_with::<Value>(&nested(128), &limits).unwrap_err();
    assert_eq!(error.to_string(), "recursion limit exceeded at line 1 column 128");
}

#[test]
fn faults_are_counted_over_the_whole_text() {
    let class = ClassSpec::define("C", [("a", Field::int()), ("b", Field::list(Field::str().min_length(2)))]).unwrap();
    let text = r#"{"a": "", "b": ["", "", ""], "c": 1, "a": 2}"#;
    let error = class.decode_json_with(text, &Limits::new().max_issues(6)).unwrap_err();
    assert_eq!(faults(&error).len(), 6);
    assert!(!error.to_string().ends_with("; and more"));
    for limit in 1..6 {
        let error = class.decode_json_with(text, &Limits::new().max_issues(limit)).unwrap_err();
        assert_eq!(error.issues().len(), limit);
        assert!(error.to_string().ends_with("; and more"), "{error}");
        let DecodeError::Invalid(error) = error else { panic!() };
        assert!(error.truncated());
    }
}

#[test]
fn bytes_are_counted_by_readers_alone() {
    let limits = Limits::new().max_bytes(8);
    assert_eq!(json::from_reader_with::<Vec<u8>>(&b"[1, 2]"[..], &limits).unwrap(), [1, 2]);
    assert_eq!(json::from_reader_with::<Vec<u8>>(&b"[11, 22]"[..], &limits).unwrap(), [11, 22]);
    let error = json::from_reader_with::<Vec<u8>>(&b"[11, 222]"[..], &limits).unwrap_err();
    assert!(matches!(&error, DecodeError::Io(error) if error.kind() == io::ErrorKind::FileTooLarge));
    assert_eq!(error.to_string(), "there are more than 8 bytes");
    assert!(error.issues().is_empty() && std::error::Error::source(&error).is_some());
    assert_eq!(json::from_str_with::<Vec<u8>>("[11, 222]", &limits).unwrap(), [11, 222]);
    let none = Limits::new().max_bytes(0);
    assert!(matches!(json::from_reader_with::<u8>(io::empty(), &none), Err(DecodeError::Syntax { .. })));
    assert!(json::from_reader_with::<u8>(&b"1"[..], &Limits::new().max_bytes(usize::MAX)).is_ok());
}

#[test]
fn a_reader_that_fails_is_an_error_of_its_own() {
    struct Broken(bool);

    impl Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0 {
                return Err(io::Error::other("the line is cut"));
            }
            self.0 = true;
            buffer[0] = b'[';
            Ok(1)
        }
    }

    let error = json::from_reader::<Vec<u8>>(Broken(false)).unwrap_err();
    assert!(matches!(error, DecodeError::Io(_)));
    assert_eq!(error.to_string(), "the line is cut");
    let error = metaclass::Error::from(error);
    assert_eq!(error.kind(), metaclass::ErrorKind::ValueError);
}

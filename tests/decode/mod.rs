//! Data that is read: what becomes of it, and every fault of what is wrong. One file a feature.

mod alias;
mod binary;
mod borrowed;
mod containers;
mod extra;
mod foreign;
mod generics;
mod init;
mod limits;
mod many_fields;
mod nested;
mod numbers;
mod options;
mod present;
mod rename;
mod report;
mod round_trip;
mod rules;
mod secret;
mod serde;
mod toml;
mod valid;

use std::fmt::Debug;

use metaclass::validate::Issue;
use metaclass::{Decode, DecodeError, json};

/// What a text says.
#[track_caller]
pub(crate) fn read<'de, T: Decode<'de>>(text: &'de str) -> T {
    json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error:#}"))
}

/// A text is refused with these faults: place in the text, path and message of each.
#[track_caller]
pub(crate) fn is_refused<'de, T: Decode<'de> + Debug>(text: &'de str, expected: &[&str]) {
    let told = faults(&json::from_str::<T>(text).expect_err(text));
    assert_eq!(told, expected, "{text}");
    assert_eq!(faults(&json::from_slice::<T>(text.as_bytes()).expect_err(text)), expected, "{text}, as bytes");
}

/// Each fault on a line: place in the text, path and message.
#[track_caller]
pub(crate) fn faults(error: &DecodeError) -> Vec<String> {
    match error {
        DecodeError::Invalid(error) => error.issues().iter().map(line_of).collect(),
        error => panic!("the text itself: {error}"),
    }
}

fn line_of(issue: &Issue) -> String {
    match issue.line().zip(issue.column()) {
        Some((line, column)) => format!("{line}:{column} {issue}"),
        None => issue.to_string(),
    }
}

/// The line and column of an error of the text itself, with its message.
#[track_caller]
pub(crate) fn syntax<'de, T: Decode<'de> + Debug>(text: &'de str) -> String {
    match json::from_str::<T>(text) {
        Err(DecodeError::Syntax { message, line, column, .. }) => format!("{line}:{column} {message}"),
        other => panic!("{text}: {other:?}"),
    }
}

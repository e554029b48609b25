//! The formats against their standards: one module each, with what is of the format and what is not, and by which clause.

mod date;
mod date_time;
mod duration;
mod email;
mod grammar;
mod hostname;
mod html_email;
mod ip;
mod ipv4;
mod ipv6;
mod json_pointer;
mod regex;
mod time;
mod uri;
mod url;
mod uuid;

use metaclass::validate::Format;

/// A clause of the standard, and a text that it is about.
type Case = (&'static str, &'static str);

#[track_caller]
fn accepts(format: Format, cases: &[Case]) {
    check(format, cases, true);
}

#[track_caller]
fn refuses(format: Format, cases: &[Case]) {
    check(format, cases, false);
}

/// Every wrong answer is told at once.
#[track_caller]
fn check(format: Format, cases: &[Case], expected: bool) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(_, text)| format.check(text) != expected)
        .map(|(clause, text)| format!("{text:?} ({clause})"))
        .collect();
    let verb = if expected { "refuses" } else { "accepts" };
    assert!(wrong.is_empty(), "{format} {verb} {} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    let mut texts: Vec<&str> = cases.iter().map(|(_, text)| *text).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), cases.len(), "{format}: a text is there twice");
    assert!(texts.len() >= 25, "{format}: {} cases", texts.len());
}

/// Lengths at a limit and beyond it, which no table shows well.
#[track_caller]
fn at_limits(format: Format, cases: &[(&str, String, bool)]) {
    let wrong: Vec<&str> = cases
        .iter()
        .filter(|(_, text, expected)| format.check(text) != *expected)
        .map(|(clause, ..)| *clause)
        .collect();
    assert!(wrong.is_empty(), "{format} is wrong about: {}", wrong.join("; "));
}

/// So many bytes of text.
const LONG: usize = 1_000_000;

#[test]
fn no_long_text_takes_long_or_panics() {
    let parts = [
        "a",
        "1",
        ".",
        "-",
        ":",
        "/",
        "%",
        "%41",
        "@",
        "[",
        "~0",
        "/~1",
        "a.",
        "1:",
        "::",
        "P1Y",
        "T",
        "é",
        "\u{0}",
        "((",
        "a@",
        "http://a/",
        "http://é",
        "2024-01-01T00:00:00.",
        "P1",
        "xn--a.",
    ];
    for part in parts {
        let long = part.repeat(LONG / part.len());
        for format in Format::ALL {
            let accepted = format.check(&long);
            let may_be_long = ["html_email", "url", "uri", "json_pointer"].contains(&format.name());
            assert!(!accepted || may_be_long, "{format} accepts {part:?} {LONG} times");
        }
    }
}

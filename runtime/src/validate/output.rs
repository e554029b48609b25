//! A report in the `list` format of JSON Schema.
//!
//! Source: the document "JSON Schema Output Formats" (draft/next), sections on output units and on the format `list`.
//! A unit stands for a subschema that a place of the data did not obey, and has one entry in `errors` for each keyword
//! at fault. Units without errors are left out, as the document says.

use std::borrow::Cow;

use indexmap::IndexMap;

use super::shown::cut;
use super::{Issue, ValidationError, composed, rules};
use crate::path::{Path, Segment, token};
use crate::value::{Dict, Value};

/// What a unit is found by: the path of the subschema, the place in the data.
type Place = (String, String);
/// Texts by keyword.
type Errors<'a> = IndexMap<Cow<'a, str>, Vec<String>>;

/// The report as a value.
pub(super) fn to_list(error: &ValidationError) -> Value {
    let mut units: IndexMap<Place, Errors<'_>> = IndexMap::new();
    for issue in error.issues() {
        let (segments, text) = asserted(issue);
        let instance = segments.iter().cloned().collect::<Path>().pointer();
        let errors = units.entry((evaluation_path(segments, issue.is_of_key()), instance)).or_default();
        errors.entry(keyword(issue)).or_default().push(text);
    }
    let details: Vec<Value> = units.into_iter().map(|(place, errors)| unit(place, errors)).collect();
    Dict::from([("valid", Value::False), ("details", details.into())]).into()
}

/// The place of the value that a keyword is about, and what it says of it. That a field is missing or unknown is told
/// by a keyword about the whole object, and so the text has to name it.
fn asserted(issue: &Issue) -> (&[Segment], String) {
    match (issue.code(), issue.path().segments()) {
        ("missing" | "unknown_field", [object @ .., last @ Segment::Field(_)]) => {
            let field: Path = [last.clone()].into_iter().collect();
            (object, format!("{}: {}", cut(field), issue.message()))
        }
        (_, segments) => (segments, issue.message()),
    }
}

/// The keyword at fault: that of the rule, or else the code.
fn keyword(issue: &Issue) -> Cow<'_, str> {
    match issue.code() {
        "missing" => "required".into(),
        "unknown_field" => "additionalProperties".into(),
        code => rules::keyword(code).or_else(|| composed::keyword(code)).unwrap_or(code).into(),
    }
}

/// The way through the schema, as if those of all classes stood in the places where they are used.
fn evaluation_path(segments: &[Segment], is_of_key: bool) -> String {
    let last_key = segments.iter().rposition(|segment| is_of_key && matches!(segment, Segment::Key(_)));
    segments.iter().enumerate().fold(String::new(), |path, (i, segment)| match segment {
        Segment::Field(name) => path + "/properties/" + &token(name),
        Segment::Index(_) => path + "/items",
        Segment::Key(_) if last_key == Some(i) => path + "/propertyNames",
        Segment::Key(_) => path + "/additionalProperties",
    })
}

fn unit((evaluation, instance): Place, errors: Errors<'_>) -> Value {
    let errors: Dict = errors.into_iter().map(|(keyword, texts)| (keyword.into_owned(), one_or_more(texts))).collect();
    let unit: [(&str, Value); 5] = [
        ("valid", Value::False),
        ("evaluationPath", evaluation.as_str().into()),
        ("schemaLocation", fragment(&evaluation).into()),
        ("instanceLocation", instance.into()),
        ("errors", errors.into()),
    ];
    Dict::from(unit).into()
}

/// A keyword has a text, or a list of them.
fn one_or_more(mut texts: Vec<String>) -> Value {
    match (texts.pop(), texts.is_empty()) {
        (Some(text), true) => text.into(),
        (last, _) => texts.into_iter().chain(last).collect::<Vec<_>>().into(),
    }
}

/// A JSON Pointer as the fragment of a URI (RFC 6901, section 6; what need not be escaped: RFC 3986, section 3.5).
pub(crate) fn fragment(pointer: &str) -> String {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte);
    pointer.bytes().fold(String::from("#"), |fragment, byte| match is_allowed(byte) {
        true => fragment + char::from(byte).encode_utf8(&mut [0; 4]),
        false => fragment + &format!("%{byte:02X}"),
    })
}

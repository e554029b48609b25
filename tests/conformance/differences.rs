//! Where we differ from what was recorded, and why. Each answer that is left out has a row here.

use serde_json::Value as Json;

use crate::cases::text;
use crate::program::Answer;

/// When an answer differs, and why.
type Row = (fn(&Answer<'_>) -> bool, &'static str);

const DATACLASS: &[Row] = &[
    (
        |answer| message(answer).ends_with("has no type annotation"),
        "a field has a type: the compiler refuses one without",
    ),
    (
        |answer| message(answer).ends_with("argument 'colour'") || answer.op["fields"].to_string().contains("raw"),
        "the compiler refuses parameters and fields that are none",
    ),
    (|answer| answer.op["op"] == "doc", "types are checked: what takes anything is called `Any`"),
    (|answer| answer.case.id().ends_with("def/mutable_subclass"), "no class derives from `list`"),
    (
        |answer| answer.case.has_tag("changed_in_3.13"),
        "changed in 3.13: equality field by field, `TypeError` from `replace`, non-frozen bases, slots of frozen classes",
    ),
    (|answer| calls(answer, "append"), "values are data: a list is changed where it is kept"),
    (
        |answer| answer.case.id().ends_with("slots/derived_plain"),
        "`vars` shows fields wherever they are kept: in slots, too",
    ),
];

/// The difference that explains an answer of the suites of dataclasses.
pub(crate) fn dataclass(answer: &Answer<'_>) -> Option<&'static str> {
    reason(DATACLASS, answer)
}

const PIPELINE: &[Row] = &[
    (
        |answer| message(answer).starts_with("Error calling __set_name__"),
        "changed in 3.12: an error in `__set_name__` is not wrapped",
    ),
    (
        |answer| message(answer).contains("must return a mapping"),
        "a metaclass prepares a `Namespace`: the compiler refuses anything else",
    ),
    (
        |answer| message(answer).starts_with("isinstance() arg") || message(answer).starts_with("issubclass() arg"),
        "the compiler refuses what is no class",
    ),
    (|answer| answer.expected.to_string().contains("__annotations__"), "fields are declared: there are no annotations"),
    (|answer| calls(answer, "append"), "values are data: what is done to a copy of a list is not seen in the class"),
    (|answer| sets(answer, "__name__"), "a class keeps the name that it was made with"),
    PYTHON_SPECIFIC,
];

const PYTHON_SPECIFIC: Row =
    (|answer| answer.case.has_tag("python_specific"), "python_specific: it rests on something that only Python has");

/// The difference that explains an answer of the suite `pipeline`.
pub(crate) fn pipeline(answer: &Answer<'_>) -> Option<&'static str> {
    reason(PIPELINE, answer)
}

const NAMEDTUPLE: &[Row] = &[
    (
        |answer| message(answer).starts_with("Got unexpected field names"),
        "changed in 3.13: `_replace` raises a TypeError",
    ),
    (|answer| message(answer) == "too many values to unpack (expected 1)", "later Pythons tell how many there are"),
    (|answer| calls(answer, "append"), "values are data: what is done to a copy of a list is not seen in the class"),
    (
        |answer| calls(answer, "_asdict") && answer.expected["ok"] == "False",
        "values are data: two dicts that are equal are the same",
    ),
    PYTHON_SPECIFIC,
];

/// The difference that explains an answer of the suite `namedtuple_ops`.
pub(crate) fn namedtuple(answer: &Answer<'_>) -> Option<&'static str> {
    reason(NAMEDTUPLE, answer)
}

const ENUMERATION: &[Row] = &[
    (
        |answer| !answer.case.expected()["warnings"].is_null(),
        "changed in 3.13: only a number is followed by an automatic value, of which the recorded Python warned",
    ),
    (|answer| sets(answer, "hex"), "values are data: what is set on a copy of a member is not seen in the enumeration"),
    PYTHON_SPECIFIC,
];

/// The difference that explains an answer of the suite `enum_ns`.
pub(crate) fn enumeration(answer: &Answer<'_>) -> Option<&'static str> {
    reason(ENUMERATION, answer)
}

fn reason(rows: &[Row], answer: &Answer<'_>) -> Option<&'static str> {
    rows.iter().find(|(differs, _)| differs(answer)).map(|(_, reason)| *reason)
}

fn message<'a>(answer: &Answer<'a>) -> &'a str {
    text(&answer.expected["error"]["message"])
}

/// Does the program call this method?
fn calls(answer: &Answer<'_>, method: &str) -> bool {
    has_operation(answer, |op| op["op"] == "call" && op["method"] == method)
}

/// Does the program set this attribute?
fn sets(answer: &Answer<'_>, name: &str) -> bool {
    has_operation(answer, |op| op["op"] == "set" && op["name"] == name)
}

fn has_operation(answer: &Answer<'_>, is: impl Fn(&Json) -> bool) -> bool {
    answer.case.ops().any(|(op, _)| is(op))
}

//! The faults of schemas that are composed, which no rule has: code, keyword of JSON Schema, text.

const FAULTS: [(&str, &str, &str); 7] = [
    ("none_matches", "anyOf", "must match one of {count} alternatives"),
    ("several_match", "oneOf", "must match only one of {count} alternatives, and matches {matching}"),
    ("excluded", "not", "must not match what is excluded"),
    ("forbidden", "", "nothing is allowed here"),
    ("min_contains", "minContains", "must have at least {limit} item{limit!s} of the kind asked for, has {actual}"),
    ("max_contains", "maxContains", "must have at most {limit} item{limit!s} of the kind asked for, has {actual}"),
    ("steps", "", "takes too long to be checked"),
];

/// The text of a fault.
pub(super) fn text(code: &str) -> Option<&'static str> {
    FAULTS.iter().find(|(known, ..)| *known == code).map(|(.., text)| *text)
}

/// The keyword at fault, if there is one.
pub(super) fn keyword(code: &str) -> Option<&'static str> {
    FAULTS
        .iter()
        .find(|(known, ..)| *known == code)
        .map(|(_, keyword, _)| *keyword)
        .filter(|keyword| !keyword.is_empty())
}

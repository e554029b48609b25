//! `hostname`: a host name of RFC 1123.

use super::labels::are_labels;

/// The most bytes of a name that DNS can carry, which has 255 with the lengths of its labels and its end (RFC 1035).
const MAX_LENGTH: usize = 253;

pub(super) fn check(text: &str) -> bool {
    text.len() <= MAX_LENGTH && are_labels(text.as_bytes()) && !is_dotted_decimal(text)
}

/// A name never has the form `#.#.#.#` (2.1).
fn is_dotted_decimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.split('.').count() == 4
}

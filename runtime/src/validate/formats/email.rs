//! `email`: a mailbox of RFC 5321.

use super::labels::{are_labels, is_atext};

/// A path has 256 bytes with its angle brackets (RFC 5321, 4.5.3.1.3).
const MAX_LENGTH: usize = 254;
/// RFC 5321, 4.5.3.1.1.
const MAX_LOCAL_PART: usize = 64;

pub(super) fn check(text: &str) -> bool {
    if text.len() > MAX_LENGTH {
        return false;
    }
    let bytes = text.as_bytes();
    let Some(at) = bytes.iter().position(|byte| *byte == b'@') else { return false };
    match bytes.split_at_checked(at) {
        Some((local, [_, domain @ ..])) => at <= MAX_LOCAL_PART && is_dot_string(local) && are_labels(domain),
        _ => false,
    }
}

/// Atoms with dots between them (RFC 5321, 4.1.2, `Dot-string`).
fn is_dot_string(text: &[u8]) -> bool {
    let mut last = b'.';
    for &byte in text {
        if !(is_atext(byte) || byte == b'.' && last != b'.') {
            return false;
        }
        last = byte;
    }
    last != b'.'
}

//! `uuid`: a UUID of RFC 9562.

/// The digits and hyphens of a UUID, in bytes.
const LENGTH: usize = 36;

pub(super) fn check(text: &str) -> bool {
    text.len() == LENGTH
        && text.bytes().enumerate().all(|(i, byte)| match i {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

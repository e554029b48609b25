//! `uuid`: a UUID of RFC 9562.

/// Its hyphens, and its digits as zeros.
const FORM: [u8; 36] = *b"00000000-0000-0000-0000-000000000000";

/// Without an early end, so that many bytes are compared at once.
pub(super) fn check(text: &str) -> bool {
    let is_right = |(byte, form): (u8, u8)| match form {
        b'-' => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == FORM.len() && text.bytes().zip(FORM).fold(true, |all, pair| all & is_right(pair))
}

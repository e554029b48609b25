//! Numbers of a few digits.

/// The number that these digits write; `None` if there is something else. A few digits only: it must not overflow.
pub(super) fn number<const DIGITS: usize>(digits: [u8; DIGITS]) -> Option<u32> {
    digits
        .into_iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

//! `duration`: a duration of ISO 8601, by the grammar of RFC 3339.

/// `duration = "P" (dur-date / dur-time / dur-week)` (appendix A).
pub(super) fn check(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else { return false };
    match text.split_once('T') {
        Some(("", time)) => is_run(time, "HMS"),
        Some((date, time)) => is_run(date, "YMD") && is_run(time, "HMS"),
        None => is_run(text, "YMD") || is_run(text, "W"),
    }
}

/// Numbers with their units: some of these, in this order and without a gap (`dur-year = 1*DIGIT "Y" [dur-month]`).
fn is_run(text: &str, units: &str) -> bool {
    let mut rest = units.as_bytes();
    let (mut has_digits, mut is_begun) = (false, false);
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            has_digits = true;
            continue;
        }
        let skipped = match rest.iter().position(|unit| *unit == byte) {
            Some(skipped) if has_digits && (skipped == 0 || !is_begun) => skipped,
            _ => return false,
        };
        rest = rest.get(skipped + 1..).unwrap_or_default();
        (has_digits, is_begun) = (false, true);
    }
    is_begun && !has_digits
}

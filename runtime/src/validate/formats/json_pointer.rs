//! `json_pointer`: a JSON Pointer of RFC 6901.

/// `json-pointer = *( "/" reference-token )`, in which `~` is only part of `~0` and `~1` (section 3).
pub(super) fn check(text: &str) -> bool {
    let is_escape = |after: &str| after.starts_with(['0', '1']);
    (text.is_empty() || text.starts_with('/')) && text.split('~').skip(1).all(is_escape)
}

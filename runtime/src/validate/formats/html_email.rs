//! `html_email`: a valid e-mail address of the HTML standard.

use super::labels::{are_labels, is_atext};

pub(super) fn check(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        let is_local = !local.is_empty() && local.bytes().all(|byte| is_atext(byte) || byte == b'.');
        is_local && are_labels(domain.as_bytes())
    })
}

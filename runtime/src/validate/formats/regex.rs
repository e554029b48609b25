//! `regex`: a pattern that the rule `pattern` takes.

use crate::validate::rules::Pattern;

pub(super) fn check(text: &str) -> bool {
    // So that a long text is not even copied.
    text.len() <= Pattern::MAX_TEXT && Pattern::compile(text).is_ok()
}

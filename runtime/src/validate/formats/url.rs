//! `url`: an absolute URL of the URL standard.

pub(super) fn check(text: &str) -> bool {
    ::url::Url::parse(text).is_ok()
}

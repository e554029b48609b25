//! What a function of the user's may return.

use super::Issue;

/// What a check may return: `bool`, or `Result<(), E>` with an `E` that becomes an [`Issue`], such as text.
///
/// ```
/// use metaclass::validate::{Issue, Outcome};
///
/// assert_eq!(true.into_issue(), None);
/// assert_eq!(false.into_issue().map(|issue| issue.message()), Some("validation failed".to_owned()));
/// assert_eq!(Err("is odd").into_issue(), Some(Issue::check("is odd")));
/// ```
#[diagnostic::on_unimplemented(
    message = "a check returns `bool` or `Result<(), impl Into<Issue>>`, and not `{Self}`",
    label = "this is what the check returns"
)]
pub trait Outcome {
    /// The fault, if there is one.
    fn into_issue(self) -> Option<Issue>;
}

impl Outcome for bool {
    #[inline]
    fn into_issue(self) -> Option<Issue> {
        (!self).then(|| Issue::new("check"))
    }
}

impl<E: Into<Issue>> Outcome for Result<(), E> {
    #[inline]
    fn into_issue(self) -> Option<Issue> {
        self.err().map(Into::into)
    }
}

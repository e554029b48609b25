//! What an option was given as, with the place of its keyword.

use proc_macro2::Span;

/// The value of an option and the place of the keyword that gave it, where errors about it belong.
#[derive(Clone)]
pub(crate) struct Keyed<T> {
    pub(crate) key: Span,
    pub(crate) value: T,
}

/// An option that may have been given.
pub(crate) type Given<T> = Option<Keyed<T>>;

/// An option that may have been given several times.
pub(crate) type Repeated<T> = Vec<Keyed<T>>;

/// The value of an option, if it was given.
pub(crate) fn value<T: Clone>(given: &Given<T>) -> Option<T> {
    given.as_ref().map(|keyed| keyed.value.clone())
}

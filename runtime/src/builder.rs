//! What generated builders keep of what they were given: a mark for each argument, in a list of types.
//!
//! `(Given, (Open, ()))` says that the first of two arguments was given. A builder has one parameter, and each of its
//! methods changes one mark of it.

use super::place::{Behind, Here};

/// The mark of an argument that was given.
pub struct Given(());

/// The mark of an argument that was not given yet.
pub struct Open(());

/// A list that has a mark at this place.
pub trait At<I> {
    /// The mark.
    type Now;
    /// The list with what was given there.
    type Then;
}

impl<Mark, Rest> At<Here> for (Mark, Rest) {
    type Now = Mark;
    type Then = (Given, Rest);
}

impl<Mark, Rest: At<I>, I> At<Behind<I>> for (Mark, Rest) {
    type Now = Rest::Now;
    type Then = (Mark, Rest::Then);
}

/// The list with what was given at this place.
pub type Give<Marks, I> = <Marks as At<I>>::Then;

/// The mark of an argument that can be given.
#[diagnostic::on_unimplemented(
    message = "keyword argument repeated",
    label = "it was given before: leave out one of the two"
)]
pub trait Unset {}

impl Unset for Open {}

/// The argument that the marks say was given.
///
/// # Panics
/// Never: a builder whose marks do not say so has no `build`.
#[allow(clippy::panic, reason = "never reached: the types say so")]
pub fn given<T>(slot: Option<T>) -> T {
    match slot {
        Some(value) => value,
        None => panic!("a builder was built without a required argument"),
    }
}

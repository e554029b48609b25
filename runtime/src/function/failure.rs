//! Results that travel in registers.

use std::mem::{ManuallyDrop, take};

use super::Function;
use crate::error::Error;
use crate::value::Value;

/// The place of the error of a call.
///
/// A value travels in two registers, and so does `Option<Value>`; a `Result` is written to memory in two halves, and to
/// copy it as a whole, right after that, costs more than a call. So functions give `Option<Value>` to each other, and put
/// their error, if they have one, here. Those that give a value put nothing here, so there is nothing to be freed.
#[derive(Default)]
pub(crate) struct Failure(ManuallyDrop<Option<Error>>);

impl Failure {
    /// The result of a call, which puts its error into the place that it is given.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the value stays in its registers")]
    pub(crate) fn of_call(call: impl FnOnce(&mut Self) -> Option<Value>) -> Result<Value, Error> {
        let mut failure = Self::default();
        match call(&mut failure) {
            Some(value) => Ok(value),
            None => Err(failure.into_error()),
        }
    }

    /// What a function gives to the one that has called it.
    #[inline]
    pub(crate) fn take<T: Into<Value>>(&mut self, result: Result<T, Error>) -> Option<Value> {
        match result {
            Ok(value) => Some(value.into()),
            Err(error) => self.because(error),
        }
    }

    /// Nothing, because of this error.
    #[cold]
    pub(super) fn because(&mut self, error: Error) -> Option<Value> {
        *self.0 = Some(error);
        None
    }

    /// The error of a call that gave nothing.
    #[cold]
    fn into_error(mut self) -> Error {
        self.0.take().unwrap_or_else(|| Error::runtime_error("a call without a result"))
    }

    /// Adds a function to the trace of the error of a call that gave nothing.
    #[cold]
    pub(super) fn add(&mut self, function: &Function) {
        let error = take(self).into_error();
        *self.0 = Some(error.within(function.shown_name().clone()));
    }
}

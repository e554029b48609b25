//! Several values read at once, each as a Rust type.

use crate::error::Error;
use crate::value::{FromValue, Value};

/// A tuple of Rust types that as many arguments are read as.
///
/// Implemented for tuples of up to twelve types that implement [`FromValue`].
#[diagnostic::on_unimplemented(
    message = "arguments cannot be read as `{Self}`",
    label = "not a tuple of types that values are read as",
    note = "one argument is read as `(T,)`"
)]
pub trait FromArguments<'a>: Sized {
    /// How many arguments are read.
    #[doc(hidden)]
    const COUNT: usize;

    /// Reads as many values as there are types; an error has the position of the value at fault.
    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "private")]
    fn from_arguments(values: impl Iterator<Item = &'a Value>) -> Result<Self, (usize, Error)>;
}

/// Reads values; `place` tells where the one at a position stands.
#[inline]
pub(super) fn read<'a, T: FromArguments<'a>>(
    values: impl IntoIterator<Item = &'a Value, IntoIter: ExactSizeIterator>,
    place: impl Fn(usize, Error) -> Error,
) -> Result<T, Error> {
    let values = values.into_iter();
    match values.len() {
        len if len == T::COUNT => T::from_arguments(values).map_err(|(i, error)| place(i, error)),
        len => Err(wrong_count(T::COUNT, len)),
    }
}

/// Python's text for `a, b = values`.
#[cold]
fn wrong_count(expected: usize, got: usize) -> Error {
    Error::value_error(match got < expected {
        true => format!("not enough values to unpack (expected {expected}, got {got})"),
        false => format!("too many values to unpack (expected {expected}, got {got})"),
    })
}

/// What a value that is not given is read as.
pub(super) const NOTHING: &Value = &Value::None;

macro_rules! tuples {
    ($($($type:ident $index:literal)*;)*) => {$(
        impl<'a, $($type: FromValue<'a>),*> FromArguments<'a> for ($($type,)*) {
            const COUNT: usize = <[usize]>::len(&[$($index),*]);

            #[inline]
            #[allow(unused_mut, unused_variables, reason = "there is nothing to be read")]
            fn from_arguments(mut values: impl Iterator<Item = &'a Value>) -> Result<Self, (usize, Error)> {
                Ok(($(
                    $type::read(values.next().unwrap_or(NOTHING)).map_err(|error| ($index, error))?,
                )*))
            }
        }
    )*};
}

tuples! {
    ;
    A 0;
    A 0 B 1;
    A 0 B 1 C 2;
    A 0 B 1 C 2 D 3;
    A 0 B 1 C 2 D 3 E 4;
    A 0 B 1 C 2 D 3 E 4 F 5;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
}

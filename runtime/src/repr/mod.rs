//! Python's `repr` for Rust values.
//!
//! | Rust | as |
//! |---|---|
//! | `bool`, integers, `f32`, `f64` | `True`, `-3`, `1.0`, `1e+16`, `nan` |
//! | `str`, `String`, `char` | `'it'`, `"it's"`, `'a\n'` |
//! | `Option<T>`, `()` | the inner value or `None`, `None` |
//! | `Vec<T>`, slices, arrays, `VecDeque<T>` | `[1, 2]` |
//! | the same of `u8` | `b'\x00a'` |
//! | tuples | `(1,)`, `(1, 'a')` |
//! | `HashMap`, `BTreeMap` | `{'a': 1}`, in the order of iteration |
//! | `HashSet`, `BTreeSet` | `{1, 2}`, `set()`, in the order of iteration |
//! | `&T`, `Box<T>`, `Rc<T>`, `Arc<T>`, `Cow<T>` | as `T` |
//! | classes | `Point(x=1.0, y=2.0)` |

mod collections;
mod float;
mod scalars;
mod text;
mod wrappers;

use std::fmt;

pub(crate) use float::write_float;
pub(crate) use text::{write_bytes, write_escaped, write_str};

/// A type with Python's repr. Implemented for the types of the standard library that Python knows, and for classes.
///
/// ```
/// use std::fmt;
/// use metaclass::{Repr, repr};
///
/// struct Celsius(f64);
///
/// impl Repr for Celsius {
///     fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         write!(f, "Celsius({})", repr(&self.0))
///     }
/// }
///
/// assert_eq!(repr(&vec![Celsius(20.0)]).to_string(), "[Celsius(20.0)]");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no Python repr",
    note = "derive `Dataclass` for your own type, or implement `metaclass::Repr`",
    note = "leave a field out of the repr with `#[field(repr = false)]`"
)]
pub trait Repr {
    /// Writes the repr.
    ///
    /// # Errors
    /// Only those of the formatter.
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Writes the repr of several: a list, unless they are bytes.
    #[doc(hidden)]
    fn fmt_repr_of_slice(items: &[Self], f: &mut fmt::Formatter<'_>) -> fmt::Result
    where
        Self: Sized,
    {
        collections::write_items(f, "[", items, "]")
    }
}

/// Python's repr of a value, to be printed.
///
/// ```
/// use metaclass::repr;
///
/// assert_eq!(repr("it's").to_string(), r#""it's""#);
/// assert_eq!(repr(&(1, Some(2.0), None::<u8>)).to_string(), "(1, 2.0, None)");
/// ```
pub const fn repr<T: Repr + ?Sized>(value: &T) -> ReprDisplay<'_, T> {
    ReprDisplay(value)
}

/// Prints the repr of a value; made by [`repr`].
pub struct ReprDisplay<'a, T: ?Sized>(&'a T);

impl<T: Repr + ?Sized> fmt::Display for ReprDisplay<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_repr(f)
    }
}

impl<T: Repr + ?Sized> fmt::Debug for ReprDisplay<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_repr(f)
    }
}

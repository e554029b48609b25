//! `schema!`: classes declared in a block.

/// Declares classes: several in one block, with defaults in place, and with bases.
///
/// ```
/// use metaclass::prelude::*;
///
/// schema! {
///     /// A customer.
///     #[dataclass(extra = forbid)]
///     pub struct User {
///         #[field(primary_key)]
///         id: i64,
///         #[field(max_length = 100)]
///         name: String,
///         age: Option<u8>,
///         active: bool = true,
///     }
///
///     pub struct Order<T> {
///         customer: User,
///         lines: Vec<T> = vec![],
///     }
/// }
///
/// let user = User!(id = 1, name = "Alice");
/// assert_eq!(user.to_string(), "User(id=1, name='Alice', age=None, active=True)");
/// assert_eq!(Order!(user, lines = vec![1]).lines, [1]);
/// ```
///
/// Each struct is one that derives [`Dataclass`](derive@crate::Dataclass), with all its options, and in addition
///
/// | what | is switched off by |
/// |---|---|
/// | it implements `Clone` | `#[dataclass(clone = false)]` |
/// | it implements `Display`, which prints the repr | `#[dataclass(display = false)]` |
/// | it reads and writes itself, if the feature `serde` is on | `#[dataclass(serde = false)]` |
/// | the constructor turns what it is given for a `String` `into` one | `#[field(into = false)]` |
/// | an `Option` without a default, which is not `required`, is `None` unless it is given | `#[field(optional = false)]` |
/// | a field without a visibility is as visible as its struct, unless the class is `frozen` or has `validate` | `pub(self)` |
/// | others can inherit from it | `#[dataclass(base = false)]` |
///
/// What the struct's own `#[derive(..)]` names is left to that. A field with a default may stand before one without: as
/// positional arguments, those without come first.
#[cfg(feature = "derive")]
#[cfg_attr(docsrs, doc(cfg(feature = "derive")))]
#[macro_export]
macro_rules! schema {
    ($($block:tt)*) => {
        $crate::__schema! { $crate { $($block)* } }
    };
}

/// Items that a `cfg` before the whole may leave out.
#[doc(hidden)]
#[macro_export]
macro_rules! __items {
    ($($item:tt)*) => { $($item)* };
}

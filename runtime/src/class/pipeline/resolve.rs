//! Which metaclass a class gets.

use super::super::{Class, builtins};
use crate::error::Error;

/// The most derived of the metaclass that is named and those of all bases; `type` if there are none.
pub(super) fn resolve_metaclass<'a>(named: Option<&'a Class>, bases: &'a [Class]) -> Result<&'a Class, Error> {
    let mut winner = named.or_else(|| bases.first().map(Class::metaclass)).unwrap_or_else(|| builtins::type_());
    for base in bases {
        let metaclass = base.metaclass();
        if winner.descends_from(metaclass) {
            continue;
        }
        if !metaclass.descends_from(winner) {
            return Err(conflict());
        }
        winner = metaclass;
    }
    Ok(winner)
}

#[cold]
pub(super) fn conflict() -> Error {
    Error::type_error(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all \
         its bases",
    )
}

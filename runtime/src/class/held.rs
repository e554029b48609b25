//! What a class has under a name.

use std::sync::Arc;

use super::cell::ValueCell;
use crate::value::Value;

/// What a class has under a name: a value, or the cell that a data attribute moves into when it is first assigned.
///
/// A cell is shared by the tables of all subclasses, so that one assignment reaches them all.
#[derive(Clone)]
pub(crate) enum Held {
    Fixed(Value),
    Cell(Arc<ValueCell>),
}

impl Held {
    pub(crate) fn in_cell(value: Value) -> Self {
        Self::Cell(Arc::new(ValueCell::new(value)))
    }

    /// The value now.
    #[inline]
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Fixed(value) => value.clone(),
            Self::Cell(cell) => cell.read(),
        }
    }

    /// The value, if it never changes.
    pub(crate) const fn fixed(&self) -> Option<&Value> {
        match self {
            Self::Fixed(value) => Some(value),
            Self::Cell(_) => None,
        }
    }
}

//! What stands in a named tuple's class for one of its items.

use std::sync::LazyLock;

use crate::class::{Class, Common, Row};
use crate::descriptor::{Descriptor, DescriptorValue, Parts};
use crate::error::Error;
use crate::instance::This;
use crate::value::Value;

/// The item at a position, by its name: CPython's `_tuplegetter`.
#[derive(Clone, Copy)]
struct Item(usize);

impl Descriptor for Item {
    fn class_name(&self) -> &'static str {
        "_tuplegetter"
    }

    fn repr(&self) -> String {
        format!("_tuplegetter({}, 'Alias for field number {0}')", self.0)
    }

    /// It can be set and deleted, to say that it cannot.
    fn parts(&self) -> Parts {
        Parts::GET.with(Parts::SET).with(Parts::DELETE)
    }

    fn get(&self, this: Option<&This<'_>>, _: &Class) -> Result<Value, Error> {
        let Some(this) = this else {
            return Ok(FIRST.get(self.0).map_or_else(|| make(self.0), |common| common.value.clone()));
        };
        let found = match this.payload()? {
            Some(Value::Tuple(items)) => items.get(self.0).cloned(),
            _ => None,
        };
        found.ok_or_else(|| Error::index_error("tuple index out of range"))
    }

    fn set(&self, _: &mut This<'_>, _: Value) -> Result<(), Error> {
        Err(Error::attribute_error("can't set attribute"))
    }

    fn delete(&self, _: &mut This<'_>) -> Result<(), Error> {
        Err(Error::attribute_error("can't delete attribute"))
    }
}

/// The descriptors of the first positions, which are made once for all classes.
static FIRST: LazyLock<[Common; 16]> = LazyLock::new(|| std::array::from_fn(|position| make(position).into()));

/// What a class has for the item at a position.
#[inline]
pub(super) fn row(position: usize) -> Row {
    FIRST.get(position).map_or_else(|| make(position).into(), Row::of_common)
}

fn make(position: usize) -> Value {
    DescriptorValue::new(Item(position)).into()
}

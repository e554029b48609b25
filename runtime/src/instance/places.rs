//! The places of an instance.

use std::mem::{ManuallyDrop, take};
use std::ops::{Deref, DerefMut};

use crate::value::{Value, free};

/// The values that an instance has in the places which its class gives to names.
///
/// Of most values nothing is to be freed. One look at each tells so, and is all that is done before the places are freed:
/// so it is not each place that frees what lies in it, but all together.
#[derive(Clone, Default)]
pub(crate) struct Places(Box<[Place]>);

/// What lies in a place.
#[derive(Clone)]
pub(crate) struct Place(ManuallyDrop<Option<Value>>);

impl Places {
    /// So many, with nothing in them.
    pub(crate) fn new(count: usize) -> Self {
        Self(std::iter::repeat_with(Place::empty).take(count).collect())
    }

    /// With empty ones behind them, if they are not so many.
    #[inline]
    pub(super) fn grow(&mut self, count: usize) {
        if self.len() < count {
            self.add(count);
        }
    }

    #[inline(never)]
    fn add(&mut self, count: usize) {
        let mut places = take(&mut self.0).into_vec();
        places.resize_with(count, Place::empty);
        self.0 = places.into();
    }

    /// Takes out all values.
    pub(super) fn take(&mut self) -> Vec<Value> {
        self.iter_mut().filter_map(|place| place.take()).collect()
    }

    #[inline(never)]
    fn free(&mut self) {
        for place in &mut *self.0 {
            let Some(value) = place.as_ref().filter(|value| !value.is_plain()) else { continue };
            if value.is_deep() {
                return free(self.take());
            }
            **place = None;
        }
    }
}

/// Instances that hold instances are freed without recursion, however long the chain.
impl Drop for Places {
    #[inline]
    fn drop(&mut self) {
        if !self.iter().all(Place::is_plain) {
            self.free();
        }
    }
}

/// With these values in them.
impl FromIterator<Value> for Places {
    #[inline]
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        Self(values.into_iter().map(Place::from).collect())
    }
}

impl Deref for Places {
    type Target = [Place];

    #[inline]
    fn deref(&self) -> &[Place] {
        &self.0
    }
}

impl DerefMut for Places {
    #[inline]
    fn deref_mut(&mut self) -> &mut [Place] {
        &mut self.0
    }
}

impl Place {
    const fn empty() -> Self {
        Self(ManuallyDrop::new(None))
    }

    /// Is there nothing to be freed?
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        Value::is_none_or_plain(self.as_ref())
    }
}

impl Deref for Place {
    type Target = Option<Value>;

    #[inline]
    fn deref(&self) -> &Option<Value> {
        &self.0
    }
}

impl DerefMut for Place {
    #[inline]
    fn deref_mut(&mut self) -> &mut Option<Value> {
        &mut self.0
    }
}

/// With a value in it.
impl From<Value> for Place {
    #[inline]
    fn from(value: Value) -> Self {
        Self(ManuallyDrop::new(Some(value)))
    }
}

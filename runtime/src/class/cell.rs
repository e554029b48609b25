//! Where data attributes of classes lie after they were assigned.

use std::sync::atomic::{AtomicU64, Ordering, fence};
use std::sync::{PoisonError, RwLock};

use crate::value::{Float, Value};

/// A value that any thread may read and write.
///
/// What is no pointer, as most attributes that are assigned again and again, is read without a lock: a copy of it lies in
/// two words, and a number tells whether they were written meanwhile. What is counted is read behind the lock.
pub(crate) struct ValueCell {
    /// Odd while somebody writes, and another one after that.
    writes: AtomicU64,
    kind: AtomicU64,
    bits: AtomicU64,
    value: RwLock<Value>,
}

impl ValueCell {
    pub(super) fn new(value: Value) -> Self {
        let (kind, bits) = words(&value);
        Self { writes: 0.into(), kind: kind.into(), bits: bits.into(), value: value.into() }
    }

    /// The value now.
    #[inline]
    pub(crate) fn read(&self) -> Value {
        let before = self.writes.load(Ordering::Acquire);
        let (kind, bits) = (self.kind.load(Ordering::Relaxed), self.bits.load(Ordering::Relaxed));
        fence(Ordering::Acquire);
        let is_whole = before.is_multiple_of(2) && self.writes.load(Ordering::Relaxed) == before;
        match plain(kind, bits).filter(|_| is_whole) {
            Some(value) => value,
            None => self.value.read().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    /// Puts another value in its place.
    pub(super) fn write(&self, value: Value) {
        let (kind, bits) = words(&value);
        let mut place = self.value.write().unwrap_or_else(PoisonError::into_inner);
        let writes = self.writes.load(Ordering::Relaxed);
        self.writes.store(writes + 1, Ordering::Relaxed);
        fence(Ordering::Release);
        self.kind.store(kind, Ordering::Relaxed);
        self.bits.store(bits, Ordering::Relaxed);
        self.writes.store(writes + 2, Ordering::Release);
        let old = std::mem::replace(&mut *place, value);
        // What was there is freed when the lock is open again: it may hold anything.
        drop(place);
        drop(old);
    }
}

const COUNTED: u64 = u64::MAX;

/// A value as two words; what is counted has none.
fn words(value: &Value) -> (u64, u64) {
    match value {
        Value::None => (0, 0),
        Value::False => (1, 0),
        Value::True => (2, 0),
        Value::Int(int) => (3, int.cast_unsigned()),
        Value::Float(float) => (4, float.get().to_bits()),
        _ => (COUNTED, 0),
    }
}

#[inline]
fn plain(kind: u64, bits: u64) -> Option<Value> {
    match kind {
        0 => Some(Value::None),
        1 => Some(Value::False),
        2 => Some(Value::True),
        3 => Some(Value::Int(bits.cast_signed())),
        4 => Some(Value::Float(Float::from(f64::from_bits(bits)))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let cell = ValueCell::new(Value::None);
        let values = ["a".into(), 1.into(), (-1).into(), 1.5.into(), true.into(), false.into(), Value::from([1])];
        for value in values {
            cell.write(value.clone());
            assert_eq!(cell.read().repr().to_string(), value.repr().to_string());
        }
        cell.write((-0.0).into());
        assert_eq!(cell.read().repr().to_string(), "-0.0");
    }

    #[test]
    fn values_are_read_as_a_whole() {
        let cell = ValueCell::new(0.into());
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for i in 0..20_000_i64 {
                    cell.write(i.into());
                    cell.write(Value::from(0.5));
                    cell.write("text".into());
                }
                cell.write(Value::None);
            });
            scope.spawn(|| {
                let mut last = 0;
                loop {
                    match cell.read() {
                        Value::None => break,
                        Value::Int(i) => {
                            assert!(i >= last);
                            last = i;
                        }
                        other => assert!(other == 0.5.into() || other == "text".into(), "{other:?}"),
                    }
                }
            });
        });
    }
}

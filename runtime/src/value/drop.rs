//! Freeing without recursion.
//!
//! The destructors sit on the payloads, so that a [`Value`] can still be taken apart by `match`.

use std::sync::Arc;

use super::Value;
use crate::instance::Instance;

impl Value {
    /// Can it hold other values?
    // These kinds stand side by side in `Value`, so that one comparison tells.
    pub(crate) const fn may_nest(&self) -> bool {
        matches!(
            self,
            Self::List(_)
                | Self::Tuple(_)
                | Self::Set(_)
                | Self::Dict(_)
                | Self::Instance(_)
                | Self::Shared(_)
                | Self::Function(_)
        )
    }

    /// Does it hold values that can hold others in turn? One that does not is freed by plain calls, which go no further
    /// than to what it holds.
    #[inline]
    pub(crate) fn is_deep(&self) -> bool {
        self.may_nest() && self.holds_nests()
    }

    fn holds_nests(&self) -> bool {
        match self {
            Self::List(items) => items.iter().any(Self::may_nest),
            Self::Tuple(items) => items.iter().any(Self::may_nest),
            Self::Set(set) => set.iter().any(Self::may_nest),
            Self::Dict(dict) => dict.iter().any(|(key, value)| key.may_nest() || value.may_nest()),
            Self::Instance(instance) => instance.any(Self::may_nest),
            Self::Shared(_) | Self::Function(_) => true,
            _ => false,
        }
    }
}

/// Frees values and all that only they hold, with a list of what is left to do in the place of the call stack.
pub(crate) fn free(mut values: Vec<Value>) {
    while let Some(value) = values.pop() {
        let inner = match value {
            Value::List(list) => list.into_unshared(),
            Value::Tuple(tuple) => tuple.into_unshared(),
            Value::Set(set) => set.into_unshared(),
            Value::Dict(dict) => dict.into_unshared(),
            Value::Instance(instance) => Arc::into_inner(instance).map(Instance::into_values),
            Value::Shared(shared) => shared.into_unshared(),
            Value::Function(function) if function.is_bound() => function.into_receiver().map(|receiver| vec![receiver]),
            _ => None,
        };
        values.extend(inner.into_iter().flatten());
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Dict, Set, Tuple};
    use super::*;

    const DEPTH: usize = 100_000;

    /// A thread with a stack that recursion would overflow at once.
    fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
        let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(test).unwrap();
        thread.join().unwrap();
    }

    fn nested(wrap: fn(Value) -> Value) -> Value {
        (0..DEPTH).fold(Value::from(1), |inner, _| wrap(inner))
    }

    #[test]
    fn deep_values_do_not_overflow_the_stack() {
        on_a_small_stack(|| {
            let wraps: [fn(Value) -> Value; 3] = [
                |inner| Value::from(vec![inner]),
                |inner| Tuple::from(vec![inner]).into(),
                |inner| Dict::from([("k", inner)]).into(),
            ];
            for wrap in wraps {
                let (a, b) = (nested(wrap), nested(wrap));
                assert!(a == b && a == a.clone());
                assert_ne!(a, wrap(b.clone()));
                assert!(a.to_string().len() > DEPTH);
                let _ = a.compare(&b);
                let _ = a.total_cmp(&b);
                let _ = a.hash_key();
            }
        });
    }

    #[test]
    fn deep_keys_do_not_overflow_the_stack() {
        on_a_small_stack(|| {
            let key = || nested(|inner| Tuple::from(vec![inner]).into());
            let mut set = Set::new();
            set.insert(key()).unwrap();
            set.insert(key()).unwrap();
            assert_eq!(set.len(), 1);
            let mut dict = Dict::new();
            dict.insert(key(), key()).unwrap();
            assert_eq!(dict.len(), 1);
        });
    }

    #[test]
    fn what_is_shared_lives_on() {
        let inner = Value::from(vec![1]);
        drop(Value::from(vec![inner.clone(), Value::from(vec![inner.clone()])]));
        assert_eq!(inner.to_string(), "[1]");
    }
}

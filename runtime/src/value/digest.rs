//! A hash of any value, of lists and dicts too: what is equal has the same one.
//!
//! Not for keys, which must not change; for finding what is equal among many without comparing all with each other.

use std::hash::{BuildHasher as _, RandomState};

use super::Value;

/// Hashes values; two of these give different hashes, so that nobody can choose values of the same one.
#[derive(Default)]
pub(crate) struct Digest {
    state: RandomState,
    /// Is a truth value no number?
    #[cfg(feature = "json")]
    is_json: bool,
}

/// What is to be done, the last first.
enum Task<'a> {
    Visit(&'a Value),
    /// The last so many hashes become one.
    Join {
        kind: Kind,
        count: usize,
    },
}

/// What hashes are joined for.
#[derive(Clone, Copy, PartialEq, Hash)]
enum Kind {
    List,
    Tuple,
    Set,
    Dict,
    Entry,
}

impl Digest {
    /// What is equal as JSON Schema has it has the same hash, and no truth value has that of a number.
    #[cfg(feature = "json")]
    pub(crate) fn of_json() -> Self {
        Self { is_json: true, ..Self::default() }
    }

    /// The hash of a value, in time linear in its size, and without recursion.
    pub(crate) fn of(&self, value: &Value) -> u64 {
        let mut hashes: Vec<u64> = vec![];
        let mut tasks = vec![Task::Visit(value)];
        while let Some(task) = tasks.pop() {
            let hash = match task {
                Task::Visit(value) if visit(value, &mut tasks) => continue,
                Task::Visit(leaf) => match leaf.without_names() {
                    Some(tuple) => self.of(&tuple),
                    None => self.of_leaf(leaf),
                },
                Task::Join { kind, count } => {
                    let parts = hashes.split_off(hashes.len().saturating_sub(count));
                    self.join(kind, &parts)
                }
            };
            hashes.push(hash);
        }
        hashes.pop().unwrap_or_default()
    }

    fn of_leaf(&self, leaf: &Value) -> u64 {
        match leaf.as_bool() {
            #[cfg(feature = "json")]
            Some(value) if self.is_json => self.state.hash_one(("truth", value)),
            _ => leaf.hash_key().map_or(0, |key| self.state.hash_one(key)),
        }
    }

    /// Sets and dicts are equal in any order.
    fn join(&self, kind: Kind, parts: &[u64]) -> u64 {
        match kind {
            Kind::Set | Kind::Dict => {
                let sum = parts.iter().fold(0_u64, |sum, part| sum.wrapping_add(*part));
                self.state.hash_one((kind, parts.len(), sum))
            }
            Kind::List | Kind::Tuple | Kind::Entry => self.state.hash_one((kind, parts)),
        }
    }
}

/// Puts off what lies within a container; false if it is none.
fn visit<'a>(value: &'a Value, tasks: &mut Vec<Task<'a>>) -> bool {
    let join = |kind, count| Task::Join { kind, count };
    match value {
        Value::List(items) => {
            tasks.push(join(Kind::List, items.len()));
            tasks.extend(items.iter().map(Task::Visit));
        }
        Value::Tuple(items) => {
            tasks.push(join(Kind::Tuple, items.len()));
            tasks.extend(items.iter().map(Task::Visit));
        }
        Value::Set(members) => {
            tasks.push(join(Kind::Set, members.len()));
            tasks.extend(members.iter().map(Task::Visit));
        }
        Value::Dict(dict) => {
            tasks.push(join(Kind::Dict, dict.len()));
            let entry = |(key, value)| [join(Kind::Entry, 2), Task::Visit(key), Task::Visit(value)];
            tasks.extend(dict.iter().flat_map(entry));
        }
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Dict, Set, Tuple};

    #[test]
    fn what_is_equal_has_the_same_hash() {
        let digest = Digest::default();
        let dict = |entries: &[(&str, i32)]| Value::from(entries.iter().copied().collect::<Dict>());
        let set = |members: &[i32]| {
            let mut set = Set::new();
            for member in members {
                set.insert(*member).unwrap();
            }
            Value::from(set)
        };
        let tuple = |items: &[i32]| Value::from(items.iter().map(|item| Value::from(*item)).collect::<Tuple>());
        let values = [
            Value::from(vec![1, 2]),
            vec![1.0, 2.0].into(),
            vec![2, 1].into(),
            vec![Value::from(vec![1]), 2.into()].into(),
            vec![Value::from(1), vec![2].into()].into(),
            dict(&[("a", 1), ("b", 2)]),
            dict(&[("b", 2), ("a", 1)]),
            dict(&[("a", 2), ("b", 1)]),
            set(&[1, 2]),
            set(&[2, 1]),
            set(&[]),
            dict(&[]),
            Vec::<Value>::new().into(),
            tuple(&[1, 2]),
            tuple(&[]),
            Value::None,
            true.into(),
            1.into(),
        ];
        for a in &values {
            for b in &values {
                assert_eq!(digest.of(a) == digest.of(b), a == b, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    #[cfg(feature = "json")]
    fn in_json_a_truth_value_has_another_hash() {
        let digest = Digest::of_json();
        let values =
            [Value::from(1), true.into(), 1.0.into(), false.into(), 0.into(), vec![1].into(), vec![true].into()];
        for a in &values {
            for b in &values {
                assert_eq!(digest.of(a) == digest.of(b), a.equals_json(b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn depth_is_no_matter() {
        let deep = |end: i32| (0..100_000).fold(Value::from(end), |inner, _| vec![inner].into());
        let digest = Digest::default();
        assert_eq!(digest.of(&deep(1)), digest.of(&deep(1)));
        assert_ne!(digest.of(&deep(1)), digest.of(&deep(2)));
    }
}

//! Maps whose keys are names, in the order in which they came.

use std::hash::BuildHasherDefault;
use std::iter::once_with;

use super::{AttrName, ByText, Sym, SymMap, are_different};

/// So many names are looked through, which is faster than to look them up.
const FEW: usize = 16;

/// A map by names that is mostly small: few entries lie in a list, and take no more room than that.
#[derive(Clone)]
pub(crate) enum NameMap<T> {
    Few(Vec<(Sym, T)>),
    // Most maps are small, and have no room for this.
    Many(Box<SymMap<T>>),
}

impl<T> NameMap<T> {
    pub(crate) fn with_capacity(count: usize) -> Self {
        match count {
            ..=FEW => Self::Few(Vec::with_capacity(count)),
            _ => Self::Many(Box::new(SymMap::with_capacity_and_hasher(count, BuildHasherDefault::default()))),
        }
    }

    /// Makes room for so many names where there are none yet. Few of them lie in a list that has room for so many, since more
    /// are to be put behind them.
    pub(crate) fn reserve(&mut self, count: usize, room: usize) {
        match self {
            Self::Few(entries) if count <= FEW => entries.reserve_exact(room),
            map => *map = Self::with_capacity(count),
        }
    }

    /// Of these names, each of which has the place of its first value, and the last value.
    pub(crate) fn of(entries: Vec<(Sym, T)>) -> Self {
        match are_few_and_different(&entries) {
            true => Self::Few(entries),
            false => entries.into_iter().collect(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Few(entries) => entries.len(),
            Self::Many(entries) => entries.len(),
        }
    }

    pub(crate) fn get<N: AttrName>(&self, name: N) -> Option<&T> {
        match self {
            Self::Few(entries) => find(entries, name).and_then(|at| entries.get(at)).map(|(_, value)| value),
            Self::Many(entries) => entries.get(&ByText(name)),
        }
    }

    pub(crate) fn get_mut<N: AttrName>(&mut self, name: N) -> Option<&mut T> {
        match self {
            Self::Few(entries) => find(entries, name).and_then(|at| entries.get_mut(at)).map(|(_, value)| value),
            Self::Many(entries) => entries.get_mut(&ByText(name)),
        }
    }

    pub(crate) fn contains_key<N: AttrName>(&self, name: N) -> bool {
        self.get(name).is_some()
    }

    /// Gives a name a value, which takes the place of the old one if it has one.
    pub(crate) fn insert(&mut self, name: Sym, value: T) -> Option<T> {
        let entries = match self {
            Self::Few(entries) => entries,
            Self::Many(entries) => return entries.insert(name, value),
        };
        if let Some((_, old)) = find(entries, name).and_then(|at| entries.get_mut(at)) {
            return Some(std::mem::replace(old, value));
        }
        entries.push((name, value));
        if entries.len() > FEW {
            *self = Self::Many(Box::new(std::mem::take(entries).into_iter().collect()));
        }
        None
    }

    /// Gives a name that has no value yet one, which is made where it stays.
    #[inline]
    pub(crate) fn push(&mut self, name: Sym, value: impl FnOnce() -> T) {
        match self {
            Self::Few(entries) if entries.len() < FEW => entries.extend(once_with(|| (name, value()))),
            map => drop(map.insert(name, value())),
        }
    }

    /// Gives a name a value, unless it has one: had it none?
    pub(crate) fn insert_missing(&mut self, name: Sym, value: impl FnOnce() -> T) -> bool {
        match self {
            Self::Few(entries) if entries.len() < FEW => {
                let is_missing = entries.iter().all(|(other, _)| *other != name);
                if is_missing {
                    entries.push((name, value()));
                }
                is_missing
            }
            map => {
                let is_missing = !map.contains_key(name);
                if is_missing {
                    map.insert(name, value());
                }
                is_missing
            }
        }
    }

    /// Takes a name out; those behind it move up.
    pub(crate) fn shift_remove<N: AttrName>(&mut self, name: N) -> Option<T> {
        match self {
            Self::Few(entries) => find(entries, name).map(|at| entries.remove(at).1),
            Self::Many(entries) => entries.shift_remove(&ByText(name)),
        }
    }

    /// The names with their values, in order.
    pub(crate) fn into_entries(self) -> Vec<(Sym, T)> {
        match self {
            Self::Few(entries) => entries,
            Self::Many(entries) => entries.into_iter().collect(),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Sym, &T)> {
        let (few, many) = match self {
            Self::Few(entries) => (Some(entries.iter()), None),
            Self::Many(entries) => (None, Some(entries.iter())),
        };
        let few = few.into_iter().flatten().map(|(name, value)| (*name, value));
        few.chain(many.into_iter().flatten().map(|(name, value)| (*name, value)))
    }
}

fn find<T, N: AttrName>(entries: &[(Sym, T)], name: N) -> Option<usize> {
    entries.iter().position(|(other, _)| name.__is(*other))
}

/// Leaves each name once: where it came first, with what came last.
pub(crate) fn keep_last<T>(entries: &mut Vec<(Sym, T)>) {
    if !are_few_and_different(entries) {
        *entries = std::mem::take(entries).into_iter().collect::<NameMap<T>>().into_entries();
    }
}

fn are_few_and_different<T>(entries: &[(Sym, T)]) -> bool {
    entries.len() <= FEW && are_different(&entries.iter().map(|(name, _)| *name))
}

impl<T> Default for NameMap<T> {
    fn default() -> Self {
        Self::Few(vec![])
    }
}

impl<T> FromIterator<(Sym, T)> for NameMap<T> {
    fn from_iter<I: IntoIterator<Item = (Sym, T)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        let mut map = Self::with_capacity(entries.size_hint().0);
        for (name, value) in entries {
            map.insert(name, value);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_behave_alike() {
        for count in [3, FEW, FEW + 1, 100] {
            let names: Vec<Sym> = (0..count).map(|i| Sym::new(&format!("n{i}"))).collect();
            let mut map: NameMap<usize> = names.iter().copied().zip(0..).collect();
            assert_eq!(map.len(), count);
            assert_eq!((map.get(names[2]), map.get("n2"), map.get("none")), (Some(&2), Some(&2), None));
            assert_eq!(map.insert(names[1], 7), Some(1));
            assert_eq!(map.shift_remove("n0"), Some(0));
            assert_eq!(map.shift_remove("n0"), None);
            assert_eq!(map.insert(names[0], 8), None);
            let order: Vec<Sym> = map.iter().map(|(name, _)| name).collect();
            assert_eq!(order, [&names[1..], &names[..1]].concat());
            assert_eq!(map.get("n1"), Some(&7));
        }
    }
}

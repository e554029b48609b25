//! Items by numbers, in their order.

/// A map of numbers, most of which come in their order: a list, in which a number is searched for. It takes no more than
/// twice the room of its items, or little more.
pub(crate) struct Numbered<T> {
    /// In the order of the numbers. What was taken out leaves a hole, until there are more holes than items.
    entries: Vec<(u64, Option<T>)>,
    len: usize,
}

impl<T> Numbered<T> {
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// The highest number. The last entry is never a hole.
    pub(crate) fn last(&self) -> Option<u64> {
        self.entries.last().map(|(number, _)| *number)
    }

    pub(crate) fn get(&self, number: u64) -> Option<&T> {
        let at = self.find(number).ok()?;
        self.entries.get(at)?.1.as_ref()
    }

    /// All items, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().filter_map(|(_, item)| item.as_ref())
    }

    /// Gives a number an item, and takes the one that it had.
    pub(crate) fn insert(&mut self, number: u64, item: T) -> Option<T> {
        let old = match self.find(number) {
            Ok(at) => self.entries.get_mut(at)?.1.replace(item),
            Err(at) => {
                self.entries.insert(at, (number, Some(item)));
                None
            }
        };
        self.len += usize::from(old.is_none());
        old
    }

    pub(crate) fn remove(&mut self, number: u64) -> Option<T> {
        let at = self.find(number).ok()?;
        let old = self.entries.get_mut(at)?.1.take()?;
        self.len -= 1;
        while self.entries.pop_if(|(_, item)| item.is_none()).is_some() {}
        if self.len * 2 < self.entries.len() {
            self.entries.retain(|(_, item)| item.is_some());
        }
        if self.entries.len() * 4 <= self.entries.capacity() {
            self.entries.shrink_to(self.entries.len() * 2);
        }
        Some(old)
    }

    /// Where a number is, or has to be.
    fn find(&self, number: u64) -> Result<usize, usize> {
        match self.last() {
            // Who came last is often the first to go.
            Some(last) if last == number => Ok(self.entries.len() - 1),
            Some(last) if last > number => self.entries.binary_search_by_key(&number, |(number, _)| *number),
            _ => Err(self.entries.len()),
        }
    }
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { entries: vec![], len: 0 }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn it_is_a_map_in_the_order_of_numbers() {
        let (mut map, mut expected) = (Numbered::default(), BTreeMap::new());
        let mut state = 7_u64;
        for i in 0..20_000_u64 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let number = (state >> 33) % 500;
            // Now more come, now more go.
            match state >> 60 < if i / 2_000 % 2 == 0 { 11 } else { 5 } {
                true => assert_eq!(map.insert(number, i), expected.insert(number, i)),
                false => assert_eq!(map.remove(number), expected.remove(&number)),
            }
            assert_eq!((map.len(), map.last()), (expected.len(), expected.keys().next_back().copied()));
            assert_eq!(map.get(number), expected.get(&number));
            assert!(map.entries.len() <= map.len() * 2, "{} of {}", map.len(), map.entries.len());
        }
        assert!(map.iter().eq(expected.values()));
    }

    #[test]
    fn nothing_is_left_of_what_is_gone() {
        let mut map = Numbered::default();
        for _ in 0..3 {
            (0..1_000).for_each(|i| assert_eq!(map.insert(i, i), None));
            (0..1_000).for_each(|i| assert_eq!(map.remove(i), Some(i)));
            assert_eq!((map.len(), map.last(), map.entries.capacity()), (0, None, 0));
        }
    }
}

//! Names, and what is found under each.

use std::collections::BTreeMap;

/// So many names are looked through one after the other; a report seldom has more in one place.
const FEW: usize = 8;

/// Names, and what is found under each.
#[derive(Default)]
pub(super) struct Names<'a> {
    few: Vec<(&'a [u8], usize)>,
    more: BTreeMap<&'a [u8], usize>,
}

impl<'a> Names<'a> {
    pub(super) const fn is_empty(&self) -> bool {
        self.few.is_empty()
    }

    pub(super) fn get(&self, name: &[u8]) -> Option<usize> {
        let found = self.few.iter().find(|(other, _)| *other == name).map(|(_, node)| *node);
        match found {
            None if !self.more.is_empty() => self.more.get(name).copied(),
            found => found,
        }
    }

    /// What is found under a name: `node` if there was nothing.
    pub(super) fn get_or_insert(&mut self, name: &'a str, node: usize) -> usize {
        let name = name.as_bytes();
        if let Some(node) = self.get(name) {
            return node;
        }
        match self.few.len() < FEW {
            true => self.few.push((name, node)),
            false => drop(self.more.insert(name, node)),
        }
        node
    }
}

//! Which of the slots or fields of a class were given.

/// Which slots were given.
#[derive(Default)]
pub(super) struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    pub(super) const BITS: usize = 64;

    /// Notes a slot; was it noted before?
    #[inline]
    pub(super) fn note(&mut self, slot: usize) -> bool {
        let bit = 1 << (slot % Self::BITS);
        let word = match slot / Self::BITS {
            0 => &mut self.first,
            word => match self.word(word) {
                Some(word) => word,
                None => return true,
            },
        };
        let was = *word & bit != 0;
        *word |= bit;
        was
    }

    /// Notes the first so many slots.
    #[inline]
    pub(super) fn note_first(&mut self, count: usize) {
        self.first |= Self::first_of(count);
        for slot in Self::BITS..count {
            self.note(slot);
        }
    }

    /// The first so many slots, as far as they are in the first word.
    const fn first_of(count: usize) -> u64 {
        if count < Self::BITS { (1 << count) - 1 } else { u64::MAX }
    }

    /// Were the first so many slots noted?
    #[inline]
    pub(super) fn has_all(&self, count: usize) -> bool {
        let first = Self::first_of(count);
        self.first & first == first && (Self::BITS..count).all(|slot| self.has(slot))
    }

    /// A word beyond the first.
    #[cold]
    fn word(&mut self, word: usize) -> Option<&mut u64> {
        if self.rest.len() < word {
            self.rest.resize(word, 0);
        }
        self.rest.get_mut(word - 1)
    }

    #[inline]
    pub(super) fn has(&self, slot: usize) -> bool {
        self.word_at(slot / Self::BITS) & (1 << (slot % Self::BITS)) != 0
    }

    #[inline]
    pub(super) fn word_at(&self, word: usize) -> u64 {
        match word {
            0 => self.first,
            word => self.rest.get(word - 1).copied().unwrap_or_default(),
        }
    }
}

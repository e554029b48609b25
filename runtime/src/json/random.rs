//! Random numbers for tests, the same each time.

/// Splitmix64 (Steele, Lea and Flood, 2014).
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 16).unwrap() % limit
    }
}

impl Random {
    /// Changes a few bytes of a text of JSON, so many at most.
    pub(super) fn mutate(&mut self, text: &mut Vec<u8>, most: usize) {
        for _ in 0..=self.below(most) {
            let (at, byte) = (self.below(text.len() + 1), self.byte());
            match self.below(4) {
                0 => text.insert(at, byte),
                1 if at < text.len() => drop(text.remove(at)),
                2 if at < text.len() => text[at] = byte,
                3 if self.below(3) == 0 => text.truncate(at),
                _ => {}
            }
        }
    }

    /// One that means something in JSON, or must not stand there.
    pub(super) fn byte(&mut self) -> u8 {
        const BYTES: &[u8] = b"[]{}\"\\,: \n\r\tu0a9eE+-.1ntfd8\x00\x1f\x7f\x80\xc3\xff";
        BYTES[self.below(BYTES.len())]
    }
}

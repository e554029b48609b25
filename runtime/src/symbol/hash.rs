//! Hashes of texts, and whether they are the same.

use std::hash::BuildHasher as _;
use std::sync::OnceLock;

/// The hash of a name, with a secret of this process, so that no one can prepare names that collide.
#[inline]
pub(crate) fn hash(text: &str) -> u64 {
    hash_of_bytes(text.as_bytes())
}

#[inline]
pub(crate) fn hash_of_bytes(bytes: &[u8]) -> u64 {
    static SECRET: OnceLock<[u64; 2]> = OnceLock::new();
    let [one, other] = *SECRET.get_or_init(|| [0, 1].map(|i| std::hash::RandomState::new().hash_one(i)));
    let (head, tail) = ends(bytes);
    let head = if bytes.len() <= 16 { head } else { digest(bytes, one) };
    fold(head ^ one, tail ^ other ^ bytes.len() as u64)
}

/// Of so many places, each name has one.
const PLACES: u8 = 64;

/// The place of a name where there are few. There is no secret in it, since names that want the same place cost no more than
/// a few steps: how long it takes to find one is the same in every process.
///
/// Names that differ in the last letter lie apart, as `a` and `b` or `x1` and `x2`: it is added to what the others give,
/// which is D. E. Knuth's multiplicative hash, The Art of Computer Programming 3, 6.4. Of what classes of Python programs
/// have, one name in ten is not where its place is in the index of the class, as it would be by chance.
#[inline]
pub(super) fn place(text: &str) -> u8 {
    /// 2^64 by the golden ratio.
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let Some((last, others)) = text.as_bytes().split_last() else { return 0 };
    let (head, tail) = ends(others);
    let [.., top] = head.rotate_left(11).wrapping_add(tail).wrapping_mul(GOLDEN).to_le_bytes();
    // Any odd factor keeps all letters apart.
    (top / (u8::MAX / PLACES + 1)).wrapping_add(last.wrapping_mul(5)) % PLACES
}

/// The first and the last eight bytes of a text; of a shorter one all of it, some perhaps twice.
#[inline]
fn ends(bytes: &[u8]) -> (u64, u64) {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => match (bytes.first_chunk(), bytes.last_chunk(), bytes) {
            (Some(head), Some(tail), _) => (u32::from_le_bytes(*head).into(), u32::from_le_bytes(*tail).into()),
            (.., [head, middle @ .., tail]) => {
                let middle = middle.first().copied().unwrap_or_default();
                (u16::from_le_bytes([*head, middle]).into(), (*tail).into())
            }
            (.., [only]) => ((*only).into(), 0),
            (.., []) => (0, 0),
        },
    }
}

/// Are they the same text? Short ones are compared without a call.
#[inline]
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    one.len() == other.len() && if one.len() <= 16 { ends(one) == ends(other) } else { one == other }
}

/// Of all whole words.
#[inline(never)]
pub(super) fn digest(bytes: &[u8], secret: u64) -> u64 {
    let (words, _) = bytes.as_chunks();
    words.iter().fold(0, |state, word| fold(state ^ u64::from_le_bytes(*word), secret))
}

/// Both halves of a product: each bit of the operands has a part in all of the result.
#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    #[allow(clippy::cast_possible_truncation, reason = "the lower half")]
    {
        (product >> 64) as u64 ^ product as u64
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Has each of these names a place of its own?
    fn lie_apart(names: impl Iterator<Item = String>) -> bool {
        let mut taken = HashSet::new();
        // An index has half as many.
        names.map(|name| place(&name)).all(|place| place < PLACES && taken.insert(place % (PLACES / 2)))
    }

    #[test]
    fn names_that_differ_in_the_last_letter_lie_apart() {
        for stem in ["", "x", "at", "row", "line", "point", "length", "address", "address_l", "address_line_"] {
            for letters in ['0'..='9', 'a'..='z', 'A'..='Z'] {
                assert!(lie_apart(letters.map(|letter| format!("{stem}{letter}"))), "{stem}");
            }
        }
        assert!(!lie_apart((0..100).map(|i| i.to_string())));
    }

    #[test]
    fn names_are_spread_over_all_places() {
        let mut taken = [0_usize; PLACES as usize];
        for name in (0..6_400).map(|i| format!("name_{i}")) {
            taken[usize::from(place(&name))] += 1;
        }
        assert!(taken.iter().all(|count| (50..200).contains(count)), "{taken:?}");
    }

    #[test]
    fn every_byte_counts() {
        for len in 0..40 {
            let text = "a".repeat(len);
            let mut others: Vec<String> = (0..len).map(|at| format!("{}b{}", &text[..at], &text[at + 1..])).collect();
            others.extend([format!("{text}\0"), format!("{text}a")]);
            assert!(is_same(&text, &"a".repeat(len)) && !others.iter().any(|other| is_same(&text, other)));
            others.push(text);
            let hashes: HashSet<u64> = others.iter().map(|text| hash(text)).collect();
            assert_eq!(hashes.len(), others.len(), "{len}");
        }
    }
}

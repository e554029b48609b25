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
    let (head, tail) = ends(bytes, one);
    fold(head ^ one, tail ^ other ^ bytes.len() as u64)
}

/// What a short text begins and ends with: all of it, some perhaps twice. Of a longer one, a digest and the end.
#[inline]
fn ends(bytes: &[u8], secret: u64) -> (u64, u64) {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(head), Some(tail)) if bytes.len() <= 16 => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        (Some(_), Some(tail)) => (digest(bytes, secret), u64::from_le_bytes(*tail)),
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
    one.len() == other.len() && if one.len() <= 16 { ends(one, 0) == ends(other, 0) } else { one == other }
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

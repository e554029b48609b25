//! A pattern that asks every character to be of one ASCII class: `^[a-z0-9_]{3,20}$`.
//!
//! That is what most patterns of identifiers and codes are. A byte can be judged without what came before, which is
//! several times as fast as to go from state to state.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

use super::by_byte::ByByte;

/// A class, and how many there are of it.
#[derive(Debug)]
pub(super) struct Run {
    is_of_class: ByByte<bool>,
    min: usize,
    max: usize,
}

impl Run {
    /// None if the pattern asks for something else.
    pub(super) fn of(pattern: &str) -> Option<Self> {
        let pattern = regex_syntax::parse(pattern).ok()?;
        let HirKind::Concat(parts) = pattern.kind() else { return None };
        let [start, run, end] = parts.as_slice() else { return None };
        if !matches!(start.kind(), HirKind::Look(Look::Start)) || !matches!(end.kind(), HirKind::Look(Look::End)) {
            return None;
        }
        let (class, min, max) = match run.kind() {
            HirKind::Repetition(repetition) => (&*repetition.sub, repetition.min, repetition.max),
            _ => (run, 1, Some(1)),
        };
        let mut is_of_class = ByByte::new();
        for (first, last) in ranges(class)? {
            for byte in first..=last {
                is_of_class.set(byte, true);
            }
        }
        let max = max.map_or(Some(usize::MAX), |max| usize::try_from(max).ok())?;
        Some(Self { is_of_class, min: usize::try_from(min).ok()?, max })
    }

    /// Does the text consist of that?
    #[inline]
    pub(super) fn is_match(&self, text: &str) -> bool {
        (self.min..=self.max).contains(&text.len()) && text.bytes().all(|byte| self.is_of_class.get(byte))
    }
}

/// The ranges of a class, if it is one of ASCII characters.
fn ranges(class: &Hir) -> Option<Vec<(u8, u8)>> {
    let ranges = match class.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let range = |(first, last)| Some((u8::try_from(first).ok()?, u8::try_from(last).ok()?));
            class.ranges().iter().map(|range| (range.start(), range.end())).map(range).collect::<Option<Vec<_>>>()?
        }
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().map(|range| (range.start(), range.end())).collect()
        }
        HirKind::Literal(literal) => match *literal.0 {
            [byte] => vec![(byte, byte)],
            _ => return None,
        },
        _ => return None,
    };
    ranges.iter().all(|(_, last)| last.is_ascii()).then_some(ranges)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_that_fills_the_text_is_a_run() {
        for (pattern, good, bad) in [
            ("^[a-z0-9_]{3,20}$", "zoe_1", "zo"),
            ("^[a-z0-9_]{3,20}$", "abc", "abcé"),
            ("^[0-9]{5}$", "12345", "123456"),
            ("^a+$", "aaa", ""),
            ("^a*$", "", "ab"),
            ("^[[:alpha:]]$", "x", "xx"),
            (r"^(?-u:\d)+$", "42", "٣"),
        ] {
            let run = Run::of(pattern).expect(pattern);
            assert!(run.is_match(good) && !run.is_match(bad), "{pattern}");
        }
    }

    #[test]
    fn what_asks_for_more_is_none() {
        for pattern in ["", "a", "^a", "[a-z]+$", "^[a-zé]+$", r"^\d+$", "^[^a]$", "^ab$", "^(ab)+$", "(?m)^a+$", "^a+b$"] {
            assert!(Run::of(pattern).is_none(), "{pattern}");
        }
    }
}

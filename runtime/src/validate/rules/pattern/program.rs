//! A compiled pattern: by the simplest thing that can tell.
//!
//! The engine of a regular expression first finds its scratch space, which takes longer than to look at a name or an
//! address. A run or an automaton needs none. Not every pattern is a run, and some would be large as an automaton.

use std::sync::OnceLock;

use regex::Regex;

use super::automaton::Automaton;
use super::run::Run;

/// From here on, the regular expression is faster: it skips what cannot begin a match.
const SHORT: usize = 128;

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Program {
    regex: Regex,
    /// Built at the first search.
    fast: OnceLock<Fast>,
}

/// What needs no regular expression.
#[derive(Debug)]
enum Fast {
    Run(Run),
    Automaton(Automaton),
    None,
}

impl Program {
    pub(super) const fn new(regex: Regex) -> Self {
        Self { regex, fast: OnceLock::new() }
    }

    /// Is the pattern found in the text?
    #[inline]
    pub(super) fn is_match(&self, text: &str) -> bool {
        match self.fast.get_or_init(|| self.build()) {
            Fast::Run(run) => run.is_match(text),
            Fast::Automaton(automaton) if text.len() <= SHORT => automaton.is_match(text),
            Fast::Automaton(_) | Fast::None => self.regex.is_match(text),
        }
    }

    #[cold]
    fn build(&self) -> Fast {
        let pattern = self.regex.as_str();
        match Run::of(pattern) {
            Some(run) => Fast::Run(run),
            None => Automaton::build(pattern).map_or(Fast::None, Fast::Automaton),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(text: &str) -> Program {
        Program::new(Regex::new(text).unwrap())
    }

    #[test]
    fn both_engines_agree() {
        let patterns = [
            "",
            "a",
            "^a+$",
            "^[a-z0-9_]{3,20}$",
            r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
            r"\d",
            r"^\d{4}-\d{2}$",
            "(?i)straße",
            "(a|b)*c",
            "a$",
            "(?m)^b$",
            r"\bword\b",
            r"(?-u:\bword\b)",
            "^(a|ab)(c|bcd)$",
        ];
        let texts = [
            "", "a", "aa", "ab", "abcd", "abc", "c", "bac", "b\na", "a\nb\nc", "zoe_mueller", "Zoë", "a@b.c", "a b@c.d", "@",
            "x@y.z\n", "٣", "2024-01", "STRASSE", "Straße", "a word.", "swords", "\u{1f600}", "é".repeat(100).as_str(),
        ]
        .map(str::to_owned);
        for pattern in patterns {
            let program = program(pattern);
            for text in &texts {
                assert_eq!(program.is_match(text), program.regex.is_match(text), "{pattern} {text:?}");
            }
        }
        let fast = |pattern| program(pattern).build();
        assert!(matches!(fast("^[a-z]+$"), Fast::Run(_)) && matches!(fast("^[a-z]+"), Fast::Automaton(_)));
        assert!(matches!(fast(r"\bword\b"), Fast::None));
    }

    #[test]
    fn what_would_be_large_has_no_automaton() {
        for pattern in [r"\w{20}", "[01]*1[01]{14}"] {
            let program = program(pattern);
            assert!(matches!(program.build(), Fast::None));
            assert!(!program.is_match("0"));
        }
    }
}

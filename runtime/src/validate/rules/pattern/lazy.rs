//! Patterns that are compiled at their first use.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use super::Pattern;
use super::compile::{Limits, compile};
use super::program::Program;
use crate::validate::rules::Constraint;
use crate::validate::{Fit, Issue, View};
use crate::value::Value;

/// A pattern of generated code, which lives in a `static`: no look-up in a table.
#[derive(Debug)]
pub struct LazyPattern {
    text: &'static str,
    program: OnceLock<Option<Program>>,
}

impl LazyPattern {
    /// With this text.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text, program: OnceLock::new() }
    }

    /// Is it found in the text? One that cannot be compiled lets no text pass.
    #[must_use]
    #[inline]
    pub fn check(&self, text: &str) -> bool {
        self.program().is_some_and(|program| program.is_match(text))
    }

    pub(super) fn compiles(&self) -> bool {
        self.program().is_some()
    }

    #[inline]
    fn program(&self) -> Option<&Program> {
        self.program.get_or_init(|| self.compile()).as_ref()
    }

    #[cold]
    fn compile(&self) -> Option<Program> {
        let program = compile(self.text, Limits::CODE).ok();
        if program.is_none() {
            HAS_BAD.store(true, Ordering::Relaxed);
        }
        program
    }
}

/// As the rule itself; its faults are told by the one in the description.
impl Constraint for LazyPattern {
    const KEY: &'static str = Pattern::KEY;
    const KEYWORD: &'static str = Pattern::KEYWORD;
    const FITS: Fit = Pattern::FITS;

    fn text(issue: &Issue) -> &'static str {
        <Pattern as Constraint>::text(issue)
    }

    #[inline]
    fn holds(&self, view: View<'_>) -> bool {
        view.as_str().is_none_or(|text| self.check(text))
    }

    fn issue(&self, _: View<'_>) -> Issue {
        Issue::new(Self::KEY).with_param("pattern", self.text)
    }

    fn schema(&self) -> Option<(&'static str, Value)> {
        Pattern::new(self.text).schema()
    }
}

/// Is there one that could not be compiled?
static HAS_BAD: AtomicBool = AtomicBool::new(false);

/// Was each that was asked so far compiled, of all in the process?
pub(super) fn are_all_good() -> bool {
    !HAS_BAD.load(Ordering::Relaxed)
}

type Table = HashMap<&'static str, Arc<LazyPattern>>;

/// The pattern of this text, the same in the whole process. It is not compiled while the table is locked.
pub(super) fn shared(text: &'static str) -> Arc<LazyPattern> {
    static TABLE: OnceLock<RwLock<Table>> = OnceLock::new();
    let table = TABLE.get_or_init(RwLock::default);
    // No panic leaves the table in between.
    let known = table.read().unwrap_or_else(PoisonError::into_inner).get(text).cloned();
    known.unwrap_or_else(|| {
        let mut table = table.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(table.entry(text).or_insert_with(|| Arc::new(LazyPattern::new(text))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lazy_pattern_lives_in_a_static() {
        static PATTERN: LazyPattern = LazyPattern::new("^a+$");
        static BAD: LazyPattern = LazyPattern::new(r"\1");
        assert!(PATTERN.check("aa") && !PATTERN.check("ab"));
        assert!(!BAD.check("") && !BAD.check("1"));
    }

    #[test]
    fn a_text_is_compiled_once_in_all_threads() {
        let patterns: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| shared("compiled once"))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(patterns.iter().all(|pattern| Arc::ptr_eq(pattern, &patterns[0])));
        assert!(!Arc::ptr_eq(&patterns[0], &shared("another")));
    }
}

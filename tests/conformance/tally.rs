//! How many answers agreed.

use std::collections::BTreeMap;

/// Answers that agreed, that did not, and that were not compared.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failures: Vec<String>,
    skipped: BTreeMap<&'static str, usize>,
}

impl Tally {
    /// Compares an answer.
    pub(crate) fn compare(&mut self, id: &str, got: &str, expected: &str) {
        if got == expected {
            self.passed += 1;
        } else {
            self.failures.push(format!("{id}\n  expected {expected}\n  got      {got}"));
        }
    }

    /// Leaves an answer out.
    pub(crate) fn skip(&mut self, reason: &'static str) {
        *self.skipped.entry(reason).or_default() += 1;
    }

    /// Prints the counts; fails on a failure, and if too few were compared to say anything.
    pub(crate) fn finish(self, suite: &str, least: usize) {
        let skipped: usize = self.skipped.values().sum();
        println!("{suite}: {} passed, {} failed, {skipped} skipped", self.passed, self.failures.len());
        for (reason, count) in &self.skipped {
            println!("  {count} skipped: {reason}");
        }
        assert!(self.failures.is_empty(), "{suite}:\n{}", self.failures.join("\n"));
        assert!(self.passed >= least, "{suite}: only {} answers were compared", self.passed);
    }
}

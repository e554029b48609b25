//! How many verdicts were right.

use std::collections::BTreeMap;

use metaclass::json_schema::SchemaError;

/// Verdicts that were right, that were not, and that nobody was asked for.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failures: Vec<String>,
    /// Groups, by what they were refused for, with the number of their tests.
    refused: BTreeMap<String, Vec<(String, usize)>>,
}

impl Tally {
    pub(crate) fn pass(&mut self) {
        self.passed += 1;
    }

    pub(crate) fn fail(&mut self, name: &str, what: &str) {
        self.failures.push(format!("{name}\n  {what}"));
    }

    /// A group that has what is not supported; the error names it.
    pub(crate) fn refuse(&mut self, group: &str, error: &SchemaError, tests: usize) {
        assert!(error.pointer().starts_with('/'), "{group}: {error}");
        self.refused.entry(error.message()).or_default().push((group.to_owned(), tests));
    }

    /// Prints the counts; fails on a failure, and if too few were judged to say anything.
    pub(crate) fn finish(self, least: usize) {
        let refused: usize = self.refused.values().flatten().map(|(_, tests)| tests).sum();
        println!("{} passed, {} failed, {refused} refused", self.passed, self.failures.len());
        for (reason, groups) in &self.refused {
            println!("  {reason}:");
            for (group, tests) in groups {
                println!("    {group} ({tests})");
            }
        }
        assert!(self.failures.is_empty(), "{}", self.failures.join("\n"));
        assert!(self.passed >= least, "only {} verdicts were compared", self.passed);
    }
}

//! What CPython was seen to do, against what we do.
//!
//! The cases were recorded by running CPython; `cases/` has them. `METACLASS_CASES=<folder>` runs another folder of the
//! same format. Each suite prints how many answers agreed, and what was left out for which reason.

#![forbid(unsafe_code)]

mod cases;
mod dataclass;
mod tally;
mod value;

use cases::Suite;
use tally::Tally;

/// Runs the dataclasses of a suite; `least` is how many answers must have been compared.
fn run(suite: &str, least: usize) {
    let suite = Suite::load(suite);
    let mut tally = Tally::default();
    for case in suite.cases() {
        dataclass::run(&case, &mut tally);
    }
    tally.finish(suite.name(), least);
}

#[test]
fn dataclass_init() {
    run("dataclass_init", 400);
}

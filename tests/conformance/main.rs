//! What CPython was seen to do, against what we do.
//!
//! The cases were recorded by running CPython; `cases/` has them. `METACLASS_CASES=<folder>` runs another folder of the
//! same format. Each suite prints how many answers agreed, and what was left out for which reason.

#![forbid(unsafe_code)]

mod cases;
mod differences;
mod mro;
mod namedtuple;
mod program;
mod tally;
mod value;

use cases::{Case, Suite};
use tally::Tally;

/// Runs the cases of a suite; `least` is how many answers must have been compared.
fn run(suite: &str, least: usize, run: impl Fn(&Case<'_>, &mut Tally)) {
    let suite = Suite::load(suite);
    let mut tally = Tally::default();
    for case in suite.cases() {
        run(&case, &mut tally);
    }
    tally.finish(suite.name(), least);
}

#[test]
fn dataclass_init() {
    run("dataclass_init", 1_000, |case, tally| program::run(case, tally, differences::dataclass));
}

#[test]
fn dataclass_methods() {
    run("dataclass_methods", 1_500, |case, tally| program::run(case, tally, differences::dataclass));
}

#[test]
fn enum_ns() {
    run("enum_ns", 400, |case, tally| program::run(case, tally, differences::enumeration));
}

#[test]
fn mro() {
    run("mro", 1_700, mro::run);
}

#[test]
fn namedtuple_names() {
    run("namedtuple_names", 400, namedtuple::run);
}

#[test]
fn namedtuple_ops() {
    run("namedtuple_ops", 400, |case, tally| program::run(case, tally, differences::namedtuple));
}

#[test]
fn pipeline() {
    run("pipeline", 2_100, |case, tally| program::run(case, tally, differences::pipeline));
}

//! What is compared: the same rules, written for each library, and the same operations.

use std::fmt::Display;
use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::{by_hand, garde, metaclass, serde_valid, validator};

/// The struct with the rules of one library.
pub(crate) trait Validated {
    /// The name of the library.
    const NAME: &'static str;
    /// All faults.
    type Error: Display;

    /// Breaks no rule.
    fn valid() -> Self;
    /// Breaks three rules: of `age`, of `email` and of the quantity of the second item.
    fn faulty() -> Self;
    /// Checks all rules.
    fn check(&self) -> Result<(), Self::Error>;
    /// How many faults were found.
    fn count(error: &Self::Error) -> usize;
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operation {
    Valid,
    Faulty,
    Told,
}

impl Operation {
    pub(crate) const ALL: [Self; 3] = [Self::Valid, Self::Faulty, Self::Told];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Faulty => "3 errors",
            Self::Told => "3 errors + to_string",
        }
    }
}

/// One of the compared, as functions.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    /// How many faults it finds.
    pub(crate) faults: fn(Operation) -> usize,
    /// Does it this often; gives the time of all calls.
    pub(crate) run: fn(Operation, u32) -> Duration,
}

pub(crate) const OURS: &str = metaclass::Record::NAME;

/// Written by hand first: all others are compared with that.
pub(crate) const ALL: [Contender; 5] = [
    contender::<by_hand::Record>(),
    contender::<metaclass::Record>(),
    contender::<garde::Record>(),
    contender::<validator::Record>(),
    contender::<serde_valid::Record>(),
];

const fn contender<V: Validated>() -> Contender {
    Contender { name: V::NAME, faults: faults::<V>, run: run::<V> }
}

fn sample<V: Validated>(operation: Operation) -> V {
    match operation {
        Operation::Valid => V::valid(),
        Operation::Faulty | Operation::Told => V::faulty(),
    }
}

fn faults<V: Validated>(operation: Operation) -> usize {
    sample::<V>(operation).check().err().map_or(0, |error| V::count(&error))
}

fn run<V: Validated>(operation: Operation, calls: u32) -> Duration {
    let record = sample::<V>(operation);
    match operation {
        Operation::Told => repeat(&record, calls, told::<V>),
        Operation::Valid | Operation::Faulty => repeat(&record, calls, V::check),
    }
}

/// What it costs to give the result back is part of it.
fn repeat<V, O>(record: &V, calls: u32, operation: impl Fn(&V) -> O) -> Duration {
    let start = Instant::now();
    for _ in 0..calls {
        black_box(operation(black_box(record)));
    }
    start.elapsed()
}

fn told<V: Validated>(record: &V) -> String {
    record.check().err().map(|error| error.to_string()).unwrap_or_default()
}

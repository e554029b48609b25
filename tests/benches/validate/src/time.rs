//! Times: samples of some milliseconds, all contenders in turn, so that a slow moment of the machine hits all of them.

use std::time::Duration;

use crate::contender::{ALL, Contender, Operation};
use crate::verdict;

/// How long a sample takes.
const SAMPLE: Duration = Duration::from_millis(5);

/// Nanoseconds per call: the best and the median of all samples.
struct Times {
    best: f64,
    median: f64,
}

pub(crate) fn print_times(rounds: usize) {
    println!("Nanoseconds per call, of {rounds} samples; ratios are of bests:\n");
    println!("| operation | contender | best | median | ÷ by hand | |");
    println!("|---|---|--:|--:|--:|---|");
    for operation in Operation::ALL {
        let times = measure(operation, rounds);
        let by_hand = times[0].best;
        for (Contender { name, .. }, Times { best, median }) in ALL.iter().zip(times) {
            let ratio = best / by_hand;
            println!(
                "| {} | {name} | {best:.1} | {median:.1} | {ratio:.2} | {} |",
                operation.name(),
                verdict(name, operation, ratio)
            );
        }
    }
}

fn measure(operation: Operation, rounds: usize) -> [Times; ALL.len()] {
    let calls = ALL.map(|contender| calls_of_a_sample(&contender, operation));
    let mut samples = ALL.map(|_| Vec::with_capacity(rounds));
    for _ in 0..rounds {
        for ((contender, calls), samples) in ALL.iter().zip(calls).zip(&mut samples) {
            samples.push(per_call(contender, operation, calls));
        }
    }
    samples.map(|mut samples| {
        samples.sort_by(f64::total_cmp);
        Times { best: samples[0], median: samples[samples.len() / 2] }
    })
}

fn per_call(contender: &Contender, operation: Operation, calls: u32) -> f64 {
    (contender.run)(operation, calls).as_secs_f64() * 1e9 / f64::from(calls)
}

/// How many calls fill a sample.
fn calls_of_a_sample(contender: &Contender, operation: Operation) -> u32 {
    let mut calls = 1000;
    while (contender.run)(operation, calls) < SAMPLE {
        calls *= 2;
    }
    calls
}

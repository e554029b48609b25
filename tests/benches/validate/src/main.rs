//! What it costs to validate a struct: code written by hand, ours, and the peers.
//!
//! Times of a noisy machine, so that only ratios of bests in one table mean something; or instructions, which have no
//! noise. Run in this folder:
//!
//! `cargo bench -- [--instructions] [--quick]`

mod by_hand;
#[path = "../../instructions/callgrind.rs"]
mod callgrind;
mod contender;
mod garde;
mod metaclass;
mod samples;
mod serde_valid;
mod time;
mod validator;

use std::{env, io};

use contender::{ALL, Operation};

/// At most this many times what was written by hand.
const BARS: [(Operation, f64); 2] = [(Operation::Valid, 1.05), (Operation::Faulty, 2.0)];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [case, name, operation, calls] = arguments.as_slice()
        && case == "--case"
    {
        return run_case(name, operation, calls);
    }
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    // `cargo test --benches` runs this too.
    if !has("--bench") {
        println!("measures only under `cargo bench`");
        return Ok(());
    }
    assert_that_all_agree();
    match has("--instructions") {
        true if !callgrind::is_here() => println!("no valgrind here: nothing is measured"),
        true => print_instructions()?,
        false => time::print_times(if has("--quick") { 5 } else { 41 }),
    }
    Ok(())
}

fn assert_that_all_agree() {
    for contender in ALL {
        assert_eq!((contender.faults)(Operation::Valid), 0, "{}: valid", contender.name);
        assert_eq!((contender.faults)(Operation::Faulty), 3, "{}: faults", contender.name);
    }
}

/// What a process of its own does under the profiler.
fn run_case(name: &str, operation: &str, calls: &str) -> io::Result<()> {
    let contender = ALL.iter().find(|contender| contender.name == name);
    let operation = Operation::ALL.into_iter().find(|other| other.name() == operation);
    match (contender, operation, calls.parse()) {
        (Some(contender), Some(operation), Ok(calls)) => {
            (contender.run)(operation, calls);
            Ok(())
        }
        _ => Err(io::Error::other(format!("no such case: {name}, {operation:?}, {calls}"))),
    }
}

fn print_instructions() -> io::Result<()> {
    println!("Instructions per call:\n");
    println!("| operation | contender | instructions | ÷ by hand | |");
    println!("|---|---|--:|--:|---|");
    for operation in Operation::ALL {
        let mut by_hand = None;
        for contender in &ALL {
            let figure = instructions(contender.name, operation)?;
            let ratio = figure / *by_hand.get_or_insert(figure);
            println!(
                "| {} | {} | {figure:.1} | {ratio:.3} | {} |",
                operation.name(),
                contender.name,
                verdict(contender.name, operation, ratio)
            );
        }
    }
    Ok(())
}

/// Per call: of many calls less those of a few, so that neither the start nor the compilation of patterns counts.
fn instructions(name: &str, operation: Operation) -> io::Result<f64> {
    const FEW: u32 = 100;
    const MANY: u32 = 10_100;
    let collected = |calls: u32| callgrind::collected(&["--case", name, operation.name(), &calls.to_string()]);
    Ok((collected(MANY)? - collected(FEW)?) / f64::from(MANY - FEW))
}

/// Whether ours meets the bar.
fn verdict(name: &str, operation: Operation, ratio: f64) -> String {
    match BARS.iter().find(|(other, _)| *other == operation && name == contender::OURS) {
        Some((_, bar)) => format!("{} ({bar:.2})", if ratio <= *bar { "met" } else { "missed" }),
        None => String::new(),
    }
}

//! Instructions per call of what the derive writes, beside code written by hand and the standard derives.
//!
//! Callgrind counts them, so there is no noise. Each figure is that of a process of its own, less that of the same loop
//! with nothing in it.
//!
//! `cargo bench -p metaclass-tests --bench instructions`

#![forbid(unsafe_code)]

mod by_hand;
mod callgrind;
mod generated;
mod operations;
mod standard;

use std::{env, io};

use operations::{CALLS, CALLS_OF_METHODS, COMPARISONS};

/// At most this many times what was written by hand.
const BAR: f64 = 1.02;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [case, implementation, operation, body] = arguments.as_slice()
        && case == "--case"
    {
        repeat(implementation, operation, body == "empty");
        return Ok(());
    }
    // `cargo test --benches` runs this too.
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("measures only under `cargo bench`");
        return Ok(());
    }
    if !callgrind::is_here() {
        println!("no valgrind here: nothing is measured");
        return Ok(());
    }

    println!("Instructions per call; the bar is {BAR} times what is written by hand:\n");
    println!("| operation | generated | by hand | std derive | generated ÷ by hand | generated ÷ std | |");
    println!("|---|--:|--:|--:|--:|--:|---|");
    for operation in CALLS_OF_METHODS.into_iter().chain(COMPARISONS) {
        let generated = instructions("generated", operation)?;
        let by_hand = instructions("by hand", operation)?;
        let standard = match COMPARISONS.contains(&operation) {
            true => Some(instructions("standard", operation)?),
            false => None,
        };
        let ratio = generated / by_hand;
        let verdict = if ratio <= BAR { "met" } else { "missed" };
        let show = |figure: Option<f64>| figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.2}"));
        println!(
            "| `{operation}` | {generated:.2} | {by_hand:.2} | {} | {ratio:.3} | {} | {verdict} |",
            show(standard),
            show(standard.map(|standard| generated / standard))
        );
    }
    Ok(())
}

fn repeat(implementation: &str, operation: &str, is_empty: bool) {
    match (implementation, CALLS_OF_METHODS.contains(&operation)) {
        ("generated", true) => generated::call(operation, is_empty),
        ("generated", false) => generated::compare(operation, is_empty),
        ("by hand", true) => by_hand::call(operation, is_empty),
        ("by hand", false) => by_hand::compare(operation, is_empty),
        ("standard", false) => standard::compare(operation, is_empty),
        _ => panic!("no such case: {implementation}, {operation}"),
    }
}

/// Per call, without the loop.
fn instructions(implementation: &str, operation: &str) -> io::Result<f64> {
    let collected = |body| callgrind::collected(&["--case", implementation, operation, body]);
    Ok((collected("whole")? - collected("empty")?) / f64::from(CALLS))
}

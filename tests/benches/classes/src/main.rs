//! What the object model costs: ours, beside CPython, bevy_reflect and the objects of serde_json.
//!
//! Times of a noisy machine, so that only ratios of bests in one table mean something; or instructions of ours, which have
//! no noise. Run in this folder:
//!
//! `cargo bench --bench classes -- [--instructions] [--quick] [OPERATION]`
//!
//! An `OPERATION` is the beginning of the name of one. How many bytes classes and instances take tells the other program,
//! `cargo bench --bench memory`, since its allocator counts.
//!
//! Fields of ours have types, which are checked whenever they are set; nobody else checks anything. For CPython, what is
//! measured is bytecode that has been specialised, less the loop around it.

mod bevy;
#[path = "../../instructions/callgrind.rs"]
mod callgrind;
mod contender;
mod json_map;
mod operation;
mod ours;
mod python;
mod report;
mod run;
mod time;

use std::{env, io};

use contender::Contender;
use operation::{ALL, Bar, Operation};
use report::Row;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [case, operation, calls] = arguments.as_slice()
        && case == "--case"
    {
        let calls = calls.parse().map_err(io::Error::other)?;
        ours::prepare(operation)(calls);
        return Ok(());
    }
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    // `cargo test --benches` runs this too.
    if !has("--bench") {
        println!("measures only under `cargo bench`");
        return Ok(());
    }
    let wanted = arguments.iter().find(|argument| !argument.starts_with('-')).map_or("", String::as_str);
    let operations: Vec<&Operation> = ALL.iter().filter(|operation| operation.name.starts_with(wanted)).collect();
    match has("--instructions") {
        true if !callgrind::is_here() => println!("no valgrind here: nothing is measured"),
        true => print_instructions(&operations)?,
        false => print_times(&operations, if has("--quick") { 11 } else { 41 })?,
    }
    Ok(())
}

fn print_times(operations: &[&Operation], rounds: usize) -> io::Result<()> {
    let mut contenders = contender::all()?;
    let names: Vec<&str> = operations.iter().map(|operation| operation.name).collect();
    let times = time::measure(&names, &mut contenders, rounds)?;
    println!("Nanoseconds per operation, the best of {rounds} samples; CPython's are without the loop around it:\n");
    report::print_head(contenders.iter().skip(1).map(Contender::name));
    let mut known = vec![];
    for (Operation { name, bar }, times) in operations.iter().zip(&times) {
        let Some((Some(ours), peers)) = times.split_first() else { continue };
        known.push((*name, *ours));
        let bar = match bar {
            Bar::Nanoseconds(bar) => Some(*bar),
            Bar::As(other) => known.iter().find(|(name, _)| name == other).map(|(_, time)| time * 1.1),
            Bar::None => None,
        };
        report::print(&Row { name, bar, ours: *ours, peers });
    }
    Ok(())
}

fn print_instructions(operations: &[&Operation]) -> io::Result<()> {
    println!("Instructions per operation:\n");
    println!("| operation | instructions |");
    println!("|---|--:|");
    for Operation { name, .. } in operations {
        println!("| {name} | {:.1} |", instructions(name)?);
    }
    Ok(())
}

/// Per operation: of many less those of a few, so that the start does not count.
fn instructions(operation: &str) -> io::Result<f64> {
    const FEW: u32 = 500;
    const MANY: u32 = 3_000;
    let collected = |calls: u32| callgrind::collected(&["--case", operation, &calls.to_string()]);
    Ok((collected(MANY)? - collected(FEW)?) / f64::from(MANY - FEW))
}

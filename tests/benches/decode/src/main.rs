//! What it costs to read and check a record of JSON: ours, serde_json alone, and the peers.
//!
//! Times of a noisy machine, so that only ratios of bests in one table mean something; or instructions, which have no
//! noise. Run in this folder:
//!
//! `cargo bench -- [--instructions] [--python] [--quick]`
//!
//! For the peers in Python: `python3 -m venv venv && . venv/bin/activate && pip install -r requirements.txt` first.
//!
//! jsonschema switches on the feature `float_roundtrip` of serde_json for all; that costs these records nothing.

mod callgrind;
mod contender;
mod draft;
#[cfg(feature = "metaclass")]
mod floor;
#[cfg(feature = "metaclass")]
mod metaclass;
mod python;
mod random;
mod records;
mod report;
mod schema;
mod time;
mod typed;

use std::{env, io};

use records::{Kind, Records};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [case, name, kind, count] = arguments.as_slice()
        && case == "--case"
    {
        return run_case(name, kind, count);
    }
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    // `cargo test --benches` runs this too.
    if !has("--bench") {
        println!("measures only under `cargo bench`");
        return Ok(());
    }
    match has("--instructions") {
        true if !callgrind::is_here() => println!("no valgrind here: nothing is measured"),
        true => print_instructions()?,
        false => print_times(if has("--quick") { 5 } else { 31 }, has("--python"))?,
    }
    Ok(())
}

fn print_times(rounds: usize, with_python: bool) -> io::Result<()> {
    let all = Kind::ALL.map(|kind| Records::new(kind, if is_one(kind) { 4_000 } else { 20_000 }));
    let folder = if with_python { Some(python::Folder::with(&all)?) } else { None };
    let mut contenders = contender::all();
    if let Some(folder) = &folder {
        contenders.extend(python::peers(folder)?);
    }
    println!("Nanoseconds per record, of {rounds} samples; ratios are of bests:\n");
    report::print(&["best", "median"], &mut contenders, |kind, contenders| {
        let records = all.iter().find(|records| records.kind == kind).expect("all kinds");
        time::measure(records, contenders, rounds)
    })
}

const fn is_one(kind: Kind) -> bool {
    matches!(kind, Kind::One | Kind::EightFaults)
}

fn print_instructions() -> io::Result<()> {
    println!("Instructions per record:\n");
    report::print(&["instructions"], &mut contender::all(), |kind, contenders| {
        let records = Records::new(kind, MANY as usize);
        contenders.iter_mut().try_for_each(|contender| contender.run_checked(&records).map(drop))?;
        contenders.iter().map(|contender| Ok(vec![instructions(contender.name(), kind)?])).collect()
    })
}

/// Records that every process under the profiler makes.
const MANY: u32 = 2_100;

/// Per record: of many less those of a few, so that neither the start nor the compilation of patterns counts.
fn instructions(name: &str, kind: Kind) -> io::Result<f64> {
    const FEW: u32 = 100;
    let collected = |count: u32| callgrind::collected(&["--case", name, kind.name(), &count.to_string()]);
    Ok((collected(MANY)? - collected(FEW)?) / f64::from(MANY - FEW))
}

/// What a process of its own does under the profiler.
fn run_case(name: &str, kind: &str, count: &str) -> io::Result<()> {
    let contender = contender::all().into_iter().find(|contender| contender.name() == name);
    let kind = Kind::ALL.into_iter().find(|other| other.name() == kind);
    match (contender, kind, count.parse()) {
        (Some(mut contender), Some(kind), Ok(count)) => {
            let mut records = Records::new(kind, MANY as usize);
            records.truncate(count);
            contender.run(&records).map(drop)
        }
        _ => Err(io::Error::other(format!("no such case: {name}, {kind:?}, {count}"))),
    }
}

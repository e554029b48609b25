//! What a struct costs the crate that derives: ours beside the standard derives and the builder derives.
//!
//! `cargo bench -p metaclass-tests --bench compile_time -- [--instructions] [--no-times] [--quick]`

#![forbid(unsafe_code)]

mod generate;
mod measure;
mod report;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

use generate::{Package, Variant};
use measure::{Step, Workspace};
use report::Results;

struct Options {
    /// Also count the instructions of rustc, which have no noise.
    instructions: bool,
    times: bool,
    /// One round of small crates: to see that it works.
    quick: bool,
}

fn main() -> io::Result<()> {
    if let Some(status) = measure::run_as_wrapper() {
        return match status?.success() {
            true => Ok(()),
            false => Err(io::Error::other("rustc failed")),
        };
    }
    let mut options = Options { instructions: false, times: true, quick: false };
    let mut is_bench = false;
    for argument in env::args().skip(1) {
        match argument.as_str() {
            "--bench" => is_bench = true,
            "--instructions" => options.instructions = true,
            "--no-times" => options.times = false,
            "--quick" => options.quick = true,
            _ => return Err(io::Error::other(format!("no such option: {argument}"))),
        }
    }
    // `cargo test --benches` runs this too.
    if !is_bench {
        println!("measures only under `cargo bench`");
        return Ok(());
    }
    if options.instructions && !measure::has_valgrind() {
        eprintln!("no valgrind here: instructions are not counted");
        options.instructions = false;
    }
    measure_all(&options)?.print();
    Ok(())
}

fn measure_all(options: &Options) -> io::Result<Results> {
    let sizes = if options.quick { [10, 40] } else { [100, 400] };
    let rounds = if options.quick { 1 } else { 5 };
    let instruction_sizes = [5, 25];

    let timed = packages(&sizes);
    let counted = packages(&instruction_sizes);
    let [first, all] = [packages(&[1]), packages(&[1, 5, 25, sizes[0], sizes[1]])];

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_time");
    fs::create_dir_all(&folder)?;
    generate::write_workspace(&folder, &all)?;
    let workspace = Workspace::new(folder)?;

    let mut results = Results {
        sizes,
        seconds: BTreeMap::new(),
        expanded_bytes: BTreeMap::new(),
        instruction_sizes,
        instructions: BTreeMap::new(),
        of_expansion: BTreeMap::new(),
    };

    eprintln!("expanding");
    for &package in timed.iter().filter(|package| !package.calls) {
        results.expanded_bytes.insert(package, workspace.expanded_bytes(package)?);
    }

    eprintln!("building the dependencies");
    for &package in &first {
        workspace.seconds(Step::Check, package)?;
        workspace.seconds(Step::Debug, package)?;
    }

    // A core changes its speed in the middle of a round: each figure is the best of rounds in which all have their turn.
    for round in 1..=if options.times { rounds } else { 0 } {
        eprintln!("round {round} of {rounds}");
        for step in [Step::Check, Step::Debug] {
            for &package in timed.iter().filter(|package| package.variant != Variant::MetaclassAlone) {
                let seconds = workspace.seconds(step, package)?;
                let best = results.seconds.entry((package, step)).or_insert(seconds);
                *best = best.min(seconds);
            }
        }
    }

    if options.instructions {
        eprintln!("counting instructions");
        for &package in &counted {
            results.instructions.insert(package, workspace.instructions(package)?);
        }
        // The two that say the same in other words.
        for &package in counted.iter().filter(|package| !package.calls && package.variant.is_base()) {
            results.of_expansion.insert(package, workspace.instructions_of_expansion(package)?);
        }
    }
    Ok(results)
}

fn packages(sizes: &[u32]) -> Vec<Package> {
    let mut packages = Vec::new();
    for variant in Variant::ALL {
        for calls in [false, true] {
            packages.extend(sizes.iter().map(|&structs| Package { variant, calls, structs }));
        }
    }
    packages
}

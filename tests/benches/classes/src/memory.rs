//! How many bytes classes and instances take: ours, beside CPython, bevy_reflect and the objects of serde_json.
//!
//! A program of its own, since the allocator counts. Run in this folder:
//!
//! `cargo bench --bench memory`

#[allow(dead_code, reason = "what takes no time")]
mod bevy;
#[allow(dead_code, reason = "what takes no time")]
mod json_map;
#[allow(dead_code, reason = "what takes no time")]
mod ours;
mod python;
mod report;
mod run;

use std::{env, io};

use allocation_counter::{AllocationInfo, measure};
use metaclass::args;
use python::Python;
use report::Row;

/// So many of each are made, and kept.
const COUNT: u32 = 1_000;

/// What is made, and how many bytes it may take.
struct Made {
    name: &'static str,
    bar: Option<f64>,
    ours: fn() -> Memory,
    bevy: Option<fn() -> Memory>,
    json_map: Option<fn() -> Memory>,
}

/// Bytes of one, itself included, and the blocks that it allocates.
struct Memory {
    bytes: f64,
    blocks: f64,
}

const ALL: [Made; 3] = [
    Made {
        name: "instance of 5 fields",
        bar: Some(32.0 + 5.0 * 16.0),
        ours: || {
            let class = ours::classes::class().expect("a class");
            memory(|| class.instantiate(args!(1, 2, 3, 4, 5)))
        },
        bevy: Some(|| memory(bevy::instance)),
        json_map: Some(|| memory(json_map::instance)),
    },
    Made {
        name: "class of 5 fields and 3 methods",
        bar: Some(1.4 * 1024.0),
        ours: || memory(ours::classes::class),
        bevy: None,
        json_map: None,
    },
    Made {
        name: "class without anything",
        bar: None,
        ours: || memory(ours::classes::empty_class),
        bevy: None,
        json_map: None,
    },
];

fn main() -> io::Result<()> {
    // `cargo test --benches` runs this too.
    if !env::args().any(|argument| argument == "--bench") {
        println!("measures only under `cargo bench`");
        return Ok(());
    }
    let mut python = Python::start()?;
    println!("Bytes, and how many blocks they lie in:\n");
    report::print_head([&*python.name, "bevy_reflect", "serde_json"]);
    let mut blocks = vec![];
    for Made { name, bar, ours, bevy, json_map } in &ALL {
        let python = python.measure("bytes", name, COUNT)?.map(|bytes| bytes / f64::from(COUNT));
        let [bevy, json_map] = [bevy, json_map].map(|make| make.map(|make| make()));
        let ours = ours();
        let peers = [python, bevy.map(|memory| memory.bytes), json_map.map(|memory| memory.bytes)];
        report::print(&Row { name, bar: *bar, ours: ours.bytes, peers: &peers });
        blocks.push(format!("{name}: {:.1}", ours.blocks));
    }
    println!("\nBlocks of ours: {}.", blocks.join("; "));
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "far from 2^52 bytes")]
fn memory<T>(make: impl Fn() -> T) -> Memory {
    // What is made once for all.
    drop(make());
    let mut kept = Vec::with_capacity(COUNT as usize);
    let AllocationInfo { bytes_current, count_current, .. } = measure(|| kept.extend((0..COUNT).map(|_| make())));
    let bytes = bytes_current as f64 / f64::from(COUNT) + size_of::<T>() as f64;
    Memory { bytes, blocks: count_current as f64 / f64::from(COUNT) }
}

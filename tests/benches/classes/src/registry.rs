//! A registry with very many classes: how many bytes and how much time one takes, and how long it takes to find it.
//!
//! What grows faster than the number of classes shows in the columns from left to right. Times are those of a noisy
//! machine: on Linux, those that the thread had a processor. Reads of names in no order are mostly waiting for memory. Run
//! in this folder:
//!
//! `cargo bench --bench registry -- [CLASSES]`

#[allow(dead_code, reason = "what is measured elsewhere")]
#[path = "ours/registry.rs"]
mod reads;
#[allow(dead_code, reason = "what is measured elsewhere")]
mod run;

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use allocation_counter::measure;
use metaclass::prelude::*;

/// Of so many classes.
const COUNTS: [u32; 3] = [100_000, 300_000, 1_000_000];
const FIELDS: [&str; 5] = ["a", "b", "c", "d", "e"];

/// What is measured, how much it may be, and how much it is for each number of classes.
type Row = (&'static str, Option<f64>, Vec<f64>);

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // `cargo test --benches` runs this too.
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("measures only under `cargo bench`");
        return Ok(());
    }
    let wanted = arguments.iter().find_map(|argument| argument.parse().ok());
    let counts = wanted.map_or_else(|| COUNTS.to_vec(), |count| vec![count]);
    let rows = counts.iter().map(|count| rows(*count).map_err(io::Error::other)).collect::<io::Result<Vec<_>>>()?;
    print(&counts, &rows);
    Ok(())
}

fn print(counts: &[u32], columns: &[Vec<Row>]) {
    let heads: Vec<String> = counts.iter().map(|count| format!(" {count} classes |")).collect();
    println!("| | bar |{}", heads.concat());
    println!("|---|--:|{}", "--:|".repeat(counts.len()));
    for (i, (name, bar, _)) in columns.first().into_iter().flatten().enumerate() {
        let bar = bar.map_or_else(String::new, |bar| bar.to_string());
        let figures = columns.iter().filter_map(|rows| rows.get(i)).map(|(.., figures)| {
            let best = figures.iter().copied().fold(f64::INFINITY, f64::min);
            format!(" {best:.1} |")
        });
        println!("| {name} | {bar} |{}", figures.collect::<String>());
    }
}

/// All figures of a registry of so many classes.
fn rows(count: u32) -> Result<Vec<Row>, Error> {
    let registry = Registry::new();
    let mut classes = Vec::with_capacity(count as usize);
    // What is made once for all.
    drop(class(0)?);
    let (mut making, mut registering) = (Duration::ZERO, Duration::ZERO);
    let of_classes = measure(|| {
        making = time(|| classes.extend((0..count).map(|i| class(i).expect("a class"))));
    });
    let of_registry = measure(|| {
        registering = time(|| classes.iter().for_each(|class| registry.register(class).expect("a free name")));
    });
    drop(classes);
    let mut rows = vec![
        ("bytes of a class of 5 fields, registered", Some(1.4 * 1024.0), vec![
            per(of_classes.bytes_current, count) + per(of_registry.bytes_current, count),
        ]),
        ("bytes of that in the registry", None, vec![per(of_registry.bytes_current, count)]),
        ("ns to make a class", None, vec![nanoseconds(making, count)]),
        ("ns to register it", None, vec![nanoseconds(registering, count)]),
    ];
    let names = registry.names();
    rows.extend(read(&registry, &names));
    let removing = time(|| names.iter().for_each(|name| drop(black_box(registry.remove(name)))));
    rows.push(("ns to remove and free it", None, vec![nanoseconds(removing, count)]));
    Ok(rows)
}

/// Names that are asked for all the time, and names in no order.
fn read(registry: &Registry, names: &[String]) -> Vec<Row> {
    const CALLS: u32 = 400_000;
    let hot: Vec<String> = names.iter().step_by(names.len() / 1_000).cloned().collect();
    // A step that has no factor in common with their number leads to all of them.
    let step = (names.len() / 7 * 3) | 1;
    let scattered: Vec<String> =
        (0..names.len()).map(|i| names[i * step % names.len()].clone()).take(CALLS as usize).collect();
    let time = |names: &[String], is_changed| {
        let time = || nanoseconds(reads::shared_reads(registry, names, CALLS, is_changed), CALLS);
        (0..5).map(|_| time()).collect()
    };
    vec![
        ("ns to find one of 1,000, 2 threads reading", Some(30.0), time(&hot, false)),
        ("ns to find one of 1,000, 2 reading, 1 defining", Some(30.0), time(&hot, true)),
        ("ns to find any, 2 threads reading", None, time(&scattered, false)),
        ("ns to find any, 2 reading, 1 defining", None, time(&scattered, true)),
    ]
}

/// How long this thread does something, without waiting for a processor.
fn time(work: impl FnOnce()) -> Duration {
    let (start, on_processor) = (Instant::now(), on_processor());
    work();
    on_processor.and_then(|before| Some(self::on_processor()? - before)).unwrap_or_else(|| start.elapsed())
}

/// How long this thread has had a processor, if the system tells.
fn on_processor() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn class(i: u32) -> Result<Class, Error> {
    let class = Class::builder(format!("Record{i}")).module("shop");
    FIELDS.iter().fold(class, |class, name| class.field(*name, Field::int())).build()
}

#[allow(clippy::cast_precision_loss, reason = "far from 2^52 bytes")]
fn per(bytes: i64, count: u32) -> f64 {
    bytes as f64 / f64::from(count)
}

fn nanoseconds(time: Duration, count: u32) -> f64 {
    time.as_secs_f64() * 1e9 / f64::from(count)
}

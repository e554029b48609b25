//! Classes are found by name, on one thread and on several.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use metaclass::prelude::*;

use crate::run::{Run, repeat};

const CLASSES: usize = 1_000;

pub(super) fn prepare(operation: &str) -> Result<Option<Run>, Error> {
    let is_shared = match operation {
        "registry" => None,
        "registry, 2 reading" => Some(false),
        "registry, 2 reading, 1 defining" => Some(true),
        _ => return Ok(None),
    };
    let registry = Registry::new();
    for i in 0..CLASSES {
        registry.register(&Class::builder(format!("Class{i}")).module("shop").build()?)?;
    }
    let names = registry.names();
    Ok(Some(match is_shared {
        None => {
            let mut next = 0;
            repeat(move || {
                next = (next + 1) % CLASSES;
                registry.get(black_box(&names[next]))
            })
        }
        Some(is_changed) => {
            let shared = Arc::new((registry, names));
            Box::new(move |calls| shared_reads(&shared.0, &shared.1, calls, is_changed))
        }
    }))
}

/// The time of so many reads, if no thread has to wait for a processor.
pub(crate) fn shared_reads(registry: &Registry, names: &[String], calls: u32, is_changed: bool) -> Duration {
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        if is_changed {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    let class = Class::builder("Plugin").module("shop").build().expect("a class");
                    registry.register(&class).expect("a free name");
                    drop(registry.remove("shop.Plugin"));
                }
            });
        }
        // They begin at different names.
        let readers = [0, names.len() / 2].map(|first| scope.spawn(move || reads(registry, names, first, calls)));
        let times = readers.map(|reader| reader.join().expect("a reader"));
        is_done.store(true, Ordering::Relaxed);
        times.into_iter().sum::<Duration>() / 2
    })
}

/// There may be more threads than processors: what counts is the median of short times, few of which are interrupted.
fn reads(registry: &Registry, names: &[String], first: usize, calls: u32) -> Duration {
    const SHORT: u32 = 250;
    let mut names = names.iter().cycle().skip(first);
    let mut times: Vec<Duration> = (0..(calls / SHORT).max(1))
        .map(|_| {
            let start = Instant::now();
            for name in names.by_ref().take(SHORT as usize) {
                black_box(registry.get(black_box(name)));
            }
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2] * calls / SHORT
}

//! Times: short samples of all contenders in turn, so that a slow moment of the machine hits all of them.

use std::io;
use std::time::Duration;

use crate::contender::Contender;

/// How long a sample takes.
const SAMPLE: Duration = Duration::from_millis(2);

/// Nanoseconds per call, the best of all samples, of every contender that has the operation.
pub(crate) fn measure(operation: &str, contenders: &mut [Contender], rounds: usize) -> io::Result<Vec<Option<f64>>> {
    let mut calls = vec![];
    for contender in &mut *contenders {
        contender.prepare(operation);
        calls.push(calls_of_a_sample(contender, operation)?);
    }
    let mut best = vec![None; contenders.len()];
    for _ in 0..rounds {
        for ((contender, calls), best) in contenders.iter_mut().zip(&calls).zip(&mut best) {
            let Some(calls) = *calls else { continue };
            let time = contender.run(operation, calls)?.unwrap_or_default().as_secs_f64() * 1e9 / f64::from(calls);
            *best = Some(best.map_or(time, |best: f64| best.min(time)));
        }
    }
    Ok(best)
}

/// How many calls fill a sample; nothing if there is no such operation.
fn calls_of_a_sample(contender: &mut Contender, operation: &str) -> io::Result<Option<u32>> {
    let mut calls = 500;
    while let Some(time) = contender.run(operation, calls)? {
        if time >= SAMPLE {
            return Ok(Some(calls));
        }
        calls *= 2;
    }
    Ok(None)
}

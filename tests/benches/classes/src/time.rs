//! Times: short samples of all operations and contenders in turn, so that a slow moment of the machine hits all of them, and
//! none is measured in slow moments alone.

use std::io;
use std::time::Duration;

use crate::contender::Contender;

/// How long a sample takes.
const SAMPLE: Duration = Duration::from_millis(2);

/// Of an operation, by contender: how many calls fill a sample, and nanoseconds per call, the best of all samples; nothing
/// if that contender has no such operation.
struct Samples {
    operation: &'static str,
    calls: Vec<Option<u32>>,
    best: Vec<Option<f64>>,
}

/// The best of all samples, in nanoseconds per call, of every operation and every contender that has it.
pub(crate) fn measure(
    operations: &[&'static str],
    contenders: &mut [Contender],
    rounds: usize,
) -> io::Result<Vec<Vec<Option<f64>>>> {
    let begin = |operation: &&'static str| begin(operation, contenders);
    let mut all = operations.iter().map(begin).collect::<io::Result<Vec<_>>>()?;
    for _ in 0..rounds {
        for samples in &mut all {
            samples.take(contenders)?;
        }
    }
    Ok(all.into_iter().map(|samples| samples.best).collect())
}

fn begin(operation: &'static str, contenders: &mut [Contender]) -> io::Result<Samples> {
    let calls = contenders.iter_mut().map(|contender| {
        contender.prepare(operation);
        calls_of_a_sample(contender, operation)
    });
    Ok(Samples { operation, calls: calls.collect::<io::Result<_>>()?, best: vec![None; contenders.len()] })
}

impl Samples {
    /// One more of each contender.
    fn take(&mut self, contenders: &mut [Contender]) -> io::Result<()> {
        for ((contender, calls), best) in contenders.iter_mut().zip(&self.calls).zip(&mut self.best) {
            let Some(calls) = *calls else { continue };
            let time = contender.run(self.operation, calls)?.unwrap_or_default().as_secs_f64() * 1e9 / f64::from(calls);
            *best = Some(best.map_or(time, |best: f64| best.min(time)));
        }
        Ok(())
    }
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

//! Times: all contenders in turn, so that a slow moment of the machine hits all of them.

use std::io;

use crate::contender::Contender;
use crate::records::Records;
use crate::report::Figures;

/// The best and the median of all samples; nanoseconds per record.
pub(crate) fn measure(
    records: &Records,
    contenders: &mut [Box<dyn Contender>],
    rounds: usize,
) -> io::Result<Vec<Figures>> {
    let mut samples = vec![Vec::with_capacity(rounds); contenders.len()];
    for _ in 0..rounds {
        for (contender, samples) in contenders.iter_mut().zip(&mut samples) {
            samples.push(per_record(contender.as_mut(), records)?);
        }
    }
    Ok(samples.into_iter().map(best_and_median).collect())
}

#[allow(clippy::cast_precision_loss, reason = "far from 2^52 records")]
fn per_record(contender: &mut dyn Contender, records: &Records) -> io::Result<f64> {
    let sample = contender.run_checked(records)?;
    Ok(sample.time.as_secs_f64() * 1e9 / records.len() as f64)
}

fn best_and_median(mut samples: Vec<f64>) -> Figures {
    samples.sort_by(f64::total_cmp);
    vec![samples[0], samples[samples.len() / 2]]
}

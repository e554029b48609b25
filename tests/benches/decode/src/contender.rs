//! What is compared: the same record and rules, written for each library, and the same loop over the lines.

use std::hint::black_box;
use std::io;
use std::marker::PhantomData;
use std::time::{Duration, Instant};

#[cfg(feature = "metaclass")]
use crate::floor;
#[cfg(feature = "metaclass")]
use crate::metaclass::{Compiled, Described, Instances, InstancesOfLines};
use crate::records::{Kind, Records, Sees};
use crate::schema::{IsValid, IterErrors, ValueOnly};
use crate::typed::{Garde, TypedOnly};

/// At most how many times what another takes ours may take for valid records.
#[derive(Clone, Copy)]
pub(crate) struct Bar {
    /// How the name of the other one begins.
    pub(crate) peer: &'static str,
    pub(crate) most: f64,
}

impl Bar {
    /// Beside what all are compared with.
    pub(crate) const fn floor(most: f64) -> Self {
        Self { peer: TypedOnly::NAME, most }
    }
}

/// How a library reads a record.
pub(crate) trait Decode {
    const NAME: &'static str;
    const SEES: Sees;
    const BARS: &[Bar] = &[];
    type Error;

    fn decode(line: &str) -> Result<impl Sized, Self::Error>;

    /// How many faults the error tells.
    fn faults(error: &Self::Error) -> usize;
}

/// What reading all lines gave.
pub(crate) struct Sample {
    pub(crate) time: Duration,
    /// How many lines were bad.
    pub(crate) bad: usize,
    /// How many faults the last of them was said to have.
    pub(crate) faults: usize,
}

pub(crate) trait Contender {
    fn name(&self) -> &str;
    fn sees(&self) -> Sees;

    fn bars(&self) -> &[Bar] {
        &[]
    }

    fn run(&mut self, records: &Records) -> io::Result<Sample>;

    /// Panics if it has not found what it should.
    fn run_checked(&mut self, records: &Records) -> io::Result<Sample> {
        let sample = self.run(records)?;
        let (kind, name) = (records.kind, self.name());
        assert_eq!(sample.bad, records.bad(self.sees()), "bad lines: {kind:?}, {name}");
        if kind == Kind::EightFaults {
            let faults = match self.sees() {
                Sees::Nothing | Sees::Types => 0,
                Sees::FirstFault => 1,
                Sees::AllFaults => 8,
            };
            assert_eq!(sample.faults, faults, "faults: {name}");
        }
        Ok(sample)
    }
}

/// In this process.
struct Here<D>(PhantomData<D>);

impl<D: Decode> Contender for Here<D> {
    fn name(&self) -> &str {
        D::NAME
    }

    fn sees(&self) -> Sees {
        D::SEES
    }

    fn bars(&self) -> &[Bar] {
        D::BARS
    }

    /// To drop what was read is part of it.
    fn run(&mut self, records: &Records) -> io::Result<Sample> {
        let (mut bad, mut last) = (0, None);
        let start = Instant::now();
        for line in records.lines() {
            if let Err(error) = black_box(D::decode(black_box(line))) {
                bad += 1;
                last = Some(error);
            }
        }
        let time = start.elapsed();
        Ok(Sample { time, bad, faults: last.as_ref().map_or(0, D::faults) })
    }
}

/// All in this process; the first is what the others are compared with.
pub(crate) fn all() -> Vec<Box<dyn Contender>> {
    vec![
        contender::<TypedOnly>(),
        #[cfg(feature = "metaclass")]
        contender::<floor::Structs>(),
        #[cfg(feature = "metaclass")]
        contender::<Compiled>(),
        #[cfg(feature = "metaclass")]
        contender::<floor::Rows>(),
        #[cfg(feature = "metaclass")]
        contender::<Described>(),
        #[cfg(feature = "metaclass")]
        contender::<Instances>(),
        #[cfg(feature = "metaclass")]
        Box::new(InstancesOfLines),
        contender::<Garde>(),
        contender::<ValueOnly>(),
        contender::<IsValid>(),
        contender::<IterErrors>(),
    ]
}

fn contender<D: Decode + 'static>() -> Box<dyn Contender> {
    Box::new(Here::<D>(PhantomData))
}

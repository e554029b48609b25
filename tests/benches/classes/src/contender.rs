//! What is compared.

use std::io;
use std::time::Duration;

use crate::python::Python;
use crate::run::Run;
use crate::{bevy, json_map, ours};

/// Who does the operations, and what it prepared for one of them.
pub(crate) enum Contender {
    Here { name: &'static str, make: fn(&str) -> Option<Run>, prepared: Option<Run> },
    Python(Python),
}

impl Contender {
    const fn here(name: &'static str, make: fn(&str) -> Option<Run>) -> Self {
        Self::Here { name, make, prepared: None }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Here { name, .. } => name,
            Self::Python(python) => &python.name,
        }
    }

    pub(crate) fn prepare(&mut self, operation: &str) {
        if let Self::Here { make, prepared, .. } = self {
            *prepared = make(operation);
        }
    }

    /// The time of so many calls; nothing if it has no such operation.
    pub(crate) fn run(&mut self, operation: &str, calls: u32) -> io::Result<Option<Duration>> {
        match self {
            Self::Here { prepared, .. } => Ok(prepared.as_mut().map(|run| run(calls))),
            Self::Python(python) => {
                let nanoseconds = python.measure("time", operation, calls)?;
                Ok(nanoseconds.map(|time| Duration::from_secs_f64(time / 1e9)))
            }
        }
    }
}

/// Ours first.
pub(crate) fn all() -> io::Result<Vec<Contender>> {
    Ok(vec![
        Contender::here("metaclass", |operation| Some(ours::prepare(operation))),
        Contender::Python(Python::start()?),
        Contender::here("bevy_reflect", bevy::prepare),
        Contender::here("serde_json", json_map::prepare),
    ])
}

//! What is compared.

use std::collections::HashMap;
use std::io;
use std::time::Duration;

use crate::python::Python;
use crate::run::Run;
use crate::{bevy, json_map, ours};

/// Who does the operations, and what it prepared for them.
pub(crate) enum Contender {
    Here { name: &'static str, make: fn(&str) -> Option<Run>, prepared: HashMap<&'static str, Run> },
    Python(Python),
}

impl Contender {
    fn here(name: &'static str, make: fn(&str) -> Option<Run>) -> Self {
        Self::Here { name, make, prepared: HashMap::new() }
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Here { name, .. } => name,
            Self::Python(python) => &python.name,
        }
    }

    pub(crate) fn prepare(&mut self, operation: &'static str) {
        if let Self::Here { make, prepared, .. } = self {
            prepared.extend(make(operation).map(|run| (operation, run)));
        }
    }

    /// The time of so many calls; nothing if it has no such operation, or has not prepared it.
    pub(crate) fn run(&mut self, operation: &str, calls: u32) -> io::Result<Option<Duration>> {
        match self {
            Self::Here { prepared, .. } => Ok(prepared.get_mut(operation).map(|run| run(calls))),
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

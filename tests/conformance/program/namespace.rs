//! The namespaces that metaclasses of a program prepare.

use std::sync::Arc;

use metaclass::{Error, Namespace, OrderedNamespace, Value};
use serde_json::json;

use super::World;

/// What a namespace does beside keeping names.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Habit {
    /// Records names without two underscores.
    Logging,
    /// Records the setting of all names.
    LoggingAll,
    /// Gives names that are not there a number.
    Missing,
}

/// A namespace that tells the program what is done with it.
pub(super) struct Recording {
    pub(super) world: Arc<World>,
    pub(super) habit: Habit,
    pub(super) names: OrderedNamespace,
}

impl Recording {
    fn record(&self, what: &str, name: &str) {
        let is_dunder = name.starts_with("__") && name.ends_with("__");
        let is_told = match self.habit {
            Habit::Logging => !is_dunder,
            Habit::LoggingAll => !is_dunder || what == "ns.set",
            Habit::Missing => false,
        };
        if is_told {
            self.world.record(vec![json!(what), json!(name)]);
        }
    }
}

impl Namespace for Recording {
    fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
        self.record("ns.set", name);
        self.names.insert(name, value)
    }

    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
        self.record("ns.get", name);
        match self.names.look_up(name)? {
            None if self.habit == Habit::Missing && !name.starts_with('_') => {
                self.world.record(vec![json!("ns.missing"), json!(name)]);
                let number = self.names.entries().iter().filter(|(name, _)| !name.starts_with('_')).count() + 1;
                self.names.insert(name, number.into())?;
                Ok(Some(number.into()))
            }
            found => Ok(found),
        }
    }

    fn remove(&mut self, name: &str) -> Result<bool, Error> {
        self.record("ns.del", name);
        self.names.remove(name)
    }

    fn entries(&self) -> Vec<(String, Value)> {
        self.names.entries()
    }
}

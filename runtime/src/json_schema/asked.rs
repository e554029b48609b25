//! A class of a registry is asked about a value: can it read it?
//!
//! Its fields may ask schemas in turn, which may ask further classes. All that counts as one walk, so that no composition
//! of classes takes longer or goes deeper than one of schemas.

use std::cell::Cell;

use super::faults::type_fault;
use crate::class::Class;
use crate::decode::DecodeError;
use crate::validate::Issue;
use crate::value::Value;

/// What is left to a walk.
#[derive(Clone, Copy)]
pub(super) struct Left {
    pub(super) steps: usize,
    /// How deep it is already.
    pub(super) depth: usize,
}

thread_local! {
    /// What is left to the walk that is asking a class.
    static LEFT: Cell<Option<Left>> = const { Cell::new(None) };
}

/// What is left to a walk that a class begins which is being asked.
pub(super) fn left() -> Option<Left> {
    LEFT.get()
}

/// Such a walk has ended: so many steps are left.
pub(super) fn leave(steps: impl FnOnce() -> usize) {
    if let Some(left) = LEFT.get() {
        LEFT.set(Some(Left { steps: steps(), ..left }));
    }
}

/// Puts back what was, whatever happens.
struct Restored(Option<Left>);

impl Drop for Restored {
    fn drop(&mut self) {
        LEFT.set(self.0);
    }
}

/// The faults that a class finds with a value, and how many steps are left.
pub(super) fn faults(class: &Class, value: &Value, left: Left) -> (Vec<Issue>, usize) {
    let _restored = Restored(LEFT.replace(Some(left)));
    let faults = match crate::json::to_string(value) {
        Ok(text) => class.decode(&mut serde_json::Deserializer::from_str(&text)).err().map_or_else(Vec::new, issues),
        // What cannot be written as JSON is none of its instances.
        Err(_) => vec![type_fault(class.name(), value)],
    };
    (faults, LEFT.get().map_or(0, |left| left.steps))
}

fn issues(error: DecodeError) -> Vec<Issue> {
    match error {
        DecodeError::Invalid(error) => error.into_issues(),
        // It goes deeper than text may.
        DecodeError::Syntax { .. } | DecodeError::Io(_) => vec![Issue::new("depth")],
    }
}

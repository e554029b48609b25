//! The names of a class that is described at run time.

use crate::decode::Context;
use crate::decode::class::PASSED;
use crate::decode::name::{NameSeed, Names};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options, Step};

/// The names of the fields: their positions, or [`PASSED`].
pub(super) struct FieldNames<'s> {
    spec: &'s ClassSpec,
    /// The steps that have the names as the format writes them, if it is ours.
    pub(super) steps: &'s [Step],
    /// The field after the last one, which is the next more often than not.
    pub(super) next: usize,
    /// The last name, if no field has it and that is a fault.
    pub(super) unknown: Option<String>,
}

impl<'s> FieldNames<'s> {
    pub(super) fn new(spec: &'s ClassSpec, steps: &'s [Step], context: &Context) -> Self {
        Self { spec, steps: if context.is_json() { steps } else { &[] }, next: 0, unknown: None }
    }

    /// Reads a name, which is likely to be the next.
    pub(super) fn seed(&mut self) -> NameSeed<'_, Self> {
        match self.steps.get(self.next) {
            Some(step) => NameSeed::expecting(step.written(), self.next, self),
            None => NameSeed::new(self),
        }
    }

    #[inline(never)]
    fn search(&mut self, name: &str) -> usize {
        let is_named = |field: &FieldSpec| field.key() == name || field.aliases().iter().any(|alias| *alias == name);
        match self.spec.fields().iter().enumerate().find(|(_, field)| is_named(field)) {
            Some((index, field)) if field.has(Flags::INIT) => index,
            Some(_) => PASSED,
            None => {
                // What the constructor takes beside the fields is for it alone, and there is none here.
                let is_taken = self.spec.init_vars().iter().any(is_named);
                if !is_taken && self.spec.options().has(Options::FORBID_EXTRA) {
                    self.unknown = Some(name.to_owned());
                }
                PASSED
            }
        }
    }
}

impl Names for FieldNames<'_> {
    #[inline]
    fn find(&mut self, name: &str) -> usize {
        match self.spec.fields().get(self.next) {
            Some(field) if field.key() == name && field.has(Flags::INIT) => self.next,
            _ => self.search(name),
        }
    }
}

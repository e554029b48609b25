//! What is done once all slots of a compiled class are read: all rules are asked, of the fields and of the class.

use super::context::Slot;
use super::seen::Seen;
use super::{Context, Decode};
use crate::field_type::FieldType;
use crate::spec::ClassSpec;
use crate::validate::{Place, Scope, ValidationError, Validator};

/// What is done once all slots are read.
pub struct Finish<'c> {
    pub(super) context: &'c mut Context,
    pub(super) seen: Seen,
    pub(super) spec: &'static ClassSpec,
    pub(super) keys: &'static [&'static str],
    /// How many faults there were before the class.
    pub(super) start: usize,
}

impl Finish<'_> {
    /// Was nothing said of this slot?
    #[inline]
    #[must_use]
    pub fn is_missing(&self, slot: usize) -> bool {
        !self.seen.has(slot)
    }

    /// A slot of which nothing was said has what stands for that.
    #[inline]
    pub fn present<'de, T: Decode<'de>>(&mut self, slot: usize, value: &mut Option<T>) {
        if value.is_none() {
            self.present_or(slot, value, T::__missing());
        }
    }

    /// Slots of which something must have been said: those with a bit in this word of all.
    #[inline]
    pub fn required(&mut self, word: usize, slots: u64) {
        let missing = slots & !self.seen.word_at(word);
        if missing != 0 {
            self.all_missing(word, missing);
        }
    }

    #[cold]
    #[inline(never)]
    fn all_missing(&mut self, word: usize, missing: u64) {
        let bits = (0..Seen::BITS).filter(|bit| missing & (1 << bit) != 0);
        for bit in bits {
            self.missing(word * Seen::BITS + bit);
        }
    }

    /// The same for a type of which that is told.
    #[inline]
    pub fn present_or<T>(&mut self, slot: usize, value: &mut Option<T>, missing: Option<T>) {
        if value.is_none() && !self.seen.has(slot) {
            *value = missing;
            if value.is_none() {
                self.missing(slot);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn missing(&mut self, slot: usize) {
        if let Some(key) = self.keys.get(slot) {
            self.context.fault_of("missing", &Slot { spec: self.spec, index: slot, key }, false);
        }
    }

    /// Where the rules are.
    #[inline]
    #[must_use]
    pub const fn scope(&self) -> Scope<'static> {
        Scope::Class(self.spec)
    }

    /// How many faults there were before the class.
    #[inline]
    #[must_use]
    pub const fn start(&self) -> usize {
        self.start
    }

    /// What asks all rules.
    #[inline]
    pub fn validator<'v>(&'v mut self, scope: &'v Scope<'static>) -> Validator<'v> {
        Validator::at(&mut self.context.report, Place::new(scope, 0))
    }

    /// Asks all rules of an instance that changed itself after it was made.
    pub fn validate<T: FieldType>(&mut self, instance: &T) {
        instance.__validate(&mut self.context.report);
    }

    /// Is there anything wrong?
    #[inline]
    #[must_use]
    pub const fn is_faulty(&self) -> bool {
        // What is not kept any more is a fault too.
        self.context.mark() != self.start || self.context.report.is_truncated()
    }

    /// What the class itself refused.
    #[cold]
    pub fn refuse(&mut self, error: ValidationError) {
        self.context.report.push_refused(error.into_issues(), self.spec);
    }
}

/// What was read, if there is something. A function costs the compiler less than that of `Option`, which it looks for.
#[inline]
#[must_use]
pub const fn peek<T>(slot: &Option<T>) -> Option<&T> {
    slot.as_ref()
}

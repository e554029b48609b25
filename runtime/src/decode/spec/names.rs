//! The names of a class that is described at run time.

use std::collections::HashMap;

use crate::decode::Context;
use crate::decode::class::PASSED;
use crate::decode::name::{NameSeed, Names};
use crate::spec::{ClassSpec, FieldSpec, Flags, Options, Step};

/// So many fields are looked through for each name that is not the next; of more, so many names of a record.
const FEW: usize = 64;

/// The names of the fields: their positions, or [`PASSED`].
pub(super) struct FieldNames<'s> {
    spec: &'s ClassSpec,
    /// The steps that have the names as the format writes them, if it is ours.
    pub(super) steps: &'s [Step],
    /// The field after the last one, which is the next more often than not.
    pub(super) next: usize,
    /// The last name, if no field has it and that is a fault.
    pub(super) unknown: Option<String>,
    /// How many names were looked for.
    searches: usize,
    /// The fields by name, of a class of many, in a record whose order is another one.
    #[allow(clippy::box_collection, reason = "few records need it, and each level has room for it on the stack")]
    known: Option<Box<HashMap<&'s str, usize>>>,
}

impl<'s> FieldNames<'s> {
    pub(super) fn new(spec: &'s ClassSpec, steps: &'s [Step], context: &Context) -> Self {
        let steps = if context.is_json() { steps } else { &[] };
        Self { spec, steps, next: 0, unknown: None, searches: 0, known: None }
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
        let index = self.index(name);
        match index.and_then(|index| Some((index, self.spec.fields().get(index)?))) {
            Some((index, field)) if field.has(Flags::INIT) => index,
            Some(_) => PASSED,
            None => {
                // What the constructor takes beside the fields is for it alone, and there is none here.
                let is_taken = self.spec.init_vars().iter().any(|field| names(field).any(|other| other == name));
                if !is_taken && self.spec.options().has(Options::FORBID_EXTRA) {
                    self.unknown = Some(name.to_owned());
                }
                PASSED
            }
        }
    }

    /// The first field of this name.
    fn index(&mut self, name: &str) -> Option<usize> {
        let fields = self.spec.fields();
        if fields.len() <= FEW || self.searches < FEW {
            self.searches += 1;
            return fields.iter().position(|field| names(field).any(|other| other == name));
        }
        let by_name = || {
            let mut known = HashMap::with_capacity(fields.len());
            for (index, field) in fields.iter().enumerate() {
                for name in names(field) {
                    known.entry(name).or_insert(index);
                }
            }
            Box::new(known)
        };
        self.known.get_or_insert_with(by_name).get(name).copied()
    }
}

/// All that a field is called in data.
fn names(field: &FieldSpec) -> impl Iterator<Item = &str> {
    [field.key()].into_iter().chain(field.aliases().iter().map(|alias| &**alias))
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

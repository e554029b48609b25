//! What goes along while data is read: the faults found so far, and the limits.

use std::ops::Range;

use serde::de::IgnoredAny;

use crate::limits::Limits;
use crate::path::Segment;
use crate::spec::{ClassSpec, FieldSpec, Text, TypeSpec};
use crate::validate::{Issue, Rank, Report, ValidationError, ranked, wrong_type};
use crate::value::Value;

/// What goes along while data is read: the faults found so far, and the limits.
#[derive(Debug)]
pub struct Context {
    pub(crate) report: Report,
    max_depth: usize,
    depth: usize,
    /// Is `1.0` no integer?
    strict: bool,
    /// Of a list or dict that is not given back since something in it is wrong: how many there were.
    pub(super) holed: Option<usize>,
    incomplete: bool,
    /// Does the format write no names?
    compact: bool,
    /// Where the text is in memory if it is our JSON, which may be asked what comes.
    text: Range<usize>,
}

impl Context {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            report: Report::with_max_issues(limits.issues),
            max_depth: limits.depth,
            depth: 0,
            strict: false,
            holed: None,
            incomplete: false,
            compact: false,
            text: 0..0,
        }
    }

    /// For what our parser of JSON reads.
    #[cfg(feature = "json")]
    pub(crate) fn of_json(limits: Limits, text: &[u8]) -> Self {
        let start = text.as_ptr().addr();
        Self { text: start..start + text.len(), ..Self::new(limits) }
    }

    /// Can the format be asked whether a name comes as JSON writes it?
    #[inline]
    pub(super) const fn is_json(&self) -> bool {
        self.text.end != 0
    }

    /// Where the text is in memory; 0 if it is not our JSON.
    #[inline]
    pub(super) const fn text_start(&self) -> usize {
        self.text.start
    }

    /// Notes where the names of the fields are that the faults since there were `mark` are those of, as far as that is known
    /// and they are not noted yet; `at` tells where that of a field is in memory.
    #[inline]
    pub(super) fn note(&mut self, mark: usize, at: impl Fn(usize) -> Option<usize>) {
        if self.is_json() {
            let text = self.text.clone();
            self.report.note(mark, |field| offset(&text, at(field)?));
        }
    }

    /// What was read, if nothing is wrong with it.
    #[inline]
    pub(crate) fn finish<T>(&mut self, value: Option<T>) -> Result<T, ValidationError> {
        match value {
            Some(value) if self.is_clean() => Ok(value),
            _ => Err(self.take_error()),
        }
    }

    /// Is nothing wrong?
    #[inline]
    pub(crate) const fn is_clean(&self) -> bool {
        self.report.is_empty()
    }

    /// All that is wrong.
    #[cold]
    #[inline(never)]
    pub(crate) fn take_error(&mut self) -> ValidationError {
        let mut report = std::mem::take(&mut self.report);
        if report.is_empty() {
            // Nothing is taken for valid because a fault went missing.
            report.push(Issue::new("type"));
        }
        report.into_error(self.incomplete)
    }

    /// A value of another type.
    #[cold]
    #[inline(never)]
    pub(super) fn wrong<T>(&mut self, expected: &TypeSpec, got: &Value) -> Option<T> {
        self.report.push(wrong_type(expected, got));
        None
    }

    #[cold]
    #[inline(never)]
    pub(super) fn fault<T>(&mut self, issue: Issue) -> Option<T> {
        self.report.push(issue);
        None
    }

    /// There may be more faults than could be looked for.
    pub(super) const fn set_incomplete(&mut self) {
        self.incomplete = true;
    }

    /// The format does not say itself what comes.
    pub(super) const fn set_compact(&mut self) {
        self.compact = true;
    }

    pub(super) const fn is_compact(&self) -> bool {
        self.compact
    }

    #[inline]
    pub(super) const fn mark(&self) -> usize {
        self.report.len()
    }

    /// All faults since there were `mark` lie a step further in.
    #[inline]
    pub(super) fn put_within(&mut self, mark: usize, segment: impl FnOnce() -> Segment) {
        self.report.prefix(mark, segment);
    }

    /// All faults since there were `mark` are those of this slot; were they found while it was read? Its name is there in
    /// memory.
    #[cold]
    #[inline(never)]
    pub(super) fn put_into(&mut self, mark: usize, slot: &Slot<'_>, is_read: bool, at: usize) {
        match slot.field() {
            Some((rank, field)) => {
                self.put_into_field(mark, if is_read { rank.of_reading() } else { rank }, field, at);
            }
            None => self.report.prefix(mark, || Text::from(slot.key.to_owned()).into()),
        }
    }

    /// All faults since there were `mark` are those of this field, whose name is there in memory.
    #[cold]
    #[inline(never)]
    pub(super) fn put_into_field(&mut self, mark: usize, rank: Rank, field: &FieldSpec, at: usize) {
        let at = offset(&self.text, at);
        self.report.put_into_at(mark, rank, field, at);
    }

    /// A fault of this code, of this slot; was it found while it was read?
    #[cold]
    #[inline(never)]
    pub(super) fn fault_of(&mut self, code: &'static str, slot: &Slot<'_>, is_read: bool) {
        let mark = self.mark();
        self.report.push(Issue::new(code));
        self.put_into(mark, slot, is_read, 0);
    }

    #[cold]
    #[inline(never)]
    pub(super) fn unknown(&mut self, key: String) {
        self.report.push(Issue::new("unknown_field").at(Text::from(key)).ranked(Rank::UNKNOWN_NAME));
    }

    /// Goes a level further in; `None`, and a fault, if that is too deep.
    #[inline]
    pub(super) fn enter(&mut self) -> Option<()> {
        if self.depth >= self.max_depth {
            return self.fault(Issue::new("depth"));
        }
        self.depth += 1;
        Some(())
    }

    #[inline]
    pub(super) const fn leave(&mut self) {
        self.depth -= 1;
    }

    #[inline]
    pub(super) const fn is_strict(&self) -> bool {
        self.strict
    }

    /// Sets whether `1.0` is no integer, and gives what it was.
    #[inline]
    pub(super) const fn set_strict(&mut self, strict: bool) -> bool {
        std::mem::replace(&mut self.strict, strict)
    }
}

/// Where in a text, which is there in memory, what lies at this place is; none if it does not.
#[inline]
fn offset(text: &Range<usize>, at: usize) -> Option<usize> {
    // Never the first byte: that may lie behind other memory, with a name that had escapes.
    at.checked_sub(text.start).filter(|offset| (1..text.len()).contains(offset))
}

/// What a class reads from data: the slot of a field, or of an argument of its constructor.
pub(super) struct Slot<'a> {
    pub(super) spec: &'a ClassSpec,
    /// Which slot it is: that of the field with this index, if the class has a slot for each.
    pub(super) index: usize,
    /// Its name in data.
    pub(super) key: &'a str,
}

impl<'a> Slot<'a> {
    /// The field or argument.
    pub(super) fn field(&self) -> Option<(Rank, &'a FieldSpec)> {
        match self.spec.fields().get(self.index) {
            Some(field) if field.key() == self.key => Some((Rank::of_field(self.index), field)),
            _ => ranked(self.spec).find(|(_, field)| field.key() == self.key),
        }
    }
}

/// Passes over what is left of a list.
pub(super) fn skip_items<'de, A: serde::de::SeqAccess<'de>>(items: &mut A) -> Result<(), A::Error> {
    while items.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

/// Passes over what is left of a dict.
pub(super) fn skip_entries<'de, A: serde::de::MapAccess<'de>>(entries: &mut A) -> Result<(), A::Error> {
    while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

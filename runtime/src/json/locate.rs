//! Where in a text of JSON a fault is.
//!
//! A valid text is never looked at twice. While classes are read it is noted where their names are, so that most faults
//! are found by what was noted. The others are looked for after the failure: their part of the text is walked through once
//! more, beside a tree of the places at fault. What leads to none of them is passed over, and so the memory needed is that
//! of the tree, however long or deep the text is.

mod lines;
mod text;
mod tree;
mod walk;

use std::cell::LazyCell;
use std::ops::Deref;

use smallvec::{SmallVec, smallvec};

pub(super) use self::lines::Lines;
use self::text::Text;
use self::tree::{Tree, to_fault, type_at};
use crate::path::Segment;
use crate::spec::TypeSpec;
use crate::validate::{Issue, Noted};

/// Sets line and column of each fault of a value of this type.
///
/// That is where the value at fault begins; its key if that is at fault, or is a name that is unknown or given twice;
/// and if the text has no such value, what comes closest on the way there: the object that lacks a field.
pub(super) fn locate(text: &[u8], ty: &dyn Fn() -> TypeSpec, issues: &mut [Issue]) {
    let ty = LazyCell::new(ty);
    let (mut behind, mut anywhere) = (SmallVec::<[Sought; 1]>::new(), Sought::default());
    let mut places = Places { lines: Lines::new(text), others: vec![] };
    for (i, issue) in issues.iter_mut().enumerate() {
        let noted = issue.take_noted();
        // Most faults are those of a field, whose value comes behind its name.
        if let Some(Noted { at, steps_behind: 0 }) = noted
            && !issue.is_of_key()
        {
            let at = value_behind(text, at).at();
            places.set(Found { at, issue: i, is_first: false }, issue);
            continue;
        }
        let name = noted.and_then(|noted| Name::of(noted, issue));
        match (name, behind.last_mut()) {
            (None, _) => anywhere.issues.push(i),
            // What lies behind the same name comes together.
            (Some(name), Some(last)) if last.name == Some(name) => last.issues.push(i),
            (Some(name), _) => behind.push(Sought { name: Some(name), issues: [i].into_iter().collect() }),
        }
    }
    for sought in behind.iter().chain([&anywhere]) {
        if !sought.issues.is_empty() {
            sought.find(text, &ty, issues, &mut places);
        }
    }
    places.set_others(issues);
}

/// The place of a fault, as a number of bytes.
struct Found {
    at: usize,
    issue: usize,
    /// Is it where a name stood before, which is what is wrong with it?
    is_first: bool,
}

impl Found {
    fn set(&self, (line, column): (usize, usize), issue: &mut Issue) {
        match self.is_first {
            true => issue.set_first_place(line, column),
            false => issue.set_place(line, column),
        }
    }
}

/// The places that were found.
struct Places<'a> {
    lines: Lines<'a>,
    /// Those that are not in the first line.
    others: Vec<Found>,
}

impl Places<'_> {
    /// Sets the place of a fault, now or later.
    fn set(&mut self, found: Found, issue: &mut Issue) {
        match self.lines.has_in_line(found.at) {
            true => found.set(self.lines.place(found.at), issue),
            false => self.others.push(found),
        }
    }

    /// Sets those that were put off, so that the lines are counted once, however many faults there are.
    fn set_others(mut self, issues: &mut [Issue]) {
        if !self.others.is_sorted_by_key(|found| found.at) {
            self.others.sort_unstable_by_key(|found| found.at);
        }
        for found in self.others {
            if let Some(issue) = issues.get_mut(found.issue) {
                found.set(self.lines.place(found.at), issue);
            }
        }
    }
}

/// A name on the way to a fault, of which it was noted where it is.
#[derive(Clone, Copy, PartialEq)]
struct Name {
    /// Where the quote is that ends it.
    end: usize,
    /// So many steps lead to what it names.
    steps: usize,
}

impl Name {
    /// The one that was noted, unless it is within a key at fault.
    fn of(noted: Noted, issue: &Issue) -> Option<Self> {
        let steps = issue.path().segments().len().checked_sub(noted.steps_behind)?;
        (steps <= to_fault(issue).len()).then_some(Self { end: noted.at, steps })
    }

    /// The text from what it names on.
    fn value(self, text: &[u8]) -> Text<'_> {
        value_behind(text, self.end)
    }
}

/// The text from the value on that comes behind a name, whose last quote is there.
#[inline]
fn value_behind(text: &[u8], end: usize) -> Text<'_> {
    let mut text = Text::new(text, end + 1);
    text.skip_between();
    text
}

/// Faults that are looked for behind a name, or in all of the text.
#[derive(Default)]
struct Sought {
    name: Option<Name>,
    issues: SmallVec<[usize; 4]>,
}

impl Sought {
    fn find(&self, text: &[u8], ty: &impl Deref<Target = TypeSpec>, issues: &mut [Issue], places: &mut Places<'_>) {
        let found = self.item(text, issues).map_or_else(|| self.search(text, ty, issues), |found| smallvec![found]);
        for found in found {
            if let Some(issue) = issues.get_mut(found.issue) {
                places.set(found, issue);
            }
        }
    }

    /// The place of a fault that is alone, if it is an item of the list that is named, or of one within.
    fn item(&self, text: &[u8], issues: &[Issue]) -> Option<Found> {
        let (&[issue], name) = (&*self.issues, self.name?) else { return None };
        let steps = to_fault(issues.get(issue)?).get(name.steps..)?;
        let mut text = name.value(text);
        for step in steps {
            let Segment::Index(position) = step else { return None };
            text.go_to_item(*position)?;
        }
        Some(Found { at: text.at(), issue, is_first: false })
    }

    /// The places of all faults, found in one walk.
    fn search(&self, text: &[u8], ty: &TypeSpec, issues: &[Issue]) -> SmallVec<[Found; 1]> {
        let sought = || self.issues.iter().filter_map(|i| Some((*i, issues.get(*i)?)));
        let Some((_, first)) = sought().next() else { return SmallVec::new() };
        let steps = self.name.map_or(0, |name| name.steps);
        let before = to_fault(first).get(..steps).unwrap_or_default();
        let mut tree = Tree::new(type_at(ty, before), self.issues.len());
        let nodes: Vec<usize> =
            sought().map(|(_, issue)| tree.add(issue, to_fault(issue).get(steps..).unwrap_or_default())).collect();
        let mut text = self.name.map_or_else(|| Text::new(text, 0), |name| name.value(text));
        // What was found before a text ends or breaks off is right all the same.
        let _ = walk::walk(&mut tree, &mut text);
        let found = sought().zip(nodes).flat_map(|((issue, fault), node)| {
            let at = tree.place_of(fault, node).map(|at| Found { at, issue, is_first: false });
            let first = tree.first_place_of(fault, node).map(|at| Found { at, issue, is_first: true });
            at.into_iter().chain(first)
        });
        found.collect()
    }
}

#[cfg(test)]
mod tests;

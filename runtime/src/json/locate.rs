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

pub(super) use self::lines::Lines;
use self::text::Text;
use self::tree::{Tree, to_fault, type_at};
use crate::spec::TypeSpec;
use crate::validate::{Issue, Noted};

/// Sets line and column of each fault of a value of this type.
///
/// That is where the value at fault begins; its key if that is at fault, or is a name that is unknown or given twice;
/// and if the text has no such value, what comes closest on the way there: the object that lacks a field.
pub(super) fn locate(text: &[u8], ty: &TypeSpec, issues: &mut [Issue]) {
    let mut found = found(text, ty, issues);
    // So that the lines are counted once, however many faults there are.
    if !found.is_sorted_by_key(|found| found.at) {
        found.sort_unstable_by_key(|found| found.at);
    }
    let mut lines = Lines::new(text);
    for Found { at, issue, is_first } in found {
        let Some(issue) = issues.get_mut(issue) else { continue };
        let (line, column) = lines.place(at);
        match is_first {
            true => issue.set_first_place(line, column),
            false => issue.set_place(line, column),
        }
    }
}

/// The place of a fault, as a number of bytes.
struct Found {
    at: usize,
    issue: usize,
    /// Is it where a name stood before, which is what is wrong with it?
    is_first: bool,
}

fn found(text: &[u8], ty: &TypeSpec, issues: &mut [Issue]) -> Vec<Found> {
    let mut found = Vec::with_capacity(issues.len());
    let (mut behind, mut anywhere): (Vec<Sought>, _) = (vec![], Sought { name: None, issues: vec![] });
    for (i, issue) in issues.iter_mut().enumerate() {
        let noted = issue.take_noted();
        let steps = to_fault(issue);
        match noted.and_then(|noted| Name::of(noted, issue)) {
            None => anywhere.issues.push(i),
            Some(name) if name.steps == steps.len() => {
                let at = steps.last().and_then(|step| Text::new(text, name.at).go_to_value_of_name(step));
                found.extend(at.map(|at| Found { at, issue: i, is_first: false }));
            }
            // What lies behind the same name comes together.
            name => match behind.last_mut() {
                Some(last) if last.name == name => last.issues.push(i),
                _ => behind.push(Sought { name, issues: vec![i] }),
            },
        }
    }
    behind.into_iter().chain([anywhere]).for_each(|sought| sought.find(text, ty, issues, &mut found));
    found
}

/// A name on the way to a fault, of which it was noted where it is.
#[derive(Clone, Copy, PartialEq)]
struct Name {
    at: usize,
    /// So many steps lead to what it names.
    steps: usize,
}

impl Name {
    /// The one that was noted, if it is not within a key at fault.
    fn of(noted: Noted, issue: &Issue) -> Option<Self> {
        let steps = issue.path().segments().len().checked_sub(noted.steps_behind)?;
        (steps <= to_fault(issue).len()).then_some(Self { at: noted.at, steps })
    }
}

/// Faults that are looked for behind a name, or in all of the text.
struct Sought {
    name: Option<Name>,
    issues: Vec<usize>,
}

impl Sought {
    fn find(&self, text: &[u8], ty: &TypeSpec, issues: &[Issue], found: &mut Vec<Found>) {
        let sought = || self.issues.iter().filter_map(|i| Some((*i, issues.get(*i)?)));
        let Some((_, first)) = sought().next() else { return };
        let Name { at, steps } = self.name.unwrap_or(Name { at: 0, steps: 0 });
        let mut text = Text::new(text, at);
        let before = to_fault(first).get(..steps).unwrap_or_default();
        if let Some(name) = before.last() {
            text.go_to_value_of_name(name);
        }
        let mut tree = Tree::new(type_at(ty, before), self.issues.len());
        let nodes: Vec<usize> =
            sought().map(|(_, issue)| tree.add(issue, to_fault(issue).get(steps..).unwrap_or_default())).collect();
        // What was found before a text ends or breaks off is right all the same.
        let _ = walk::walk(&mut tree, &mut text);
        for ((i, issue), node) in sought().zip(nodes) {
            let at = tree.place_of(issue, node).map(|at| Found { at, issue: i, is_first: false });
            let first = tree.first_place_of(issue, node).map(|at| Found { at, issue: i, is_first: true });
            found.extend(at.into_iter().chain(first));
        }
    }
}

#[cfg(test)]
mod tests;

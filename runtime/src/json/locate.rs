//! Where in a text of JSON a fault is.
//!
//! A valid text is never looked at twice. After a failure it is walked through once more, beside a tree of the places
//! at fault: what leads to none of them is passed over, and so the memory needed is that of the tree, however long or
//! deep the text is.

mod lines;
mod text;
mod tree;
mod walk;

pub(super) use self::lines::Lines;
use self::text::Text;
use self::tree::Tree;
use crate::spec::TypeSpec;
use crate::validate::Issue;

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

fn found(text: &[u8], ty: &TypeSpec, issues: &[Issue]) -> Vec<Found> {
    let mut tree = Tree::new(ty, issues.len());
    let nodes: Vec<usize> = issues.iter().map(|issue| tree.add(issue)).collect();
    // What was found before a text ends or breaks off is right all the same.
    let _ = walk::walk(&mut tree, &mut Text::new(text));
    let mut found = Vec::with_capacity(issues.len());
    for (i, (issue, node)) in issues.iter().zip(nodes).enumerate() {
        if let Some(at) = tree.place_of(issue, node) {
            found.push(Found { at, issue: i, is_first: false });
        }
        if let Some(at) = tree.first_place_of(issue, node) {
            found.push(Found { at, issue: i, is_first: true });
        }
    }
    found
}

#[cfg(test)]
mod tests;

//! The walk through a text beside the tree of the places at fault.

use super::text::{Quoted, Text};
use super::tree::{ROOT, To, Tree};

/// A list or object that is walked through.
struct Frame {
    node: usize,
    is_object: bool,
    /// The child that is likely to come next.
    likely: usize,
    /// The position of the item that comes next.
    index: usize,
}

enum Next {
    Value(Option<usize>),
    End,
}

/// Notes what there is of the places; `None` where the text ends.
pub(super) fn walk(tree: &mut Tree<'_>, text: &mut Text<'_>) -> Option<()> {
    let mut open: Vec<Frame> = vec![];
    let mut node = Some(ROOT);
    loop {
        text.skip_space();
        match node.and_then(|node| enter(tree, node, text)) {
            Some(frame) => open.push(frame),
            None => text.skip_value()?,
        }
        node = loop {
            match next(tree, open.last_mut()?, text)? {
                Next::Value(node) => break node,
                Next::End => drop(open.pop()),
            }
        };
    }
}

/// Notes where a value begins, and opens it if a place at fault lies within.
fn enter(tree: &mut Tree<'_>, node: usize, text: &mut Text<'_>) -> Option<Frame> {
    let first = text.peek()?;
    let found = tree.get_mut(node)?;
    found.value = Some(text.at());
    let likely = found.first;
    (found.children > 0 && matches!(first, b'[' | b'{')).then(|| {
        text.bump();
        Frame { node, is_object: first == b'{', likely, index: 0 }
    })
}

/// Goes to the next value of a list or object.
#[inline]
fn next(tree: &mut Tree<'_>, frame: &mut Frame, text: &mut Text<'_>) -> Option<Next> {
    text.skip_between();
    let next = match (text.peek()?, frame.is_object) {
        (b']' | b'}', _) => {
            text.bump();
            Next::End
        }
        (b'"', true) => Next::Value(key(tree, frame, text)?),
        (_, true) => return None,
        (_, false) => {
            let item = tree.coming(frame.node, &mut frame.likely, To::Item(frame.index));
            frame.index += 1;
            Next::Value(item)
        }
    };
    Some(next)
}

/// Notes where a key is, and gives the node of its value. What has the same key later on has none.
fn key(tree: &mut Tree<'_>, object: &mut Frame, text: &mut Text<'_>) -> Option<Option<usize>> {
    let start = text.at();
    let key = text.string()?;
    text.skip_between();
    let Some(node) = named(tree, object, key) else { return Some(None) };
    let found = tree.get_mut(node)?;
    if found.key.is_none() {
        found.key = Some(start);
        return Some(Some(node));
    }
    found.second_key.get_or_insert(start);
    Some(None)
}

/// What lies within under a key.
fn named(tree: &Tree<'_>, object: &mut Frame, key: Quoted<'_>) -> Option<usize> {
    match key.as_written() {
        Some(name) => tree.coming(object.node, &mut object.likely, To::Name(name)),
        None if !tree.may_have(key.len()) => None,
        None => tree.coming(object.node, &mut object.likely, To::Name(&key.unescaped()?)),
    }
}

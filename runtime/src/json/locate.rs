//! Where in a text of JSON a fault is.
//!
//! A valid text is never looked at twice. After a failure it is walked through once more, beside a tree of the places
//! at fault: what leads to none of them is passed over, and so the memory needed is that of the tree, however long or
//! deep the text is.

mod text;

use std::collections::HashMap;

pub(super) use self::text::Lines;
use self::text::{Quoted, Text};
use crate::path::Segment;
use crate::spec::{self, FieldSpec, TypeSpec};
use crate::validate::{Issue, near};

/// Sets line and column of each fault of a value of this type.
///
/// That is where the value at fault begins; its key if that is at fault, or is a name that is unknown or given twice;
/// and if the text has no such value, what comes closest on the way there: the object that lacks a field.
pub(super) fn locate(text: &[u8], ty: &TypeSpec, issues: &mut [Issue]) {
    let mut found = found(text, ty, issues);
    // So that the lines are counted once, however many faults there are.
    found.sort_unstable_by_key(|found| found.at);
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
    let _ = tree.walk(&mut Text::new(text));
    let mut found = Vec::with_capacity(issues.len());
    for (i, (issue, node)) in issues.iter().zip(nodes).enumerate() {
        let place = tree.place_of(issue, node).map(|at| Found { at, issue: i, is_first: false });
        let first = tree.first_place_of(issue, node).map(|at| Found { at, issue: i, is_first: true });
        found.extend(place.into_iter().chain(first));
    }
    found
}

/// The places at fault, and what leads to them.
struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// What lies within nodes that have more than a few others in them.
    more: HashMap<(usize, To<'a>), usize>,
    /// The length of the longest name.
    longest: usize,
}

/// The first node: the value itself. It lies within nothing, so that where a child is named it stands for none.
const ROOT: usize = 0;

/// So many children are looked through one after the other; a report seldom has more in one place.
const FEW: usize = 8;

struct Node<'a> {
    parent: usize,
    step: Step<'a>,
    /// The first and the last of the few children, and the next one of the parent's.
    first: usize,
    last: usize,
    next: usize,
    children: usize,
    /// Does each child stand behind the ones before it?
    is_ordered: bool,
    /// The field of its class that was looked for last.
    field: usize,
    /// Where its value and its key begin.
    value: Option<usize>,
    key: Option<usize>,
    /// Its key once more.
    second_key: Option<usize>,
}

/// One step further in.
#[derive(Clone, Copy)]
struct Step<'a> {
    to: To<'a>,
    /// The item or field that it is, if that is known.
    position: Option<usize>,
    /// Further names that the text may use.
    aliases: &'a [spec::Text],
    /// The type of the value, as far as it is known.
    ty: Option<&'a TypeSpec>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum To<'a> {
    Item(usize),
    Name(&'a [u8]),
}

impl<'a> To<'a> {
    const fn name(name: &'a str) -> Self {
        Self::Name(name.as_bytes())
    }

    const fn len(self) -> usize {
        match self {
            Self::Item(_) => 0,
            Self::Name(name) => name.len(),
        }
    }
}

/// A list or object that is walked through.
struct Frame {
    node: usize,
    is_object: bool,
    /// The child that is likely to come next: the one behind that which came last.
    likely: usize,
    /// The position of the item that comes next.
    index: usize,
}

enum Next {
    Value(Option<usize>),
    End,
}

impl<'a> Node<'a> {
    const fn new(parent: usize, step: Step<'a>) -> Self {
        Self {
            parent,
            step,
            first: ROOT,
            last: ROOT,
            next: ROOT,
            children: 0,
            is_ordered: true,
            field: 0,
            value: None,
            key: None,
            second_key: None,
        }
    }

    fn is_at(&self, to: To<'_>) -> bool {
        let is_alias = |alias: &spec::Text| to == To::name(alias);
        self.step.to == to || self.step.aliases.iter().any(is_alias)
    }
}

impl<'a> Tree<'a> {
    fn new(ty: &'a TypeSpec, faults: usize) -> Self {
        /// A report keeps no more, as a rule.
        const MAX_ROOM: usize = 100;
        let mut nodes = Vec::with_capacity(2 * faults.min(MAX_ROOM));
        nodes.push(Node::new(ROOT, Step { to: To::Item(0), position: None, aliases: &[], ty: Some(ty) }));
        Self { nodes, more: HashMap::new(), longest: 0 }
    }

    /// Adds the place of a fault.
    fn add(&mut self, issue: &'a Issue) -> usize {
        let is_unknown = issue.code() == "unknown_field";
        let mut node = ROOT;
        let mut segments = to_fault(issue).iter().peekable();
        while let Some(segment) = segments.next() {
            let ty = self.nodes.get(node).and_then(|node| node.step.ty);
            // A name that is unknown is that of no field, even if a field is called so in Rust.
            let ty = ty.filter(|_| !is_unknown || segments.peek().is_some());
            let step = step(ty, segment, self.nodes.get_mut(node).map_or(&mut 0, |node| &mut node.field));
            node = self.enter(node, step);
        }
        node
    }

    /// What lies a step further in.
    fn enter(&mut self, node: usize, step: Step<'a>) -> usize {
        let is_behind = self.is_behind(node, step);
        if !is_behind && let Some(child) = self.child(node, step.to) {
            return child;
        }
        let child = self.nodes.len();
        let aliases = step.aliases.iter().map(|alias| To::name(alias));
        for to in std::iter::once(step.to).chain(aliases.clone()) {
            self.longest = self.longest.max(to.len());
        }
        self.nodes.push(Node::new(node, step));
        let Some(parent) = self.nodes.get_mut(node) else { return node };
        parent.children += 1;
        parent.is_ordered = is_behind;
        if parent.children > FEW {
            for to in std::iter::once(step.to).chain(aliases) {
                self.more.entry((node, to)).or_insert(child);
            }
            return child;
        }
        let before = std::mem::replace(&mut parent.last, child);
        match before {
            ROOT => parent.first = child,
            before => {
                if let Some(before) = self.nodes.get_mut(before) {
                    before.next = child;
                }
            }
        }
        child
    }

    /// Does a step lead behind all that was entered before? Most faults are told in the order of the text.
    fn is_behind(&self, node: usize, step: Step<'_>) -> bool {
        let Some(parent) = self.nodes.get(node).filter(|parent| parent.is_ordered) else { return false };
        parent.children <= FEW
            && match (parent.last, step.position) {
                (ROOT, _) => step.position.is_some(),
                (_, None) => false,
                (last, position) => self.nodes.get(last).is_some_and(|last| last.step.position < position),
            }
    }

    /// What was entered by this step.
    fn child(&self, node: usize, to: To<'_>) -> Option<usize> {
        let parent = self.nodes.get(node)?;
        let mut next = parent.first;
        while next != ROOT {
            let child = self.nodes.get(next)?;
            if child.is_at(to) {
                return Some(next);
            }
            next = child.next;
        }
        match parent.children > FEW {
            true => self.more.get(&(node, to)).copied(),
            false => None,
        }
    }

    /// Notes what there is of the places; `None` where the text ends.
    fn walk(&mut self, text: &mut Text<'_>) -> Option<()> {
        let mut open: Vec<Frame> = vec![];
        let mut node = Some(ROOT);
        loop {
            text.skip_space();
            match node.and_then(|node| self.open(node, text)) {
                Some(frame) => open.push(frame),
                None => text.skip_value()?,
            }
            node = loop {
                match self.next(open.last_mut()?, text)? {
                    Next::Value(node) => break node,
                    Next::End => drop(open.pop()),
                }
            };
        }
    }

    /// Notes where a value begins, and opens it if a place at fault lies within.
    fn open(&mut self, node: usize, text: &mut Text<'_>) -> Option<Frame> {
        let first = text.peek()?;
        let found = self.nodes.get_mut(node)?;
        found.value = Some(text.at());
        let likely = found.first;
        (found.children > 0 && matches!(first, b'[' | b'{')).then(|| {
            text.bump();
            Frame { node, is_object: first == b'{', likely, index: 0 }
        })
    }

    /// Goes to the next value of a list or object.
    fn next(&mut self, frame: &mut Frame, text: &mut Text<'_>) -> Option<Next> {
        text.skip_between();
        let next = match (text.peek()?, frame.is_object) {
            (b']' | b'}', _) => {
                text.bump();
                Next::End
            }
            (b'"', true) => Next::Value(self.key(frame, text)?),
            (_, true) => return None,
            (_, false) => {
                let item = self.coming(frame, To::Item(frame.index));
                frame.index += 1;
                Next::Value(item)
            }
        };
        Some(next)
    }

    /// Notes where a key is, and gives the node of its value. What has the same key later on has none.
    fn key(&mut self, object: &mut Frame, text: &mut Text<'_>) -> Option<Option<usize>> {
        let start = text.at();
        let key = text.string()?;
        text.skip_between();
        let Some(node) = self.named(object, key) else { return Some(None) };
        let found = self.nodes.get_mut(node)?;
        if found.key.is_none() {
            found.key = Some(start);
            return Some(Some(node));
        }
        found.second_key.get_or_insert(start);
        Some(None)
    }

    /// What comes in a list or object by this step.
    fn coming(&self, frame: &mut Frame, to: To<'_>) -> Option<usize> {
        let likely = self.nodes.get(frame.likely).filter(|node| frame.likely != ROOT && node.is_at(to));
        let child = if likely.is_some() { frame.likely } else { self.child(frame.node, to)? };
        frame.likely = self.nodes.get(child)?.next;
        Some(child)
    }

    /// What lies within under a key.
    fn named(&self, object: &mut Frame, key: Quoted<'_>) -> Option<usize> {
        /// The most that is written for a byte of a name: `\u00e9` stands for two.
        const ESCAPE: usize = "\\u0000".len();
        if key.len() > self.longest.saturating_mul(ESCAPE) {
            return None;
        }
        self.coming(object, To::Name(&key.unescaped()?))
    }

    fn place_of(&self, issue: &Issue, node: usize) -> Option<usize> {
        let found = self.nodes.get(node)?;
        let key = match issue.code() {
            "duplicate_field" => found.second_key.or(found.key),
            "unknown_field" => found.key,
            _ if issue.is_of_key() => found.key,
            _ => None,
        };
        key.or_else(|| self.nearest(node))
    }

    /// Where a name that is given twice stood first.
    fn first_place_of(&self, issue: &Issue, node: usize) -> Option<usize> {
        let found = self.nodes.get(node).filter(|_| issue.code() == "duplicate_field")?;
        found.second_key.and(found.key)
    }

    /// The value at a node, or else the one that comes closest on the way there.
    fn nearest(&self, mut node: usize) -> Option<usize> {
        loop {
            let found = self.nodes.get(node)?;
            if node == ROOT || found.value.is_some() {
                return found.value;
            }
            node = found.parent;
        }
    }
}

/// The steps to the key or value at fault. What lies within a key has no place of its own.
fn to_fault(issue: &Issue) -> &[Segment] {
    let segments = issue.path().segments();
    let last_key = segments.iter().rposition(|segment| matches!(segment, Segment::Key(_)));
    match last_key.filter(|_| issue.is_of_key()) {
        Some(last) => segments.get(..=last).unwrap_or(segments),
        None => segments,
    }
}

/// A step further in, from a value of this type, of which that field was looked for last.
fn step<'a>(mut ty: Option<&'a TypeSpec>, segment: &'a Segment, last: &mut usize) -> Step<'a> {
    while let Some(TypeSpec::Option(inner)) = ty {
        ty = Some(inner);
    }
    let field = match (segment, ty) {
        (Segment::Field(name), Some(TypeSpec::Class(class))) => class.spec().and_then(|spec| field(spec, name, last)),
        _ => None,
    };
    if let Some((position, field)) = field {
        let (to, aliases) = (To::name(field.key()), field.aliases());
        return Step { to, position, aliases, ty: Some(field.ty()) };
    }
    let (to, ty) = match (segment, ty) {
        (Segment::Index(i), Some(TypeSpec::List(item) | TypeSpec::Set(item))) => (To::Item(*i), Some(&**item)),
        (Segment::Index(i), Some(TypeSpec::Tuple(items))) => (To::Item(*i), items.get(*i)),
        (Segment::Index(i), _) => (To::Item(*i), None),
        (Segment::Field(name) | Segment::Key(name), Some(TypeSpec::Dict(_, value))) => (To::name(name), Some(&**value)),
        (Segment::Field(name) | Segment::Key(name), _) => (To::name(name), None),
    };
    let position = if let To::Item(position) = to { Some(position) } else { None };
    Step { to, position, aliases: &[], ty }
}

/// The field of this name in data, with its position; a check of the user's may also name it as Rust does.
fn field<'a>(spec: &'a spec::ClassSpec, name: &str, last: &mut usize) -> Option<(Option<usize>, &'a FieldSpec)> {
    let fields = spec.fields();
    let is_it = |i: usize| fields.get(i).is_some_and(|field| field.key() == name);
    let found = near(last, fields.len(), is_it).and_then(|i| Some((Some(i), fields.get(i)?)));
    found.or_else(|| Some((None, spec.field(name)?)))
}

#[cfg(test)]
mod tests;

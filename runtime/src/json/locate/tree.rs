//! The places at fault, and what leads to them.

use std::collections::HashMap;

use crate::path::Segment;
use crate::spec::{ClassSpec, FieldSpec, Text, TypeSpec};
use crate::validate::Issue;

/// The places at fault, and what leads to them.
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// What lies within nodes that have more than a few others in them.
    more: HashMap<(usize, To<'a>), usize>,
    /// The length of the longest name.
    longest: usize,
}

/// The first node: the value itself. It lies within nothing, so that where a child is named it stands for none.
pub(super) const ROOT: usize = 0;

/// So many children are looked through one after the other; a report seldom has more in one place.
const FEW: usize = 8;

pub(super) struct Node<'a> {
    parent: usize,
    step: Step<'a>,
    /// The first and the last of the few children, and the next one of the parent's.
    pub(super) first: usize,
    last: usize,
    next: usize,
    pub(super) children: usize,
    /// Where its value and its key begin.
    pub(super) value: Option<usize>,
    pub(super) key: Option<usize>,
    /// Its key once more.
    pub(super) second_key: Option<usize>,
}

/// One step further in.
#[derive(Clone, Copy)]
struct Step<'a> {
    to: To<'a>,
    /// Further names that the text may use.
    aliases: &'a [Text],
    /// The type of the value, as far as it is known.
    ty: Option<&'a TypeSpec>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum To<'a> {
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

impl<'a> Node<'a> {
    const fn new(parent: usize, step: Step<'a>) -> Self {
        Self {
            parent,
            step,
            first: ROOT,
            last: ROOT,
            next: ROOT,
            children: 0,
            value: None,
            key: None,
            second_key: None,
        }
    }

    #[inline]
    fn is_at(&self, to: To<'_>) -> bool {
        self.step.to == to || self.step.aliases.iter().any(|alias| to == To::name(alias))
    }
}

impl<'a> Tree<'a> {
    /// Without any, of a value of this type.
    pub(super) fn new(ty: Option<&'a TypeSpec>, faults: usize) -> Self {
        /// A report keeps no more, as a rule.
        const MAX_ROOM: usize = 100;
        let mut nodes = Vec::with_capacity(2 * faults.min(MAX_ROOM) + 1);
        nodes.push(Node::new(ROOT, Step { to: To::Item(0), aliases: &[], ty }));
        Self { nodes, more: HashMap::new(), longest: 0 }
    }

    #[inline]
    pub(super) fn get_mut(&mut self, node: usize) -> Option<&mut Node<'a>> {
        self.nodes.get_mut(node)
    }

    /// Can a name of so many bytes lead anywhere?
    pub(super) const fn may_have(&self, len: usize) -> bool {
        /// The most that is written for a byte of a name: `\u00e9` stands for two.
        const ESCAPE: usize = "\\u0000".len();
        len <= self.longest.saturating_mul(ESCAPE)
    }

    /// Adds the place of a fault, given the steps that lead to it.
    pub(super) fn add(&mut self, issue: &Issue, segments: &'a [Segment]) -> usize {
        // A name that is unknown is that of no field, even if a field is called so in Rust.
        let (known, unknown) = match (segments, issue.code()) {
            ([known @ .., unknown], "unknown_field") => (known, Some(unknown)),
            _ => (segments, None),
        };
        let node = known.iter().fold(ROOT, |node, segment| {
            let ty = self.nodes.get(node).and_then(|node| node.step.ty);
            self.enter(node, step(ty, segment))
        });
        unknown.map_or(node, |segment| self.enter(node, untyped(segment)))
    }

    /// What lies a step further in.
    fn enter(&mut self, node: usize, step: Step<'a>) -> usize {
        if let Some(child) = self.child(node, step.to) {
            return child;
        }
        let child = self.nodes.len();
        let names = || std::iter::once(step.to).chain(step.aliases.iter().map(|alias| To::name(alias)));
        self.longest = names().map(To::len).fold(self.longest, usize::max);
        self.nodes.push(Node::new(node, step));
        let Some(parent) = self.nodes.get_mut(node) else { return node };
        parent.children += 1;
        if parent.children > FEW {
            for name in names() {
                self.more.entry((node, name)).or_insert(child);
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

    /// What lies within a node by this step, where this child is likely to come: the one behind that which came last.
    #[inline]
    pub(super) fn coming(&self, node: usize, likely: &mut usize, to: To<'_>) -> Option<usize> {
        let is_likely = *likely != ROOT && self.nodes.get(*likely)?.is_at(to);
        let child = if is_likely { *likely } else { self.child(node, to)? };
        *likely = self.nodes.get(child)?.next;
        Some(child)
    }

    pub(super) fn place_of(&self, issue: &Issue, node: usize) -> Option<usize> {
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
    pub(super) fn first_place_of(&self, issue: &Issue, node: usize) -> Option<usize> {
        let found = self.nodes.get(node).filter(|node| node.second_key.is_some())?;
        found.key.filter(|_| issue.code() == "duplicate_field")
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
pub(super) fn to_fault(issue: &Issue) -> &[Segment] {
    let segments = issue.path().segments();
    let is_key = |segment: &Segment| matches!(segment, Segment::Key(_));
    match issue.is_of_key().then(|| segments.iter().rposition(is_key)).flatten() {
        Some(last) => segments.get(..=last).unwrap_or(segments),
        None => segments,
    }
}

/// The type of what lies these steps further in from a value of a type, as far as it is known.
pub(super) fn type_at<'a>(ty: &'a TypeSpec, segments: &'a [Segment]) -> Option<&'a TypeSpec> {
    segments.iter().try_fold(ty, |ty, segment| step(Some(ty), segment).ty)
}

/// A step further in, from a value of this type.
fn step<'a>(mut ty: Option<&'a TypeSpec>, segment: &'a Segment) -> Step<'a> {
    while let Some(TypeSpec::Option(inner)) = ty {
        ty = Some(inner);
    }
    let field = match (segment, ty) {
        (Segment::Field(name), Some(TypeSpec::Class(class))) => class.spec().and_then(|spec| field(spec, name)),
        _ => None,
    };
    if let Some(field) = field {
        return Step { to: To::name(field.key()), aliases: field.aliases(), ty: Some(field.ty()) };
    }
    let ty = match (segment, ty) {
        (Segment::Index(_), Some(TypeSpec::List(item) | TypeSpec::Set(item))) => Some(&**item),
        (Segment::Index(i), Some(TypeSpec::Tuple(items))) => items.get(*i),
        (Segment::Field(_) | Segment::Key(_), Some(TypeSpec::Dict(_, value))) => Some(&**value),
        _ => None,
    };
    Step { ty, ..untyped(segment) }
}

/// A step further in, to a value of which nothing is known.
fn untyped(segment: &Segment) -> Step<'_> {
    let to = match segment {
        Segment::Index(i) => To::Item(*i),
        Segment::Field(name) | Segment::Key(name) => To::name(name),
    };
    Step { to, aliases: &[], ty: None }
}

/// The field of this name in data; a check of the user's may also name it as Rust does.
fn field<'a>(spec: &'a ClassSpec, name: &Text) -> Option<&'a FieldSpec> {
    spec.fields().iter().find(|field| field.key() == &**name).or_else(|| spec.field(name))
}

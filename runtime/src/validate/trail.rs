//! Where a check is: a chain on the stack, of which a [`Path`] is made only when there is a fault.

use crate::path::{Path, Segment};
use crate::spec::Text;

/// How deep data may be nested.
const MAX_DEPTH: usize = 128;

/// A step from the outside in.
pub(crate) struct Trail<'a> {
    outer: Option<&'a Self>,
    step: Step<'a>,
    /// How many steps it is from the outside.
    depth: usize,
}

enum Step<'a> {
    Root,
    Field(&'a Text),
    Index(usize),
    Key(&'a str),
}

impl<'a> Trail<'a> {
    /// The value itself.
    pub(crate) const ROOT: Self = Self { outer: None, step: Step::Root, depth: 0 };

    pub(super) const fn field(&'a self, name: &'a Text) -> Self {
        self.step(Step::Field(name))
    }

    pub(super) const fn index(&'a self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    pub(super) const fn key(&'a self, key: &'a str) -> Self {
        self.step(Step::Key(key))
    }

    const fn step(&'a self, step: Step<'a>) -> Self {
        Self { outer: Some(self), step, depth: self.depth + 1 }
    }

    /// Is it so far in that data of a class that refers to itself might overflow the stack?
    pub(super) const fn is_too_deep(&self) -> bool {
        self.depth > MAX_DEPTH
    }

    /// The place as a path.
    #[cold]
    pub(super) fn path(&self) -> Path {
        let mut path = self.outer.map(Self::path).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Field(name) => path.push(name.clone()),
            Step::Index(index) => path.push(index),
            Step::Key(key) => path.push(Segment::Key(Text::from(key.to_owned()))),
        }
        path
    }
}

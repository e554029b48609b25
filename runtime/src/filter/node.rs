//! `and`, `or` and `not`.

use crate::error::Error;

/// Conditions, put together.
///
/// What is of one kind lies side by side, and a `not` of a `not` is none: only what changes between `and` and `or` makes
/// it deeper, and that has a limit, so that walking it needs little stack.
#[derive(Clone, PartialEq)]
pub(super) enum Node<C> {
    Leaf(C),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

impl<C> Node<C> {
    pub(super) fn all(nodes: Vec<Self>) -> Self {
        Self::join(nodes, Self::All, |node| match node {
            Self::All(inner) => Ok(inner),
            other => Err(other),
        })
    }

    pub(super) fn any(nodes: Vec<Self>) -> Self {
        Self::join(nodes, Self::Any, |node| match node {
            Self::Any(inner) => Ok(inner),
            other => Err(other),
        })
    }

    /// One of several, in which those of the same kind are opened.
    fn join(nodes: Vec<Self>, make: fn(Vec<Self>) -> Self, open: fn(Self) -> Result<Vec<Self>, Self>) -> Self {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match open(node) {
                // The first one grows: a chain of `and` is not copied at each step.
                Ok(inner) if flat.is_empty() => flat = inner,
                Ok(inner) => flat.extend(inner),
                Err(node) => flat.push(node),
            }
        }
        match flat.pop() {
            Some(only) if flat.is_empty() => only,
            last => {
                flat.extend(last);
                make(flat)
            }
        }
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            node => Self::Not(Box::new(node)),
        }
    }

    /// How many `and` and `or` lie within each other.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Leaf(_) => 0,
            Self::All(nodes) | Self::Any(nodes) => 1 + nodes.iter().map(Self::depth).max().unwrap_or(0),
            Self::Not(node) => node.depth(),
        }
    }

    /// The answer, if that to each condition is known; those behind the first that decides are not asked.
    pub(super) fn holds(&self, ask: &impl Fn(&C) -> Result<bool, Error>) -> Result<bool, Error> {
        match self {
            Self::Leaf(condition) => ask(condition),
            Self::All(nodes) => Ok(!Self::finds(nodes, false, ask)?),
            Self::Any(nodes) => Self::finds(nodes, true, ask),
            Self::Not(node) => node.holds(ask).map(|holds| !holds),
        }
    }

    /// Is there one with this answer?
    fn finds(nodes: &[Self], answer: bool, ask: &impl Fn(&C) -> Result<bool, Error>) -> Result<bool, Error> {
        for node in nodes {
            if node.holds(ask)? == answer {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The same of other conditions.
    pub(super) fn try_map<D>(&self, make: &impl Fn(&C) -> Result<D, Error>) -> Result<Node<D>, Error> {
        let all = |nodes: &[Self]| nodes.iter().map(|node| node.try_map(make)).collect::<Result<_, _>>();
        Ok(match self {
            Self::Leaf(condition) => Node::Leaf(make(condition)?),
            Self::All(nodes) => Node::All(all(nodes)?),
            Self::Any(nodes) => Node::Any(all(nodes)?),
            Self::Not(node) => Node::Not(Box::new(node.try_map(make)?)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Leaves = Node<u8>;

    fn leaf(n: u8) -> Leaves {
        Node::Leaf(n)
    }

    #[test]
    fn only_a_change_of_kind_makes_it_deeper() {
        let chain = (1..100).fold(leaf(0), |chain, n| Node::all(vec![chain, leaf(n)]));
        assert_eq!(chain.depth(), 1);
        assert!(matches!(&chain, Node::All(nodes) if nodes.len() == 100));
        assert_eq!(Node::any(vec![chain.clone(), leaf(1)]).depth(), 2);
        assert_eq!(chain.clone().not().depth(), 1);
        assert!(chain.clone().not().not() == chain);
        assert!(Node::any(vec![leaf(1)]) == leaf(1));
        assert!(matches!(Leaves::all(vec![]), Node::All(nodes) if nodes.is_empty()));
    }

    #[test]
    fn it_stops_at_the_first_answer() {
        let asked = std::cell::RefCell::new(vec![]);
        let ask = |n: &u8| {
            asked.borrow_mut().push(*n);
            if *n > 1 { Err(Error::value_error("asked too much")) } else { Ok(*n == 1) }
        };
        assert!(Node::any(vec![leaf(0), leaf(1), leaf(2)]).holds(&ask).unwrap());
        assert!(!Node::all(vec![leaf(1), leaf(0), leaf(2)]).holds(&ask).unwrap());
        assert!(Node::all(vec![leaf(1), leaf(2)]).holds(&ask).is_err());
        assert_eq!(asked.into_inner(), [0, 1, 1, 0, 1, 2]);
        let nothing = |_: &u8| Err(Error::value_error("asked"));
        assert!(Leaves::all(vec![]).holds(&nothing).unwrap() && !Leaves::any(vec![]).holds(&nothing).unwrap());
    }
}

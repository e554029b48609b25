//! What a filter asks, as Python would write it.

use std::fmt::{Display, Formatter, Result};

use super::condition::{Condition, Relation};
use super::node::Node;

/// With no more parentheses than Python needs: `not` before `and` before `or`.
impl<C: Display> Display for Node<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Leaf(condition) => condition.fmt(f),
            Self::All(nodes) if nodes.is_empty() => f.write_str("True"),
            Self::Any(nodes) if nodes.is_empty() => f.write_str("False"),
            Self::All(nodes) => self.joined(nodes, " and ", f),
            Self::Any(nodes) => self.joined(nodes, " or ", f),
            Self::Not(node) => {
                f.write_str("not ")?;
                node.within(self, f)
            }
        }
    }
}

impl<C: Display> Node<C> {
    /// What binds more tightly is greater.
    const fn precedence(&self) -> u8 {
        match self {
            Self::Any(nodes) if !nodes.is_empty() => 0,
            Self::All(nodes) if !nodes.is_empty() => 1,
            _ => 2,
        }
    }

    fn joined(&self, nodes: &[Self], word: &str, f: &mut Formatter<'_>) -> Result {
        for (i, node) in nodes.iter().enumerate() {
            if i > 0 {
                f.write_str(word)?;
            }
            node.within(self, f)?;
        }
        Ok(())
    }

    /// As a part of another one.
    fn within(&self, outer: &Self, f: &mut Formatter<'_>) -> Result {
        match self.precedence() < outer.precedence() {
            true => write!(f, "({self})"),
            false => self.fmt(f),
        }
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (field, operand) = (self.field(), self.operand().repr());
        match self.relation() {
            Relation::Contains => write!(f, "{operand} in {field}"),
            relation => write!(f, "{field} {} {operand}", relation.symbol()),
        }
    }
}

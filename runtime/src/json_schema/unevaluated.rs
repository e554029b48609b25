//! What no other schema of a value says something of: `unevaluatedProperties` and `unevaluatedItems`.
//!
//! A schema says something of a property or an item by the keywords that are about such, or by other schemas of the same
//! value. Of those that a value need not obey, only the ones that take it say something.
//!
//! Source: JSON Schema Core (2020-12), 7.7.1 and 11.

use std::collections::HashSet;

use super::faults::Stop;
use super::node::{Composed, Node, NodeId, items_of};
use super::walk::{Verdict, Walk};
use crate::spec::{ClassSpec, FieldSpec, Options};
use crate::value::{Dict, Value};

/// The properties or the items of a value.
#[derive(Clone, Copy)]
enum Parts<'s> {
    Properties(&'s Dict),
    Items(&'s [Value]),
}

impl<'s> Walk<'s, '_> {
    /// What a schema says of the properties or the items that no other says something of.
    pub(super) fn look_at_rest(&mut self, node: &'s Node, value: &'s Value) -> Verdict {
        let mut is_valid = true;
        let object = node.object.as_ref().and_then(|object| object.unevaluated);
        let array = node.array.as_ref().and_then(|array| array.unevaluated);
        match (value, items_of(value), object, array) {
            (Value::Dict(dict), _, Some(rest), _) => {
                let said = self.said_of(node, value, Parts::Properties(dict))?;
                for ((key, value), _) in dict.iter().zip(said).filter(|(_, is_said)| !is_said) {
                    if !is_valid && self.ends() {
                        break;
                    }
                    is_valid &= self.unknown(rest, key, value)?;
                }
            }
            (_, Some(items), _, Some(rest)) => {
                let said = self.said_of(node, value, Parts::Items(items))?;
                for (i, (item, _)) in items.iter().zip(said).enumerate().filter(|(_, (_, is_said))| !is_said) {
                    if !is_valid && self.ends() {
                        break;
                    }
                    is_valid &= self.within(|| i.into(), rest, item)?;
                }
            }
            _ => {}
        }
        Ok(is_valid)
    }

    /// Of which parts of a value a schema says something, one by one.
    fn said_of(&mut self, node: &'s Node, value: &'s Value, parts: Parts<'s>) -> Result<Vec<bool>, Stop> {
        let mut said = vec![false; parts.count()];
        let mut pending = vec![node];
        let mut seen = HashSet::new();
        while let Some(next) = pending.pop() {
            self.take_steps(said.len() + 1)?;
            if !std::ptr::eq(next, node) && parts.are_all_known(next) {
                said.fill(true);
                break;
            }
            self.add_known(next, parts, &mut said)?;
            for composed in &next.composed {
                let others = self.taking(composed, value)?;
                pending.extend(others.into_iter().filter(|id| seen.insert(*id)).filter_map(|id| self.nodes.get(id)));
            }
        }
        Ok(said)
    }

    /// Notes the parts that a schema says something of by itself.
    fn add_known(&mut self, node: &'s Node, parts: Parts<'s>, said: &mut [bool]) -> Result<(), Stop> {
        match parts {
            Parts::Properties(dict) => {
                for ((key, _), is_said) in dict.iter().zip(said) {
                    let name = key.as_str().unwrap_or_default();
                    *is_said |=
                        node.object.as_ref().is_some_and(|object| object.knows(name) || object.additional.is_some());
                    *is_said |= node.class.as_ref().is_some_and(|class| reads(class.spec(), name));
                }
            }
            Parts::Items(items) => {
                let Some(array) = &node.array else { return Ok(()) };
                let known = if array.items.is_some() { items.len() } else { array.prefix.len() };
                said.iter_mut().take(known).for_each(|is_said| *is_said = true);
                if let Some(contains) = &array.contains {
                    for (item, is_said) in items.iter().zip(said) {
                        *is_said = *is_said || self.judge(contains.node, item)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The schemas of a value that say something of it: those that it must obey, and of others those that take it.
    fn taking(&mut self, composed: &'s Composed, value: &'s Value) -> Result<Vec<NodeId>, Stop> {
        match composed {
            Composed::All(nodes) => Ok(nodes.clone()),
            Composed::Any(nodes) | Composed::One(nodes) => {
                let mut taking = vec![];
                for node in nodes {
                    if self.judge(*node, value)? {
                        taking.push(*node);
                    }
                }
                Ok(taking)
            }
            Composed::Not(_) => Ok(vec![]),
            Composed::If(condition, [then, otherwise]) => Ok(match self.judge(*condition, value)? {
                true => std::iter::once(*condition).chain(*then).collect(),
                false => otherwise.iter().copied().collect(),
            }),
            Composed::Dependent(nodes) => {
                let has = |name: &str| value.as_dict().is_some_and(|dict| dict.contains(name));
                Ok(nodes.iter().filter(|(name, _)| has(name)).map(|(_, node)| *node).collect())
            }
        }
    }
}

impl Parts<'_> {
    fn count(self) -> usize {
        match self {
            Self::Properties(dict) => dict.len(),
            Self::Items(items) => items.len(),
        }
    }

    /// Does another schema say something of all that is left?
    fn are_all_known(self, node: &Node) -> bool {
        match self {
            Self::Properties(_) => node.object.as_ref().is_some_and(|object| object.knows_all()),
            // A class whose instances are lists knows each item.
            Self::Items(_) => {
                node.class.is_some() || node.array.as_ref().is_some_and(|array| array.unevaluated.is_some())
            }
        }
    }
}

/// Does a class that takes a value read what has this name?
fn reads(spec: &ClassSpec, name: &str) -> bool {
    let is_called = |field: &FieldSpec| field.key() == name || field.aliases().iter().any(|alias| &**alias == name);
    spec.options().has(Options::FORBID_EXTRA) || spec.fields().iter().any(is_called)
}

//! Why none of several schemas takes a value.

use super::faults::type_fault;
use super::node::{Check, Node, NodeId};
use super::types::Types;
use super::walk::{Verdict, Walk};
use crate::validate::{Issue, View};
use crate::value::Value;

impl<'s> Walk<'s, '_> {
    /// Tells why none of several schemas takes a value: if all but one are about values of other types, or about objects
    /// of another kind, what that one says.
    pub(super) fn none_matches(&mut self, nodes: &'s [NodeId], value: &'s Value) -> Verdict {
        if self.ends() {
            return Ok(false);
        }
        let named = |id: &NodeId| self.nodes.get(*id).map(|node| (*id, node));
        let of_type: Vec<(NodeId, &Node)> =
            nodes.iter().filter_map(named).filter(|(_, node)| node.types.takes(Types::of(value))).collect();
        let of_kind: Vec<NodeId> =
            of_type.iter().filter(|(_, node)| self.has_tags(node, value)).map(|(id, _)| *id).collect();
        match (&*of_type, &*of_kind) {
            ([], _) => {
                let expected: Vec<String> = nodes.iter().filter_map(named).map(|(_, node)| node.expected()).collect();
                self.fault(|| type_fault(expected.join(" | "), value))
            }
            ([(only, _)], _) | (_, [only]) => self.apply(*only, value),
            _ => self.fault(|| Issue::new("none_matches").with_param("count", nodes.len())),
        }
    }

    /// Has an object the values that a schema has for properties which can have few?
    fn has_tags(&self, node: &Node, value: &Value) -> bool {
        let (Value::Dict(dict), Some(object)) = (value, &node.object) else { return true };
        let is_tag = |check: &&Check| matches!(check, Check::Equals(_) | Check::OneOf(_));
        object.properties.iter().all(|(name, property)| {
            let node = property.node.and_then(|id| self.nodes.get(id));
            let tags = node.into_iter().flat_map(|node| &node.checks).filter(is_tag);
            dict.get(name).is_none_or(|value| tags.into_iter().all(|tag| tag.holds(value, View::of(value))))
        })
    }
}

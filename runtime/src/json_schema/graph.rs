//! How schemas lead to each other: none applies itself to one value without end, and what several lead to is known.

use std::collections::{HashMap, HashSet};

use super::error::{SchemaError, SchemaErrorKind};
use super::locations::Locations;
use super::node::{Composed, Node, NodeId};
use super::types::Types;

/// How many schemas may apply each other to one value, one through the next: `$ref`, `allOf` and the like.
const MAX_HOPS: usize = 100;

/// Refuses what has no end, leaves out what only refers, and marks what several lead to. Gives the root.
pub(super) fn link(nodes: &mut [Node], locations: &Locations<'_>) -> Result<NodeId, SchemaError> {
    let order = ordered(nodes).map_err(|id| {
        let text = "this schema applies itself to the same value, without end".to_owned();
        locations.error(id, reference_of(locations, id), (SchemaErrorKind::ReferenceCycle, text))
    })?;
    if let Some(id) = too_long(nodes, &order) {
        let text = format!("more than {MAX_HOPS} schemas apply each other to one value");
        return Err(locations.error(id, reference_of(locations, id), (SchemaErrorKind::TooLarge, text)));
    }
    let targets = targets(nodes, &order);
    let target = |id: NodeId| targets.get(id).copied().unwrap_or(id);
    for id in nodes.iter_mut().flat_map(Node::nodes_mut) {
        *id = target(*id);
    }
    let root = target(0);
    mark_shared(nodes, root);
    Ok(root)
}

/// The keyword to be blamed, if a schema has it.
fn reference_of<'k>(locations: &Locations<'_>, id: NodeId) -> Option<&'k str> {
    let schema = locations.get(id)?.value.as_dict()?;
    schema.contains("$ref").then_some("$ref")
}

/// All schemas, each after those that it applies to the same value; or one that applies itself.
fn ordered(nodes: &[Node]) -> Result<Vec<NodeId>, NodeId> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }

    let mut states = vec![State::New; nodes.len()];
    let mut order = Vec::with_capacity(nodes.len());
    let in_place = |id: NodeId| nodes.get(id).map_or_else(Vec::new, |node| node.in_place().collect());
    for start in 0..nodes.len() {
        let mut open: Vec<(NodeId, Vec<NodeId>)> = vec![];
        let mut next = Some(start);
        loop {
            if let Some(id) = next {
                let Some(state) = states.get_mut(id) else { break };
                match state {
                    State::New => {
                        *state = State::Open;
                        open.push((id, in_place(id)));
                    }
                    State::Open => return Err(open.last().map_or(id, |(from, _)| *from)),
                    State::Done => {}
                }
            }
            let Some((id, rest)) = open.last_mut() else { break };
            next = rest.pop();
            if next.is_none() {
                if let Some(state) = states.get_mut(*id) {
                    *state = State::Done;
                }
                order.push(*id);
                open.pop();
            }
        }
    }
    Ok(order)
}

/// The first that too many follow, one through the next.
fn too_long(nodes: &[Node], order: &[NodeId]) -> Option<NodeId> {
    let mut hops: HashMap<NodeId, usize> = HashMap::with_capacity(order.len());
    order.iter().copied().find(|&id| {
        let inner = nodes.get(id).into_iter().flat_map(Node::in_place);
        let longest = inner.filter_map(|inner| hops.get(&inner)).max().map_or(0, |hops| hops + 1);
        hops.insert(id, longest);
        longest > MAX_HOPS
    })
}

/// What stands in the place of each: of one that says nothing but `$ref`, that which it refers to.
fn targets(nodes: &[Node], order: &[NodeId]) -> Vec<NodeId> {
    let mut targets: Vec<NodeId> = (0..nodes.len()).collect();
    for &id in order {
        let only = nodes.get(id).and_then(only_reference).and_then(|only| targets.get(only).copied());
        if let Some((target, only)) = targets.get_mut(id).zip(only) {
            *target = only;
        }
    }
    targets
}

fn only_reference(node: &Node) -> Option<NodeId> {
    let says_more = node.types != Types::ANY || !node.checks.is_empty() || !node.is_of_one_value();
    match &*node.composed {
        [Composed::All(nodes)] if !says_more && nodes.len() == 1 => nodes.first().copied(),
        _ => None,
    }
}

/// What is led to once is looked at as often as what leads there. Only what is led to several times could be looked at
/// again and again.
fn mark_shared(nodes: &mut [Node], root: NodeId) {
    let mut counts = vec![0_usize; nodes.len()];
    let led_to = nodes.iter_mut().flat_map(Node::nodes_mut).map(|id| *id).chain([root]);
    for id in led_to.collect::<Vec<_>>() {
        if let Some(count) = counts.get_mut(id) {
            *count += 1;
        }
    }
    for (node, count) in nodes.iter_mut().zip(counts) {
        node.is_shared = count > 1;
    }
    for id in asked_again(nodes) {
        if let Some(node) = nodes.get_mut(id) {
            node.is_shared = true;
        }
    }
}

/// What is asked once more whether it takes a value, since only then it says something of what lies within.
fn asked_again(nodes: &[Node]) -> HashSet<NodeId> {
    let asked = |node: &Node| {
        let contains = node.array.as_ref().and_then(|array| array.contains.as_ref());
        node.in_place().chain(contains.map(|contains| contains.node)).collect::<Vec<_>>()
    };
    let mut pending: Vec<NodeId> = nodes.iter().filter(|node| node.looks_at_rest()).flat_map(asked).collect();
    let mut found = HashSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(nodes.get(id).into_iter().flat_map(asked));
        }
    }
    found
}

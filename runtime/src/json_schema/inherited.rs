//! The fields that a class has from its bases, and what these say of its own.
//!
//! As a schema says it, a value has to obey all: what a class says of a property does not take the place of what its bases
//! say, as it would in Python, but is added.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::classes::Classes;
use super::error::SchemaError;
use super::fields::said;
use super::node::{Composed, Node, NodeId, Object};
use crate::spec::{ClassRef, ClassSpec, FieldSpec};
use crate::value::Dict;

/// What says something of more than the values of one property.
const OF_SEVERAL: [&str; 4] = ["x-alias-of", "x-matches", "x-required-with", "x-transform"];

/// What the bases of a class say of a property.
#[derive(Default)]
pub(super) struct OfBases<'a> {
    pub(super) nodes: Vec<NodeId>,
    pub(super) is_required: bool,
    /// As the first of them writes it.
    pub(super) schema: Option<&'a Dict>,
}

impl<'l, 'a> Classes<'l, 'a> {
    /// The fields of the bases, then those of its own; one that a base has too keeps its place.
    pub(super) fn inherited(
        &self,
        id: NodeId,
        bases: &[ClassRef],
        own: Vec<FieldSpec>,
    ) -> Result<Vec<FieldSpec>, SchemaError> {
        let mut fields: IndexMap<String, FieldSpec> = IndexMap::new();
        // As in Python, the fields of the last base come first.
        for field in bases.iter().rev().flat_map(fields_of) {
            let other = fields.insert(field.name().to_owned(), field.clone());
            let is_own = || own.iter().any(|own| own.name() == field.name());
            if other.is_some_and(|other| other != *field) && !is_own() {
                let why = format!("two bases say different things of '{}'", field.key());
                return Err(self.unsayable(id, Some("allOf"), &why));
            }
        }
        for field in own {
            fields.insert(field.name().to_owned(), field);
        }
        Ok(fields.into_values().collect())
    }

    /// What the bases say of a property; none if they say nothing. What cannot be said of both is refused.
    pub(super) fn said_by_bases(
        &self,
        id: NodeId,
        node: &'l Node,
        key: &str,
        bases: &[ClassRef],
    ) -> Result<Option<OfBases<'a>>, SchemaError> {
        let called = bases.iter().flat_map(fields_of).find(|field| is_called(field, key));
        let Some(field) = called else { return Ok(None) };
        let place = self.locations.child(id, "properties", key);
        let refuse = || self.unsayable(place.unwrap_or(id), None, "a base says of it what cannot be said of both");
        let is_mixed = |schema| OF_SEVERAL.iter().any(|keyword| said(schema, keyword).is_some());
        if !field.aliases().is_empty() || is_mixed(place.and_then(|place| self.written(place))) {
            return Err(refuse());
        }
        let mut of_bases = OfBases::default();
        for (base, node) in self.above(node) {
            if self.registered(base).is_some_and(|class| fields_of(&class).iter().any(|field| is_called(field, key))) {
                return Err(refuse());
            }
            if let Some(property) = node.object.as_ref().and_then(|object| object.properties.get(key)) {
                let schema = self.locations.child(base, "properties", key).and_then(|place| self.written(place));
                if is_mixed(schema) {
                    return Err(refuse());
                }
                of_bases.schema = of_bases.schema.or(schema);
                of_bases.is_required |= property.is_required;
                of_bases.nodes.extend(property.node);
            }
        }
        Ok(Some(of_bases))
    }

    /// Refuses a class that forbids what its bases do not name, if they ask for more than they name, or allow all.
    pub(super) fn knows_those_of_bases(&self, id: NodeId, node: &'l Node, object: &Object) -> Result<(), SchemaError> {
        if object.additional.is_some() || object.unevaluated.is_none() {
            return Ok(());
        }
        let above = self.above(node);
        let of_bases = || above.iter().filter_map(|(_, node)| node.object.as_deref());
        let refuse = |why| Err(self.unsayable(id, Some("unevaluatedProperties"), why));
        if of_bases().any(Object::knows_all) {
            return refuse("a base says something of all names");
        }
        let is_named = |name: &str| of_bases().chain([object]).any(|object| object.has_property(name));
        match of_bases().flat_map(|object| object.properties.keys()).all(|name| is_named(name)) {
            true => Ok(()),
            false => refuse("a base asks for what is no field"),
        }
    }

    /// The schemas that the values of one have to obey too, one through the other.
    fn above(&self, node: &'l Node) -> Vec<(NodeId, &'l Node)> {
        let bases_of = |node: &Node| node.composed.iter().flat_map(Composed::all).copied().collect::<Vec<_>>();
        let (mut pending, mut seen, mut above) = (bases_of(node), HashSet::new(), vec![]);
        while let Some(id) = pending.pop() {
            if let Some(node) = self.node(id).filter(|_| seen.insert(id)) {
                pending.extend(bases_of(node));
                above.push((id, node));
            }
        }
        above
    }
}

pub(super) fn fields_of(class: &ClassRef) -> &[FieldSpec] {
    class.spec().map_or(&[], ClassSpec::fields)
}

/// Has a field this name in data?
fn is_called(field: &FieldSpec, key: &str) -> bool {
    field.key() == key || field.aliases().iter().any(|alias| &**alias == key)
}

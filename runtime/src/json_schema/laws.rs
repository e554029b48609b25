//! What the schema of a class says of several names: that they mean one field, or which fields go together.
//!
//! In the schema of a class that is in `allOf`, and what it means in keywords that begin with `x-`. These are believed only
//! where a class that obeys them says the very same of its data.

use std::collections::HashMap;

use super::classes::Classes;
use super::error::SchemaError;
use super::fields::said;
use super::node::{Composed, Node, NodeId, Object};
use crate::schema::{laws, one_of_names};
use crate::spec::{ClassRef, ClassSpec, FieldSpec, Group, GroupKind, List, Text};
use crate::validate::rules::Kind;
use crate::value::{Dict, Value};

/// So many laws, and fields that they may be about, are compared with what a class says, each with each.
const MOST: (usize, usize) = (128, 1_000);

impl<'a> Classes<'_, 'a> {
    /// The names that mean another property, with that.
    pub(super) fn aliases<'o>(&self, id: NodeId, object: &'o Object) -> HashMap<&'o str, &'o str> {
        let written = |key: &str| self.written(self.locations.child(id, "properties", key)?);
        let meant = |key: &str| said(written(key), "x-alias-of").and_then(Value::as_str);
        let pair = |alias: &'o Text| {
            let (key, property) = object.properties.get_key_value(meant(alias)?)?;
            let is_alias =
                !property.is_required && meant(key).is_none() && says_the_same(written(alias)?, written(key)?);
            is_alias.then_some((&**alias, &**key))
        };
        let optional = object.properties.iter().filter(|(_, property)| !property.is_required);
        optional.filter_map(|(alias, _)| pair(alias)).collect()
    }

    /// Does a class ask for one of these names?
    pub(super) fn asks_for_one(&self, node: &Node, names: &[&str]) -> bool {
        names.len() > 1 && self.laws(node).contains(&&one_of_names(names.iter().copied()))
    }

    /// What is neither a class nor refers to one in the `allOf` of a class.
    pub(super) fn laws(&self, node: &Node) -> Vec<&'a Value> {
        let all = node.composed.iter().flat_map(Composed::all).filter(|id| self.is_law(**id));
        all.filter_map(|id| Some(self.locations.get(*id)?.value)).take(MOST.0 + 1).collect()
    }

    pub(super) fn is_law(&self, id: NodeId) -> bool {
        self.registered(id).is_none() && !self.is_class(id)
    }

    /// The class with the groups of its bases and its own.
    pub(super) fn grouped(&self, id: NodeId, mut spec: ClassSpec) -> Result<ClassSpec, SchemaError> {
        let bases: Vec<ClassRef> = spec.bases().to_vec();
        for group in bases.iter().filter_map(ClassRef::spec).flat_map(ClassSpec::groups) {
            if !spec.groups().contains(group) {
                spec = spec.and_group(group.clone());
            }
        }
        let groups = said(self.written(id), "x-groups").and_then(Value::as_list);
        let groups = groups.filter(|_| spec.fields().len() <= MOST.1);
        for group in groups.into_iter().flatten().take(MOST.0).filter_map(Value::as_dict) {
            if let Some(group) = read(&spec, group).filter(|group| !spec.groups().contains(group)) {
                spec = spec.grouped(group).map_err(|error| self.unsayable(id, Some("x-groups"), error.message()))?;
            }
        }
        Ok(spec)
    }

    /// Refuses a schema that says more or less than the class that was made of it.
    pub(super) fn agrees(&self, id: NodeId, node: &Node, spec: &ClassSpec) -> Result<(), SchemaError> {
        let written = self.laws(node);
        if written.is_empty() && spec.groups().is_empty() && !spec.fields().iter().any(names_others) {
            return Ok(());
        }
        if written.len() > MOST.0 || spec.fields().len() > MOST.1 {
            return Err(self.unsayable(id, None, "it says too much of several fields or names"));
        }
        let meant = laws(spec);
        if written.iter().any(|law| !meant.contains(law)) {
            return Err(self.unsayable(id, Some("allOf"), "it is no base class"));
        }
        let of_bases = || spec.bases().iter().filter_map(ClassRef::spec).flat_map(laws);
        match meant.iter().find(|law| !written.contains(law) && !of_bases().any(|other| other == **law)) {
            Some(law) => Err(self.unsayable(id, None, &format!("by what begins with `x-`, `allOf` would have {law}"))),
            None => Ok(()),
        }
    }
}

/// Does one say what the other does, and no more than that it is the other?
fn says_the_same(alias: &Dict, of: &Dict) -> bool {
    alias.len() == of.len() + 1
        && of.iter().all(|(keyword, value)| keyword.as_str().and_then(|keyword| alias.get(keyword)) == Some(value))
}

/// Has the field other names, or is it about other fields?
fn names_others(field: &FieldSpec) -> bool {
    !field.aliases().is_empty() || field.rules().iter().any(|rule| matches!(rule.kind(), Kind::RequiredWith(_)))
}

/// A group of fields, by their names in data.
fn read(spec: &ClassSpec, written: &Dict) -> Option<Group> {
    let kind = written.get("kind")?.as_str()?;
    let kind = GroupKind::ALL.into_iter().find(|other| other.name() == kind)?;
    let name_of = |key: &Value| {
        let key = key.as_str()?;
        Some(spec.fields().iter().find(|field| field.key() == key)?.name_text().clone())
    };
    let fields = written
        .get("fields")?
        .as_list()
        .filter(|fields| fields.len() <= MOST.0)?
        .iter()
        .map(name_of)
        .collect::<Option<Vec<Text>>>()?;
    Some(Group::new(kind, List::from(fields)))
}

//! A schema as it is written, with those that it refers to in their places: what says the same wherever it stands.

use std::sync::Arc;

use super::classes::{Classes, says_nothing};
use super::keywords::{Holds, find};
use super::locations::Locations;
use super::node::NodeId;
use super::registered::Registered;
use crate::value::{Dict, Key, Str, Value};

/// How many schemas one may consist of that is written whole.
const MOST: usize = 1_000;
/// And all of a document together: many may refer to the same large one.
pub(super) const MOST_OF_ALL: usize = 10_000;

/// What a schema says.
pub(crate) struct Written {
    schema: Value,
    /// Is that all of it? It is not if it leads to itself or to a class of a registry, or if it is too large.
    is_whole: bool,
}

impl Written {
    /// All that it says, in words of its own.
    pub(crate) fn whole(&self) -> Option<&Dict> {
        self.schema.as_dict().filter(|_| self.is_whole)
    }
}

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        self.is_whole == other.is_whole && self.schema.equals_json(&other.schema)
    }
}

impl Classes<'_, '_> {
    /// What a schema says, without what says nothing of values. It is written once, however many ask for it.
    pub(super) fn said_by(&mut self, id: NodeId) -> Option<Arc<Written>> {
        if let Some(written) = self.written.get(&id) {
            return Some(Arc::clone(written));
        }
        let most = MOST.min(self.left);
        let mut left = most;
        let whole = match self.locations.whole(id, &mut vec![], &mut left) {
            Some(Value::True) => Some(Dict::new()),
            Some(Value::False) => Some(Dict::from([("not", Dict::new())])),
            whole => whole.as_ref().and_then(Value::as_dict).map(|schema| {
                let said = schema.iter().filter_map(|(key, value)| Some((key.as_str()?, value.clone())));
                said.filter(|(keyword, _)| !says_nothing(keyword)).collect()
            }),
        };
        self.left -= most - left;
        let is_whole = whole.is_some();
        let schema =
            whole.map_or_else(|| self.locations.get(id).map(|found| found.value.clone()), |whole| Some(whole.into()));
        let written = Arc::new(Written { schema: schema?, is_whole });
        self.written.insert(id, Arc::clone(&written));
        Some(written)
    }
}

impl Locations<'_> {
    /// The schema with those that it refers to, if there are not more of them than are left.
    fn whole(&self, id: NodeId, open: &mut Vec<NodeId>, left: &mut usize) -> Option<Value> {
        let location = self.get(id)?;
        *left = left.checked_sub(1)?;
        if open.contains(&id) {
            return None;
        }
        let Some(schema) = location.value.as_dict() else { return Some(location.value.clone()) };
        open.push(id);
        let (mut whole, mut referred) = (Dict::new(), None);
        for (key, value) in schema.iter() {
            let Some(keyword) = key.as_str().and_then(find) else { continue };
            let mut within = |id| self.whole(id, open, left);
            let children = location.children.iter().filter(|(of, ..)| *of == keyword.name);
            let value = match (keyword.name, &keyword.holds) {
                ("$ref", _) => {
                    let target = self.resolve(id, value.as_str()?, &mut Registered::new(None, 0)).ok()?;
                    referred = Some(within(target)?);
                    continue;
                }
                // Nothing leads there any more.
                (name, _) if name.starts_with('$') => continue,
                (_, Holds::Nothing) => value.clone(),
                (_, Holds::Schema) => within(children.map(|(.., id)| *id).next()?)?,
                (_, Holds::List) => children.map(|(.., id)| within(*id)).collect::<Option<Vec<_>>>()?.into(),
                (_, Holds::Named) => {
                    let named = children.map(|(_, name, id)| Some((&**name, within(*id)?)));
                    named.collect::<Option<Dict>>()?.into()
                }
            };
            whole.insert_key(Key::from(Str::from(keyword.name)), value);
        }
        open.pop();
        match referred {
            Some(referred) if whole.is_empty() => Some(referred),
            Some(referred) => {
                let all = whole.get("allOf").and_then(Value::as_list).into_iter().flatten().cloned();
                let all: Vec<Value> = all.chain([referred]).collect();
                whole.insert_key(Key::from(Str::from("allOf")), all.into());
                Some(whole.into())
            }
            None => Some(whole.into()),
        }
    }
}

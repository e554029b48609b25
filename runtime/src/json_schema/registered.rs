//! Classes of a registry that schemas refer to.
//!
//! Such a class is a schema without a place: what it takes is told by what reads its instances.

use super::node::{Node, NodeId};
use super::types::Types;
use super::uri;
use crate::class::Class;
use crate::registry::Registry;
use crate::validate::cut;

/// What a URI begins with that is the name of a class.
pub(super) const SCHEME: &str = "class:";

/// The classes that schemas were found to refer to.
pub(super) struct Registered<'r> {
    registry: Option<&'r Registry>,
    /// The number of the first: they come after the schemas that have places.
    first: NodeId,
    classes: Vec<Class>,
}

impl<'r> Registered<'r> {
    pub(super) const fn new(registry: Option<&'r Registry>, first: NodeId) -> Self {
        Self { registry, first, classes: vec![] }
    }

    /// The class that a URI leads to which is that of no document at hand; or why there is none.
    pub(super) fn find(&mut self, uri: &str, fragment: &str) -> Result<NodeId, String> {
        let Some(registry) = self.registry else {
            return Err(format!("no document at hand has the URI '{}', and none is fetched", cut(uri)));
        };
        let class = match uri.strip_prefix(SCHEME) {
            Some(name) => by_name(registry, name, fragment)?,
            None => registry.by_uri(uri, fragment).ok_or_else(|| {
                let whole = if fragment.is_empty() { uri.to_owned() } else { format!("{uri}#{fragment}") };
                let whole = cut(&whole);
                format!(
                    "no document at hand has the URI '{whole}', no class was loaded from it, and nothing is fetched"
                )
            })?,
        };
        let known = self.classes.iter().position(|known| *known == class);
        let index = known.unwrap_or_else(|| {
            self.classes.push(class);
            self.classes.len() - 1
        });
        Ok(self.first + index)
    }

    /// The schemas that the classes are.
    pub(super) fn into_nodes(self) -> impl Iterator<Item = Node> {
        self.classes.into_iter().map(|class| Node {
            types: if class.spec().is_tuple() { Types::LIST } else { Types::DICT },
            title: class.name().to_owned(),
            class: Some(class),
            ..Node::default()
        })
    }
}

/// The class of a name that is written as paths are in URIs.
fn by_name(registry: &Registry, name: &str, fragment: &str) -> Result<Class, String> {
    if !fragment.is_empty() {
        return Err("a class has no schemas within".to_owned());
    }
    let name = uri::unescaped(name).ok_or("the name is no text")?;
    registry.get(&name).ok_or_else(|| format!("no class is registered as '{}'", cut(&name)))
}

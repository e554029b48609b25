//! From a JSON Schema to the descriptions of classes.
//!
//! What a description can say of a field becomes its type and rules. What it cannot say stays with the schema: the field
//! has the kind of its values, and the schema is asked as a check. What a description cannot say of a whole object is an
//! error at its place, or leaves that object a dict where it lies within a field.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::JsonSchema;
use super::error::{SchemaError, SchemaErrorKind};
use super::locations::Locations;
use super::node::{Composed, Node, NodeId, Object};
use super::types::Types;
use super::whole::{MOST_OF_ALL, Written};
use crate::spec::{ClassRef, ClassSpec, Options, Text};
use crate::value::{Dict, Value};

/// How deep classes and values may lie in each other; what is deeper is left to the schema.
pub(super) const MAX_DEPTH: usize = 48;

/// How many classes may be above one that is read from data, `object` included.
const MAX_BASES: usize = 64;

/// What stands for more than a schema says, and for nothing that a description could be given.
const UNSAYABLE: [(&str, &str); 3] = [
    ("x-check", "it names a function of the program that wrote the schema"),
    ("x-checks", "it names functions of the program that wrote the schema"),
    ("x-key", "the keys of a dict that is read from a schema are text"),
];

/// What may stand in the schema of a class, besides what says nothing of values.
const OF_CLASSES: [&str; 6] =
    ["type", "properties", "required", "additionalProperties", "unevaluatedProperties", "allOf"];

/// What says nothing of values.
const ANNOTATIONS: [&str; 6] = ["title", "description", "default", "examples", "deprecated", "readOnly"];

/// A class of a document.
pub(crate) struct Described {
    pub(crate) spec: Arc<ClassSpec>,
    /// The URIs by which other documents can refer to it, each with its fragment.
    pub(crate) uris: Vec<(String, String)>,
}

/// Classes in the making.
pub(super) struct Classes<'l, 'a> {
    pub(super) locations: &'l Locations<'a>,
    schema: &'l JsonSchema,
    /// Those that are made; none if a description cannot say it.
    made: HashMap<NodeId, Option<Arc<ClassSpec>>>,
    open: Vec<NodeId>,
    pub(super) depth: usize,
    /// What schemas say that are asked, and how many may still be written.
    pub(super) written: HashMap<NodeId, Arc<Written>>,
    pub(super) left: usize,
}

impl<'l, 'a> Classes<'l, 'a> {
    /// Refuses what no class could have.
    pub(super) fn new(locations: &'l Locations<'a>, schema: &'l JsonSchema) -> Result<Self, SchemaError> {
        for (id, location) in locations.iter().enumerate() {
            for (keyword, why) in UNSAYABLE {
                if location.value.as_dict().is_some_and(|schema| schema.contains(keyword)) {
                    let text = format!("a class cannot be made of this: {why}");
                    return Err(locations.error(id, Some(keyword), (SchemaErrorKind::UnsupportedKeyword, text)));
                }
            }
        }
        let (made, written) = (HashMap::new(), HashMap::new());
        Ok(Self { locations, schema, made, open: vec![], depth: 0, written, left: MOST_OF_ALL })
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&'l Node> {
        self.schema.nodes.get(id)
    }

    /// The schema at a place as it is written.
    pub(super) fn written(&self, id: NodeId) -> Option<&'a Dict> {
        self.locations.get(id)?.value.as_dict()
    }

    /// The schema as one to be asked.
    pub(super) fn at(&self, id: NodeId) -> JsonSchema {
        self.schema.at(id)
    }

    /// The schema at the root.
    pub(super) fn root_id(&self) -> NodeId {
        self.schema.root
    }

    /// The class at the root.
    pub(super) fn root(&mut self, name: &str) -> Result<Arc<ClassSpec>, SchemaError> {
        self.class(self.schema.root, name)
    }

    /// The classes in `$defs` of the document, and that at the root if it is one.
    pub(super) fn all(&mut self, root: &str) -> Result<Vec<Described>, SchemaError> {
        let defs = self.locations.get(0).into_iter().flat_map(|location| &location.children);
        let defs = defs.filter(|(keyword, ..)| *keyword == "$defs").map(|(_, name, id)| (&**name, *id));
        let root = [(root, self.schema.root)];
        let mut classes: IndexMap<NodeId, &str> = IndexMap::new();
        for (name, id) in defs.chain(root).filter(|(_, id)| self.is_class(*id)) {
            classes.entry(id).or_insert(name);
        }
        let described = |(id, name)| Ok(Described { spec: self.class(id, name)?, uris: self.uris_of(id) });
        classes.into_iter().map(described).collect()
    }

    /// The URIs of a class. That which the document refers to as a whole has the URI of the document too.
    fn uris_of(&self, id: NodeId) -> Vec<(String, String)> {
        let whole = if id == self.schema.root && id != 0 { self.locations.uris_of(0) } else { vec![] };
        self.locations.uris_of(id).into_iter().chain(whole).collect()
    }

    /// Does a schema look like that of a class?
    pub(super) fn is_class(&self, id: NodeId) -> bool {
        let has_properties = self.written(id).is_some_and(|schema| schema.contains("properties"));
        has_properties && self.node(id).is_some_and(|node| node.types == Types::DICT)
    }

    /// The class of a value; none if it is being made already, if it is too deep, or if a description cannot say it.
    pub(super) fn class_of_value(&mut self, id: NodeId, name: &str) -> Option<ClassRef> {
        if let Some(registered) = self.registered(id) {
            return Some(registered);
        }
        if self.open.contains(&id) || self.depth >= MAX_DEPTH {
            return None;
        }
        self.class(id, name).ok().map(ClassRef::Shared)
    }

    /// The class of a registry that a schema refers to.
    pub(super) fn registered(&self, id: NodeId) -> Option<ClassRef> {
        self.node(id)?.class.as_ref().map(ClassRef::from)
    }

    fn class(&mut self, id: NodeId, name: &str) -> Result<Arc<ClassSpec>, SchemaError> {
        if let Some(Some(made)) = self.made.get(&id) {
            return Ok(Arc::clone(made));
        }
        self.open.push(id);
        self.depth += 1;
        let made = self.make(id, name).map(Arc::new);
        self.depth -= 1;
        self.open.pop();
        self.made.insert(id, made.as_ref().ok().map(Arc::clone));
        made
    }

    #[cold]
    pub(super) fn unsayable(&self, id: NodeId, keyword: Option<&str>, why: &str) -> SchemaError {
        let text = format!("a class cannot say this: {why}");
        self.locations.error(id, keyword, (SchemaErrorKind::UnsupportedKeyword, text))
    }

    fn make(&mut self, id: NodeId, name: &str) -> Result<ClassSpec, SchemaError> {
        let (Some(node), Some(schema)) = (self.node(id), self.written(id)) else {
            let why = if self.registered(id).is_some() { "it is that of a class already" } else { "it is no object" };
            return Err(self.unsayable(id, None, why));
        };
        if node.types != Types::DICT {
            return Err(self.unsayable(id, schema.get("type").map(|_| "type"), "its values are not all objects"));
        }
        let names = schema.iter().filter_map(|(name, _)| name.as_str());
        let mut others = names.filter(|name| !OF_CLASSES.contains(name) && !says_nothing(name));
        if let Some(other) = others.next() {
            return Err(self.unsayable(id, Some(other), "it is about the object as a whole"));
        }
        let empty = Object::default();
        let object = node.object.as_deref().unwrap_or(&empty);
        let options = self.options(id, object)?;
        let bases = self.bases(id, node, object)?;
        let own = self.fields(id, node, object, &bases)?;
        let fields = self.inherited(id, &bases, own)?;
        let text = |keyword| Text::from(schema.get(keyword).and_then(Value::as_str).unwrap_or_default().to_owned());
        let spec = ClassSpec::made(Text::from(self.name(id, node, name)), fields.into())
            .with_doc(text("description"))
            .with_bases(bases.into())
            .with_options(options);
        let spec = self.grouped(id, spec)?;
        self.agrees(id, node, &spec)?;
        Ok(spec)
    }

    /// What a class is called: by its title, or else as it is found.
    fn name(&self, id: NodeId, node: &Node, name: &str) -> String {
        let found = self.locations.name_of(id).unwrap_or(name);
        if node.title.is_empty() { found.to_owned() } else { node.title.clone() }
    }

    /// Other names may be forbidden, or nothing may be said of them.
    fn options(&self, id: NodeId, object: &Object) -> Result<Options, SchemaError> {
        let (keyword, others) = match object.additional {
            Some(others) => ("additionalProperties", Some(others)),
            None => ("unevaluatedProperties", object.unevaluated),
        };
        match others.and_then(|id| self.node(id)) {
            Some(node) if node.is_never() => Ok(Options::DEFAULT.with(Options::FORBID_EXTRA)),
            Some(node) if !node.is_anything() => Err(self.unsayable(id, Some(keyword), "it is about what is no field")),
            _ => Ok(Options::DEFAULT),
        }
    }

    fn bases(&mut self, id: NodeId, node: &'l Node, object: &Object) -> Result<Vec<ClassRef>, SchemaError> {
        let mut bases = vec![];
        for &base in node.composed.iter().flat_map(Composed::all) {
            if self.is_law(base) {
                continue;
            }
            let is_open = self.open.contains(&base) || self.depth >= MAX_DEPTH;
            let base = match self.registered(base) {
                Some(registered) => registered,
                None if is_open => {
                    return Err(self.unsayable(id, Some("allOf"), "it is no base class"));
                }
                None => ClassRef::Shared(self.class(base, "Base")?),
            };
            if let Some(why) = no_base(&base) {
                return Err(self.unsayable(id, Some("allOf"), why));
            }
            // As a schema says it, each of the two would forbid the fields of the other. Only with another keyword does
            // a derived class know those of its bases.
            let forbids = object.additional.and_then(|id| self.node(id)).is_some_and(Node::is_never);
            let options_of_base = base.spec().map_or(Options::DEFAULT, ClassSpec::options);
            if forbids || options_of_base.has(Options::FORBID_EXTRA) {
                let keyword = if forbids { "additionalProperties" } else { "allOf" };
                return Err(self.unsayable(id, Some(keyword), "a base or a derived class forbids other names"));
            }
            bases.push(base);
        }
        self.knows_those_of_bases(id, node, object)?;
        Ok(bases)
    }
}

/// Why a class of a registry cannot be a base of one that is read from data.
fn no_base(class: &ClassRef) -> Option<&'static str> {
    let ClassRef::Class(class) = class else { return None };
    if class.spec().is_tuple() {
        return Some("its values are not all objects");
    }
    (class.mro().len() > MAX_BASES).then_some("a class that is read from data has at most 64 classes above it")
}

/// Is it a keyword that says nothing of values?
pub(super) fn says_nothing(keyword: &str) -> bool {
    keyword.starts_with("x-") || keyword.starts_with('$') && keyword != "$ref" || ANNOTATIONS.contains(&keyword)
}

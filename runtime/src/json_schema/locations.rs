//! The schemas of all documents by their places, with the names that they have.
//!
//! A document may be as deep and wide as it likes: schemas are noted one after the other, and each knows the one that it
//! lies in, so that no path is kept but where it is asked for.

use std::borrow::Cow;
use std::collections::HashMap;

use super::error::{SchemaError, SchemaErrorKind};
use super::keywords::{Holds, find, unsupported};
use super::node::NodeId;
use super::registered::{Registered, SCHEME};
use super::uri;
use crate::path::{Path, Segment};
use crate::spec::Text;
use crate::validate::cut;
use crate::value::{Dict, Value};

/// How many schemas there may be, those within others included.
pub(super) const MAX_SCHEMAS: usize = 10_000;
/// How deep they may lie in each other.
pub(super) const MAX_DEPTH: usize = 128;

/// What is wrong, without its place.
pub(super) type Fault = (SchemaErrorKind, String);

/// A document: what it is called, and what it says.
pub(super) type Document<'a> = (&'a str, &'a Value);

/// The schemas of all documents; the first is that which is asked for.
pub(super) struct Locations<'a> {
    documents: Vec<Document<'a>>,
    all: Vec<Location<'a>>,
    /// From a schema by a keyword, and a name or number if it has several, to one that lies within.
    steps: HashMap<(NodeId, &'static str, Cow<'a, str>), NodeId>,
    /// The roots of what is referred to by a URI of its own.
    by_uri: HashMap<String, NodeId>,
    /// The same without regard to case.
    by_folded_uri: HashMap<String, NodeId>,
    anchors: HashMap<(NodeId, &'a str), NodeId>,
}

/// The place of a schema.
pub(super) struct Location<'a> {
    pub(super) value: &'a Value,
    document: usize,
    parent: Option<Step<'a>>,
    depth: usize,
    /// The root of the resource (Core, 4.3.5) that it belongs to.
    resource: NodeId,
    /// The URI that references are resolved against, if it is a root of a resource.
    base: String,
    pub(super) children: Vec<(&'static str, Cow<'a, str>, NodeId)>,
}

struct Step<'a> {
    from: NodeId,
    keyword: &'static str,
    /// None for a keyword that has one schema only.
    name: Option<Cow<'a, str>>,
}

impl<'a> Locations<'a> {
    /// Finds all schemas.
    pub(super) fn new(documents: Vec<Document<'a>>) -> Result<Self, SchemaError> {
        let mut locations = Self {
            documents,
            all: vec![],
            steps: HashMap::new(),
            by_uri: HashMap::new(),
            by_folded_uri: HashMap::new(),
            anchors: HashMap::new(),
        };
        for document in 0..locations.documents.len() {
            locations.add_document(document)?;
        }
        let mut next = 0;
        while let Some(value) = locations.all.get(next).map(|location| location.value) {
            locations.visit(next, value)?;
            next += 1;
        }
        Ok(locations)
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &Location<'a>> {
        self.all.iter()
    }

    /// The schema within another, by a keyword and a name or number.
    pub(super) fn child(&self, id: NodeId, keyword: &'static str, name: &str) -> Option<NodeId> {
        self.steps.get(&(id, keyword, Cow::Borrowed(name))).copied()
    }

    /// The name of a schema that is one of several of a keyword.
    pub(super) fn name_of(&self, id: NodeId) -> Option<&str> {
        self.all.get(id)?.parent.as_ref()?.name.as_deref()
    }

    pub(super) fn get(&self, id: NodeId) -> Option<&Location<'a>> {
        self.all.get(id)
    }

    fn add_document(&mut self, document: usize) -> Result<(), SchemaError> {
        let Some(&(uri, value)) = self.documents.get(document) else { return Ok(()) };
        let root = self.all.len();
        let base = uri::resolve("", uri);
        self.all.push(Location {
            value,
            document,
            parent: None,
            depth: 0,
            resource: root,
            base: base.clone(),
            children: vec![],
        });
        self.identify(root, base).map_err(|fault| self.error(root, None, fault))
    }

    fn visit(&mut self, id: NodeId, value: &'a Value) -> Result<(), SchemaError> {
        let schema = match value {
            Value::True | Value::False => return Ok(()),
            Value::Dict(schema) => schema,
            other => {
                let text = format!("a schema is an object or a truth value, and not {}", other.type_name());
                return Err(self.error(id, None, (SchemaErrorKind::InvalidKeyword, text)));
            }
        };
        self.name(id, schema)?;
        for (key, value) in schema.iter() {
            let key = key.as_str().unwrap_or_default();
            let Some(keyword) = find(key) else {
                if key.starts_with("x-") {
                    continue;
                }
                return Err(self.error(id, Some(key), unsupported(key)));
            };
            let added = match (&keyword.holds, value) {
                (Holds::Nothing, _) => Ok(()),
                (Holds::Schema, value) => self.add(id, keyword.name, None, value),
                (Holds::List, Value::List(schemas)) if !schemas.is_empty() => {
                    let mut schemas = schemas.iter().enumerate();
                    schemas.try_for_each(|(i, value)| self.add(id, keyword.name, Some(i.to_string().into()), value))
                }
                (Holds::Named, Value::Dict(schemas)) => schemas.iter().try_for_each(|(name, value)| {
                    self.add(id, keyword.name, name.as_str().map(Cow::Borrowed).or(Some("".into())), value)
                }),
                (Holds::List, _) => Err(invalid("it takes a list of schemas, one at least")),
                (Holds::Named, _) => Err(invalid("it takes an object of schemas")),
            };
            added.map_err(|fault| self.error(id, Some(key), fault))?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        from: NodeId,
        keyword: &'static str,
        name: Option<Cow<'a, str>>,
        value: &'a Value,
    ) -> Result<(), Fault> {
        let id = self.all.len();
        if id >= MAX_SCHEMAS {
            return Err((SchemaErrorKind::TooLarge, format!("there are more than {MAX_SCHEMAS} schemas")));
        }
        let Some(parent) = self.all.get_mut(from) else { return Ok(()) };
        let depth = parent.depth + 1;
        if depth > MAX_DEPTH {
            return Err((SchemaErrorKind::TooLarge, format!("schemas lie more than {MAX_DEPTH} levels deep")));
        }
        let (document, resource) = (parent.document, parent.resource);
        parent.children.push((keyword, name.clone().unwrap_or_default(), id));
        self.steps.insert((from, keyword, name.clone().unwrap_or_default()), id);
        let parent = Some(Step { from, keyword, name });
        self.all.push(Location { value, document, parent, depth, resource, base: String::new(), children: vec![] });
        Ok(())
    }

    /// Notes the names that a schema gives itself.
    fn name(&mut self, id: NodeId, schema: &'a Dict) -> Result<(), SchemaError> {
        if let Some(value) = schema.get("$id") {
            let named = self.name_by_uri(id, value);
            named.map_err(|fault| self.error(id, Some("$id"), fault))?;
        }
        if let Some(value) = schema.get("$anchor") {
            let named = self.name_by_anchor(id, value);
            named.map_err(|fault| self.error(id, Some("$anchor"), fault))?;
        }
        Ok(())
    }

    fn name_by_uri(&mut self, id: NodeId, value: &Value) -> Result<(), Fault> {
        let text = value.as_str().ok_or_else(|| invalid("it takes a URI"))?;
        let (reference, fragment) = uri::split_fragment(text);
        if !fragment.is_empty() {
            return Err(invalid("the URI of a schema has no fragment; `$anchor` names what lies within"));
        }
        let uri = uri::resolve(self.base(id), reference);
        if let Some(location) = self.all.get_mut(id) {
            location.resource = id;
            location.base.clone_from(&uri);
        }
        self.identify(id, uri)
    }

    /// A URI is that of one schema, also for somebody who does not look closely.
    fn identify(&mut self, id: NodeId, uri: String) -> Result<(), Fault> {
        if uri.starts_with(SCHEME) {
            return Err(invalid(&format!("a URI that begins with '{SCHEME}' is that of a class of a registry")));
        }
        let taken = *self.by_folded_uri.entry(uri.to_lowercase()).or_insert(id);
        if taken != id {
            return Err(self.taken("URI", &uri, taken));
        }
        self.by_uri.insert(uri, id);
        Ok(())
    }

    fn taken(&self, what: &str, name: &str, by: NodeId) -> Fault {
        let place = self.path(by, None).pointer();
        let text = format!("the {what} '{}' is that of the schema at '{}' already", cut(name), cut(place));
        (SchemaErrorKind::DuplicateIdentifier, text)
    }

    fn name_by_anchor(&mut self, id: NodeId, value: &'a Value) -> Result<(), Fault> {
        let is_name = |name: &&str| {
            let is_inner = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
            name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.chars().all(is_inner)
        };
        let name = value.as_str().filter(is_name).ok_or_else(|| invalid("it takes a name"))?;
        let resource = self.all.get(id).map_or(0, |location| location.resource);
        match self.anchors.insert((resource, name), id) {
            None => Ok(()),
            Some(taken) => Err(self.taken("anchor", name, taken)),
        }
    }

    /// What references in a schema are resolved against.
    fn base(&self, id: NodeId) -> &str {
        let resource = self.all.get(id).map_or(0, |location| location.resource);
        self.all.get(resource).map_or("", |location| &location.base)
    }

    /// The schema that a reference in another leads to, or the class of a registry.
    pub(super) fn resolve(
        &self,
        from: NodeId,
        reference: &str,
        registered: &mut Registered<'_>,
    ) -> Result<NodeId, Fault> {
        let (reference, fragment) = uri::split_fragment(reference);
        let uri = uri::resolve(self.base(from), reference);
        let fragment = uri::unescaped(fragment).ok_or_else(|| unresolved("the fragment is no text"))?;
        let Some(&root) = self.by_uri.get(&uri) else {
            return registered.find(&uri, &fragment).map_err(|text| unresolved(&text));
        };
        let found = match fragment.strip_prefix('/') {
            Some(pointer) => self.find(root, pointer),
            None if fragment.is_empty() => Some(root),
            None => self.anchors.get(&(root, &*fragment)).copied(),
        };
        found.ok_or_else(|| unresolved(&format!("there is no schema at '#{}'", cut(&fragment))))
    }

    /// The schema at a JSON Pointer, without its first slash, from the root of a resource.
    fn find(&self, root: NodeId, pointer: &str) -> Option<NodeId> {
        let mut tokens = pointer.split('/').map(|token| token.replace("~1", "/").replace("~0", "~"));
        let mut id = root;
        while let Some(token) = tokens.next() {
            let keyword = find(&token)?;
            let name = match keyword.holds {
                Holds::Nothing => return None,
                Holds::Schema => String::new(),
                Holds::List | Holds::Named => tokens.next()?,
            };
            id = *self.steps.get(&(id, keyword.name, name.into()))?;
        }
        Some(id)
    }

    /// The URIs by which other documents can refer to a schema, each with its fragment: of all that it lies in, if that
    /// has a URI with a scheme, and by its anchor.
    pub(super) fn uris_of(&self, id: NodeId) -> Vec<(String, String)> {
        let anchors = self.anchors.iter().filter(|(_, at)| **at == id);
        let mut uris: Vec<(NodeId, String)> =
            anchors.map(|((resource, name), _)| (*resource, (*name).to_owned())).collect();
        let mut within = Some(id);
        while let Some(location) = within.and_then(|within| self.all.get(within)) {
            let resource = location.resource;
            uris.push((resource, self.path_from(resource, id, None).pointer()));
            within = self.all.get(resource).and_then(|root| root.parent.as_ref()).map(|step| step.from);
        }
        let with_base = uris.into_iter().map(|(resource, fragment)| (self.base(resource).to_owned(), fragment));
        with_base.filter(|(base, _)| uri::is_absolute(base)).collect()
    }

    /// Where a schema is, or one of its keywords.
    fn path(&self, id: NodeId, keyword: Option<&str>) -> Path {
        self.path_from(NodeId::MAX, id, keyword)
    }

    /// The same from a schema on that it lies in, or else from the root of the document.
    fn path_from(&self, start: NodeId, mut id: NodeId, keyword: Option<&str>) -> Path {
        let field = |name: &str| Segment::Field(Text::from(name.to_owned()));
        let mut steps: Vec<Segment> = keyword.map(field).into_iter().collect();
        while id != start
            && let Some(step) = self.all.get(id).and_then(|location| location.parent.as_ref())
        {
            let is_list = find(step.keyword).is_some_and(|keyword| matches!(keyword.holds, Holds::List));
            let index = |name: &str| name.parse().ok().filter(|_| is_list).map(Segment::Index);
            steps.extend(step.name.as_deref().map(|name| index(name).unwrap_or_else(|| field(name))));
            steps.push(field(step.keyword));
            id = step.from;
        }
        steps.into_iter().rev().collect()
    }

    /// An error at a schema, or at one of its keywords.
    pub(super) fn error(&self, id: NodeId, keyword: Option<&str>, (kind, text): Fault) -> SchemaError {
        let document = self.all.get(id).and_then(|location| self.documents.get(location.document));
        SchemaError::new(kind, text).at(document.map_or("", |(uri, _)| uri), self.path(id, keyword))
    }
}

/// A value that its keyword cannot have.
pub(super) fn invalid(text: &str) -> Fault {
    (SchemaErrorKind::InvalidKeyword, text.to_owned())
}

fn unresolved(text: &str) -> Fault {
    (SchemaErrorKind::UnresolvedReference, text.to_owned())
}

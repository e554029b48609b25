//! From documents to a schema.

use std::sync::Arc;

use super::classes::{Classes, Described};
use super::compile::compile;
use super::error::{SchemaError, SchemaErrorKind};
use super::locations::Locations;
use super::{JsonSchema, graph, uri};
use crate::limits::Limits;
use crate::registry::Registry;
use crate::spec::ClassSpec;
use crate::value::Value;

/// Makes ready a schema that may refer to other documents.
///
/// ```
/// use metaclass::json_schema::JsonSchema;
///
/// let schema = JsonSchema::loader()
///     .document("https://example.org/money", r#"{"$anchor": "amount", "type": "integer", "minimum": 0}"#)?
///     .load(r#"{"$id": "https://example.org/order", "properties": {"total": {"$ref": "money#amount"}}}"#)?;
/// let error = schema.decode_json(r#"{"total": -1}"#).unwrap_err();
/// assert_eq!(error.to_string(), "Validation errors: total: must be at least 0");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a loader does nothing until it loads"]
pub struct Loader<'r> {
    documents: Vec<(String, Source)>,
    registry: Option<&'r Registry>,
    asserts_formats: bool,
}

/// What a class is called that has neither a title nor a name in `$defs`.
const ROOT: &str = "Root";

/// A document, with its text if it was read from one.
#[derive(Clone, Debug)]
struct Source {
    value: Value,
    text: String,
}

impl<'r> Loader<'r> {
    /// Without further documents; a format is an annotation.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a document that references can lead to by its URI, and by the `$id` that it gives itself.
    ///
    /// # Errors
    /// A [`SchemaError`] if the text is no JSON or has a name twice, or if the URI has no scheme or has a fragment. What the
    /// document says is looked at when it is loaded.
    pub fn document(mut self, uri: &str, text: &str) -> Result<Self, SchemaError> {
        if !uri::is_absolute(uri) || uri.contains('#') {
            let text = "a document has a URI with its scheme, and without a fragment";
            return Err(SchemaError::new(SchemaErrorKind::InvalidKeyword, text).of_document(uri));
        }
        let source = Source::read(text).map_err(|error| error.of_document(uri))?;
        self.documents.push((uri.to_owned(), source));
        Ok(self)
    }

    /// With the classes of a registry, which references can lead to: by the URI of the document that they were
    /// [loaded](Registry::load) from, or by their name, as `class:shop.User`.
    ///
    /// What counts is which class has the name, or stands in the place of what was loaded, when the schema is made ready:
    /// a later one changes nothing of it. A value is valid by a class if the class can read it. The name is written as
    /// paths are in URIs: what is no letter, digit or one of `-._~` as `%20`.
    ///
    /// ```
    /// use metaclass::json_schema::JsonSchema;
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.register(&Class::builder("User").module("shop").field("id", Field::int().min_value(1)).build()?)?;
    /// let schema = JsonSchema::loader().registry(&registry).load(r#"{"items": {"$ref": "class:shop.User"}}"#)?;
    /// let error = schema.decode_json(r#"[{"id": 1}, {"id": 0}]"#).unwrap_err();
    /// assert_eq!(error.to_string(), "Validation errors: [1].id: must be at least 1");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    pub const fn registry(mut self, registry: &'r Registry) -> Self {
        self.registry = Some(registry);
        self
    }

    /// With every `format` asserted; one that there is no check for is an error then.
    pub const fn assert_formats(mut self) -> Self {
        self.asserts_formats = true;
        self
    }

    /// Makes ready the schema that a text of JSON is.
    ///
    /// # Errors
    /// Those of [`JsonSchema::parse`], in whichever document.
    pub fn load(self, text: &str) -> Result<JsonSchema, SchemaError> {
        let source = Source::read(text)?;
        self.link(&source)
    }

    /// Makes ready the schema that a value is.
    ///
    /// # Errors
    /// Those of [`load`](Self::load).
    pub fn load_value(self, schema: &Value) -> Result<JsonSchema, SchemaError> {
        self.link(&Source { value: schema.clone(), text: String::new() })
    }

    /// Makes ready the class that a text of JSON describes: see [`ClassSpec::from_json_schema`].
    ///
    /// # Errors
    /// Those of [`ClassSpec::from_json_schema`], in whichever document.
    pub fn load_class(self, text: &str) -> Result<ClassSpec, SchemaError> {
        self.assert_formats().classes(&Source::read(text)?, |classes| classes.root(ROOT).map(Arc::unwrap_or_clone))
    }

    /// Makes ready all classes of a document: those in its `$defs`, in their order, and then that which it is itself.
    ///
    /// ```
    /// use metaclass::json_schema::JsonSchema;
    ///
    /// let classes = JsonSchema::loader().load_classes(r##"{"$defs": {
    ///     "Order": {"type": "object", "properties": {"lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}}}},
    ///     "Line": {"type": "object", "properties": {"count": {"type": "integer"}}, "required": ["count"]}
    /// }}"##)?;
    /// let signatures: Vec<String> = classes.iter().map(|class| class.signature().to_string()).collect();
    /// assert_eq!(signatures, ["(lines: list[Line] = None)", "(count: int)"]);
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`ClassSpec::from_json_schema`]: there are all classes, or none.
    pub fn load_classes(self, text: &str) -> Result<Vec<Arc<ClassSpec>>, SchemaError> {
        Ok(self.load_described(text)?.into_iter().map(|described| described.spec).collect())
    }

    /// The same, with the URIs of the classes.
    pub(crate) fn load_described(self, text: &str) -> Result<Vec<Described>, SchemaError> {
        self.assert_formats().classes(&Source::read(text)?, |classes| classes.all(ROOT))
    }

    /// What is read of the classes that a value describes.
    pub(super) fn with_classes<T>(
        self,
        schema: &Value,
        read: impl FnOnce(&mut Classes<'_, '_>) -> Result<T, SchemaError>,
    ) -> Result<T, SchemaError> {
        self.classes(&Source { value: schema.clone(), text: String::new() }, read)
    }

    fn classes<T>(
        &self,
        source: &Source,
        read: impl FnOnce(&mut Classes<'_, '_>) -> Result<T, SchemaError>,
    ) -> Result<T, SchemaError> {
        self.linked(source, |locations, schema| read(&mut Classes::new(locations, &schema)?))
    }

    fn link(&self, source: &Source) -> Result<JsonSchema, SchemaError> {
        self.linked(source, |_, schema| Ok(schema))
    }

    /// What is read of a schema that is ready, while its documents are still there.
    fn linked<T>(
        &self,
        source: &Source,
        read: impl FnOnce(&Locations<'_>, JsonSchema) -> Result<T, SchemaError>,
    ) -> Result<T, SchemaError> {
        let documents = [("", source)].into_iter().chain(self.documents.iter().map(|(uri, source)| (&**uri, source)));
        let values = documents.clone().map(|(uri, source)| (uri, &source.value)).collect();
        let linked = Locations::new(values).and_then(|locations| {
            let mut nodes = compile(&locations, self.registry, self.asserts_formats)?;
            let root = graph::link(&mut nodes, &locations)?;
            let schema = JsonSchema { nodes: nodes.into(), root, written: None };
            read(&locations, schema)
        });
        linked.map_err(|error| {
            let text = documents.clone().find(|(uri, _)| *uri == error.document()).map(|(_, source)| &*source.text);
            with_place(error, text.unwrap_or_default())
        })
    }
}

impl Source {
    fn read(text: &str) -> Result<Self, SchemaError> {
        let value = crate::json::value_from_str(text, &Limits::new()).map_err(SchemaError::syntax)?;
        Ok(Self { value, text: text.to_owned() })
    }
}

/// The error with line and column, if there is a text.
#[cold]
fn with_place(error: SchemaError, text: &str) -> SchemaError {
    match crate::json::place_of(text, error.path()) {
        Some((line, column)) => error.with_place(line, column),
        None => error,
    }
}

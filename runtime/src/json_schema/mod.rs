//! JSON Schema at run time: a document becomes a validator, with the rules, codes and texts of compiled classes.
//!
//! ```
//! use metaclass::Value;
//! use metaclass::json_schema::JsonSchema;
//!
//! let schema = JsonSchema::parse(r##"{
//!     "type": "object",
//!     "properties": {
//!         "name": {"type": "string", "minLength": 3},
//!         "age": {"type": ["integer", "null"], "minimum": 0},
//!         "tags": {"type": "array", "items": {"$ref": "#/$defs/tag"}, "uniqueItems": true}
//!     },
//!     "required": ["name", "age"],
//!     "additionalProperties": false,
//!     "$defs": {"tag": {"enum": ["red", "green"]}}
//! }"##)?;
//!
//! let error = schema.decode_json(r#"{"name": "Al", "tags": ["red", "blue"], "nmae": 0}"#).unwrap_err();
//! assert_eq!(
//!     format!("{error:#}"),
//!     "Validation errors:
//!   name: must have at least 3 characters
//!   age: required
//!   tags[1]: must be one of ['red', 'green']
//!   nmae: unknown field"
//! );
//! # Ok::<(), metaclass::Error>(())
//! ```
//!
//! The dialect is draft 2020-12. What is not supported is an error that names its JSON Pointer, and nothing is passed
//! over: `$dynamicRef`, `$dynamicAnchor`, `$vocabulary`, all unknown ones. Keywords that begin with `x-` are for others, and
//! say nothing of values here.
//!
//! Nothing is fetched or read: a `$ref` leads to a place in the document, or in one that [`Loader::document`] was given,
//! or to a class of the registry that [`Loader::registry`] was given.

mod alternatives;
mod asked;
mod classes;
mod compile;
mod error;
mod faults;
mod fields;
mod graph;
mod inherited;
mod keywords;
mod laws;
mod loader;
mod locations;
mod made;
mod node;
#[cfg(feature = "regex")]
mod patterns;
mod registered;
mod types;
mod unevaluated;
mod uri;
mod values;
mod walk;
mod whole;
mod written;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use self::node::{Node, NodeId};
use self::walk::Walk;
use self::whole::Written;
use crate::decode::DecodeError;
use crate::limits::Limits;
use crate::spec::ClassSpec;
use crate::validate::{Report, ValidationError};
use crate::value::Value;

pub(crate) use classes::Described;
pub(crate) use made::Made;

pub use error::{SchemaError, SchemaErrorKind};
pub use loader::Loader;

/// A JSON Schema that was made ready to judge values. A clone shares it.
#[derive(Clone)]
pub struct JsonSchema {
    /// Schemas that lead to each other.
    nodes: Arc<[Node]>,
    /// The one to begin with.
    root: NodeId,
    /// Of one that is asked for a class.
    written: Option<Arc<Written>>,
}

impl JsonSchema {
    /// One of the schemas within.
    fn at(&self, root: NodeId) -> Self {
        Self { nodes: Arc::clone(&self.nodes), root, written: None }
    }

    /// What it says in words of its own, if that was kept.
    pub(crate) fn written(&self) -> Option<&Written> {
        self.written.as_deref()
    }

    /// Makes ready the schema that a text of JSON is.
    ///
    /// # Errors
    /// A [`SchemaError`]: the text is no JSON or has a name twice, it says something that is not supported or has no
    /// meaning, a reference leads nowhere or round in a circle, or there is too much of it.
    pub fn parse(text: &str) -> Result<Self, SchemaError> {
        Loader::new().load(text)
    }

    /// Makes ready the schema that a value is, such as [`ClassSpec::json_schema`](crate::spec::ClassSpec::json_schema).
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::json_schema::JsonSchema;
    /// use metaclass::spec::ClassSpec;
    ///
    /// let point = ClassSpec::define("Point", [("x", Field::float()), ("y", Field::float())])?;
    /// let schema = JsonSchema::from_value(&point.json_schema())?;
    /// assert!(schema.decode_json(r#"{"x": 1, "y": 2.5}"#).is_ok());
    /// assert_eq!(schema.validate(&1.into()).unwrap_err().to_string(), "Validation errors: expected Point, got int");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`parse`](Self::parse).
    pub fn from_value(schema: &Value) -> Result<Self, SchemaError> {
        Loader::new().load_value(schema)
    }

    /// Tells everything that is wrong with a value, as it would be with an instance of a class.
    ///
    /// Faults have the order of the schema: those of the type, then of the value itself in the written order, then of
    /// what lies within, then of schemas that are composed. Where there is none but one of several schemas that is about
    /// values of this type, its faults are told.
    ///
    /// # Errors
    /// All faults. `depth` and `steps` are the codes of what could not be told within the limits, which is never taken for
    /// valid.
    pub fn validate(&self, value: &Value) -> Result<(), ValidationError> {
        let mut report = Report::new();
        self.validate_into(value, &mut report);
        report.finish()
    }

    /// Adds the faults of a value to a report, which says how many are kept.
    pub fn validate_into(&self, value: &Value, report: &mut Report) {
        let mark = report.len();
        // What ended the walk is told in the report.
        let _ = Walk::new(&self.nodes, value, Some(report)).run(self.root);
        // Two schemas of one value may say the same.
        report.dedup(mark);
    }

    /// Is the value valid? That is told without a report, and ends at the first fault.
    ///
    /// What cannot be told within the limits is not valid.
    #[must_use]
    pub fn is_valid(&self, value: &Value) -> bool {
        Walk::new(&self.nodes, value, None).run(self.root).unwrap_or(false)
    }

    /// Reads a value from text, and tells everything that is wrong, with line and column.
    ///
    /// # Errors
    /// Those of [`json::from_str`](crate::json::from_str), and those of [`validate`](Self::validate).
    pub fn decode_json(&self, text: &str) -> Result<Value, DecodeError> {
        self.decode_json_with(text, &Limits::new())
    }

    /// Reads a value within limits.
    ///
    /// # Errors
    /// Those of [`decode_json`](Self::decode_json).
    pub fn decode_json_with(&self, text: &str, limits: &Limits) -> Result<Value, DecodeError> {
        let value = crate::json::value_from_str(text, limits)?;
        let mut report = Report::with_max_issues(limits.issues);
        self.validate_into(&value, &mut report);
        match report.finish() {
            Ok(()) => Ok(value),
            Err(error) => Err(crate::json::located_in_value(error, text)),
        }
    }

    /// A schema that may refer to others, or is to be read otherwise.
    pub fn loader() -> Loader<'static> {
        Loader::new()
    }
}

impl ClassSpec {
    /// The class that a JSON Schema describes: its properties are fields.
    ///
    /// What a description can say becomes types and rules; what it cannot say of a value, such as `oneOf`, the schema is
    /// asked as a check. Formats are asserted. What is neither asked for nor has a default is `None` where it is not given.
    /// A class that contains itself, and an object of which more is said than a class can say, are dicts within it.
    ///
    /// ```
    /// use metaclass::spec::ClassSpec;
    ///
    /// let form = ClassSpec::from_json_schema(r#"{
    ///     "title": "Form",
    ///     "type": "object",
    ///     "properties": {
    ///         "name": {"type": "string", "minLength": 3},
    ///         "size": {"oneOf": [{"type": "integer"}, {"type": "string", "maxLength": 3}]},
    ///         "count": {"type": "integer", "minimum": 1, "default": 1}
    ///     },
    ///     "required": ["name", "size"],
    ///     "additionalProperties": false
    /// }"#)?;
    /// assert_eq!(form.signature().to_string(), "(name: str, size: Any, count: int = 1)");
    /// let error = form.decode_json(r#"{"name": "Al", "size": 1.5, "count": 0}"#).unwrap_err();
    /// assert_eq!(
    ///     format!("{error:#}"),
    ///     "Validation errors:
    ///   name: must have at least 3 characters
    ///   size: expected int | str, got float
    ///   count: must be at least 1"
    /// );
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`JsonSchema::parse`]; and what a class cannot say of an object as a whole, such as `minProperties`, at its
    /// place.
    pub fn from_json_schema(text: &str) -> Result<Self, SchemaError> {
        Loader::new().load_class(text)
    }
}

impl FromStr for JsonSchema {
    type Err = SchemaError;

    fn from_str(text: &str) -> Result<Self, SchemaError> {
        Self::parse(text)
    }
}

impl fmt::Debug for JsonSchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonSchema({} schemas)", self.nodes.len())
    }
}

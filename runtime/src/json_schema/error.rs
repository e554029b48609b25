//! Why a JSON Schema cannot be used.

use std::error::Error as StdError;
use std::fmt;

use crate::decode::DecodeError;
use crate::error::Error;
use crate::path::Path;
use crate::validate::{cut, whole};

/// Why a JSON Schema cannot be used: what is wrong, and where in which document.
///
/// ```
/// use metaclass::json_schema::{JsonSchema, SchemaErrorKind};
///
/// let error = JsonSchema::parse(r#"{"properties": {"age": {"minimun": 0}}}"#).unwrap_err();
/// assert_eq!((error.kind(), error.pointer()), (SchemaErrorKind::UnsupportedKeyword, "/properties/age/minimun"));
/// assert_eq!(
///     error.to_string(),
///     "/properties/age/minimun: keyword 'minimun' is not supported. Did you mean 'minimum'? at line 1 column 25"
/// );
/// ```
pub struct SchemaError(Box<Inner>);

struct Inner {
    kind: SchemaErrorKind,
    document: String,
    path: Path,
    pointer: String,
    message: String,
    /// Line and column; 0 where they are not known.
    place: (usize, usize),
    source: Option<DecodeError>,
}

/// What kind of thing is wrong with a JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchemaErrorKind {
    /// The text is no JSON, or says something twice.
    Syntax,
    /// A keyword, a dialect or a format to be asserted that is not supported: nothing is passed over.
    UnsupportedKeyword,
    /// A value that its keyword cannot have.
    InvalidKeyword,
    /// A `$ref` that leads to no schema of the documents at hand. Nothing is fetched.
    UnresolvedReference,
    /// Schemas that apply each other to one value without end.
    ReferenceCycle,
    /// An `$id` or `$anchor` that something else has, or all but has.
    DuplicateIdentifier,
    /// More, deeper or larger than is allowed.
    TooLarge,
}

impl SchemaError {
    /// An error whose place is to be told.
    #[cold]
    pub(super) fn new(kind: SchemaErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            document: String::new(),
            path: Path::root(),
            pointer: String::new(),
            message: message.into(),
            place: (0, 0),
            source: None,
        }))
    }

    /// A text that cannot be read.
    #[cold]
    pub(super) fn syntax(error: DecodeError) -> Self {
        let mut new = Self::new(SchemaErrorKind::Syntax, error.to_string());
        match &error {
            DecodeError::Syntax { message, line, column } => {
                new.0.message.clone_from(message);
                new.0.place = (*line, *column);
            }
            DecodeError::Invalid(_) => {
                if let Some(issue) = error.issues().first() {
                    let first = |name| issue.params().get(name).map(ToString::to_string);
                    new.0.message = issue.message();
                    if let Some((line, column)) = first("first_line").zip(first("first_column")) {
                        new.0.message += &format!(", first at line {line} column {column}");
                    }
                    new.0.pointer = issue.path().pointer();
                    new.0.place = (issue.line().unwrap_or_default(), issue.column().unwrap_or_default());
                }
            }
            DecodeError::Io(_) => {}
        }
        new.0.source = Some(error);
        new
    }

    /// The error at a place of a document that is called so.
    pub(super) fn at(mut self, document: &str, path: Path) -> Self {
        self.0.pointer = path.pointer();
        self.0.path = path;
        self.of_document(document)
    }

    /// The error in a document of this name.
    pub(super) fn of_document(mut self, document: &str) -> Self {
        document.clone_into(&mut self.0.document);
        self
    }

    /// The error with line and column.
    pub(super) fn with_place(mut self, line: usize, column: usize) -> Self {
        self.0.place = (line, column);
        self
    }

    /// The place of what is at fault.
    pub(super) fn path(&self) -> &Path {
        &self.0.path
    }

    /// What kind of thing is wrong.
    #[must_use]
    pub fn kind(&self) -> SchemaErrorKind {
        self.0.kind
    }

    /// The URI of the document, as it was registered; `""` for the schema itself.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.0.document
    }

    /// The JSON Pointer (RFC 6901) of what is at fault: of the keyword, not of its schema.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The text, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        whole(&self.0.message).to_string()
    }

    /// The line in the text of the document, from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        Some(self.0.place.0).filter(|line| *line > 0)
    }

    /// The column in the text of the document, in bytes, from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        Some(self.0.place.1).filter(|column| *column > 0)
    }
}

/// What the document chose is cut, and its control and bidi characters are escaped.
impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { document, pointer, message, place: (line, column), .. } = &*self.0;
        if !document.is_empty() || !pointer.is_empty() {
            let fragment = if document.is_empty() { "" } else { "#" };
            write!(f, "{}{fragment}{}: ", cut(document), cut(pointer))?;
        }
        write!(f, "{}", whole(message))?;
        match *line {
            0 => Ok(()),
            line => write!(f, " at line {line} column {column}"),
        }
    }
}

impl fmt::Debug for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {self}", self.0.kind)
    }
}

impl StdError for SchemaError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(|error| error as _)
    }
}

/// As in Python, a schema that cannot be used is a `ValueError`.
impl From<SchemaError> for Error {
    fn from(error: SchemaError) -> Self {
        Self::value_error(error.to_string()).with_source(error)
    }
}

//! Classes made at run time, and their instances, as JSON.

use std::io::BufRead;

use super::parser::Parser;
use super::{Lines, read, to_string};
use crate::class::Class;
use crate::decode::DecodeError;
use crate::error::Error;
use crate::instance::Instance;
use crate::limits::Limits;
use crate::spec::{ClassRef, TypeSpec};
use crate::value::Value;

impl Class {
    /// Reads an instance from JSON, and tells everything that is wrong, with line and column.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Model::define("User", [("name", Field::str().min_length(3)), ("age", Field::int().nullable())])?;
    /// let ann: Instance = user.decode_json(r#"{"name": "Anne", "age": 39}"#)?;
    /// assert_eq!(ann.to_string(), "User(name='Anne', age=39)");
    ///
    /// let error = user.decode_json(r#"{"name": "Al", "size": 1}"#).unwrap_err();
    /// let faults: Vec<String> = error.issues().iter().map(|fault| format!("{}: {fault}", fault.column().unwrap())).collect();
    /// assert_eq!(faults, ["10: name: must have at least 3 characters", "16: size: unknown field"]);
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`json::from_str`](crate::json::from_str).
    pub fn decode_json(&self, text: &str) -> Result<Instance, DecodeError> {
        self.decode_json_with(text, &Limits::new())
    }

    /// Reads an instance within limits.
    ///
    /// # Errors
    /// Those of [`decode_json`](Self::decode_json).
    pub fn decode_json_with(&self, text: &str, limits: &Limits) -> Result<Instance, DecodeError> {
        let ty = || TypeSpec::Class(ClassRef::Class(self.clone()));
        read(Parser::from_str(text), text.as_bytes(), ty, limits, |parser, context, out| {
            *out = self.decode_into(parser, context)?;
            Ok(())
        })
    }

    /// Reads an instance from each line of JSON Lines. A line that is wrong gives an error, with its number, and the next
    /// one is read all the same; blank lines are passed over.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = make_dataclass("Point", [("x", Field::int())]).build()?;
    /// let rows = "{\"x\": 1}\n\n{\"x\": \"a\"}\n{\"x\": 3}\n";
    /// let rows: Vec<_> = point.decode_lines(rows.as_bytes()).collect();
    /// assert_eq!(rows[0].as_ref().unwrap().to_string(), "Point(x=1)");
    /// let error = rows[1].as_ref().unwrap_err();
    /// assert_eq!((error.to_string(), error.issues()[0].line()), ("Validation errors: x: expected int, got str".to_owned(), Some(3)));
    /// assert!(rows[2].is_ok());
    /// # Ok::<(), Error>(())
    /// ```
    pub fn decode_lines<R: BufRead>(&self, reader: R) -> Lines<R, impl FnMut(&str) -> Result<Instance, DecodeError>> {
        let class = self.clone();
        Lines::new(reader, Limits::new(), move |line: &str| class.decode_json(line))
    }

    /// The JSON Schema (draft 2020-12) of what [`decode_json`](Self::decode_json) takes.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = make_dataclass("User", [("age", Field::int().min_value(0))]).build()?;
    /// let text = metaclass::json::to_string(&user.json_schema())?;
    /// assert!(text.contains(r#""properties":{"age":{"type":"integer","minimum":0}}"#), "{text}");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn json_schema(&self) -> Value {
        self.spec().json_schema()
    }
}

impl Instance {
    /// The instance as JSON: its fields by their names in data, without secrets.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = make_dataclass("Point", [("x", Field::int()), ("y", Field::float())]).build()?;
    /// assert_eq!(point.instantiate(args!(1, 2.5))?.to_json()?, r#"{"x":1,"y":2.5}"#);
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` if a value cannot be written as JSON.
    pub fn to_json(&self) -> Result<String, Error> {
        to_string(self)
    }
}

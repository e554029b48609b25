//! A report seen in other ways: by place, beside the values at fault, as the output of JSON Schema.

use std::fmt;

use super::look_up::{Absent, look_up};
use super::shown::cut;
use super::{Issue, ValidationError, output};
use crate::value::{Value, WithoutEntries};

impl ValidationError {
    /// The faults at a place, given as a JSON Pointer (RFC 6901): `/addr/zip`.
    pub fn at<'a>(&'a self, pointer: &'a str) -> impl Iterator<Item = &'a Issue> {
        self.issues().iter().filter(move |issue| issue.path().pointer() == pointer)
    }

    /// The faults grouped by place, in the order of the first fault of each.
    #[must_use]
    pub fn by_field(&self) -> Vec<(String, Vec<&Issue>)> {
        let mut groups: indexmap::IndexMap<String, Vec<&Issue>> = indexmap::IndexMap::new();
        for issue in self.issues() {
            groups.entry(issue.path().to_string()).or_default().push(issue);
        }
        groups.into_iter().collect()
    }

    /// The report with the values at fault, which are looked up in what was validated: a dict, or an instance.
    ///
    /// A value is shown by its repr, cut at 120 characters; a secret one as `(hidden)`. Nothing is shown of dicts,
    /// which may be instances of classes that have secrets, of unknown fields, whose names may be misspelt, and
    /// where there is no such place.
    ///
    /// ```
    /// use metaclass::{Field, Value};
    /// use metaclass::spec::ClassSpec;
    /// use metaclass::value::Dict;
    ///
    /// let user = ClassSpec::define("User", [("name", Field::str()), ("age", Field::int().min_value(0))])?;
    /// let data = Dict::from([("age", -1)]);
    /// let error = user.validate(&data).unwrap_err();
    /// assert_eq!(
    ///     error.render(&data.into()).to_string(),
    ///     "Validation errors:
    ///   name: required
    ///   age: must be at least 0 (got -1)"
    /// );
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    pub fn render<'a>(&'a self, source: &'a Value) -> impl fmt::Display + 'a {
        Render { error: self, source }
    }

    /// The report as JSON Schema has it: in the format `list` of "JSON Schema Output Formats" (draft/next).
    ///
    /// There is one entry for each place and subschema, with its texts by keyword; a keyword that is broken more than
    /// once has a list of texts. The paths are those of a schema in which the schema of each class stands in the place
    /// where it is used. What a rule of no keyword found stands under its code.
    ///
    /// ```
    /// use metaclass::validate::{Issue, ValidationError};
    ///
    /// let error = ValidationError::from(Issue::new("min_value").with_param("limit", 0).at("age"));
    /// assert_eq!(
    ///     error.to_list().to_string(),
    ///     "{'valid': False, 'details': [{'valid': False, 'evaluationPath': '/properties/age', \
    ///      'schemaLocation': '#/properties/age', 'instanceLocation': '/age', \
    ///      'errors': {'minimum': 'must be at least 0'}}]}"
    /// );
    /// ```
    #[must_use]
    pub fn to_list(&self) -> Value {
        output::to_list(self)
    }
}

struct Render<'a> {
    error: &'a ValidationError,
    source: &'a Value,
}

impl fmt::Display for Render<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Validation errors:")?;
        for issue in self.error.issues() {
            write!(f, "\n  {issue}")?;
            match look_up(issue, self.source) {
                Err(Absent::Unknown) => {}
                Err(Absent::Secret) => f.write_str(" (hidden)")?,
                Ok(Value::Dict(dict)) if !dict.is_empty() => {}
                Ok(value) => write!(f, " (got {})", cut(WithoutEntries(&value)))?,
            }
        }
        match self.error.truncated() {
            true => f.write_str("\n  and more"),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;

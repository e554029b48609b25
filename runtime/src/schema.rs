//! JSON Schema of a class, of draft 2020-12.
//!
//! The schema takes all that decoding takes. What JSON Schema has no word for stands under keywords that begin with
//! `x-`, which validators pass over.
//!
//! Source: JSON Schema Core and JSON Schema Validation (2020-12); sections are named where a keyword is used for what it
//! was not made for.

mod bases;
mod class;
mod defs;
mod keywords;
mod types;

#[cfg(feature = "json")]
pub(crate) use self::class::{laws, one_of_names};
use self::defs::Defs;
use self::keywords::Schema;
use crate::spec::ClassSpec;
use crate::value::Value;

/// What the schema is written in.
pub(crate) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

impl ClassSpec {
    /// The JSON Schema of the class, as a dict.
    ///
    /// It is about JSON that is to be decoded, and takes what decoding takes: fields have the names of the data, and
    /// what a field with a transform is to be stands under `x-transformed`. Classes within are in `$defs`, and a class
    /// may contain itself. Keywords that begin with `x-` tell what JSON Schema has no word for.
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::spec::ClassSpec;
    ///
    /// let fields = [("name", Field::str().min_length(3)), ("age", Field::int().min_value(0).default(0))];
    /// let schema = ClassSpec::define("User", fields)?.json_schema();
    /// assert_eq!(
    ///     schema.to_string(),
    ///     "{'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'User', 'type': 'object', \
    ///       'properties': {'name': {'type': 'string', 'minLength': 3}, \
    ///                      'age': {'type': 'integer', 'minimum': 0, 'default': 0}}, \
    ///       'required': ['name'], 'additionalProperties': False}"
    /// );
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    #[must_use]
    pub fn json_schema(&self) -> Value {
        let mut defs = Defs::new(Some(self));
        let mut schema = Schema::default().with("$schema", DIALECT);
        defs.describe(self, &mut schema);
        let classes = defs.finish();
        if !classes.is_empty() {
            schema.set("$defs", classes);
        }
        schema.into()
    }
}

/// A document that has the schemas of these classes in its `$defs`, and those of all classes within.
pub(crate) fn document<'a>(classes: impl Iterator<Item = &'a ClassSpec>) -> Value {
    let mut defs = Defs::new(None);
    classes.for_each(|class| drop(defs.reference(class)));
    Schema::default().with("$schema", DIALECT).with("$defs", defs.finish()).into()
}

#[cfg(test)]
mod tests;

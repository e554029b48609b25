//! Classes made at run time: what is read for them becomes an instance.

use std::error::Error as _;

use serde::de::Deserializer;

use super::kind::read;
use super::spec::{Class as Reading, Values};
use super::{Context, DecodeError};
use crate::class::Class;
use crate::error::Error;
use crate::instance::Instance;
use crate::limits::Limits;
use crate::validate::ValidationError;

impl Class {
    /// Reads an instance from data of any format that says itself what comes, and tells everything that is wrong.
    ///
    /// Rules and transforms are those of the fields, and names that no field has are faults unless the class passes over
    /// them. What is read goes straight into the places of the instance; a class whose constructor does more than to set
    /// them is called with it.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = make_dataclass("Point", [("x", Field::float()), ("y", Field::float().min_value(0.0))]).build()?;
    /// assert_eq!(point.decode(serde_json::json!({"x": 1, "y": 2.5}))?.to_string(), "Point(x=1.0, y=2.5)");
    /// let error = point.decode(serde_json::json!({"x": "a", "y": -1, "z": 0})).unwrap_err();
    /// let texts: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["x: expected float, got str", "y: must be at least 0.0", "z: unknown field"]);
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A [`DecodeError`]: the first error of the text itself, or all faults of what it says.
    pub fn decode<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<Instance, DecodeError> {
        let mut context = Context::new(Limits::new());
        match self.decode_into(deserializer, &mut context) {
            Ok(instance) => context.finish(instance).map_err(DecodeError::Invalid),
            Err(error) => Err(DecodeError::syntax(&error)),
        }
    }

    pub(crate) fn decode_into<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
        context: &mut Context,
    ) -> Result<Option<Instance>, D::Error> {
        let mut values = None;
        read(Reading { spec: self.data_spec(), out: &mut values }, deserializer, context)?;
        Ok(values.and_then(|values| made(self, values, context)))
    }
}

/// The instance that has these values, one for each field of what its data have.
#[inline]
pub(super) fn made(class: &Class, values: Values, context: &mut Context) -> Option<Instance> {
    class.made_of(values).map_err(|error| refused(error, context)).ok()
}

/// What the constructor says.
#[cold]
fn refused(error: Error, context: &mut Context) {
    match error.source().and_then(|source| source.downcast_ref::<ValidationError>()) {
        Some(error) => error.issues().iter().for_each(|issue| context.report.push(issue.clone())),
        None => context.report.push(error.into()),
    }
}

//! Instances against the rules of their classes.

use super::Instance;
use crate::spec::{FieldSpec, Flags};
use crate::validate::{Report, ValidationError};
use crate::value::Dict;

impl Instance {
    /// Checks the values of the fields by the rules of the class.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Model::define("User", [("name", Field::str().max_length(3)), ("age", Field::int().min_value(0))])?;
    /// let ann = user.instantiate(args!(name = "Anne", age = -1))?;
    /// assert_eq!(
    ///     ann.validate().unwrap_err().to_string(),
    ///     "Validation errors: name: must have at most 3 characters; age: must be at least 0"
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// All faults, in the order of the fields; then those of several fields.
    pub fn validate(&self) -> Result<(), ValidationError> {
        let mut report = Report::new();
        self.validate_into(&mut report);
        report.finish()
    }

    pub(crate) fn validate_into(&self, report: &mut Report) {
        let spec = self.class().spec();
        // What the constructor takes and the instance does not have is missing.
        let taken = spec.fields().iter().filter(|field| field.has(Flags::INIT));
        let entry = |field: &FieldSpec| {
            let value = self.get_own(field.name()).filter(|value| !field.is_absent_as(value));
            Some((field.key().to_owned(), value?.clone()))
        };
        spec.validate_into(&taken.filter_map(entry).collect::<Dict>(), report);
    }
}

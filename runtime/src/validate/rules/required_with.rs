//! `required_with`: given wherever another field is.

use super::family::other_field;

other_field! {
    /// Given, and not `None`, wherever another field is.
    ///
    /// ```
    /// use metaclass::{Field, Value};
    /// use metaclass::spec::{ClassSpec, Text};
    ///
    /// let text = || Field::str().nullable().default(Value::None);
    /// let fields = [text().build("card")?, text().required_with("card").build("holder")?];
    /// let form = ClassSpec::new(Text::new("Form"), fields.into_iter().collect());
    /// let error = form.validate(&[("card", "1234")].into()).unwrap_err();
    /// assert_eq!(error.to_string(), "Validation errors: holder: required with 'card'");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    RequiredWith "required_with", "required with {other!r}"
}

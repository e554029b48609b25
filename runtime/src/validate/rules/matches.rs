//! `matches`: the same value as another field.

use super::family::other_field;

other_field! {
    /// The same value as another field: a password that is given twice.
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::spec::{ClassSpec, Text};
    ///
    /// let fields = [Field::str().build("password")?, Field::str().matches("password").build("again")?];
    /// let form = ClassSpec::new(Text::new("Form"), fields.into_iter().collect());
    /// let error = form.validate(&[("password", "a"), ("again", "b")].into()).unwrap_err();
    /// assert_eq!(error.to_string(), "Validation errors: again: must be equal to 'password'");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    Matches "matches", "must be equal to {other!r}"
}

//! Classes of fields with rules, and of fields with types.

use super::dataclass::{DataclassOptions, MakeDataclass, make_dataclass};
use crate::class::Class;
use crate::error::Error;
use crate::field::Field;
use crate::spec::ClassSpec;

/// Classes of fields with types and rules: what `schema!` is at compile time.
///
/// A model is a dataclass in which a required field may follow one with a default. Its constructor checks types;
/// [`Instance::validate`](crate::Instance::validate) asks the rules, and so does reading data.
///
/// ```
/// use metaclass::prelude::*;
///
/// let user = Model::define("User", [
///     ("id", Field::int().primary_key()),
///     ("name", Field::str().max_length(100)),
///     ("active", Field::bool().default(true)),
/// ])?;
/// let ann = user.instantiate(args!(id = 1, name = "Ann"))?;
/// assert_eq!(ann.to_string(), "User(id=1, name='Ann', active=True)");
/// assert_eq!((user.primary_key(), user.field_names()), (Some("id"), vec!["id", "name", "active"]));
/// ann.validate()?;
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Model {}

impl Model {
    /// Makes a model.
    ///
    /// # Errors
    /// Those of [`MakeDataclass::build`].
    pub fn define(
        name: impl AsRef<str>,
        fields: impl IntoIterator<Item = (impl AsRef<str>, Field)>,
    ) -> Result<Class, Error> {
        Self::builder(name, fields).build()
    }

    /// A model with options, one whose rules always hold among others.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Model::builder("User", [("age", Field::int().min_value(0))]).validate(true).build()?;
    /// assert!(user.instantiate(args!(age = -1)).is_err());
    /// let mut ann = user.instantiate(args!(age = 39))?;
    /// assert_eq!(ann.set("age", -1).unwrap_err().to_string(), "Validation errors: age: must be at least 0");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn builder(name: impl AsRef<str>, fields: impl IntoIterator<Item = (impl AsRef<str>, Field)>) -> MakeDataclass {
        make_dataclass(name, fields).required_first(true).with_options(DataclassOptions::copy_defaults)
    }
}

impl Class {
    /// Makes the class that a description is of: a model with its fields, options, groups and checks.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// #[derive(Dataclass)]
    /// struct User {
    ///     #[field(min_length = 3)]
    ///     name: String,
    /// }
    ///
    /// let user = Class::from_spec(User::spec())?;
    /// assert_eq!(user.spec(), User::spec());
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// The fields of the bases are those of the class itself.
    ///
    /// # Errors
    /// Those of [`ClassBuilder::build`](crate::ClassBuilder::build).
    pub fn from_spec(spec: &ClassSpec) -> Result<Self, Error> {
        let options = DataclassOptions::of_spec(spec.options()).required_first(true).copy_defaults();
        let options = spec.groups().iter().cloned().fold(options, DataclassOptions::group);
        let options = spec.checks().iter().cloned().fold(options, DataclassOptions::check);
        let fields = spec.in_written_order().map(|(is_field, spec)| {
            let field = Field::from(spec.clone());
            (spec.name().to_owned(), if is_field { field } else { field.init_var() })
        });
        // Names that only Python's keywords stand against are names here.
        let builder = Self::builder(spec.name()).module(spec.module());
        let builder = fields.fold(builder, |builder, (name, field)| builder.field(name, field)).dataclass(options);
        if spec.doc().is_empty() { builder } else { builder.doc(spec.doc()) }.build()
    }
}

/// Classes of fields with types, which every assignment keeps.
///
/// ```
/// use metaclass::prelude::*;
///
/// let user = Record::define("User", [("name", Field::str()), ("age", Field::int())])?;
/// let mut alice = user.instantiate(args!("Alice", 30))?;
/// assert_eq!(alice.to_string(), "User(name='Alice', age=30)");
/// assert_eq!(alice.set("age", "old").unwrap_err().to_string(), "age: expected int, got str");
/// assert_eq!(user.instantiate(args!("Alice", "30")).unwrap_err().to_string(), "age: expected int, got str");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Record {}

impl Record {
    /// Makes a record.
    ///
    /// # Errors
    /// Those of [`MakeDataclass::build`].
    pub fn define(
        name: impl AsRef<str>,
        fields: impl IntoIterator<Item = (impl AsRef<str>, Field)>,
    ) -> Result<Class, Error> {
        make_dataclass(name, fields).with_options(DataclassOptions::copy_defaults).build()
    }
}

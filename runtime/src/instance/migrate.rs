//! Instances that become those of another class.

use std::error::Error as _;

use super::Instance;
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::spec::{FieldSpec, Flags};
use crate::validate::{Issue, ValidationError};
use crate::value::{Dict, Value};

impl Instance {
    /// The instance as one of another class, say of one that has [replaced](crate::Registry::replace) its own.
    ///
    /// The constructor of that class is called with the values of the fields that both have. A field that was renamed is
    /// found by its name in data, or by an alias that is its old name; one that is new gets its default. What the other
    /// class has no place for is left behind. Instances within keep their classes, and this one stays what it is.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = make_dataclass("User", [("name", Field::str()), ("age", Field::int())]).build()?;
    /// let fields = [("name", Field::str().max_length(5)), ("years", Field::int().min_value(18).alias("age")), ("tag", Field::str().default("-"))];
    /// let newer = make_dataclass("User", fields).build()?;
    ///
    /// let ann = user.instantiate(args!("Ann", 40))?.migrate(&newer)?;
    /// assert_eq!(ann.to_string(), "User(name='Ann', years=40, tag='-')");
    /// let error = user.instantiate(args!("Benjamin", 7))?.migrate(&newer).unwrap_err();
    /// assert_eq!(error.to_string(), "Validation errors: name: must have at most 5 characters; years: must be at least 18");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Every field that does not fit, in the order of the fields; then those of several fields. If all fit, what the
    /// constructor fails with.
    pub fn migrate(&self, class: &Class) -> Result<Self, ValidationError> {
        let spec = class.spec();
        let taken = spec.fields().iter().filter(|field| field.has(Flags::INIT));
        let values: Vec<(&FieldSpec, Value)> =
            taken.filter_map(|field| Some((field, self.value_for(field, class)?.clone()))).collect();
        spec.validate(&values.iter().map(|(field, value)| (field.key(), value.clone())).collect::<Dict>())?;

        let args = values
            .into_iter()
            .fold(Args::new(), |args, (field, value)| args.with_keyword(field.name().to_owned(), value));
        let mut migrated = class.instantiate(args).map_err(refused)?;
        if class.is_open() {
            for (name, value) in self.data.extras().filter(|(name, _)| spec.field(name).is_none()) {
                migrated.data.set(class, name, value.clone());
            }
        }
        Ok(migrated)
    }

    /// The value that a field of another class gets.
    fn value_for(&self, field: &FieldSpec, class: &Class) -> Option<&Value> {
        let was_renamed = |old: &&FieldSpec| {
            let is_former = |name: &str| field.key() == name || field.aliases().iter().any(|alias| *alias == *name);
            class.spec().field(old.name()).is_none() && (is_former(old.key()) || is_former(old.name()))
        };
        let renamed = || self.class.spec().fields().iter().find(was_renamed);
        self.value_of(field.name()).or_else(|| self.value_of(renamed()?.name()))
    }

    /// The value of a field: items of named tuples are fields, too.
    fn value_of(&self, name: &str) -> Option<&Value> {
        let own = self.get_own(name);
        own.or_else(|| {
            let at = self.class.spec().fields().iter().position(|field| field.name() == name)?;
            match self.payload()? {
                Value::Tuple(items) => items.get(at),
                _ => None,
            }
        })
    }
}

/// What the constructor says.
#[cold]
fn refused(error: Error) -> ValidationError {
    match error.source().and_then(|source| source.downcast_ref::<ValidationError>()) {
        Some(error) => error.clone(),
        None => Issue::from(error).into(),
    }
}

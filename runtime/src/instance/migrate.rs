//! Instances that become those of another class.

use std::error::Error as _;

use super::Instance;
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::limits::Limits;
use crate::path::Segment;
use crate::spec::{ClassRef, FieldSpec, Flags, Text, TypeSpec};
use crate::validate::{Issue, ValidationError};
use crate::value::{Dict, Tuple, Value};

/// How deep instances may lie in each other: no class reads more.
const MAX_DEPTH: usize = Limits::new().depth;

impl Instance {
    /// The instance as one of another class, say of one that has [replaced](crate::Registry::replace) its own.
    ///
    /// The constructor of that class is called with the values of the fields that both have. A field that was renamed is
    /// found by its name in data, or by an alias that is its old name; one that is new gets its default. What the other
    /// class has no place for is left behind. Instances within, of a class that was defined anew too, are migrated with it.
    /// The instance itself stays what it is.
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
        class.spec().validate(&self.data_for(class, 0))?;
        self.made_as(class)
    }

    /// The instance of another class, which was asked already, also of what is within.
    fn made_as(&self, class: &Class) -> Result<Self, ValidationError> {
        let mut args = Args::new();
        for (field, value) in self.values_for(class) {
            let value = within(field.ty(), value, &|inner, class| inner.made_as(class).map(Value::from));
            let value = value.map_err(|error| error.prefixed(field.key_text().clone()))?;
            args = args.with_keyword(field.name().to_owned(), value);
        }
        let mut migrated = class.instantiate(args).map_err(refused)?;
        if class.is_open() {
            for (name, value) in self.data.extras().filter(|(name, _)| class.spec().field(name).is_none()) {
                migrated.data.set(class, name, value.clone());
            }
        }
        Ok(migrated)
    }

    /// What another class would have to read for it, instances of former classes within as well.
    fn data_for(&self, class: &Class, depth: usize) -> Dict {
        let entry = |(field, value): (&FieldSpec, &Value)| {
            let value = within(field.ty(), value, &|inner, class| match depth < MAX_DEPTH {
                true => Ok(inner.data_for(class, depth + 1).into()),
                // It is too deep for the class, too, which says so.
                false => Ok(inner.clone().into()),
            });
            Some((field.key().to_owned(), value.ok()?))
        };
        self.values_for(class).filter_map(entry).collect()
    }

    /// The fields that the constructor of another class takes, with the values that there are for them.
    fn values_for<'a>(&'a self, class: &'a Class) -> impl Iterator<Item = (&'a FieldSpec, &'a Value)> {
        let taken = class.spec().fields().iter().filter(|field| field.has(Flags::INIT));
        taken.filter_map(|field| Some((field, self.value_for(field, class)?)))
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

    /// The value of a field, if one was given: items of named tuples are fields, too.
    fn value_of(&self, name: &str) -> Option<&Value> {
        let (at, field) = self.class.spec().fields().iter().enumerate().find(|(_, field)| field.name() == name).unzip();
        let item = || match self.payload()? {
            Value::Tuple(items) => items.get(at?),
            _ => None,
        };
        let value = self.get_own(name).or_else(item);
        value.filter(|value| field.is_none_or(|field| !field.is_absent_as(value)))
    }
}

/// A value in which the instances of former classes are changed.
fn within(
    ty: &TypeSpec,
    value: &Value,
    change: &dyn Fn(&Instance, &Class) -> Result<Value, ValidationError>,
) -> Result<Value, ValidationError> {
    match (ty, value) {
        (TypeSpec::Option(inner), value) => within(inner, value, change),
        (TypeSpec::Class(ClassRef::Class(class)), Value::Instance(inner)) if is_former(inner, class) => {
            change(inner, class)
        }
        (TypeSpec::List(item), Value::List(items)) if may_hold(item) => {
            let items = items.iter().enumerate();
            let changed = items.map(|(i, value)| within(item, value, change).map_err(|error| error.prefixed(i)));
            changed.collect::<Result<Vec<Value>, _>>().map(Value::from)
        }
        (TypeSpec::Tuple(types), Value::Tuple(items)) if types.iter().any(may_hold) => {
            let items = types.iter().zip(items).enumerate();
            let changed = items.map(|(i, (ty, value))| within(ty, value, change).map_err(|error| error.prefixed(i)));
            changed.collect::<Result<Tuple, _>>().map(Value::from)
        }
        (TypeSpec::Dict(_, ty), Value::Dict(dict)) if may_hold(ty) => {
            let mut changed = dict.clone();
            for (key, value) in dict.iter() {
                let at = || Segment::Key(Text::from(key.to_string()));
                let value = within(ty, value, change).map_err(|error| error.prefixed(at()))?;
                changed.insert(key.clone(), value).map_err(refused)?;
            }
            Ok(changed.into())
        }
        _ => Ok(value.clone()),
    }
}

/// Is it an instance of a class that had the place of this one?
fn is_former(instance: &Instance, class: &Class) -> bool {
    let old = instance.class();
    !old.descends_from(class) && old.name() == class.name() && old.module() == class.module()
}

/// Can values of the type hold instances?
fn may_hold(ty: &TypeSpec) -> bool {
    match ty {
        TypeSpec::Option(inner) | TypeSpec::List(inner) | TypeSpec::Dict(_, inner) => may_hold(inner),
        TypeSpec::Tuple(items) => items.iter().any(may_hold),
        ty => matches!(ty, TypeSpec::Class(_)),
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

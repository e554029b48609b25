//! Classes made at compile time: what the derive describes, and what all of them can do.

mod assign;
mod by_name;
mod show;

use std::borrow::Borrow;

pub use assign::{assign, is_clean, set_checked};
pub(crate) use by_name::{at_field, frozen, get, hide, is_hidden, private, refusal, set, to_dict};
pub(crate) use show::SECRET;
pub use show::{debug, repr, repr_of_fields};

use crate::bridge::{self, Cell, Home};
use crate::class::{Class, builtins};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::instance::Instance;
use crate::repr::{Repr, ReprDisplay, repr as repr_of};
use crate::spec::{ClassRef, ClassSpec, FieldBody, FieldSpec, Flags, Group, List, Options, Text};
use crate::validate::{Report, Rule, StructCheck, ValidationError};
use crate::value::{Dict, Value};

/// A class made at compile time by `#[derive(Dataclass)]`.
///
/// Import it, by itself or with the [prelude](crate::prelude), to call its methods. A method of the same name that the
/// type has itself wins, without a clash.
#[doc(alias = "is_dataclass")]
#[diagnostic::on_unimplemented(message = "`{Self}` is no dataclass", note = "derive `Dataclass` for it")]
pub trait Dataclass: Sized {
    /// The name of the class.
    const NAME: &'static str = Self::__HEAD.1;

    /// The signature of the constructor as written in Rust, without the receiver; `""` if there is none.
    ///
    /// The one with the types both halves share is `Self::spec().signature()`.
    #[doc(alias = "__signature__")]
    const SIGNATURE: &'static str = Self::__HEAD.2;

    /// The name of the primary key, if there is one.
    const PRIMARY_KEY: Option<&'static str> = primary_key(Self::__FIELDS);

    /// Module, name, signature, fields.
    #[doc(hidden)]
    const __HEAD: (&'static str, &'static str, &'static str, &'static [FieldSpec]);
    #[doc(hidden)]
    const __DOC: &'static str = "";
    #[doc(hidden)]
    const __OPTIONS: Options = Options::DEFAULT;
    /// Rules of fields, in groups.
    #[doc(hidden)]
    const __RULES: &'static [&'static [Rule]] = &[];
    /// What is said of those fields of which more is said than their type.
    #[doc(hidden)]
    const __BODIES: &'static [FieldBody] = &[];
    #[doc(hidden)]
    const __FIELDS: &'static [FieldSpec] = Self::__HEAD.3;
    #[doc(hidden)]
    const __INIT_VARS: &'static [FieldSpec] = &[];
    /// How many fields stand before each of these.
    #[doc(hidden)]
    const __INIT_VAR_PLACES: &'static [usize] = &[];
    #[doc(hidden)]
    const __GROUPS: &'static [Group] = &[];
    #[doc(hidden)]
    const __CHECKS: &'static [StructCheck] = &[];
    #[doc(hidden)]
    const __BASES: &'static [ClassRef] = &[];
    #[doc(hidden)]
    const __SPEC: &'static ClassSpec = &ClassSpec::new(Text::new(Self::NAME), List::new(Self::__FIELDS))
        .with_module(Text::new(Self::__HEAD.0))
        .with_doc(Text::new(Self::__DOC))
        .with_init_vars(List::new(Self::__INIT_VARS))
        .with_init_var_places(List::new(Self::__INIT_VAR_PLACES))
        .with_bases(List::new(Self::__BASES))
        .with_groups(List::new(Self::__GROUPS))
        .with_checks(List::new(Self::__CHECKS))
        .with_options(Self::__OPTIONS)
        .with_home(Home::new(Self::__cell, Self::spec));

    #[doc(hidden)]
    fn __cell() -> Cell;

    /// The description of the class.
    #[must_use]
    fn spec() -> &'static ClassSpec {
        Self::__SPEC
    }

    /// The fields, in written order.
    #[doc(alias = "__dataclass_fields__")]
    #[must_use]
    fn fields() -> &'static [FieldSpec] {
        Self::__FIELDS
    }

    /// The names of the fields, in written order.
    #[doc(alias = "_fields")]
    #[doc(alias = "__match_args__")]
    #[must_use]
    fn field_names() -> &'static [&'static str] {
        Self::__cell().names(Self::__FIELDS)
    }

    /// The name of the primary key, if there is one.
    #[must_use]
    fn primary_key() -> Option<&'static str> {
        Self::PRIMARY_KEY
    }

    /// The JSON Schema of the class, as a dict: [`ClassSpec::json_schema`].
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// /// Who may log in.
    /// #[derive(Dataclass)]
    /// struct User {
    ///     #[field(format = email, alias = "mail")]
    ///     email: String,
    ///     #[field(min_value = 18)]
    ///     age: Option<u8>,
    /// }
    ///
    /// let schema = User::json_schema();
    /// let schema = schema.as_dict().unwrap();
    /// assert_eq!(schema.get("description"), Some(&"Who may log in.".into()));
    /// assert_eq!(
    ///     schema.get("properties").map(ToString::to_string).unwrap(),
    ///     "{'email': {'type': 'string', 'format': 'email'}, \
    ///       'mail': {'type': 'string', 'format': 'email', 'x-alias-of': 'email'}, \
    ///       'age': {'anyOf': [{'type': 'integer', 'minimum': 18, 'maximum': 255}, {'type': 'null'}]}}"
    /// );
    /// ```
    #[cfg(feature = "json")]
    #[cfg_attr(docsrs, doc(cfg(feature = "json")))]
    #[must_use]
    fn json_schema() -> Value {
        Self::__SPEC.json_schema()
    }

    /// Python's repr, to be printed: `Point(x=1.0, y=2.0)`.
    #[doc(alias = "__repr__")]
    #[must_use]
    fn repr(&self) -> ReprDisplay<'_, Self>
    where
        Self: Repr,
    {
        repr_of(self)
    }

    /// Python's `asdict`: the fields as a dict, and so all classes within lists, dicts, tuples and options.
    ///
    /// Secret fields are left out. In the place of a field that cannot be read stands an object that shows its `Debug`.
    #[doc(alias = "asdict")]
    #[doc(alias = "_asdict")]
    #[doc(alias = "model_dump")]
    #[must_use]
    fn to_dict(&self) -> Dict
    where
        Self: FieldType,
    {
        to_dict(self, Self::__SPEC)
    }

    /// Checks all rules: of the fields, of what lies within them, of several fields.
    ///
    /// Nothing is allocated unless there is a fault.
    ///
    /// # Errors
    /// All faults, in the order of the declaration.
    #[doc(alias = "is_valid")]
    fn validate(&self) -> Result<(), ValidationError>
    where
        Self: FieldType,
    {
        let mut report = Report::new();
        self.__validate(&mut report);
        report.finish()
    }

    /// Reads a field by its name.
    ///
    /// A field that is less visible than its class can be read if `Debug` shows it.
    ///
    /// # Errors
    /// An `AttributeError` if there is no such field; a `TypeError` if its type has no conversion and cannot be copied.
    #[doc(alias = "getattr")]
    fn get(&self, name: &str) -> Result<Value, Error>
    where
        Self: FieldType,
    {
        get(self, Self::__SPEC, name)
    }

    /// Reads a field by its name, as a Rust type.
    ///
    /// # Errors
    /// Those of [`get`](Self::get), and a `TypeError` if the value is of another type.
    fn get_as<T: FieldType>(&self, name: &str) -> Result<T, Error>
    where
        Self: FieldType,
    {
        let value = self.get(name)?;
        let is_secret = Self::__SPEC.field(name).is_some_and(|field| field.has(Flags::SECRET));
        let hidden = is_secret.then(|| refusal(&T::TYPE, &value));
        T::from_value(value).map_err(|error| at_field(hide(error, hidden), Self::__SPEC, name).at(Self::NAME))
    }

    /// Sets a field by its name.
    ///
    /// # Errors
    /// An `AttributeError` if there is no such field, if it is less visible than its class or if that is a named tuple; a `FrozenInstanceError` if
    /// the class is frozen; a `TypeError` if the value is of another type.
    #[doc(alias = "setattr")]
    fn set(&mut self, name: &str, value: impl Into<Value>) -> Result<(), Error>
    where
        Self: FieldType,
    {
        set(self, Self::__SPEC, name, value.into())
    }

    /// The same class among those made at run time: with its name, module, documentation, fields, signature, rules, and
    /// the methods that `@dataclass` writes.
    ///
    /// It is made when it is first asked for, and is one for all instantiations of a generic struct. Classes made at run
    /// time can derive from it; a struct of `schema!` has its bases in its MRO.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// #[derive(Dataclass)]
    /// struct Point {
    ///     x: f64,
    ///     #[field(default = 0.0)]
    ///     y: f64,
    /// }
    ///
    /// let p = Point::class().instantiate(args!(1.0))?;
    /// assert_eq!(p.to_string(), "Point(x=1.0, y=0.0)");
    ///
    /// let named = Class::builder("Named").base(Point::class()).field("name", Field::str()).build()?;
    /// assert_eq!(named.spec().signature().to_string(), "(x: float, name: str, y: float = 0.0)");
    /// let a = named.instantiate(args!(1.0, "A"))?;
    /// assert_eq!(a.to_string(), "Named(x=1.0, y=0.0, name='A')");
    /// assert!(a.is_instance_of(Point::class()));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    fn class() -> &'static Class {
        Self::__SPEC.class().unwrap_or_else(|| builtins::object())
    }

    /// The instance of [`class`](Self::class) that has the values of all fields.
    ///
    /// Fields that are classes themselves are held as they are; rules are not asked.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// #[derive(Dataclass)]
    /// struct Point {
    ///     pub x: f64,
    /// }
    ///
    /// let mut p = Point!(1.0).to_instance()?;
    /// p.set("x", 2.0)?;
    /// assert_eq!(Point::from_instance(&p)?, Point!(2.0));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` for a field whose type has no conversion and cannot be copied, an `OverflowError` for an integer that
    /// no value can hold.
    fn to_instance(&self) -> Result<Instance, Error>
    where
        Self: FieldType + 'static,
    {
        bridge::to_instance(self, Self::__SPEC, Self::class())
    }

    /// The struct that has the values of an instance of [`class`](Self::class), or of one that derives from it.
    ///
    /// # Errors
    /// A `TypeError` for an instance of another class and for a field whose type has no conversion, an `AttributeError` for
    /// a field without a value, and, if the class is one of `validate`, a `ValueError` with all broken rules.
    fn from_instance(instance: impl Borrow<Instance>) -> Result<Self, Error>
    where
        Self: FieldType + 'static,
    {
        let (instance, spec) = (instance.borrow(), Self::__SPEC);
        bridge::from_instance(instance, spec, spec.is_of(instance.class()))
    }
}

const fn primary_key(fields: &'static [FieldSpec]) -> Option<&'static str> {
    let mut rest = fields;
    while let Some((field, tail)) = rest.split_first() {
        if field.has(Flags::PRIMARY_KEY) {
            return Some(field.name_text().as_static());
        }
        rest = tail;
    }
    None
}

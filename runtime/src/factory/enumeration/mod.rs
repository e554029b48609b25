//! Enumerations: Python's module `enum`.

pub(crate) mod auto;
pub(crate) mod classes;
mod data;
mod flag;
mod members;
mod metaclass;
mod verify;

pub use verify::EnumCheck;

use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::namespace::EnumNamespace;
use crate::value::{Tuple, Value};
#[cfg(feature = "serde")]
pub(crate) use data::Enumeration;
use members::Members;

/// Makes an enumeration of the names of its members: Python's `Enum("Color", "RED GREEN")`.
///
/// The names are a text, split at white space and commas, or a list of names; `(name, value)` gives a value too. A class
/// with methods is made with [`Class::builder`] and [`builtins::enum_`](crate::builtins::enum_).
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::{builtins, enumeration};
///
/// let color = enumeration("Color", "RED GREEN BLUE").build()?;
/// assert_eq!(color.to_string(), "<enum 'Color'>");
/// assert_eq!(color.member("GREEN")?.repr().to_string(), "<Color.GREEN: 2>");
/// assert_eq!(color.member_of(3)?, color.member("BLUE")?);
/// assert_eq!(color.call(args!(9)).unwrap_err().to_string(), "9 is not a valid Color");
/// let names: Vec<String> = color.members().iter().map(ToString::to_string).collect();
/// assert_eq!(names, ["Color.RED", "Color.GREEN", "Color.BLUE"]);
///
/// let level = enumeration("Level", [("LOW", 10), ("HIGH", 20)]).base(builtins::int_enum()).build()?;
/// assert!(level.member("LOW")? < Value::from(15));
/// assert_eq!(i64::try_from(level.member("HIGH")?)?, 20);
/// # Ok::<(), Error>(())
/// ```
#[doc(alias = "Enum")]
pub fn enumeration(name: impl Into<String>, members: impl MemberNames) -> EnumBuilder {
    EnumBuilder {
        name: name.into(),
        members: members.__members(),
        bases: vec![],
        module: "__main__".to_owned(),
        start: 1,
        is_unique: false,
    }
}

/// An enumeration to be: [`enumeration`] begins it, [`build`](Self::build) makes the class.
#[must_use = "a class is made by `build`"]
pub struct EnumBuilder {
    name: String,
    members: Result<Vec<(String, Option<Value>)>, Error>,
    bases: Vec<Class>,
    module: String,
    start: i64,
    is_unique: bool,
}

impl EnumBuilder {
    /// With this base: [`int_enum`](crate::builtins::int_enum), [`flag`](crate::builtins::flag), an enumeration without
    /// members, or a class before one of these.
    pub fn base(mut self, base: &Class) -> Self {
        self.bases.push(base.clone());
        self
    }

    /// In this module; `__main__` without.
    pub fn module(mut self, module: impl Into<String>) -> Self {
        self.module = module.into();
        self
    }

    /// With this value of the first member that has none; 1 without.
    pub const fn start(mut self, start: i64) -> Self {
        self.start = start;
        self
    }

    /// Are two names for one value refused? Python's decorator `unique`.
    pub const fn unique(mut self, unique: bool) -> Self {
        self.is_unique = unique;
        self
    }

    /// Makes the class.
    ///
    /// # Errors
    /// A `TypeError` for a name that is defined twice and for a base that has members, a `ValueError` for a name that means
    /// something else and for what [`unique`](Self::unique) refuses.
    pub fn build(self) -> Result<Class, Error> {
        let Self { name, members, bases, module, start, is_unique } = self;
        let members = members?;
        let bases = if bases.is_empty() { vec![classes::enum_().clone()] } else { bases };
        let body = move |names: &mut dyn crate::namespace::Namespace| {
            for (member, value) in members {
                let chosen = || match names.downcast_ref::<EnumNamespace>() {
                    Some(names) => names.next_value(&member, start),
                    None => Ok(auto::auto()),
                };
                let value = value.map_or_else(chosen, Ok)?;
                names.insert(&member, value)?;
            }
            Ok(())
        };
        let class = Class::builder(name).bases(&bases).module(module).body(body).build()?;
        if is_unique { class.unique() } else { Ok(class) }
    }
}

/// What [`enumeration`] takes for members: a text, names, `(name, value)`, or a [`Value`] that is a text or has items.
pub trait MemberNames {
    /// The members, with the values that they are given.
    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "private")]
    fn __members(self) -> Result<Vec<(String, Option<Value>)>, Error>;
}

impl MemberNames for &str {
    fn __members(self) -> Result<Vec<(String, Option<Value>)>, Error> {
        Ok(self.replace(',', " ").split_whitespace().map(|name| (name.to_owned(), None)).collect())
    }
}

impl<const N: usize> MemberNames for [&str; N] {
    fn __members(self) -> Result<Vec<(String, Option<Value>)>, Error> {
        Ok(self.into_iter().map(|name| (name.to_owned(), None)).collect())
    }
}

impl<V: Into<Value>, const N: usize> MemberNames for [(&str, V); N] {
    fn __members(self) -> Result<Vec<(String, Option<Value>)>, Error> {
        Ok(self.into_iter().map(|(name, value)| (name.to_owned(), Some(value.into()))).collect())
    }
}

impl<V: Into<Value>> MemberNames for Vec<(String, V)> {
    fn __members(self) -> Result<Vec<(String, Option<Value>)>, Error> {
        Ok(self.into_iter().map(|(name, value)| (name, Some(value.into()))).collect())
    }
}

impl MemberNames for Value {
    fn __members(self) -> Result<Vec<(String, Option<Value>)>, Error> {
        let plain = self.plain();
        if let Some(names) = plain.as_str() {
            return names.__members();
        }
        if let Self::Dict(entries) = &*plain {
            return Ok(entries.iter().map(|(name, value)| (name.to_string(), Some(value.clone()))).collect());
        }
        let member = |item: Self| match <(Self, Self) as crate::field_type::FieldType>::from_value(pair(&item)) {
            Ok((name, value)) if item.as_str().is_none() => (name.to_string(), Some(value)),
            _ => (item.to_string(), None),
        };
        Ok(plain.iterate()?.map(member).collect())
    }
}

/// A list of two is a pair, too.
fn pair(item: &Value) -> Value {
    match item {
        Value::List(items) => Tuple::from(items.clone()).into(),
        item => item.clone(),
    }
}

/// An enumeration that is called with the name of another, and its members.
fn of_arguments(class: &Class, args: &Args) -> Result<Value, Error> {
    let (name, names) = match args.positional() {
        [name, names] => (name.clone(), names.clone()),
        [name] => (name.clone(), args.keyword("names").cloned().unwrap_or_default()),
        _ => return Err(Error::type_error(format!("{}() takes a name and the names of members", class.name()))),
    };
    let Some(name) = name.as_str() else {
        return Err(Error::type_error(format!("type.__new__() argument 1 must be str, not {}", name.type_name())));
    };
    let mut builder = enumeration(name, names).base(class);
    for (keyword, value) in args.keywords() {
        builder = match keyword {
            "names" | "qualname" | "type" => builder,
            "module" => builder.module(value.to_string()),
            "start" => builder.start(value.clone().try_into()?),
            other => {
                let text = format!("EnumType.__call__() got an unexpected keyword argument '{other}'");
                return Err(Error::type_error(text));
            }
        };
    }
    builder.build().map(Value::from)
}

/// The value of an instance that is a member.
#[cfg(feature = "serde")]
pub(crate) fn value_of_member(instance: &crate::instance::Instance) -> Option<&Value> {
    Members::of(instance.class()).and_then(|_| instance.get_own("_value_"))
}

/// Are two instances of one class the same member? Each time that a member is read, it is made of what the class keeps.
pub(crate) fn is_same_member(a: &Value, b: &Value) -> bool {
    let value = |member: &Value| member.get_attr("_value_").ok();
    Members::of(a.class()).is_some() && value(a) == value(b)
}

/// Enumerations.
impl Class {
    /// The members of an enumeration, in the order of definition, without aliases; none of any other class.
    ///
    /// ```
    /// use metaclass::enumeration;
    ///
    /// let color = enumeration("Color", [("RED", 1), ("CRIMSON", 1), ("BLUE", 2)]).build()?;
    /// assert_eq!(color.members().len(), 2);
    /// assert_eq!(color.member("CRIMSON")?, color.member("RED")?);
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    #[must_use]
    pub fn members(&self) -> Vec<Value> {
        Members::of(self).map_or_else(Vec::new, |members| members.list(self))
    }

    /// The member of a name, which may be an alias: Python's `Color["RED"]`.
    ///
    /// # Errors
    /// A `KeyError` if there is none.
    pub fn member(&self, name: &str) -> Result<Value, Error> {
        let member = Members::of(self).and_then(|members| members.by_name(self, name));
        member.ok_or_else(|| Error::key_error(crate::repr::repr(name).to_string()))
    }

    /// The member of a value: Python's `Color(1)`.
    ///
    /// # Errors
    /// A `ValueError` if there is none, and whatever `_missing_` fails with.
    pub fn member_of(&self, value: impl Into<Value>) -> Result<Value, Error> {
        match Members::of(self) {
            Some(_) => self.call(Args::new().with(value)),
            None => Err(metaclass::not_valid(self, &value.into())),
        }
    }
}

//! A filter whose fields were looked up in a class.

use std::fmt;

use super::condition::Condition;
use super::node::Node;
use super::subject::{Asked, Filterable, Place, read};
use super::{Filter, select, types};
use crate::class::Class;
use crate::error::Error;
use crate::signature::closest;

/// A [`Filter`] whose fields were looked up in a class: made by [`Filter::compile`].
///
/// To ask an instance of the class is to look at its places, and that of a compiled class, at the fields of the struct.
/// Those of subclasses, and all once the class has changed, are looked up by name.
///
/// ```
/// use metaclass::Filter;
/// use metaclass::prelude::*;
///
/// #[derive(Dataclass)]
/// struct Person {
///     name: String,
///     age: Option<u8>,
/// }
///
/// let filter = Filter::new("age", "!=", Value::None)?.and(Filter::new("age", ">=", 18)?)?.compile(Person::class())?;
/// let people = [Person!("Ann".to_owned(), Some(30)), Person!("Bob".to_owned(), None)];
/// assert_eq!(filter.select(&people)?, [&people[0]]);
/// assert!(filter.matches(&people[0].to_instance()?)?);
/// assert_eq!(filter.explain(), "age != None and age >= 18");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
#[must_use = "a filter does nothing until it is asked: `filter.matches(&instance)`"]
pub struct CompiledFilter {
    class: Class,
    version: u64,
    node: Node<Placed>,
}

/// A condition, and where the instances of the class have its field.
#[derive(Clone)]
struct Placed {
    condition: Condition,
    place: Place,
}

impl CompiledFilter {
    pub(super) fn new(filter: &Filter, class: &Class) -> Result<Self, Error> {
        let version = class.version();
        let node = filter.node.try_map(&|condition| {
            let asked = Asked::look_up(class, condition.field())?;
            let place = asked.place().map_err(|error| suggest(error, class, condition.field()))?;
            if let Some(field) = asked.field {
                let checked = types::check(condition, field);
                checked.map_err(|error| condition.place(error).at(class.spec().name_text().clone()))?;
            }
            Ok(Placed { condition: condition.clone(), place })
        })?;
        Ok(Self { class: class.clone(), version, node })
    }

    /// The class.
    #[must_use]
    pub const fn class(&self) -> &Class {
        &self.class
    }

    /// Does it hold for an instance of the class?
    ///
    /// # Errors
    /// A `TypeError` for an instance of another class; those of [`Filter::matches`].
    pub fn matches(&self, instance: &impl Filterable) -> Result<bool, Error> {
        let class = instance.__class();
        let is_placed = *class == self.class && class.version() == self.version;
        if !is_placed && !class.descends_from(&self.class) {
            return Err(Error::expected(&self.class.name(), class.name()));
        }
        self.node.holds(&|Placed { condition, place }| {
            let placed = if is_placed { instance.__at(*place)? } else { None };
            match placed {
                Some(value) => condition.holds(&value),
                None => condition.holds(&*read(instance, condition.field())?),
            }
        })
    }

    /// Those that it holds for, in their order.
    ///
    /// # Errors
    /// Those of [`matches`](Self::matches), for the first one that it cannot say it of.
    pub fn select<'a, T: Filterable>(&self, instances: impl IntoIterator<Item = &'a T>) -> Result<Vec<&'a T>, Error> {
        select(instances, |instance| self.matches(instance))
    }

    /// What it asks, as Python would write it.
    #[must_use]
    pub fn explain(&self) -> String {
        self.to_string()
    }
}

/// A name that the class does not have may be a misspelt one, as in CPython's traceback.
#[cold]
fn suggest(error: Error, class: &Class, name: &str) -> Error {
    match closest(name, class.field_names()) {
        Some(other) => Error::attribute_error(format!("{}. Did you mean: '{other}'?", error.message())),
        None => error,
    }
}

impl fmt::Display for Placed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.condition.fmt(f)
    }
}

/// What it asks, as Python would write it.
impl fmt::Display for CompiledFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}

impl fmt::Debug for CompiledFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CompiledFilter({}: {self})", self.class.name())
    }
}

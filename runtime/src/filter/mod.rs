//! Filters of instances that are put together at run time.
//!
//! `condition` is one comparison, `node` what `and`, `or` and `not` make of several, `subject` what is asked, `compile`
//! what is known of a class beforehand, `types` which operands go with which fields.

mod compile;
mod condition;
mod explain;
mod node;
mod subject;
mod types;

use std::fmt;

pub use compile::CompiledFilter;
use condition::Condition;
use node::Node;
pub use subject::Filterable;

use crate::class::Class;
use crate::error::Error;
use crate::limits::Limits;
use crate::value::Value;

/// A question to instances: a comparison of a field with a value, or several with `and`, `or` and `not`.
///
/// Field, operator and value may come from anybody. The operator is one of a list, the field is looked up by its name, and
/// the value is data: nothing is run that came as text.
///
/// | operator | holds where in Python |
/// |---|---|
/// | `==`, `!=`, `<`, `<=`, `>`, `>=` | `field >= value` |
/// | `in`, `not in` | `field in value`; of text, a part of it |
/// | `contains` | `value in field` |
///
/// Values are compared as in Python: `1 == 1.0 == True`, and where Python has no order for two of them there is a
/// `TypeError`, also of a `None` (ask `!= None` first). As there, `and` and `or` stop at the first answer.
///
/// What can be asked for is what an instance stores: a field of its class, another attribute of its own, or a plain value
/// that its class has under the name. Methods and properties are not called, secrets are not told, names that begin with
/// `_` are those of declared fields, and a name is one name, never a path.
///
/// ```
/// use metaclass::Filter;
/// use metaclass::prelude::*;
///
/// #[derive(Dataclass)]
/// struct Person {
///     name: String,
///     age: u8,
/// }
///
/// let people = [Person!("alice".to_owned(), 30), Person!("bob".to_owned(), 17)];
/// let adult = Filter::new("age", ">=", 18)?;
/// assert!(adult.matches(&people[0])? && !adult.matches(&people[1])?);
///
/// let named = Filter::new("name", "in", vec!["alice", "carol"])?;
/// let filter = adult.and(!named)?.or(Filter::new("name", "contains", "b")?)?;
/// assert_eq!(filter.explain(), "age >= 18 and not name in ['alice', 'carol'] or 'b' in name");
/// assert_eq!(filter.select(&people)?[0].name, "bob");
///
/// assert_eq!(Filter::new("a b", "==", 1).unwrap_err().to_string(), "Invalid field name: 'a b'");
/// assert_eq!(Filter::new("age", "or", 1).unwrap_err().to_string(), "Invalid operator: 'or'");
/// # Ok::<(), Error>(())
/// ```
#[doc(alias = "create_filter")]
#[derive(Clone, PartialEq)]
#[must_use = "a filter does nothing until it is asked: `filter.matches(&instance)`"]
pub struct Filter {
    node: Node<Condition>,
    size: Size,
}

/// How large a filter is.
#[derive(Clone, Copy, Default, PartialEq)]
struct Size {
    conditions: usize,
    values: usize,
}

impl Filter {
    /// So many comparisons a filter may have: 1,000.
    pub const MAX_CONDITIONS: usize = 1_000;

    /// So many values the operands of a filter may have together, those in lists counted one by one: 100,000.
    pub const MAX_VALUES: usize = 100_000;

    /// So deep `and` and `or` may lie within each other, and lists within lists: 128 levels.
    pub const MAX_DEPTH: usize = Limits::new().depth;

    /// The comparison of a field with a value.
    ///
    /// ```
    /// use metaclass::{Filter, Value};
    ///
    /// assert_eq!(Filter::new("email", "!=", Value::None)?.explain(), "email != None");
    /// let error = Filter::new("age", "in", 5).unwrap_err();
    /// assert_eq!(error.to_string(), "age: argument of type 'int' is not iterable");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` for a name that is no identifier or begins with `__`, for an operator that is none, and for a value
    /// that is too large; a `TypeError` for one that is no data (such as a dict, an instance or a function) or that the
    /// operator does not take.
    pub fn new(field: &str, operator: &str, value: impl Into<Value>) -> Result<Self, Error> {
        let (condition, values) = Condition::new(field, operator, value.into())?;
        let size = Size { conditions: 1, values };
        size.check()?;
        Ok(Self { node: Node::Leaf(condition), size })
    }

    /// Both: Python's `self and other`.
    ///
    /// # Errors
    /// A `ValueError` if it would be too large or too deep.
    pub fn and(self, other: Self) -> Result<Self, Error> {
        Self::all([self, other])
    }

    /// One at least: Python's `self or other`.
    ///
    /// # Errors
    /// A `ValueError` if it would be too large or too deep.
    pub fn or(self, other: Self) -> Result<Self, Error> {
        Self::any([self, other])
    }

    /// Whatever it does not match: Python's `not self`, which is also written `!filter`.
    #[allow(clippy::should_implement_trait, reason = "`!filter` is implemented too")]
    pub fn not(self) -> Self {
        Self { node: self.node.not(), ..self }
    }

    /// All of them, which holds if there are none.
    ///
    /// ```
    /// use metaclass::Filter;
    ///
    /// let filters = [("age", ">=", 18), ("age", "<", 65)].map(|(field, operator, value)| Filter::new(field, operator, value));
    /// let filter = Filter::all(filters.into_iter().collect::<Result<Vec<_>, _>>()?)?;
    /// assert_eq!(filter.explain(), "age >= 18 and age < 65");
    /// assert_eq!(Filter::all([])?.explain(), "True");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` if it would be too large or too deep.
    pub fn all(filters: impl IntoIterator<Item = Self>) -> Result<Self, Error> {
        Self::several(filters, Node::all)
    }

    /// One of them at least, which does not hold if there are none.
    ///
    /// # Errors
    /// A `ValueError` if it would be too large or too deep.
    pub fn any(filters: impl IntoIterator<Item = Self>) -> Result<Self, Error> {
        Self::several(filters, Node::any)
    }

    /// One of several: the first one that is too much is where it ends.
    fn several(
        filters: impl IntoIterator<Item = Self>,
        join: fn(Vec<Node<Condition>>) -> Node<Condition>,
    ) -> Result<Self, Error> {
        let (mut nodes, mut size) = (vec![], Size::default());
        for filter in filters {
            size = size.plus(filter.size)?;
            nodes.push(filter.node);
        }
        let node = join(nodes);
        match node.depth() <= Self::MAX_DEPTH {
            true => Ok(Self { node, size }),
            false => Err(too_deep()),
        }
    }

    /// Does it hold for an instance?
    ///
    /// It takes instances of classes made at run time, structs that are dataclasses, and values that are one of them.
    ///
    /// ```
    /// use metaclass::Filter;
    /// use metaclass::prelude::*;
    ///
    /// let person = Class::builder("Person").field("age", Field::int()).build()?;
    /// let ann = person.instantiate(args!(17))?;
    /// assert!(!Filter::new("age", ">=", 18)?.matches(&ann)?);
    ///
    /// let error = Filter::new("agee", ">=", 18)?.matches(&ann).unwrap_err();
    /// assert_eq!(error.to_string(), "'Person' object has no attribute 'agee'");
    /// let error = Filter::new("age", ">=", "18")?.matches(&ann).unwrap_err();
    /// assert_eq!(error.to_string(), "age: '>=' not supported between instances of 'int' and 'str'");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// An `AttributeError` if it has no such field, or one that may not be asked for; a `TypeError` if Python has no such
    /// comparison of the two values; whatever `__eq__` and the like of a class fail with.
    pub fn matches(&self, instance: &impl Filterable) -> Result<bool, Error> {
        self.node.holds(&|condition| condition.holds(&*subject::read(instance, condition.field())?))
    }

    /// Those that it holds for, in their order.
    ///
    /// # Errors
    /// Those of [`matches`](Self::matches), for the first one that it cannot say it of.
    pub fn select<'a, T: Filterable>(&self, instances: impl IntoIterator<Item = &'a T>) -> Result<Vec<&'a T>, Error> {
        select(instances, |instance| self.matches(instance))
    }

    /// Looks the fields up in a class, once, and checks that each goes with its operator and value.
    ///
    /// ```
    /// use metaclass::Filter;
    /// use metaclass::prelude::*;
    ///
    /// let person = Class::builder("Person").field("name", Field::str()).field("age", Field::int()).build()?;
    /// let adult = Filter::new("age", ">=", 18)?.compile(&person)?;
    /// assert!(adult.matches(&person.instantiate(args!("Ann", 30))?)?);
    ///
    /// let refused = |filter: Filter| filter.compile(&person).unwrap_err().to_string();
    /// assert_eq!(refused(Filter::new("age", ">=", "18")?), "Person.age: expected int, got str");
    /// assert_eq!(
    ///     refused(Filter::new("nam", "==", "Ann")?),
    ///     "'Person' object has no attribute 'nam'. Did you mean: 'name'?"
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// An `AttributeError` for a name that the class has no field of, or one that may not be asked for; a `TypeError` for a
    /// value that is not of the type of its field, with its place.
    pub fn compile(&self, class: &Class) -> Result<CompiledFilter, Error> {
        CompiledFilter::new(self, class)
    }

    /// What it asks, as Python would write it.
    #[must_use]
    pub fn explain(&self) -> String {
        self.to_string()
    }
}

/// Those that hold, up to the first error.
fn select<'a, T>(
    instances: impl IntoIterator<Item = &'a T>,
    matches: impl Fn(&T) -> Result<bool, Error>,
) -> Result<Vec<&'a T>, Error> {
    let found = instances.into_iter().filter_map(|instance| match matches(instance) {
        Ok(is_match) => is_match.then_some(Ok(instance)),
        Err(error) => Some(Err(error)),
    });
    found.collect()
}

impl Size {
    fn plus(self, other: Self) -> Result<Self, Error> {
        let sum = Self { conditions: self.conditions + other.conditions, values: self.values + other.values };
        sum.check().map(|()| sum)
    }

    fn check(self) -> Result<(), Error> {
        let large = |most, what| Err(Error::value_error(format!("a filter has at most {most} {what}")));
        match self {
            Self { conditions, .. } if conditions > Filter::MAX_CONDITIONS => {
                large(Filter::MAX_CONDITIONS, "conditions")
            }
            Self { values, .. } if values > Filter::MAX_VALUES => large(Filter::MAX_VALUES, "values"),
            _ => Ok(()),
        }
    }
}

#[cold]
fn too_deep() -> Error {
    Error::value_error(format!("a filter is at most {} levels deep", Filter::MAX_DEPTH))
}

impl std::ops::Not for Filter {
    type Output = Self;

    fn not(self) -> Self {
        Self::not(self)
    }
}

/// What it asks, as Python would write it.
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}

impl fmt::Debug for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Filter({self})")
    }
}

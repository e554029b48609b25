//! The namespace of the body of an enumeration.

use indexmap::IndexSet;

use super::{Namespace, OrderedNamespace};
use crate::args::Args;
use crate::descriptor::is_descriptor;
use crate::error::Error;
use crate::factory::enumeration::auto::{chosen, unwrapped};
use crate::repr::repr;
use crate::value::{List, Set, Tuple, Value};

/// The namespace of an enumeration: keeps members and other attributes apart, refuses to define a member twice, and chooses
/// the values of [`auto()`](crate::auto): Python's `EnumDict`.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::{EnumNamespace, Function, Namespace, auto};
///
/// let mut names: Box<dyn Namespace> = Box::new(EnumNamespace::new("Color"));
/// names.set("RED", auto())?;
/// names.set("describe", Function::method("describe", |_| Ok("a color")))?;
/// names.set("BLUE", 7)?;
/// assert_eq!(names.set("RED", 3).unwrap_err().to_string(), "'RED' already defined as 1");
/// let members: Vec<_> = names.downcast_ref::<EnumNamespace>().into_iter().flat_map(EnumNamespace::members).collect();
/// assert_eq!(members, [("RED", 1.into()), ("BLUE", 7.into())]);
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct EnumNamespace {
    class: String,
    names: OrderedNamespace,
    members: IndexSet<String>,
    /// All values so far, those of aliases among them.
    values: List,
    ignored: Vec<String>,
    /// What chooses automatic values: `_generate_next_value_`.
    generate: Option<Value>,
    has_generated: bool,
}

/// Names with an underscore on both sides that mean something.
const KNOWN: [&str; 8] = [
    "_order_",
    "_generate_next_value_",
    "_numeric_repr_",
    "_missing_",
    "_ignore_",
    "_iter_member_",
    "_add_alias_",
    "_add_value_alias_",
];

impl EnumNamespace {
    /// Without names, for the body of the class of this name. Automatic values are 1, and one more than the highest so far.
    #[must_use]
    pub fn new(class: impl Into<String>) -> Self {
        Self {
            class: class.into(),
            names: OrderedNamespace::new(),
            members: IndexSet::new(),
            values: List::new(),
            ignored: vec![],
            generate: None,
            has_generated: false,
        }
    }

    /// With another function that chooses automatic values, of name, start, count of the members and values so far.
    #[must_use]
    pub fn with_generator(mut self, generate: impl Into<Value>) -> Self {
        self.generate = Some(generate.into());
        self
    }

    /// The members and their values, in the order of definition.
    pub fn members(&self) -> impl Iterator<Item = (&str, Value)> {
        self.members.iter().filter_map(|name| Some((&**name, self.names.find(name)?.clone())))
    }

    pub(crate) fn is_member(&self, name: &str) -> bool {
        self.members.contains(name)
    }

    /// The value for a name that has none of its own.
    pub(crate) fn next_value(&self, name: &str, start: i64) -> Result<Value, Error> {
        let (count, values) = (self.members.len(), self.values.clone());
        match &self.generate {
            Some(generate) => generate.call(Args::new().with(name).with(start).with(count).with(Value::from(values))),
            None => Ok(start.into()),
        }
    }

    /// A name that is there already.
    fn defined(&self, name: &str) -> Option<Error> {
        let value = self.names.find(name)?;
        Some(Error::type_error(format!("{} already defined as {}", repr(name), value.repr())))
    }

    fn insert_sunder(&mut self, name: &str, value: &Value) -> Result<(), Error> {
        match name {
            "_generate_next_value_" if self.has_generated => {
                return Err(Error::type_error("_generate_next_value_ must be defined before members"));
            }
            "_generate_next_value_" => self.generate = Some(value.clone()),
            "_ignore_" => self.ignore(value)?,
            _ if KNOWN.contains(&name) => {}
            _ => {
                let name = repr(name);
                return Err(Error::value_error(format!(
                    "_sunder_ names, such as {name}, are reserved for future Enum use"
                )));
            }
        }
        Ok(())
    }

    fn ignore(&mut self, names: &Value) -> Result<(), Error> {
        self.ignored = match names.as_str() {
            Some(names) => names.replace(',', " ").split_whitespace().map(str::to_owned).collect(),
            None => names.iterate()?.map(|name| name.to_string()).collect(),
        };
        let known = self.ignored.iter().filter(|name| self.members.contains(*name));
        let known = known.map(|name| Value::from(&**name).hash_key()).collect::<Result<Set, _>>()?;
        match known.is_empty() {
            true => Ok(()),
            false => Err(Error::value_error(format!("_ignore_ cannot specify already set names: {known}"))),
        }
    }

    /// A member: its value with all automatic ones chosen.
    fn insert_member(&mut self, name: &str, value: &Value) -> Result<(), Error> {
        let mut is_automatic = false;
        let mut choose = |namespace: &mut Self, value: &Value| match chosen(value, || namespace.next_value(name, 1)) {
            Some(chosen) => {
                is_automatic = true;
                namespace.has_generated = true;
                let chosen = chosen?;
                namespace.values.push(chosen.clone());
                Ok(chosen)
            }
            None => Ok(value.clone()),
        };
        let value = match value {
            Value::Tuple(items) => {
                items.iter().map(|item| choose(self, item)).collect::<Result<Tuple, Error>>()?.into()
            }
            value => choose(self, value)?,
        };
        if !is_automatic {
            self.values.push(value.clone());
        }
        self.members.insert(name.to_owned());
        self.names.insert(name, value)
    }
}

impl Namespace for EnumNamespace {
    fn class_name(&self) -> &'static str {
        "EnumDict"
    }

    fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
        let is_inner = |class: &crate::class::Class| class.qualname().ends_with(&format!("{}.{name}", self.class));
        match (&value, unwrapped(&value)) {
            _ if is_private(name) || is_dunder(name) => self.names.insert(name, value),
            _ if is_sunder(name) => {
                self.insert_sunder(name, &value)?;
                self.names.insert(name, value)
            }
            _ if self.members.contains(name) => {
                Err(self.defined(name).unwrap_or_else(|| Error::key_error(repr(name).to_string())))
            }
            _ if self.ignored.iter().any(|ignored| ignored == name) => self.names.insert(name, value),
            (_, Some((value, false))) => self.names.insert(name, value.clone()),
            (value, None) if is_descriptor(value) => self.names.insert(name, value.clone()),
            (Value::Class(class), None) if is_inner(class) => self.names.insert(name, value),
            (_, wrapped) => match self.defined(name) {
                Some(error) => Err(error),
                None => self.insert_member(name, wrapped.map_or(&value, |(value, _)| value)),
            },
        }
    }

    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
        self.names.look_up(name)
    }

    /// As in Python, what was a member once cannot be defined again.
    fn remove(&mut self, name: &str) -> Result<bool, Error> {
        self.names.remove(name)
    }

    /// Without what is only said to the namespace.
    fn entries(&self) -> Vec<(String, Value)> {
        let is_kept = |name: &str| name != "_ignore_" && !self.ignored.iter().any(|ignored| ignored == name);
        self.names.entries().into_iter().filter(|(name, _)| is_kept(name)).collect()
    }
}

/// `__x__`.
pub(crate) fn is_dunder(name: &str) -> bool {
    let inner = name.strip_prefix("__").and_then(|name| name.strip_suffix("__"));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.starts_with('_') && !inner.ends_with('_'))
}

/// `_x_`.
fn is_sunder(name: &str) -> bool {
    let inner = name.strip_prefix('_').and_then(|name| name.strip_suffix('_'));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.starts_with('_') && !inner.ends_with('_'))
}

/// `__x`, which Python would mangle.
fn is_private(name: &str) -> bool {
    name.strip_prefix("__").is_some_and(|name| !name.is_empty() && !name.starts_with('_') && !name.ends_with('_'))
}

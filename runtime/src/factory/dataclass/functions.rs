//! The functions of Python's `dataclasses`: for instances of every dataclass, compiled ones among them.

use super::entries::Entry;
use super::table::FieldTable;
use crate::args::Args;
use crate::error::Error;
use crate::field::Role;
use crate::function::enter;
use crate::instance::This;
use crate::repr::repr;
use crate::spec::{FieldSpec, Flags};
use crate::value::{Dict, List, Tuple, Value};

/// Is it a dataclass, or an instance of one?
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::dataclasses::is_dataclass;
///
/// let point = make_dataclass("Point", [("x", Field::int())]).build()?;
/// assert!(is_dataclass(&point.clone().into()) && is_dataclass(&point.instantiate(args!(1))?.into()));
/// assert!(!is_dataclass(&1.into()));
/// # Ok::<(), Error>(())
/// ```
#[must_use]
pub fn is_dataclass(value: &Value) -> bool {
    table(value).is_some()
}

fn table(value: &Value) -> Option<&FieldTable> {
    FieldTable::of(match value {
        Value::Class(class) => class,
        value => value.class(),
    })
}

/// The table of an instance, and of no class.
fn table_of_instance(value: &Value) -> Option<&FieldTable> {
    FieldTable::of(value.class())
}

/// The fields of a dataclass, or of an instance of one, in their order.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::dataclasses::fields;
///
/// let point = make_dataclass("Point", [("x", Field::int()), ("y", Field::int().default(0))]).build()?;
/// let names: Vec<String> = fields(&point.into())?.iter().map(|field| field.name().to_owned()).collect();
/// assert_eq!(names, ["x", "y"]);
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// A `TypeError` if it is none.
pub fn fields(value: &Value) -> Result<&[FieldSpec], Error> {
    let table = table(value).ok_or_else(|| Error::type_error("must be called with a dataclass type or instance"))?;
    Ok(table.spec().fields())
}

/// An instance as a dict, and so are instances within it: Python's `asdict`. Secret fields are left out.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::dataclasses::asdict;
///
/// let point = make_dataclass("Point", [("x", Field::int()), ("y", Field::int())]).build()?;
/// let line = make_dataclass("Line", [("ends", Field::any())]).build()?;
/// let ends = Value::from(vec![point.instantiate(args!(0, 0))?, point.instantiate(args!(3, 4))?]);
/// let line = line.instantiate(args!(ends))?;
/// assert_eq!(asdict(&line.into())?.to_string(), "{'ends': [{'x': 0, 'y': 0}, {'x': 3, 'y': 4}]}");
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// A `TypeError` if it is no instance of a dataclass, or if a key of a dict within it becomes a dict.
pub fn asdict(instance: &Value) -> Result<Value, Error> {
    asdict_with(instance, |entries| Ok(entries.into_iter().collect::<Dict>().into()))
}

/// The same with a function in the place of `dict`.
///
/// # Errors
/// Those of [`asdict`], and whatever the function fails with.
pub fn asdict_with(
    instance: &Value,
    dict_factory: impl Fn(Vec<(&str, Value)>) -> Result<Value, Error>,
) -> Result<Value, Error> {
    Inner { what: "asdict", build: &dict_factory, hides_secrets: true }.start(instance)
}

/// The values of an instance as a tuple, and so are instances within it: Python's `astuple`.
///
/// # Errors
/// Those of [`asdict`].
pub fn astuple(instance: &Value) -> Result<Value, Error> {
    astuple_with(instance, |values| Ok(Tuple::from(values).into()))
}

/// The same with a function in the place of `tuple`.
///
/// # Errors
/// Those of [`astuple`], and whatever the function fails with.
pub fn astuple_with(
    instance: &Value,
    tuple_factory: impl Fn(Vec<Value>) -> Result<Value, Error>,
) -> Result<Value, Error> {
    let unnamed = |entries: Vec<(&str, Value)>| tuple_factory(entries.into_iter().map(|(_, value)| value).collect());
    Inner { what: "astuple", build: &unnamed, hides_secrets: false }.start(instance)
}

/// Makes something of the names and values of an instance.
type Build<'a> = dyn Fn(Vec<(&str, Value)>) -> Result<Value, Error> + 'a;

/// What is done to an instance, and to those within it.
struct Inner<'a> {
    what: &'static str,
    build: &'a Build<'a>,
    hides_secrets: bool,
}

impl Inner<'_> {
    fn start(&self, instance: &Value) -> Result<Value, Error> {
        match table_of_instance(instance) {
            Some(table) => self.instance(instance, table),
            None => Err(Error::type_error(format!("{}() should be called on dataclass instances", self.what))),
        }
    }

    fn instance<'t>(&self, instance: &Value, table: &'t FieldTable) -> Result<Value, Error> {
        let fields = table.spec().fields().iter().filter(|field| !(self.hides_secrets && field.has(Flags::SECRET)));
        let entry = |field: &'t FieldSpec| {
            let value = instance.get_attr(field.name())?;
            Ok((field.name(), self.value(&value)?))
        };
        (self.build)(fields.map(entry).collect::<Result<_, Error>>()?)
    }

    /// A value within: what a cycle of shared instances leads to is a `RecursionError`.
    fn value(&self, value: &Value) -> Result<Value, Error> {
        let _entered = enter()?;
        match value {
            Value::List(items) => Ok(List::from(self.all(items)?).into()),
            Value::Tuple(items) => Ok(Tuple::from(self.all(items)?).into()),
            Value::Dict(entries) => {
                let mut dict = Dict::new();
                for (key, value) in entries.iter() {
                    dict.insert(self.value(key)?, self.value(value)?)?;
                }
                Ok(dict.into())
            }
            // As in Python, a named tuple stays what it is.
            Value::Opaque(opaque) if opaque.as_tuple().is_some() => Ok(value.clone()),
            Value::Instance(_) | Value::Shared(_) | Value::Opaque(_) => match table_of_instance(value) {
                Some(table) => self.instance(value, table),
                None => self.of_built_in(value),
            },
            leaf => Ok(leaf.clone()),
        }
    }

    /// An instance of a class that derives from `list`, `tuple` or `dict` stays one; a named tuple is made of its items.
    fn of_built_in(&self, value: &Value) -> Result<Value, Error> {
        match &*value.plain() {
            plain @ (Value::List(_) | Value::Tuple(_) | Value::Dict(_)) => {
                let (class, inner) = (value.class(), Args::new().with(self.value(plain)?));
                if class.spec().is_tuple() { class.call_method("_make", inner) } else { class.call(inner) }
            }
            _ => Ok(value.clone()),
        }
    }

    fn all(&self, items: &[Value]) -> Result<Vec<Value>, Error> {
        items.iter().map(|item| self.value(item)).collect()
    }
}

/// A new instance of the class of another, with other values for some fields: Python's `replace`.
///
/// The constructor runs again, with `__post_init__`; what it does not take is not copied.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::dataclasses::replace;
///
/// let point = make_dataclass("Point", [("x", Field::int()), ("y", Field::int())]).frozen(true).build()?;
/// let p = point.instantiate(args!(1, 2))?;
/// assert_eq!(replace(&p.into(), args!(y = 9))?.to_string(), "Point(x=1, y=9)");
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// A `TypeError` if it is no instance of a dataclass, for an argument that is not by name or that the constructor does not
/// take, and for an [`init_var`](crate::Field::init_var) that is missing; whatever the constructor fails with.
#[doc(alias = "copy.replace")]
pub fn replace(instance: &Value, changes: Args) -> Result<Value, Error> {
    match table_of_instance(instance) {
        Some(_) => instance.call_method("__replace__", changes),
        None => Err(Error::type_error("replace() should be called on dataclass instances")),
    }
}

/// `__replace__`.
pub(super) fn replaced(this: &This<'_>, changes: Args) -> Result<Value, Error> {
    if !changes.positional().is_empty() {
        let given = changes.positional().len() + 1;
        let name = format!("{}.__replace__", this.class().qualname());
        return Err(Error::type_error(format!("{name}() takes 1 positional argument but {given} were given")));
    }
    let class = this.class();
    let Some(table) = FieldTable::of(class) else {
        return Err(Error::type_error("replace() should be called on dataclass instances"));
    };
    let mut args = changes;
    for Entry { spec: field, role } in table.entries().iter() {
        let name = field.name();
        match (role, field.has(Flags::INIT), args.keyword(name).is_some()) {
            (Role::ClassVar, ..) | (_, false, false) | (_, true, true) => {}
            (_, false, true) => {
                return Err(Error::type_error(format!(
                    "field {name} is declared with init=False, it cannot be specified with replace()"
                )));
            }
            (Role::InitVar, true, false) if field.default().is_required() => {
                return Err(Error::type_error(format!("InitVar {} must be specified with replace()", repr(name))));
            }
            (_, true, false) => args = args.with_keyword(name.to_owned(), this.get(name)?),
        }
    }
    class.call(args)
}

//! Named tuples made at run time: `collections.namedtuple` and `typing.NamedTuple`.

mod item;
mod methods;
mod names;

use std::sync::{Arc, LazyLock};

pub use names::FieldNames;
use names::{NamedField, check, renamed};

use crate::class::{Class, Common, Row, bind_descriptors, builtins, define_described};
use crate::error::Error;
use crate::field::Field;
use crate::spec::{ClassSpec, DefaultSpec, FieldBody, FieldSpec, List, Options, Ref, Text};
use crate::symbol::{Names, Sym};
use crate::value::{Dict, Tuple, Value};

/// Makes a class of tuples whose items have names: Python's `collections.namedtuple`, and `typing.NamedTuple` if the fields
/// have types.
///
/// The names are a text, split at white space and commas, or a list of names; with [`Field`]s they are `(name, field)`,
/// and what an instance is made of is checked. [`namedtuple!`](crate::namedtuple!) does the same at compile time.
///
/// ```
/// use metaclass::prelude::*;
///
/// let point = namedtuple("Point", "x y").defaults([0]).build()?;
/// let p = point.call(args!(3))?;
/// assert_eq!(p.to_string(), "Point(x=3, y=0)");
/// assert_eq!((p.get_attr("x")?, p.get_item(&(-1).into())?, p.len()?), (3.into(), 0.into(), 2));
/// assert_eq!(p.call_method("_replace", args!(y = 4))?.to_string(), "Point(x=3, y=4)");
/// assert_eq!(p.call_method("_asdict", args!())?.to_string(), "{'x': 3, 'y': 0}");
/// assert_eq!(point.call_method("_make", args!([5, 6]))?.to_string(), "Point(x=5, y=6)");
/// assert_eq!(point.get("_fields")?.to_string(), "('x', 'y')");
///
/// let pair = namedtuple("Pair", [("name", Field::str()), ("count", Field::int().default(1))]).build()?;
/// assert_eq!(pair.spec().signature().to_string(), "(name: str, count: int = 1)");
/// let error = pair.call(args!("a", "b")).unwrap_err();
/// assert_eq!(error.to_string(), "Pair.__new__.count: expected int, got str");
/// # Ok::<(), Error>(())
/// ```
#[doc(alias = "collections.namedtuple")]
pub fn namedtuple(name: impl AsRef<str>, fields: impl FieldNames) -> NamedTupleBuilder {
    NamedTupleBuilder {
        name: Text::copied(name.as_ref()),
        fields: fields.__fields(),
        rename: false,
        defaults: vec![],
        module: Text::new("__main__"),
        doc: None,
        attrs: vec![],
    }
}

/// A named tuple to be: [`namedtuple`] begins it, [`build`](Self::build) makes the class.
#[must_use = "a class is made by `build`"]
pub struct NamedTupleBuilder {
    name: Text,
    fields: Result<Vec<NamedField>, Error>,
    rename: bool,
    defaults: Vec<Value>,
    module: Text,
    doc: Option<String>,
    attrs: Vec<(String, Value)>,
}

impl NamedTupleBuilder {
    /// Are names that cannot be ones replaced by their positions: `_1`?
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let row = namedtuple("Row", "id class id").rename(true).build()?;
    /// assert_eq!(row.get("_fields")?.to_string(), "('id', '_1', '_2')");
    /// let error = namedtuple("Row", "id class").build().unwrap_err();
    /// assert_eq!(error.to_string(), "Type names and field names cannot be a keyword: 'class'");
    /// # Ok::<(), Error>(())
    /// ```
    pub const fn rename(mut self, rename: bool) -> Self {
        self.rename = rename;
        self
    }

    /// With defaults of the last fields.
    pub fn defaults<V: Into<Value>>(mut self, defaults: impl IntoIterator<Item = V>) -> Self {
        self.defaults = defaults.into_iter().map(Into::into).collect();
        self
    }

    /// In this module; `__main__` without.
    pub fn module(mut self, module: impl Into<String>) -> Self {
        self.module = Text::from(module.into());
        self
    }

    /// With this documentation; `Point(x, y)` without.
    pub fn doc(mut self, doc: impl Into<String>) -> Self {
        self.doc = Some(doc.into());
        self
    }

    /// With an attribute beside the fields, a method for example: what stands in the body of a `typing.NamedTuple`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::Function;
    ///
    /// let area = Function::method("area", |this| this.get("w")?.mul(&this.get("h")?));
    /// let size = namedtuple("Size", [("w", Field::int()), ("h", Field::int())]).attr("area", area).build()?;
    /// assert_eq!(size.call(args!(2, 3))?.call_method("area", args!())?, 6.into());
    /// # Ok::<(), Error>(())
    /// ```
    pub fn attr(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.attrs.push((name.into(), value.into()));
        self
    }

    /// Makes the class.
    ///
    /// # Errors
    /// A `ValueError` for a name that cannot be one, with the text of CPython; a `TypeError` for more defaults than fields,
    /// for a field without a default behind one with, and for what [`Field::build`] refuses; an `AttributeError` for an
    /// attribute that a named tuple has itself.
    pub fn build(self) -> Result<Class, Error> {
        let Self { name, fields, rename, defaults, module, doc, attrs } = self;
        let mut fields = fields?;
        in_order(&fields)?;
        if rename {
            renamed(&mut fields);
        }
        check(&name, &fields, rename)?;
        let names: Names = fields.iter().map(|field| Sym::from(&field.name)).collect();
        let fields = specs(fields, &names, defaults)?;
        methods::refuse_overwriting(&attrs)?;
        let doc = doc.unwrap_or_else(|| documentation(&name, &fields));
        let written = |(attr, mut value): (String, Value)| {
            if let Value::Function(function) = &mut value {
                function.define_in(&name);
            }
            (Sym::new(&attr), value.into())
        };
        let has_attrs = !attrs.is_empty();
        let mut own = attributes(&names, &fields);
        own.extend(attrs.into_iter().map(written));
        let spec = ClassSpec::made(name.clone(), fields)
            .with_module(module)
            .with_doc(Text::from(doc))
            .with_options(Options::DEFAULT.with(Options::NAMED_TUPLE));
        let class = define_described(Arc::new(spec), names, std::slice::from_ref(builtins::tuple()), own)?;
        if has_attrs {
            bind_descriptors(&class)?;
        }
        Ok(class)
    }
}

/// Behind a field with a default, each must have one.
fn in_order(fields: &[NamedField]) -> Result<(), Error> {
    let has_default = |field: &&NamedField| field.field.as_deref().is_some_and(Field::has_default);
    let first = fields.iter().position(|field| has_default(&field));
    let Some(rest) = first.and_then(|first| fields.get(first..)) else { return Ok(()) };
    let Some(at) = rest.iter().position(|field| field.field.is_some() && !has_default(&field)) else { return Ok(()) };
    let before: Vec<&str> = rest.iter().take(at).map(|field| &*field.name).collect();
    let (plural, before) = (if at > 1 { "s" } else { "" }, before.join(", "));
    let name = rest.get(at).map_or("", |field| &*field.name);
    Err(Error::type_error(format!("Non-default namedtuple field {name} cannot follow default field{plural} {before}")))
}

/// The descriptions of the fields, of which the last ones have these defaults.
fn specs(fields: Vec<NamedField>, names: &[Sym], defaults: Vec<Value>) -> Result<List<FieldSpec>, Error> {
    let bare = |name: &Sym| FieldSpec::of((*name).into(), Ref::Static(FieldBody::PLAIN_ANY));
    let Some(required) = fields.len().checked_sub(defaults.len()) else {
        return Err(Error::type_error("Got more default values than field names"));
    };
    if defaults.is_empty() && fields.iter().all(|field| field.field.is_none()) {
        return Ok(names.iter().map(bare).collect());
    }
    let mut defaults = defaults.into_iter();
    let spec = |(i, (name, NamedField { field, .. })): (usize, (&Sym, NamedField))| {
        let default = if i < required { None } else { defaults.next() };
        match (field, default) {
            (Some(field), Some(default)) => field.default(default).build_as((*name).into()),
            (Some(field), None) => field.build_as((*name).into()),
            (None, Some(default)) => Ok(bare(name).with_default(DefaultSpec::of(default))),
            (None, None) => Ok(bare(name)),
        }
    };
    names.iter().zip(fields).enumerate().map(spec).collect()
}

/// What Python writes where there is nothing else: `Point(x, y)`.
fn documentation(name: &str, fields: &[FieldSpec]) -> String {
    let names = || fields.iter().map(FieldSpec::name);
    let mut text = String::with_capacity(name.len() + names().map(|name| name.len() + 2).sum::<usize>() + 2);
    text += name;
    text += "(";
    for (i, name) in names().enumerate() {
        text += if i > 0 { ", " } else { "" };
        text += name;
    }
    text + if fields.len() == 1 { ",)" } else { ")" }
}

/// What the class has itself, in the order of CPython.
fn attributes(names: &[Sym], fields: &[FieldSpec]) -> Vec<(Sym, Row)> {
    static NAMES: LazyLock<[Sym; 4]> =
        LazyLock::new(|| ["__slots__", "_fields", "_field_defaults", "__match_args__"].map(Sym::new));
    /// No slots, and no defaults.
    static NOTHING: LazyLock<[Common; 2]> =
        LazyLock::new(|| [Value::from(Tuple::new()), Dict::new().into()].map(Common::from));
    let [no_slots, no_defaults] = &*NOTHING;
    let defaults = || fields.iter().filter_map(|field| Some((field.name(), field.default().value()?)));
    let defaults = match fields.iter().all(|field| field.default().is_required()) {
        true => Row::of_common(no_defaults),
        false => Value::from(defaults().collect::<Dict>()).into(),
    };
    let items: Value = names.iter().map(|name| name.to_value()).collect::<Tuple>().into();
    let functions = methods::all();
    let mut own = Vec::with_capacity(NAMES.len() + functions.len() + names.len());
    own.extend(NAMES.iter().copied().zip([Row::of_common(no_slots), items.clone().into(), defaults, items.into()]));
    own.extend(functions.iter().map(|(name, function)| (*name, Row::of_common(function))));
    own.extend(names.iter().enumerate().map(|(i, name)| (*name, item::row(i))));
    own
}

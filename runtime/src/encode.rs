//! Writing data: what values, reports and parts of descriptions are to serde.

use serde::ser::{
    Error, Serialize, SerializeMap as _, SerializeSeq as _, SerializeStruct as _, SerializeTuple as _, Serializer,
};

use crate::factory::enumeration::value_of_member;
use crate::instance::Instance;
use crate::path::Path;
use crate::spec::{Flags, Literal};
use crate::validate::{Issue, Params, ValidationError};
use crate::value::{Bytes, Dict, Float, Key, List, Number, OpaqueValue, Set, Str, Tuple, Value, Wide};

/// How deep lists, tuples, sets and dicts may be nested in each other: serde writes them by recursion.
const MAX_DEPTH: u8 = 128;

/// As the data that it is: `None` as none, lists, tuples and sets as sequences, dicts as maps, an instance of a
/// compiled class as its [`to_dict`](crate::Dataclass::to_dict), and of a named tuple as a sequence.
///
/// The keys of a dict are written as they are; what of them a format takes, it decides itself: JSON makes texts of
/// integers and truth values, and refuses tuples. It also decides on NaN, which JSON writes as `null`.
///
/// It is an error of the serializer if the value holds a Rust value that is no instance of a class, or is nested deeper
/// than 128 levels.
///
/// ```
/// use metaclass::Value;
/// use metaclass::value::Dict;
///
/// let tags = Value::from(vec!["a", "b"]);
/// let value = Value::from(Dict::from([("tags", tags), ("size", 0.5.into()), ("owner", Value::None)]));
/// assert_eq!(serde_json::to_string(&value)?, r#"{"tags":["a","b"],"size":0.5,"owner":null}"#);
///
/// let error = serde_json::to_string(&Value::foreign('x')).unwrap_err();
/// assert_eq!(error.to_string(), "cannot be serialized: 'char' is no dataclass");
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Nested { value: self, depth: 0 }.serialize(serializer)
    }
}

/// A value within so many others.
#[derive(Clone, Copy)]
struct Nested<'a> {
    value: &'a Value,
    depth: u8,
}

impl Serialize for Nested<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value.plain_ref() {
            Value::List(items) => self.sequence(items.iter(), serializer),
            Value::Tuple(items) => self.sequence(items.iter(), serializer),
            Value::Set(members) => self.sequence(members.iter(), serializer),
            Value::Dict(dict) => self.map(dict, serializer),
            Value::Opaque(value) => self.opaque(value, serializer),
            Value::Instance(instance) => match value_of_member(instance) {
                Some(value) => Nested { value, ..*self }.serialize(serializer),
                None => self.instance(instance, serializer),
            },
            Value::Shared(shared) => match shared.to_instance() {
                Ok(instance) => Nested { value: &instance.into(), ..*self }.serialize(serializer),
                Err(error) => Err(S::Error::custom(error)),
            },
            Value::Class(_) | Value::WeakClass(_) | Value::Function(_) | Value::Descriptor(_) => {
                Err(no_dataclass(self.value.type_name()))
            }
            leaf => write_leaf(leaf, serializer),
        }
    }
}

// Each level costs what these take of the stack: the loops are plain, and what is rare stands apart.
impl Nested<'_> {
    fn sequence<'v, S: Serializer>(
        self,
        items: impl ExactSizeIterator<Item = &'v Value>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let depth = self.inner_depth()?;
        let mut sequence = serializer.serialize_seq(Some(items.len()))?;
        for value in items {
            sequence.serialize_element(&Nested { value, depth })?;
        }
        sequence.end()
    }

    fn map<S: Serializer>(self, dict: &Dict, serializer: S) -> Result<S::Ok, S::Error> {
        let depth = self.inner_depth()?;
        let mut map = serializer.serialize_map(Some(dict.len()))?;
        for (key, value) in dict.iter() {
            map.serialize_entry(&Nested { value: key, depth }, &Nested { value, depth })?;
        }
        map.end()
    }

    /// The fields by their names in data, without secrets; all attributes of an instance whose class has no fields.
    fn instance<S: Serializer>(self, instance: &Instance, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = instance.class().spec().fields();
        if fields.is_empty() {
            return self.map(&instance.vars(), serializer);
        }
        let depth = self.inner_depth()?;
        let mut map = serializer.serialize_map(None)?;
        for field in fields.iter().filter(|field| !field.has(Flags::SECRET)) {
            match instance.get_own(field.name()) {
                Some(value) if field.is_absent_as(value) => {}
                Some(value) => map.serialize_entry(field.key(), &Nested { value, depth })?,
                // The default of a field that the constructor does not take lies in the class.
                None => match instance.get(field.name()) {
                    Ok(value) => map.serialize_entry(field.key(), &Nested { value: &value, depth })?,
                    Err(error) => return Err(S::Error::custom(error)),
                },
            }
        }
        map.end()
    }

    fn opaque<S: Serializer>(self, value: &OpaqueValue, serializer: S) -> Result<S::Ok, S::Error> {
        match (value.as_tuple(), value.get().to_dict()) {
            (Some(items), _) => self.sequence(items.iter(), serializer),
            (None, Some(fields)) => self.map(&fields, serializer),
            (None, None) => Err(no_dataclass(value.get().type_name())),
        }
    }

    /// How deep is what it holds?
    fn inner_depth<E: Error>(self) -> Result<u8, E> {
        match self.depth < MAX_DEPTH {
            true => Ok(self.depth + 1),
            false => Err(too_deep()),
        }
    }
}

#[cold]
fn too_deep<E: Error>() -> E {
    E::custom(format_args!("nested deeper than {MAX_DEPTH} levels"))
}

#[cold]
fn no_dataclass<E: Error>(class: &str) -> E {
    E::custom(format_args!("cannot be serialized: '{class}' is no dataclass"))
}

fn write_leaf<S: Serializer>(value: &Value, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Value::False => serializer.serialize_bool(false),
        Value::True => serializer.serialize_bool(true),
        Value::Int(value) => serializer.serialize_i64(*value),
        Value::Wide(value) => integer(value.get(), serializer),
        Value::Float(value) => serializer.serialize_f64(value.get()),
        Value::Str(text) => serializer.serialize_str(text),
        Value::Bytes(bytes) => serializer.serialize_bytes(bytes),
        // What holds others is written level by level; what is left is none.
        _ => serializer.serialize_none(),
    }
}

/// An integer as the smallest type that every format has.
fn integer<S: Serializer>(value: i128, serializer: S) -> Result<S::Ok, S::Error> {
    match (i64::try_from(value), u64::try_from(value)) {
        (Ok(value), _) => serializer.serialize_i64(value),
        (_, Ok(value)) => serializer.serialize_u64(value),
        _ => serializer.serialize_i128(value),
    }
}

macro_rules! like_values {
    ($($type:ty => $value:expr;)*) => {$(
        /// Like the [`Value`] that it is.
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // What is large is counted, and not copied.
                $value(self.clone()).serialize(serializer)
            }
        }
    )*};
}

like_values! {
    Wide => Value::Wide;
    Float => Value::Float;
    Number => Value::from;
    Str => Value::Str;
    Bytes => Value::Bytes;
    List => Value::List;
    Tuple => Value::Tuple;
    Set => Value::Set;
    Dict => Value::Dict;
    OpaqueValue => Value::Opaque;
    Key => Key::into_value;
}

/// Its fields by their names in data, without secrets; all attributes of an instance whose class has no fields.
///
/// ```
/// use metaclass::prelude::*;
///
/// let user = make_dataclass("User", [("name", Field::str().rename("userName")), ("pin", Field::int().secret())]).build()?;
/// let ann = user.instantiate(args!("Ann", 7))?;
/// assert_eq!(serde_json::to_string(&ann).unwrap(), r#"{"userName":"Ann"}"#);
/// # Ok::<(), Error>(())
/// ```
impl Serialize for Instance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.class().layout().payload() {
            // It is a text, a list or the like.
            Some(_) => Value::from(self.clone()).serialize(serializer),
            None => Nested { value: &Value::None, depth: 0 }.instance(self, serializer),
        }
    }
}

/// As the value that it stands for.
impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::from(self).serialize(serializer)
    }
}

/// As a JSON Pointer: `/addr/lines/2`.
impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.pointer())
    }
}

/// As a map, in the order in which they were given.
impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Of two of the same name the first counts, as it does for `get`.
        let is_first = |(i, name): (usize, &str)| self.iter().take(i).all(|(earlier, _)| earlier != name);
        let params: Vec<_> = self.iter().enumerate().filter(|(i, (name, _))| is_first((*i, name))).collect();
        serializer.collect_map(params.into_iter().map(|(_, param)| param))
    }
}

/// As `{path, code, params, message}`; and `line` and `column`, once they are known.
///
/// The path is a JSON Pointer; that of a faulty key is the place to which the key leads. The message is that in
/// English, unless the fault has its own.
///
/// ```
/// use metaclass::validate::Issue;
///
/// let issue = Issue::new("min_value").with_param("limit", 0).at("age").with_place(2, 9);
/// assert_eq!(
///     serde_json::to_string(&issue)?,
///     r#"{"path":"/age","code":"min_value","params":{"limit":0},"message":"must be at least 0","line":2,"column":9}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = self.line().zip(self.column());
        let mut issue = serializer.serialize_struct("Issue", if place.is_some() { 6 } else { 4 })?;
        issue.serialize_field("path", self.path())?;
        issue.serialize_field("code", self.code())?;
        issue.serialize_field("params", self.params())?;
        issue.serialize_field("message", &self.message())?;
        match place {
            Some((line, column)) => {
                issue.serialize_field("line", &line)?;
                issue.serialize_field("column", &column)?;
            }
            None => {
                issue.skip_field("line")?;
                issue.skip_field("column")?;
            }
        }
        issue.end()
    }
}

/// As the sequence of its [faults](Issue); whether there were more is told by [`truncated`](ValidationError::truncated)
/// alone.
///
/// ```
/// use metaclass::Field;
/// use metaclass::spec::ClassSpec;
/// use metaclass::value::Dict;
///
/// let user = ClassSpec::define("User", [("name", Field::str())])?;
/// let error = user.validate(&Dict::new()).unwrap_err();
/// assert_eq!(
///     serde_json::to_value(&error).unwrap(),
///     serde_json::json!([{"path": "/name", "code": "missing", "params": {}, "message": "required"}])
/// );
/// # Ok::<(), metaclass::Error>(())
/// ```
impl Serialize for ValidationError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.issues())
    }
}

/// The fields of an instance, written one after the other; the first error ends it.
pub struct Fields<S: Serializer> {
    state: Result<S::SerializeStruct, S::Error>,
    /// Does the format write places and no names?
    is_compact: bool,
}

impl<S: Serializer> Fields<S> {
    /// An instance of a class with so many fields that are read, and so many that are not.
    #[inline]
    pub fn new(serializer: S, class: &'static str, read: usize, computed: usize) -> Self {
        let is_compact = !serializer.is_human_readable();
        let count = if is_compact { read } else { read + computed };
        Self { state: serializer.serialize_struct(class, count), is_compact }
    }

    /// Writes a field.
    #[inline]
    #[must_use]
    pub fn field<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Self {
        let state = self.state.and_then(|mut state| state.serialize_field(name, value).map(|()| state));
        Self { state, ..self }
    }

    /// Writes a field that is not read again, which has no place where only places are written.
    #[inline]
    #[must_use]
    pub fn computed<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Self {
        if self.is_compact { self } else { self.field(name, value) }
    }

    /// What was written.
    ///
    /// # Errors
    /// The first error.
    #[inline]
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.state?.end()
    }
}

/// The items of a named tuple, written one after the other; the first error ends it.
pub struct Elements<S: Serializer>(Result<S::SerializeTuple, S::Error>);

impl<S: Serializer> Elements<S> {
    /// So many items.
    #[inline]
    pub fn new(serializer: S, count: usize) -> Self {
        Self(serializer.serialize_tuple(count))
    }

    /// Writes an item.
    #[inline]
    #[must_use]
    pub fn item<T: Serialize + ?Sized>(self, value: &T) -> Self {
        Self(self.0.and_then(|mut state| state.serialize_element(value).map(|()| state)))
    }

    /// What was written.
    ///
    /// # Errors
    /// The first error.
    #[inline]
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}

#[cfg(test)]
mod tests;

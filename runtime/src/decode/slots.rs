//! Instances of classes that are described at run time: a value for each field.

use std::any::Any;
use std::fmt::{self, Write as _};

use crate::error::Error;
use crate::instance::Places;
use crate::spec::{ClassRef, ClassSpec, FieldSpec, Flags};
use crate::value::{Dict, Opaque, Tuple, Value, no_attribute};

/// What was read of an instance of a class that is described at run time: a value for each field, in their order.
///
/// `Display` gives Python's repr.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use metaclass::Field;
/// use metaclass::spec::ClassSpec;
///
/// let fields = [("x", Field::int()), ("y", Field::int().default(0))];
/// let point = ClassSpec::define("Point", fields).unwrap();
/// let p = point.decode_json(r#"{"x": 3}"#).unwrap();
/// assert_eq!(p.get("y"), Some(&0.into()));
/// assert_eq!(p.to_string(), "Point(x=3, y=0)");
/// # }
/// ```
#[derive(Clone)]
pub struct Slots<'s> {
    owner: Owner<'s>,
    values: Box<[Value]>,
}

/// Where the description is.
#[derive(Clone)]
pub(super) enum Owner<'s> {
    Borrowed(&'s ClassSpec),
    Class(ClassRef),
}

impl<'s> Slots<'s> {
    pub(super) fn new(owner: Owner<'s>, mut values: Places) -> Self {
        Self { owner, values: values.iter_mut().map(|value| value.take().unwrap_or_default()).collect() }
    }

    /// The description of the class.
    fn spec(&self) -> Option<&ClassSpec> {
        match &self.owner {
            Owner::Borrowed(spec) => Some(spec),
            Owner::Class(class) => class.spec(),
        }
    }

    fn fields(&self) -> &[FieldSpec] {
        self.spec().map_or(&[], ClassSpec::fields)
    }

    /// The value of the field of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let index = self.fields().iter().position(|field| field.name() == name)?;
        self.values.get(index)
    }

    /// Names and values, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.fields().iter().map(FieldSpec::name).zip(&*self.values)
    }

    /// The values, in the order of the fields.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// Python's `asdict`, without secrets.
    #[must_use]
    pub fn to_dict(&self) -> Dict {
        let shown = self.fields().iter().zip(&*self.values).filter(|(field, _)| !field.has(Flags::SECRET));
        shown.map(|(field, value)| (field.name(), dict_of(value))).collect()
    }
}

/// Instances as dicts, through lists, tuples and dicts.
fn dict_of(value: &Value) -> Value {
    match value {
        Value::Opaque(object) => object.get().to_dict().map_or_else(|| value.clone(), Value::from),
        Value::List(items) => items.iter().map(dict_of).collect::<Vec<_>>().into(),
        Value::Tuple(items) => Tuple::from(items.iter().map(dict_of).collect::<Vec<_>>()).into(),
        Value::Dict(entries) => {
            let mut dict = Dict::new();
            for (key, value) in entries.keys().zip(entries.values()) {
                dict.insert_key(key.clone(), dict_of(value));
            }
            dict.into()
        }
        value => value.clone(),
    }
}

impl PartialEq for Slots<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.spec() == other.spec() && self.values == other.values
    }
}

impl fmt::Display for Slots<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(", self.spec().map_or("object", ClassSpec::name))?;
        let shown = self.fields().iter().zip(&*self.values).filter(|(field, _)| field.has(Flags::REPR));
        for (i, (field, value)) in shown.enumerate() {
            write!(f, "{}{}=", if i > 0 { ", " } else { "" }, field.name())?;
            match field.has(Flags::SECRET) {
                true => f.write_str("***")?,
                false => write!(f, "{}", value.repr())?,
            }
        }
        f.write_char(')')
    }
}

impl fmt::Debug for Slots<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An instance within a value.
impl Opaque for Slots<'static> {
    fn type_name(&self) -> &str {
        Self::spec(self).map_or("object", ClassSpec::name)
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn clone_box(&self) -> Box<dyn Opaque> {
        Box::new(self.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }

    fn is_equal(&self, other: &dyn Opaque) -> bool {
        other.as_any().downcast_ref().is_some_and(|other: &Self| self == other)
    }

    fn get(&self, name: &str) -> Result<Value, Error> {
        Self::get(self, name).cloned().ok_or_else(|| no_attribute(self.type_name(), name))
    }

    fn spec(&self) -> Option<&ClassSpec> {
        Self::spec(self)
    }

    fn to_dict(&self) -> Option<Dict> {
        let is_tuple = self.spec().is_some_and(ClassSpec::is_tuple);
        (!is_tuple).then(|| Self::to_dict(self))
    }
}

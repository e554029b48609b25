//! Named tuples made at compile time: what all of them can do besides what every class can.

use crate::dataclass::Dataclass;
use crate::error::Error;
use crate::field_type::FieldType;
use crate::spec::{ClassSpec, FieldSpec};
use crate::value::{Dict, Tuple, Value, short_type_name};

/// A class whose instances are tuples, made by [`namedtuple!`](crate::namedtuple!).
///
/// Import it, by itself or with the [prelude](crate::prelude), to call its methods. What Python writes with an
/// underscore before it has none here, since fields and methods have names of their own in Rust.
///
/// | Python | here |
/// |---|---|
/// | `Point._fields`, `len(p)` | [`FIELDS`](Self::FIELDS), [`LEN`](Self::LEN) |
/// | `Point._make(items)` | [`make`](Self::make) |
/// | `Point._field_defaults` | [`field_defaults`](Self::field_defaults) |
/// | `p._asdict()` | [`to_dict`](Dataclass::to_dict) |
/// | `p._replace(x=1)` | `Point!(x = 1, ..p)` |
/// | `p[-1]` | [`at(-1)`](Self::at); `p[1]` if all fields are of one type |
/// | `p.count(v)`, `p.index(v)` | [`count`](Self::count), [`index_of`](Self::index_of) |
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use metaclass::prelude::*;
///
/// namedtuple! { pub struct Point { x: f64, y: f64 = 0.0 } }
///
/// let p = Point!(3.0);
/// assert_eq!(p, (3.0, 0.0));
/// assert_eq!(Point::FIELDS, ["x", "y"]);
/// assert_eq!(Point::make([1, 2]).unwrap_err().to_string(), "[0]: expected float, got int");
/// assert_eq!(p.at(-1)?, 0.0.into());
/// # }
/// # Ok::<(), metaclass::Error>(())
/// ```
#[diagnostic::on_unimplemented(message = "`{Self}` is no named tuple", note = "write it with `namedtuple!`")]
#[doc(alias = "_fields")]
pub trait NamedTuple: Dataclass {
    /// The names of the fields, in their order.
    const FIELDS: &'static [&'static str];

    /// How many fields there are.
    const LEN: usize = Self::FIELDS.len();

    /// Makes an instance of the items of a list, a tuple or anything else that can be iterated.
    ///
    /// As in Python, defaults stand in for nothing.
    ///
    /// # Errors
    /// A `TypeError` if there are not as many items as fields, or if one is of another type.
    #[doc(alias = "_make")]
    fn make(items: impl IntoIterator<Item = impl Into<Value>>) -> Result<Self, Error>
    where
        Self: FieldType,
    {
        make(items.into_iter().map(Into::into).collect(), Self::LEN)
    }

    /// The defaults of the fields that have one, made anew, in the order of the fields.
    ///
    /// One that looks at other fields is left out.
    #[doc(alias = "_field_defaults")]
    #[must_use]
    fn field_defaults() -> Dict {
        let fields = Self::fields().iter();
        fields.filter_map(|field| Some((field.name(), field.default().value()?))).collect()
    }

    /// The item at a position, counted from 0, or from the end if it is negative: the last is at -1.
    ///
    /// # Errors
    /// An `IndexError` if there is no such position; a `TypeError` if the item's type has no conversion and cannot be
    /// copied.
    #[doc(alias = "__getitem__")]
    fn at(&self, index: isize) -> Result<Value, Error>
    where
        Self: FieldType,
    {
        let from_start = if index < 0 { Self::LEN.checked_add_signed(index) } else { index.try_into().ok() };
        let field = from_start.and_then(|index| Self::fields().get(index).map(|field| (index, field)));
        let (index, field) = field.ok_or_else(|| Error::index_error(OUT_OF_RANGE))?;
        self.__field(index).to_value(field.ty())
    }

    /// How many items are equal to a value, as Python compares them.
    #[must_use]
    fn count(&self, value: impl Into<Value>) -> usize
    where
        Self: FieldType,
    {
        let value = value.into();
        items(self).filter(|item| item.as_ref() == Some(&value)).count()
    }

    /// The position of the first item that is equal to a value, as Python compares them.
    ///
    /// # Errors
    /// A `ValueError` if there is none.
    #[doc(alias = "index")]
    fn index_of(&self, value: impl Into<Value>) -> Result<usize, Error>
    where
        Self: FieldType,
    {
        let value = value.into();
        let found = items(self).position(|item| item.as_ref() == Some(&value));
        found.ok_or_else(|| Error::value_error("tuple.index(x): x not in tuple"))
    }
}

/// Python's text for a position that there is not.
const OUT_OF_RANGE: &str = "tuple index out of range";

/// Declares a class whose instances are tuples.
///
/// ```
/// use metaclass::prelude::*;
///
/// namedtuple! { pub struct Point { x: f64, y: f64 = 0.0 } }       // typing.NamedTuple
/// namedtuple!(pub Color, "red green blue");                       // collections.namedtuple: a type parameter for each field
/// namedtuple!(pub Row, ["id", "class", "id"], rename = true);     // id, _1, _2
/// namedtuple!(pub Pixel, "x y on", defaults = [0, true]);
///
/// let c = Color::new(255, 128, 0);
/// assert_eq!(c.to_string(), "Color(red=255, green=128, blue=0)");
/// assert_eq!(c, (255, 128, 0));
/// assert_eq!(c[1], 128);
/// let (r, g, b) = c.into();
/// assert_eq!(Point!(y = 2.0, ..Point!(1.0)), (1.0, 2.0));
/// assert_eq!(Pixel!(7), (7, 0, true));
/// ```
///
/// A struct is one that derives [`Dataclass`](derive@crate::Dataclass), with its options, but for those that a tuple
/// cannot have. Besides what that has, and [`NamedTuple`],
///
/// * it is equal to its tuple, ordered with it and hashed as it is, copied and cloned, if its items are;
/// * it is made from its tuple and turned into it with `From`; it is read and written as a sequence, if the feature `serde`
///   is on, unless `#[dataclass(serde = false)]` says otherwise;
/// * it is indexed and iterated if all of its fields are written with one type;
/// * `Display` prints the repr, and a field without a visibility is as visible as its struct.
///
/// Names in text are those of `collections.namedtuple`: identifiers without an underscore before them, each once. With
/// `rename = true`, what is none is replaced by its position, and so is a keyword of Python. Without it, a keyword is a
/// name: one of Rust is written `r#type` then, and shown as `type`.
#[cfg(feature = "derive")]
#[cfg_attr(docsrs, doc(cfg(feature = "derive")))]
#[macro_export]
macro_rules! namedtuple {
    ($($tokens:tt)*) => {
        $crate::__namedtuple! { $crate { $($tokens)* } }
    };
}

/// The items that can be read.
fn items<T: NamedTuple + FieldType>(tuple: &T) -> impl Iterator<Item = Option<Value>> {
    T::fields().iter().enumerate().map(|(i, field)| tuple.__field(i).to_value(field.ty()).ok())
}

/// The items as a tuple without names.
pub(crate) fn to_tuple<T: FieldType>(instance: &T, spec: &ClassSpec) -> Result<Tuple, Error> {
    let item = |(i, field): (usize, &FieldSpec)| instance.__field(i).to_value(field.ty()).map_err(|error| error.at(i));
    let items: Result<Vec<Value>, Error> = spec.fields().iter().enumerate().map(item).collect();
    items.map(Tuple::from)
}

/// Makes an instance of a class with so many fields.
pub(crate) fn make<T: FieldType>(items: Vec<Value>, count: usize) -> Result<T, Error> {
    match items.len() {
        given if given != count => Err(Error::type_error(format!("Expected {count} arguments, got {given}"))),
        _ => T::__make(&mut Parts { items: items.into_iter().enumerate() }),
    }
}

/// The items that an instance is made of, taken one after the other.
pub struct Parts {
    items: std::iter::Enumerate<std::vec::IntoIter<Value>>,
}

impl Parts {
    /// The next one as a field's type.
    ///
    /// # Errors
    /// A `TypeError` if it is of another type, or if there is no conversion.
    pub fn next<T>(&mut self, from_value: Option<fn(Value) -> Result<T, Error>>) -> Result<T, Error> {
        let (i, item) = self.items.next().ok_or_else(|| Error::index_error(OUT_OF_RANGE))?;
        let made = match from_value {
            Some(from_value) => from_value(item),
            None => Err(Error::type_error(format!("'{}' cannot be made of a value", short_type_name::<T>()))),
        };
        made.map_err(|error| error.at(i))
    }
}

/// There is no item at this position.
///
/// # Panics
/// Always, as indexing does.
#[cold]
#[track_caller]
#[allow(clippy::panic, reason = "as indexing of arrays does")]
pub fn out_of_range() -> ! {
    panic!("{OUT_OF_RANGE}")
}

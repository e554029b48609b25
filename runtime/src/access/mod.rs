//! Reading and writing a field whose type the macro does not know.
//!
//! Generated code writes `probe(&self.x).field()` and `probe(&self.x).slot()(&mut self.x)`. `probe` gives a chain of
//! levels that dereference to each other, and method lookup takes the first level whose bounds the type meets:
//!
//! | the type is | read as | `Debug` | set |
//! |---|---|---|---|
//! | a [`FieldType`](crate::FieldType) | its own conversion | its own, else the repr | its own conversion |
//! | `Clone + Send + Sync + 'static`, or that within `Option`, `Vec`, `Box` | an opaque value | its own, else `<TypeName>` | from an opaque value of the type |
//! | only `Debug` | not at all | its own | not at all |
//! | anything | not at all | `<TypeName>` | not at all |
//!
//! Whether a type is `'static` cannot be asked: what is written with a lifetime or a type parameter starts from
//! [`probe_borrowed`], which leaves out the second row.

mod foreign;
mod likely;
mod made;
mod make;
pub mod making;
mod probe;

use std::fmt::{self, Debug};

pub use foreign::{Boxed, Leaf, Many, Opt};
pub use likely::{Likely, LikelyDebug, LikelyForeign, LikelyNothing};
pub use make::{make, make_borrowed, make_shaped};
pub use probe::{probe, probe_borrowed, probe_repr, shaped};

use crate::error::Error;
use crate::field_type::FieldType;
use crate::repr::Repr;
use crate::spec::TypeSpec;
use crate::value::{OpaqueValue, Unreadable, Value, short_type_name};

/// What a field gives to those who read it.
pub trait Read {
    /// As a value.
    ///
    /// # Errors
    /// If there is no conversion.
    fn to_value(&self) -> Result<Value, Error>;

    /// As `asdict` shows it.
    ///
    /// # Errors
    /// If there is no conversion.
    fn to_dict(&self) -> Result<Value, Error> {
        self.to_value()
    }

    /// Its repr.
    ///
    /// # Errors
    /// Only those of the formatter.
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<T: FieldType> Read for T {
    fn to_value(&self) -> Result<Value, Error> {
        FieldType::to_value(self)
    }

    fn to_dict(&self) -> Result<Value, Error> {
        self.__to_dict()
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Repr::fmt_repr(self, f)
    }
}

/// What a field takes from those who write it.
pub trait Write {
    /// Sets the field.
    ///
    /// # Errors
    /// If the value does not fit.
    fn write(&mut self, value: Value) -> Result<(), Error>;
}

impl<T: FieldType> Write for T {
    fn write(&mut self, value: Value) -> Result<(), Error> {
        *self = T::from_value(value)?;
        Ok(())
    }
}

/// A field of an instance, as far as it can be written.
pub enum FieldMut<'a> {
    /// Its type has a conversion.
    #[doc(hidden)]
    Slot(&'a mut dyn Write),
    /// Made for the occasion: a foreign type.
    #[doc(hidden)]
    Made(Box<dyn Write + 'a>),
    /// There is no way; the name of the type.
    #[doc(hidden)]
    Unwritable(&'static str),
}

impl FieldMut<'_> {
    /// A field that cannot be set, of no type.
    pub const UNWRITABLE: Self = Self::Unwritable("object");

    pub(crate) fn unwritable<T>() -> Self {
        Self::Unwritable(short_type_name::<T>())
    }

    /// Sets the field.
    pub(crate) fn write(self, value: Value) -> Result<(), Error> {
        match self {
            Self::Slot(field) => field.write(value),
            Self::Made(mut field) => field.write(value),
            Self::Unwritable(ty) => Err(no_conversion("set", &TypeSpec::Opaque(ty.into()))),
        }
    }
}

/// What the fields of most types are: a coercion, which costs the compiler less than a call.
pub trait ReadDebug: Read + Debug {}

impl<T: FieldType + Debug> ReadDebug for T {}

/// A field of an instance, as far as it can be read.
pub enum FieldRef<'a> {
    /// Its type has a conversion, and is `Debug`.
    #[doc(hidden)]
    Ours(&'a dyn ReadDebug),
    /// It was found out what there is.
    #[doc(hidden)]
    #[allow(private_interfaces, reason = "made by `probe`")]
    Found(Found<'a>),
}

struct Found<'a> {
    /// The `Debug` of the type, if it has one.
    debug: Option<&'a dyn Debug>,
    value: Access<'a>,
}

enum Access<'a> {
    /// Its type has a conversion.
    Field(&'a dyn Read),
    /// Made for the occasion: a foreign type, a text of the user's.
    Made(Box<dyn Read + 'a>),
    /// There is no way.
    None,
}

impl<'a> Found<'a> {
    fn read(&self) -> Option<&(dyn Read + 'a)> {
        match &self.value {
            Access::Field(field) => Some(*field),
            Access::Made(field) => Some(&**field),
            Access::None => None,
        }
    }

    fn to_value(&self, ty: &TypeSpec) -> Result<Value, Error> {
        self.read().map_or_else(|| Err(no_conversion("read", ty)), Read::to_value)
    }
}

impl<'a> FieldRef<'a> {
    /// A field of which nothing is known.
    pub const UNREADABLE: Self = Self::unreadable(None);

    /// A field without `Debug`.
    fn silent(field: &'a impl FieldType) -> Self {
        Self::Found(Found { debug: None, value: Access::Field(field) })
    }

    const fn unreadable(debug: Option<&'a dyn Debug>) -> Self {
        Self::Found(Found { debug, value: Access::None })
    }

    fn made(debug: Option<&'a dyn Debug>, read: impl Read + 'a) -> Self {
        Self::Found(Found { debug, value: Access::Made(Box::new(read)) })
    }

    fn read(&self) -> Option<&(dyn Read + 'a)> {
        match self {
            Self::Ours(field) => Some(*field),
            Self::Found(found) => found.read(),
        }
    }

    /// The `Debug` of the type, if it has one.
    fn debugged(&self) -> Option<&(dyn Debug + 'a)> {
        match self {
            Self::Ours(field) => Some(*field),
            Self::Found(found) => found.debug,
        }
    }

    /// The field, or the name of its type if nothing else can be shown.
    #[must_use]
    pub fn or_named(self, type_name: &'static str) -> Self {
        match (self.read(), self.debugged()) {
            (None, None) => Self::made(None, Named(type_name)),
            _ => self,
        }
    }

    /// A field that can be shown but not be read.
    fn of_repr(field: &'a impl Repr) -> Self {
        Self::made(None, OnlyRepr(field))
    }

    /// The `Debug` of the type, else its repr, else its name.
    pub fn into_debug(self, type_name: &'static str) -> impl Debug + 'a {
        OwnedDebug { field: self, ty: TypeSpec::Opaque(type_name.into()) }
    }

    /// The field with a text of the user's in the place of its repr and its `Debug`.
    #[must_use]
    pub fn shown_by<D: fmt::Display + 'a>(self, show: impl Fn() -> D + 'a) -> Self {
        Self::made(None, ShownBy { show, field: self })
    }

    /// Reads the field; its type is for the error.
    #[inline]
    pub(crate) fn to_value(&self, ty: &TypeSpec) -> Result<Value, Error> {
        match self {
            Self::Ours(field) => field.to_value(),
            Self::Found(found) => found.to_value(ty),
        }
    }

    /// Reads the field as `asdict` does; what cannot be read shows its repr.
    pub(crate) fn to_dict(&self, ty: &TypeSpec) -> Value {
        match self.read().map(Read::to_dict) {
            Some(Ok(value)) => value,
            _ => OpaqueValue::new(Unreadable(Shown { field: self, ty, as_debug: false }.to_string())).into(),
        }
    }

    /// The repr of the type, else its `Debug`, else its name.
    pub(crate) fn fmt_repr(&self, ty: &TypeSpec, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.read(), self.debugged()) {
            (Some(field), _) => field.fmt_repr(f),
            (None, Some(debug)) => debug.fmt(f),
            (None, None) => write!(f, "<{ty}>"),
        }
    }

    /// The `Debug` of the type, else its repr, else its name.
    pub(crate) const fn debug<'b>(&'b self, ty: &'b TypeSpec) -> impl Debug + 'b {
        Shown { field: self, ty, as_debug: true }
    }
}

/// A field to be printed.
struct Shown<'a> {
    field: &'a FieldRef<'a>,
    ty: &'a TypeSpec,
    as_debug: bool,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field.debugged() {
            Some(debug) if self.as_debug => debug.fmt(f),
            _ => self.field.fmt_repr(self.ty, f),
        }
    }
}

impl Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A field to be printed, by itself.
struct OwnedDebug<'a> {
    field: FieldRef<'a>,
    ty: TypeSpec,
}

impl Debug for OwnedDebug<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.field.debug(&self.ty).fmt(f)
    }
}

/// A field of a generic class, of which only the type is known.
struct Named(&'static str);

impl Read for Named {
    fn to_value(&self) -> Result<Value, Error> {
        Err(no_conversion("read", &TypeSpec::Opaque(self.0.into())))
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

/// A field of a generic class, of which no more is known than its repr.
struct OnlyRepr<'a, T>(&'a T);

impl<T: Repr> Read for OnlyRepr<'_, T> {
    fn to_value(&self) -> Result<Value, Error> {
        Err(no_conversion("read", &TypeSpec::Any))
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_repr(f)
    }
}

/// `repr = path`.
struct ShownBy<'a, F> {
    show: F,
    field: FieldRef<'a>,
}

impl<D: fmt::Display, F: Fn() -> D> Read for ShownBy<'_, F> {
    fn to_value(&self) -> Result<Value, Error> {
        self.field.to_value(&TypeSpec::Any)
    }

    fn to_dict(&self) -> Result<Value, Error> {
        self.field.read().map_or_else(|| self.to_value(), Read::to_dict)
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.show)().fmt(f)
    }
}

/// A field whose type is neither ours nor can be copied into a value.
#[cold]
fn no_conversion(action: &str, ty: &TypeSpec) -> Error {
    Error::type_error(format!("cannot be {action}: '{ty}' has no conversion and is not Clone + Send + Sync + 'static"))
}

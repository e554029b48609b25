//! The names of the fields of a named tuple: the rules of `collections.namedtuple`, in its words.

use std::collections::HashSet;
use std::ops::Deref;

use crate::error::Error;
use crate::field::{Field, Seen, is_field_name, is_identifier};
use crate::repr::repr;
use crate::symbol::{Sym, are_different};
use crate::value::Value;

/// A field by its name, with its type if that is known.
pub struct NamedField {
    pub(super) name: Name,
    pub(super) field: Option<Box<Field>>,
}

/// A name that has passed no check yet: it is kept if it was kept before.
pub(super) enum Name {
    Known(Sym),
    New(Box<str>),
}

impl Name {
    /// Is it an identifier and no keyword? Of one that is kept that is known.
    fn can_be_field(&self) -> bool {
        match self {
            Self::Known(name) => name.can_be_field(),
            Self::New(name) => is_field_name(name),
        }
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Sym::known(name).map_or_else(|| Self::New(name.into()), Self::Known)
    }
}

/// The name, which is kept from now on.
impl From<&Name> for Sym {
    fn from(name: &Name) -> Self {
        match name {
            Name::Known(name) => *name,
            Name::New(name) => Self::new(name),
        }
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Known(name) => name,
            Self::New(name) => name,
        }
    }
}

impl From<&str> for NamedField {
    fn from(name: &str) -> Self {
        Self { name: name.into(), field: None }
    }
}

impl From<String> for NamedField {
    fn from(name: String) -> Self {
        (*name).into()
    }
}

impl<N: Into<String>> From<(N, Field)> for NamedField {
    fn from((name, field): (N, Field)) -> Self {
        Self { name: (*name.into()).into(), field: Some(Box::new(field)) }
    }
}

/// What [`namedtuple`](super::namedtuple) takes for the names of the fields: a text, names, names with a [`Field`] each, or
/// a [`Value`] that is a text or has items.
pub trait FieldNames {
    /// The fields.
    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "private")]
    fn __fields(self) -> Result<Vec<NamedField>, Error>;
}

/// Split at white space and commas.
impl FieldNames for &str {
    fn __fields(self) -> Result<Vec<NamedField>, Error> {
        let is_separator = |c: char| c == ',' || c.is_whitespace();
        // A name and what stands before the next are two bytes at least; a long text may be one long name.
        let mut fields = Vec::with_capacity((self.len() / 2 + 1).min(16));
        fields.extend(self.split(is_separator).filter(|name| !name.is_empty()).map(NamedField::from));
        Ok(fields)
    }
}

impl FieldNames for String {
    fn __fields(self) -> Result<Vec<NamedField>, Error> {
        (*self).__fields()
    }
}

impl<T: Into<NamedField>, const N: usize> FieldNames for [T; N] {
    fn __fields(self) -> Result<Vec<NamedField>, Error> {
        Ok(self.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<NamedField>> FieldNames for Vec<T> {
    fn __fields(self) -> Result<Vec<NamedField>, Error> {
        Ok(self.into_iter().map(Into::into).collect())
    }
}

impl FieldNames for Value {
    fn __fields(self) -> Result<Vec<NamedField>, Error> {
        match self.as_str() {
            Some(names) => names.__fields(),
            None => Ok(self.iterate()?.map(|name| NamedField::from(name.to_string())).collect()),
        }
    }
}

/// Replaces what cannot be the name of a field by its position.
pub(super) fn renamed(fields: &mut [NamedField]) {
    let mut seen: HashSet<Box<str>> = HashSet::new();
    for (i, field) in fields.iter_mut().enumerate() {
        let name = &*field.name;
        let is_fit = field.name.can_be_field() && !name.starts_with('_') && !seen.contains(name);
        seen.insert(name.into());
        if !is_fit {
            field.name = (*format!("_{i}")).into();
        }
    }
}

/// Refuses names in the order of CPython: first what a name is like, of all of them, then how it goes with the others.
///
/// Source: `namedtuple` in CPython's `Lib/collections/__init__.py`.
pub(super) fn check(class: &str, fields: &[NamedField], is_renamed: bool) -> Result<(), Error> {
    let unfit = match is_field_name(class) {
        true => fields.iter().find(|field| !field.name.can_be_field()).map(|field| &*field.name),
        false => Some(class),
    };
    if let Some(name) = unfit {
        let fault = match is_identifier(name) {
            true => "Type names and field names cannot be a keyword",
            false => "Type names and field names must be valid identifiers",
        };
        return Err(refused(fault, name));
    }
    let mut seen = Seen::default();
    let are_different = are_known_to_differ(fields);
    for name in fields.iter().map(|field| &*field.name) {
        let fault = match name {
            name if name.starts_with('_') && !is_renamed => "Field names cannot start with an underscore",
            name if !are_different && !seen.insert(name) => "Encountered duplicate field name",
            _ => continue,
        };
        return Err(refused(fault, name));
    }
    Ok(())
}

/// Are these few names, all of which are kept, and all different?
fn are_known_to_differ(fields: &[NamedField]) -> bool {
    let known = fields.iter().map_while(|field| match field.name {
        Name::Known(name) => Some(name),
        Name::New(_) => None,
    });
    fields.len() <= 16 && known.clone().count() == fields.len() && are_different(&known)
}

#[cold]
fn refused(fault: &str, name: &str) -> Error {
    Error::value_error(format!("{fault}: {}", repr(name)))
}

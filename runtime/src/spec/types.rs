//! Types as both halves name them.

use std::fmt;
use std::sync::Arc;

use crate::class::Class;

use super::{ClassSpec, FieldBody, List, Ref, Text};

/// The type of a field, by the name that compiled and run-time classes share.
///
/// `Display` gives that name.
///
/// ```
/// use metaclass::spec::{Ref, TypeSpec};
///
/// const TAGS: TypeSpec = TypeSpec::Option(Ref::Static(&TypeSpec::List(Ref::Static(&TypeSpec::Str))));
/// assert_eq!(TAGS.to_string(), "list[str] | None");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TypeSpec {
    /// Any value.
    Any,
    /// `None` alone.
    None,
    /// `True` or `False`.
    Bool,
    /// An integer from `min` to `max`, both included.
    Int {
        /// The least value.
        min: i128,
        /// The greatest value.
        max: i128,
    },
    /// A 64-bit float.
    Float,
    /// Text.
    Str,
    /// Bytes.
    Bytes,
    /// The inner type, or `None`.
    Option(Ref<TypeSpec>),
    /// A list of items of one type.
    List(Ref<TypeSpec>),
    /// A set of items of one type.
    Set(Ref<TypeSpec>),
    /// A dict: the type of its keys, the type of its values.
    Dict(Ref<TypeSpec>, Ref<TypeSpec>),
    /// A tuple: the type of each item.
    Tuple(List<TypeSpec>),
    /// An instance of a class.
    Class(ClassRef),
    /// A Rust type that only Rust code can make, by its name; `""` if that is not known.
    Opaque(Text),
}

impl TypeSpec {
    /// An integer of any size that a value can hold.
    pub const INT: Self = Self::Int { min: i128::MIN, max: i128::MAX };

    /// The classes that it names, in order, and whether each lies in a container: there may be several instances.
    pub(crate) fn classes(&self) -> Vec<(&ClassRef, bool)> {
        let mut found = vec![];
        let mut pending = vec![(self, false)];
        while let Some((ty, is_within)) = pending.pop() {
            match ty {
                Self::Option(inner) => pending.push((inner, is_within)),
                Self::List(item) | Self::Set(item) => pending.push((item, true)),
                Self::Dict(key, value) => pending.extend([(&**value, true), (&**key, true)]),
                Self::Tuple(items) => pending.extend(items.iter().rev().map(|item| (item, is_within))),
                Self::Class(class) => found.push((class, is_within)),
                _ => {}
            }
        }
        found
    }

    /// Names the Rust type where nothing else is known of it.
    #[doc(hidden)]
    #[must_use]
    pub const fn or_opaque(mut self, name: &'static str) -> Self {
        if let Self::Opaque(text) = &mut self {
            super::replace(text, Text::new(name));
        }
        self
    }

    /// What is said of a field of this type, without more.
    #[doc(hidden)]
    #[must_use]
    pub const fn body(self) -> FieldBody {
        FieldBody::new(self)
    }
}

impl fmt::Display for TypeSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("Any"),
            Self::None => f.write_str("None"),
            Self::Bool => f.write_str("bool"),
            Self::Int { .. } => f.write_str("int"),
            Self::Float => f.write_str("float"),
            Self::Str => f.write_str("str"),
            Self::Bytes => f.write_str("bytes"),
            Self::Option(inner) => write!(f, "{inner} | None"),
            Self::List(item) => write!(f, "list[{item}]"),
            Self::Set(item) => write!(f, "set[{item}]"),
            Self::Dict(key, value) => write!(f, "dict[{key}, {value}]"),
            Self::Tuple(items) => write_tuple(f, items),
            Self::Class(class) => f.write_str(class.name()),
            Self::Opaque(name) if name.is_empty() => f.write_str("object"),
            Self::Opaque(name) => f.write_str(name),
        }
    }
}

fn write_tuple(f: &mut fmt::Formatter<'_>, items: &[TypeSpec]) -> fmt::Result {
    let Some((first, rest)) = items.split_first() else {
        return f.write_str("tuple[()]");
    };
    write!(f, "tuple[{first}")?;
    for item in rest {
        write!(f, ", {item}")?;
    }
    f.write_str("]")
}

/// A reference to the description of a class, possibly of one that refers back.
///
/// Two references are equal when they name the same class: the same name in the same module.
#[derive(Clone)]
#[non_exhaustive]
pub enum ClassRef {
    /// A compiled class; a function, so that descriptions can refer to each other.
    Static(fn() -> &'static ClassSpec),
    /// The description of a class.
    Shared(Arc<ClassSpec>),
    /// A class made at run time: what is read for it becomes an instance.
    Class(Class),
    /// A class known by its name only.
    Named(Text),
}

impl ClassRef {
    /// The name of the class.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Static(_) | Self::Shared(_) | Self::Class(_) => self.spec().map_or("", ClassSpec::name),
        }
    }

    /// The module of the class; `""` if only its name is known.
    #[must_use]
    pub fn module(&self) -> &str {
        self.spec().map_or("", ClassSpec::module)
    }

    /// The description, unless only the name is known.
    #[must_use]
    pub fn spec(&self) -> Option<&ClassSpec> {
        match self {
            Self::Static(spec) => Some(spec()),
            Self::Shared(spec) => Some(spec),
            Self::Class(class) => Some(class.spec()),
            Self::Named(_) => None,
        }
    }
}

impl From<&'static ClassSpec> for ClassRef {
    fn from(spec: &'static ClassSpec) -> Self {
        Self::Shared(spec.clone().into())
    }
}

impl From<&Class> for ClassRef {
    fn from(class: &Class) -> Self {
        Self::Class(class.clone())
    }
}

impl PartialEq for ClassRef {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name() && self.module() == other.module()
    }
}

impl Eq for ClassRef {}

impl fmt::Debug for ClassRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClassRef({})", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_name() {
        const STR: Ref<TypeSpec> = Ref::new(&TypeSpec::Str);
        let names = [
            (TypeSpec::Any, "Any"),
            (TypeSpec::None, "None"),
            (TypeSpec::Bool, "bool"),
            (TypeSpec::INT, "int"),
            (TypeSpec::Float, "float"),
            (TypeSpec::Str, "str"),
            (TypeSpec::Bytes, "bytes"),
            (TypeSpec::Option(STR), "str | None"),
            (TypeSpec::List(STR), "list[str]"),
            (TypeSpec::Set(STR), "set[str]"),
            (TypeSpec::Dict(STR, Ref::new(&TypeSpec::INT)), "dict[str, int]"),
            (TypeSpec::Tuple(List::EMPTY), "tuple[()]"),
            (TypeSpec::Tuple(vec![TypeSpec::Str, TypeSpec::Float].into()), "tuple[str, float]"),
            (TypeSpec::Class(ClassRef::Named(Text::new("User"))), "User"),
            (TypeSpec::Opaque(Text::new("")), "object"),
            (TypeSpec::Opaque(Text::new("")).or_opaque("TcpStream"), "TcpStream"),
            (TypeSpec::Str.or_opaque("String"), "str"),
        ];
        for (ty, name) in names {
            assert_eq!(ty.to_string(), name);
        }
    }

    #[test]
    fn classes_are_told_apart_by_name_and_module() {
        let spec = |module| Arc::new(ClassSpec::new(Text::new("User"), List::EMPTY).with_module(Text::new(module)));
        let here = ClassRef::Shared(spec("here"));
        assert_eq!(here, ClassRef::Shared(spec("here")));
        assert_ne!(here, ClassRef::Shared(spec("there")));
        assert_ne!(here, ClassRef::Named(Text::new("User")));
        assert_eq!(format!("{here:?}"), "ClassRef(User)");
    }
}

//! The bridge: a compiled class is a class of the run-time half too.
//!
//! The derive adds a place where the class is kept (`ClassCell`) and a function that makes an instance of values
//! (`FieldType::__from_row`); all else follows from the description.

mod convert;
mod methods;
mod private_field;

use std::fmt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

pub use convert::Row;
pub(crate) use convert::{from_instance, to_instance};
pub(crate) use methods::hash_of_fields;
use private_field::PrivateField;

use crate::class::{Class, define_compiled};
use crate::descriptor::DescriptorValue;
use crate::error::Error;
use crate::spec::{ClassRef, ClassSpec, FieldSpec, Flags};
use crate::symbol::Sym;
use crate::value::Value;

/// What a compiled struct needs only once somebody asks: one for all instantiations, if it is generic.
///
/// What is in it has no type here: the compiler would prove of each struct anew that all parts of a class can be shared
/// between threads, which takes a tenth of the time that it has for the struct.
pub struct ClassCell {
    parts: OnceLock<Box<dyn Parts>>,
    /// Where the class lies, as soon as it is made.
    address: AtomicUsize,
}

trait Parts: Send + Sync {
    fn made(&self) -> &Made;
}

/// What is made when it is first asked for.
#[derive(Default)]
struct Made {
    class: OnceLock<Class>,
    names: OnceLock<Box<[&'static str]>>,
}

impl Parts for Made {
    fn made(&self) -> &Made {
        self
    }
}

impl ClassCell {
    /// Without anything.
    #[allow(
        clippy::declare_interior_mutable_const,
        reason = "what a `static` begins with; a call costs the compiler more"
    )]
    pub const NEW: Self = Self { parts: OnceLock::new(), address: AtomicUsize::new(0) };

    #[inline]
    fn made(&self) -> &Made {
        self.parts.get_or_init(|| Box::<Made>::default()).made()
    }

    /// The names of these fields, which are those of the struct.
    pub(crate) fn names(&self, fields: &'static [FieldSpec]) -> &[&'static str] {
        self.made().names.get_or_init(|| fields.iter().map(FieldSpec::name).collect())
    }
}

/// The cell of a struct.
pub type Cell = &'static ClassCell;

/// What a description that is compiled knows of its class. All are equal: a description is what it says.
#[derive(Clone, Copy)]
pub(crate) struct Home(Option<(CellOf, SpecOf)>);

type CellOf = fn() -> Cell;
type SpecOf = fn() -> &'static ClassSpec;

impl Home {
    pub(crate) const NONE: Self = Self(None);

    /// The cell, and the description as it was compiled: a copy may have been changed since.
    pub(crate) const fn new(cell: CellOf, spec: SpecOf) -> Self {
        Self(Some((cell, spec)))
    }

    #[inline]
    pub(crate) fn class(self) -> Option<&'static Class> {
        let (cell, spec) = self.0?;
        let cell = cell();
        Some(cell.made().class.get_or_init(|| {
            let class = define(spec());
            cell.address.store(class.address(), Ordering::Relaxed);
            class
        }))
    }

    /// Is this the class? Where it lies, no other one ever will.
    #[inline]
    pub(crate) fn is(self, class: &Class) -> bool {
        self.0.is_some_and(|(cell, _)| cell().address.load(Ordering::Relaxed) == class.address())
    }
}

impl PartialEq for Home {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Home")
    }
}

/// Makes the class of a compiled struct.
fn define(spec: &'static ClassSpec) -> Class {
    match class_of(spec) {
        Ok(class) => class,
        // The macro has found the order of the bases already.
        Err(_) => unreachable!("a compiled class has a consistent MRO"),
    }
}

/// Makes the class that is described.
pub(crate) fn class_of(spec: &ClassSpec) -> Result<Class, Error> {
    let base = |base: &ClassRef| match base {
        ClassRef::Class(class) => Some(class.clone()),
        base => base.spec()?.class().cloned(),
    };
    let bases = spec.bases().iter().filter_map(base).collect();
    let attributes = spec.fields().iter().filter_map(|field| Some((Sym::new(field.name()), attribute(spec, field)?)));
    define_compiled(spec, bases, attributes.chain(methods::of(spec)))
}

/// What the class has under the name of a field: its default, as in Python, unless something stands in the way.
fn attribute(spec: &ClassSpec, field: &FieldSpec) -> Option<Value> {
    match field.has(Flags::PRIVATE) {
        true => Some(DescriptorValue::new(PrivateField::new(spec, field)).into()),
        false => field.default().literal().map(Value::from),
    }
}

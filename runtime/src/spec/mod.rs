//! The shared description of a class: what the macros emit as a `const` and run-time classes build.
//!
//! Everything else works on it: argument binding, repr, reflection, errors. The constructors are `const`, and data
//! made at run time takes the same place ([`Ref`]), so that a compiled description and one made at run time are equal
//! when they say the same.
//!
//! ```
//! use metaclass::spec::{ClassSpec, DefaultSpec, FieldBody, FieldSpec, List, Literal, Text, TypeSpec};
//!
//! const FLOAT: &FieldBody = &FieldBody::new(TypeSpec::Float);
//! const FIELDS: &[FieldSpec] = &[
//!     FieldSpec::compiled("x", FLOAT),
//!     FieldSpec::compiled("y", FLOAT).defaulted(&DefaultSpec::Value(Literal::Float(0.0))),
//! ];
//! const POINT: ClassSpec = ClassSpec::new(Text::new("Point"), List::new(FIELDS));
//!
//! let made = ClassSpec::new(Text::from(String::from("Point")), FIELDS.to_vec().into());
//! assert_eq!(POINT, made);
//! assert_eq!(made.signature().to_string(), "(x: float, y: float = 0.0)");
//! ```

mod body;
mod class;
mod default;
mod field;
mod flags;
mod group;
mod shared;
#[cfg(feature = "serde")]
mod steps;
mod types;

pub use body::FieldBody;
pub(crate) use body::PLAIN_BODIES;
pub use class::ClassSpec;
pub use default::{DefaultSpec, Literal, Make};
pub use field::FieldSpec;
pub use flags::{Flags, Options};
pub use group::{Group, GroupKind};
pub use shared::{List, Ref, Shareable, Text};
#[cfg(feature = "serde")]
pub(crate) use steps::{Settled, Step};
pub use types::{ClassRef, TypeSpec};

/// Puts `new` in the place of `slot` without running a destructor, which no `const fn` may.
///
/// For what was just made by a constructor: its defaults own nothing, so nothing is leaked.
pub(crate) const fn replace<T>(slot: &mut T, new: T) {
    std::mem::forget(std::mem::replace(slot, new));
}

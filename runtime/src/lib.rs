#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::todo)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::needless_pass_by_value,
        clippy::redundant_closure_for_method_calls,
        clippy::needless_borrow,
        reason = "tests may fail, and are written to be read"
    )
)]

// The macros name this crate by its name, also in its own examples and tests.
extern crate self as metaclass;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod access;
mod args;
mod bridge;
mod call;
mod class;
mod dataclass;
mod declare;
#[cfg(feature = "serde")]
mod decode;
mod descriptor;
mod diagram;
mod diff;
#[cfg(feature = "serde")]
mod encode;
mod error;
mod factory;
#[macro_use]
mod features;
mod field;
mod field_type;
mod filter;
mod function;
mod history;
mod instance;
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub mod json;
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub mod json_schema;
mod limits;
mod namedtuple;
mod namespace;
mod numbered;
mod object;
mod path;
mod registry;
mod repr;
mod rust;
#[cfg(feature = "json")]
mod schema;
pub mod signature;
pub mod spec;
mod symbol;
mod valid;
pub mod validate;
pub mod value;

pub use args::{Args, BoundArguments, FromArguments, Params, Unpack, UnpackKeywords};
pub use class::{
    Attr, CallClass, Class, ClassBuilder, Cls, Hook, InitClass, InitSubclass, InstanceCheck, Keywords, MroConflict,
    MroHook, New, NewClass, Prepare, Step, SubclassCheck, WeakClass, builtins, linearize, make_exception,
};
pub use dataclass::Dataclass;
#[cfg(feature = "serde")]
#[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
pub use decode::{Context as DecodeContext, Decode, DecodeError, Slots, decode};
pub use descriptor::{Descriptor, DescriptorValue, Parts, Property};
pub use diff::{Change, ClassDiff};
pub use error::{Error, ErrorKind};
pub use factory::dataclass::{DataclassOptions, Extra, MakeDataclass, make_dataclass};
pub use factory::enumeration::auto::{auto, member, nonmember};
pub use factory::enumeration::{EnumBuilder, EnumCheck, MemberNames, enumeration};
pub use factory::named_tuple::{FieldNames, NamedTupleBuilder, namedtuple};
pub use factory::{Model, Record};
pub use field::Field;
pub use field_type::FieldType;
pub use filter::{CompiledFilter, Filter, Filterable};
pub use function::Function;
pub use instance::{Instance, Shared, Super, SuperMut, This, WeakShared};
pub use limits::Limits;
#[cfg(feature = "derive")]
pub use metaclass_derive::{
    __args, __call, __format_names, __inherit, __namedtuple, __params, __rule_keys, __schema, Dataclass, call,
};
pub use namedtuple::NamedTuple;
pub use namespace::{EnumNamespace, Namespace, OrderedNamespace, StrictNamespace, TrackingNamespace};
pub use path::{Path, Segment};
pub use registry::Registry;
pub use repr::{Repr, ReprDisplay, repr};
pub use symbol::{AttrName, Sym};
pub use valid::Valid;
pub use validate::ValidationError;
pub use value::{FromValue, Value};

/// The functions of Python's `dataclasses`, for instances of every dataclass: compiled or made at run time.
pub mod dataclasses {
    pub use crate::factory::dataclass::{asdict, asdict_with, astuple, astuple_with, fields, is_dataclass, replace};
}

/// What most programs need: `use metaclass::prelude::*;`
pub mod prelude {
    #[cfg(not(feature = "derive"))]
    pub use crate::namedtuple;
    pub use crate::{
        Args, Class, Dataclass, DataclassOptions, Error, Field, Instance, Model, NamedTuple, Params, Record, Registry,
        Shared, Value, make_dataclass,
    };
    #[cfg(feature = "derive")]
    pub use crate::{args, call, namedtuple, params, schema};
}

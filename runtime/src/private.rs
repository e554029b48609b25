//! What generated code may name, and nothing else.

pub mod builder;
pub mod place;

pub use core::array::IntoIter;
pub use core::clone::Clone;
pub use core::cmp::{Eq, Ord, Ordering, PartialEq, PartialOrd};
pub use core::convert::{From, Into, TryFrom};
pub use core::default::Default;
pub use core::fmt::{Debug, Display, Formatter, Result as Shown};
pub use core::hash::{Hash, Hasher};
pub use core::iter::IntoIterator;
pub use core::marker::{Copy, PhantomData};
pub use core::module_path;
pub use core::ops::Index;
pub use core::option::Option::{self, None, Some};

pub use crate::access::{
    Boxed, FieldMut, FieldRef, Leaf, Many, Opt, make, make_borrowed, make_shaped, making, probe_borrowed, probe_repr,
};
/// What arms that reach fields name. All of it costs the compiler less than a list of what they need.
pub mod ways {
    pub use core::marker::PhantomData;

    pub use crate::access::{
        Boxed, FieldMut::Slot, FieldRef::Ours, Leaf, Likely, LikelyDebug as _, LikelyForeign as _, LikelyNothing as _,
        Many, Opt, probe, probe_borrowed, shaped,
    };
}
pub use crate::bridge::{Cell, ClassCell, Row};
pub use crate::dataclass::{assign, debug, is_clean, repr, repr_of_fields, set_checked};
pub use crate::namedtuple::{Parts, out_of_range};
use crate::object::ToValue;
pub use crate::object::{Object, Owned, Ty, Unknown};
#[cfg(feature = "inventory")]
pub use crate::registry::Linked;
pub use crate::signature::ParamKind;
pub use crate::spec::{
    ClassRef, ClassSpec, DefaultSpec, FieldBody, FieldSpec, Flags, Group, GroupKind, List,
    Literal::{self, Float, Int},
    Options, Text, TypeSpec,
};
pub use crate::{
    __if_regex as if_regex, __if_serde as if_serde, __if_url as if_url, __needs_inventory as needs_inventory,
    __needs_regex as needs_regex, __needs_serde as needs_serde, __needs_source as needs_source,
    __needs_url as needs_url,
};
pub use crate::{Dataclass, Error, FieldType, NamedTuple, Repr, Value};

pub use crate::validate::constant::{
    assert_at_most, assert_divisor, assert_finite, assert_less, assert_multiple, length,
};
pub use crate::validate::limits::rule;
pub use crate::validate::rules::*;
pub use crate::validate::{
    Comparand, EachEntry, EachItem, Fit, Issue, Number, Outcome, Report, Rule, StructCheck, Transform, Unit,
    ValidationError, Validator, lowercase, trim, uppercase,
};
pub use core::result::Result::{self, Ok};
#[cfg(feature = "inventory")]
pub use inventory;

/// The names of all fields.
pub type Names = &'static [&'static str];
/// Module, name, signature, fields: one constant, as each costs the compiler as much as several rows.
pub type Head = (&'static str, &'static str, &'static str, Fields);
/// The rules of each field that has some.
pub type RuleTable = &'static [&'static [Rule]];
/// What is said of each field of which more is said than its type.
pub type Bodies = &'static [FieldBody];
/// The table of all fields.
pub type Fields = &'static [FieldSpec];

/// A part of the type of a field, for those who inherit the field and cannot name the part: that at the place `I`.
pub trait Part<I> {
    /// The part.
    type Type: ?Sized;
}

/// A required field of a type that is sure to be one of ours.
#[must_use]
pub const fn field<T: FieldType>(name: &'static str) -> FieldSpec {
    FieldSpec::compiled(name, T::__BODY)
}

/// A required field of which this is said. A function costs the compiler less than a method of the constant would.
#[must_use]
pub const fn of(body: &'static FieldBody, name: &'static str) -> FieldSpec {
    FieldSpec::compiled(name, body)
}

/// A field of a primitive type that has this integer as its default.
#[must_use]
pub const fn field_or<T: FieldType, const N: i128>(name: &'static str) -> FieldSpec {
    field::<T>(name).defaulted(int::<N>())
}

/// An integer as a default. A constant of ours costs the compiler less than one of each class.
#[must_use]
pub const fn int<const N: i128>() -> &'static DefaultSpec {
    const { &DefaultSpec::Value(Int(N)) }
}

/// A required field of which more is said than its type.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "what writes the place writes the row too")]
pub const fn described<T: Dataclass>(body: usize, name: &'static str) -> FieldSpec {
    FieldSpec::compiled(name, &T::__BODIES[body])
}

/// A type with rules.
#[must_use]
#[allow(clippy::indexing_slicing, reason = "what writes the place writes the row too")]
pub const fn ruled<T: Dataclass>(rules: usize, ty: TypeSpec) -> FieldBody {
    FieldBody::ruled(ty, T::__RULES[rules])
}

/// The type of a class.
#[must_use]
pub const fn class<T: Dataclass>() -> TypeSpec {
    TypeSpec::Class(ClassRef::Static(T::spec))
}

/// Stands for an instantiation of a generic class that is yet to be inferred.
#[must_use]
pub const fn witness<T>() -> PhantomData<fn() -> T> {
    PhantomData
}

/// Takes what a hook without a result returns.
pub const fn nothing((): ()) {}

/// Converts an argument of the constructor.
pub fn into<T>(value: impl Into<T>) -> T {
    value.into()
}

/// Converts an argument of a call that is made at run time.
pub fn value(value: impl Into<Value>) -> Value {
    value.into()
}

/// A field type that `==` can be asked of.
#[diagnostic::on_unimplemented(
    message = "fields of type `{Self}` cannot be compared: it has no `PartialEq`",
    label = "has no `PartialEq`",
    note = "leave the field out of `==` with `#[field(compare = false)]`, or write no `==` with `#[dataclass(eq = false)]`"
)]
pub trait Comparable: PartialEq {}

impl<T: PartialEq> Comparable for T {}

/// Compares two fields.
#[inline]
pub fn eq<T: Comparable>(a: &T, b: &T) -> bool {
    a == b
}

/// Asks a field for its `Eq`.
pub const fn assert_eq<T: Eq>(_: &T) {}

/// Calls a check that is a closure whose parameter has no type.
#[inline]
pub fn call<T: ?Sized, O: Outcome>(check: impl Fn(&T) -> O, value: &T) -> O {
    check(value)
}

/// What a check of a base said, to be asked again.
///
/// # Errors
/// The fault.
#[inline]
pub fn said(issue: Option<Issue>) -> Result<(), Issue> {
    issue.map_or(Ok(()), Err)
}

/// What a check of a compiled class says of a value made at run time; nothing if that cannot become the field's type.
pub fn check_value<T>(
    from_value: Option<fn(Value) -> Result<T, Error>>,
    value: &Value,
    check: impl Fn(&T) -> Option<Issue>,
) -> Option<Issue> {
    check(&from_value?(value.clone()).ok()?)
}

/// What a function of the user's makes of an argument.
#[inline]
pub fn transform<T>(value: T, change: impl FnOnce(T) -> T) -> T {
    change(value)
}

/// What a transform of a compiled class makes of a value made at run time.
pub fn transform_value<T: FieldType>(value: Value, transform: impl Fn(T) -> T) -> Value {
    let changed = T::from_value(value.clone()).and_then(|value| transform(value).to_value());
    changed.unwrap_or(value)
}

/// A value made at run time as the type of a field.
pub fn convert<T>(from_value: Option<fn(Value) -> Result<T, Error>>, value: &Value) -> Option<T> {
    from_value?(value.clone()).ok()
}

/// The value, unless it is `None`.
#[inline]
pub fn given<T>(value: &T, is_none: fn(&T) -> bool) -> Option<&T> {
    (!is_none(value)).then_some(value)
}

/// Is a field given: has it another value than its default?
#[inline]
pub fn differs<T: PartialEq>(value: &T, default: &T) -> bool {
    value != default
}

/// The same for text, of whatever type.
#[inline]
pub fn differs_from_text(value: &(impl AsRef<str> + ?Sized), default: &str) -> bool {
    value.as_ref() != default
}

/// The default of a field as a value made at run time.
#[allow(clippy::needless_pass_by_value, reason = "an argument is coerced, what is behind a reference is not")]
pub fn made<T>(to_value: ToValue<T>, default: T) -> Option<Value> {
    to_value?(&default).ok()
}

/// What a `post_init` may return where it can refuse.
#[diagnostic::on_unimplemented(
    message = "`post_init` returns nothing or `Result<(), ValidationError>`, and not `{Self}`",
    label = "this is what it returns"
)]
pub trait PostInit {
    #[doc(hidden)]
    fn __into_result(self) -> Result<(), ValidationError>;
}

impl PostInit for () {
    fn __into_result(self) -> Result<(), ValidationError> {
        Ok(())
    }
}

impl PostInit for Result<(), ValidationError> {
    fn __into_result(self) -> Self {
        self
    }
}

/// Takes what a hook returns that can refuse.
///
/// # Errors
/// What was refused.
pub fn finished(result: impl PostInit) -> Result<(), ValidationError> {
    result.__into_result()
}

/// The instance, if it breaks no rule.
///
/// # Errors
/// All broken rules.
#[inline]
pub fn validated<T: Dataclass + FieldType>(instance: T) -> Result<T, ValidationError> {
    instance.validate().map(|()| instance)
}

/// The rule of a field must have a meaning for its type.
///
/// # Panics
/// If it has not, with this text.
#[allow(clippy::panic, reason = "in a `const`, this is a compile error")]
#[track_caller]
pub const fn assert_fits(ty: Fit, rule: Fit, text: &str) {
    assert!(rule.meets(ty), "{}", text);
}

/// Stands for what cannot be made, since there was a compile error.
///
/// # Panics
/// Always.
#[must_use]
#[allow(clippy::panic, reason = "never called: the program does not compile")]
pub const fn stub<T>() -> T {
    panic!("there was a compile error")
}

/// What a constructor returns in the place of an instance that could not be made.
pub const fn made_stub<T>(stub: T) -> T {
    stub
}

/// What a constructor that may refuse returns in the place of an instance that could not be made.
#[allow(clippy::missing_errors_doc, reason = "never called: the program does not compile")]
pub fn validated_stub<T>(stub: T) -> Result<T, ValidationError> {
    Ok(stub)
}

/// What reading and writing data takes.
#[cfg(feature = "serde")]
pub mod data {
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub use crate::encode::{Elements, Fields};

    pub use crate::decode::{
        ClassSlots, Context, Decode, Entries, Finish, ForeignSeed, Items, NoRules, PASSED, RawKey, Seed, SlotReader,
        Source, UNKNOWN, decode_class, default_as, deserialize, entries, items, peek,
    };
}

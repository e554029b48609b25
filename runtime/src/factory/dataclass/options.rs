//! The parameters of `dataclass`.

use std::sync::LazyLock;

use crate::descriptor::{Descriptor, DescriptorValue, Parts};
use crate::spec::{Group, Options};
use crate::validate::StructCheck;
use crate::value::Value;

/// What becomes of names in data that are none of the fields'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extra {
    /// They are faults.
    Forbid,
    /// They are passed over.
    Ignore,
}

/// The parameters of a dataclass: those of Python's `@dataclass`, and those of `#[dataclass(..)]` that have a meaning at
/// run time.
///
/// ```
/// use metaclass::prelude::*;
///
/// let point = Class::builder("Point")
///     .field("x", Field::int())
///     .field("y", Field::int().default(0))
///     .dataclass(DataclassOptions::new().order(true).frozen(true))
///     .build()?;
/// let (p, q) = (point.instantiate(args!(1))?, point.instantiate(args!(1, y = 2))?);
/// assert!(Value::from(p.clone()) < Value::from(q));
/// assert_eq!(p.to_string(), "Point(x=1, y=0)");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct DataclassOptions {
    switches: u16,
    groups: Vec<Group>,
    checks: Vec<StructCheck>,
}

/// The switches: how each is called, and whether it is on unless said otherwise.
macro_rules! switches {
    ($($(#[$doc:meta])* $name:ident $is:ident $bit:literal = $default:literal;)*) => {
        impl DataclassOptions {
            const DEFAULT: u16 = 0 $(| ($default as u16) << $bit)*;

            $(
                $(#[$doc])*
                pub const fn $name(self, on: bool) -> Self {
                    self.switch($bit, on)
                }

                pub(crate) const fn $is(&self) -> bool {
                    self.switches & 1 << $bit != 0
                }
            )*
        }

        impl super::MakeDataclass {
            $(
                $(#[$doc])*
                pub fn $name(self, on: bool) -> Self {
                    self.with_options(|options| options.$name(on))
                }
            )*
        }
    };
}

switches! {
    /// It has a constructor, unless it has one of its own. On by default.
    init has_init 0 = true;
    /// It has a repr, unless it has one of its own. On by default.
    repr has_repr 1 = true;
    /// Instances are compared field by field. On by default.
    eq has_eq 2 = true;
    /// Instances are ordered field by field.
    order has_order 3 = false;
    /// Instances are hashed field by field, even where they can be changed.
    unsafe_hash has_unsafe_hash 4 = false;
    /// Nothing is assigned after construction; with `eq`, instances are hashed field by field.
    frozen is_frozen 5 = false;
    /// It has `__match_args__`: the names that the constructor takes by position. On by default.
    match_args has_match_args 6 = true;
    /// All fields are by keyword only, unless said otherwise.
    kw_only is_kw_only 7 = false;
    /// It has `__slots__`: instances take no other attributes.
    slots has_slots 8 = false;
    /// With `slots`, `__weakref__` is one of them. Instances are values here: nothing else changes.
    weakref_slot has_weakref_slot 9 = false;
    /// An instance that breaks its rules cannot be made, and no assignment breaks one.
    validate is_validated 10 = false;
    /// A required field may follow one with a default: the constructor takes the required ones first.
    required_first is_required_first 11 = false;
}

impl DataclassOptions {
    /// What `@dataclass` means without parameters.
    pub const fn new() -> Self {
        Self { switches: Self::DEFAULT, groups: Vec::new(), checks: Vec::new() }
    }

    const fn switch(mut self, bit: u8, on: bool) -> Self {
        self.switches = if on { self.switches | 1 << bit } else { self.switches & !(1 << bit) };
        self
    }

    /// What becomes of names in data that are none of the fields'. They are faults unless said otherwise.
    pub const fn extra(self, extra: Extra) -> Self {
        self.switch(15, matches!(extra, Extra::Ignore))
    }

    /// Of a class that is none of Python's: a default that could be changed is copied for each instance, and not refused.
    pub(in crate::factory) const fn copy_defaults(self) -> Self {
        self.switch(14, true)
    }

    pub(super) const fn copies_defaults(&self) -> bool {
        self.switches & 1 << 14 != 0
    }

    /// With a group of fields that are to be given together, or not together.
    pub fn group(mut self, group: Group) -> Self {
        self.groups.push(group);
        self
    }

    /// With a check over several fields.
    pub fn check(mut self, check: StructCheck) -> Self {
        self.checks.push(check);
        self
    }

    /// Those that a description has.
    pub(in crate::factory) fn of_spec(options: Options) -> Self {
        let is = |option| options.has(option);
        Self::new()
            .init(is(Options::INIT))
            .repr(is(Options::REPR))
            .eq(is(Options::EQ))
            .order(is(Options::ORDER))
            .unsafe_hash(is(Options::HASH))
            .frozen(is(Options::FROZEN))
            .validate(is(Options::VALIDATE))
            .extra(if is(Options::FORBID_EXTRA) { Extra::Forbid } else { Extra::Ignore })
    }

    pub(crate) const fn ignores_extra(&self) -> bool {
        self.switches & 1 << 15 != 0
    }

    /// Do they say nothing of the fields?
    pub(super) const fn are_plain(&self) -> bool {
        !self.is_kw_only() && !self.has_slots() && self.groups.is_empty() && self.checks.is_empty()
    }

    pub(super) fn groups(&self) -> &[Group] {
        &self.groups
    }

    pub(super) fn checks(&self) -> &[StructCheck] {
        &self.checks
    }

    /// Those that a description has, for a class that is hashed field by field or not.
    pub(super) fn in_spec(&self, is_hashed: bool) -> Options {
        let switches = [
            (self.has_init(), Options::INIT),
            (self.has_repr(), Options::REPR),
            (self.has_eq(), Options::EQ),
            (self.has_order(), Options::ORDER),
            (is_hashed, Options::HASH),
            (self.is_frozen(), Options::FROZEN),
            (self.is_validated(), Options::VALIDATE),
            (!self.ignores_extra(), Options::FORBID_EXTRA),
        ];
        let on = switches.into_iter().filter(|(is_on, _)| *is_on);
        on.fold(Options::NONE, |options, (_, option)| options | option)
    }
}

impl Default for DataclassOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// The parameters in the body of a class: what makes it a dataclass.
pub(crate) struct Mark(pub(crate) DataclassOptions);

impl Descriptor for Mark {
    fn class_name(&self) -> &'static str {
        "_DataclassParams"
    }

    fn parts(&self) -> Parts {
        Parts::NONE
    }
}

impl DataclassOptions {
    /// As what stands in the body of a class.
    pub(crate) fn into_mark(self) -> Value {
        /// Those of nearly all classes, with what they are in a body: one of each for all classes.
        static USUAL: LazyLock<[(DataclassOptions, Value); 3]> = LazyLock::new(|| {
            let usual = DataclassOptions::new;
            let all = [usual(), usual().copy_defaults(), usual().copy_defaults().required_first(true)];
            all.map(|options| (options.clone(), DescriptorValue::new(Mark(options)).into()))
        });
        match USUAL.iter().find(|(usual, _)| *usual == self) {
            Some((_, mark)) => mark.clone(),
            None => DescriptorValue::new(Mark(self)).into(),
        }
    }
}

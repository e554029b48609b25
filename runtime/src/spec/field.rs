//! The description of one field.

use super::default::Make;
use super::{DefaultSpec, Flags, List, Literal, Text, TypeSpec, replace};
use crate::validate::{Rule, Transform};
use crate::value::Value;

/// The description of one field of a class.
///
/// The `with_*` methods are for building: each is called at most once, right after [`new`](Self::new).
///
/// ```
/// use metaclass::spec::{FieldSpec, Flags, Text, TypeSpec};
///
/// const ID: FieldSpec =
///     FieldSpec::new(Text::new("id"), TypeSpec::INT).with_flags(Flags::DEFAULT.with(Flags::PRIMARY_KEY));
/// assert_eq!(ID.name(), "id");
/// assert!(ID.has(Flags::PRIMARY_KEY));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FieldSpec {
    pub(crate) name: Text,
    pub(crate) key: Text,
    pub(crate) ty: TypeSpec,
    pub(crate) default: DefaultSpec,
    pub(crate) flags: Flags,
    pub(crate) transforms: List<Transform>,
    pub(crate) rules: List<Rule>,
    pub(crate) aliases: List<Text>,
    pub(crate) doc: Text,
    pub(crate) metadata: List<(Text, Literal)>,
}

impl FieldSpec {
    /// A required field.
    #[must_use]
    pub const fn new(name: Text, ty: TypeSpec) -> Self {
        Self {
            name,
            key: Text::new(""),
            ty,
            default: DefaultSpec::Required,
            flags: Flags::DEFAULT,
            transforms: List::EMPTY,
            rules: List::EMPTY,
            aliases: List::EMPTY,
            doc: Text::new(""),
            metadata: List::EMPTY,
        }
    }

    /// The field with another type.
    #[cfg(feature = "json")]
    pub(crate) fn with_ty(mut self, ty: TypeSpec) -> Self {
        self.ty = ty;
        self
    }

    /// The field with a default.
    #[must_use]
    pub const fn with_default(mut self, default: DefaultSpec) -> Self {
        replace(&mut self.default, default);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_literal(self, literal: Literal) -> Self {
        self.with_default(DefaultSpec::Value(literal))
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_factory(self, text: &'static str) -> Self {
        self.with_default(DefaultSpec::factory(Text::new(text)))
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_maker(self, text: &'static str, make: fn() -> Option<Value>) -> Self {
        self.with_default(DefaultSpec::Factory { text: Text::new(text), make: Make::compiled(make) })
    }

    /// The field with these switches.
    #[must_use]
    pub const fn with_flags(mut self, flags: Flags) -> Self {
        self.flags = flags;
        self
    }

    /// The field with changes that are made before the rules look at it.
    #[must_use]
    pub const fn with_transforms(mut self, transforms: List<Transform>) -> Self {
        replace(&mut self.transforms, transforms);
        self
    }

    /// The field with rules.
    #[must_use]
    pub const fn with_rules(mut self, rules: List<Rule>) -> Self {
        replace(&mut self.rules, rules);
        self
    }

    /// The field with another name in data.
    #[must_use]
    pub const fn with_key(mut self, key: Text) -> Self {
        replace(&mut self.key, key);
        self
    }

    /// The field with further names that data may use.
    #[must_use]
    pub const fn with_aliases(mut self, aliases: List<Text>) -> Self {
        replace(&mut self.aliases, aliases);
        self
    }

    /// The field with a documentation.
    #[must_use]
    pub const fn with_doc(mut self, doc: Text) -> Self {
        replace(&mut self.doc, doc);
        self
    }

    /// The field with data of the user's.
    #[must_use]
    pub const fn with_metadata(mut self, metadata: List<(Text, Literal)>) -> Self {
        replace(&mut self.metadata, metadata);
        self
    }

    /// The name.
    #[inline]
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[inline]
    pub(crate) const fn name_text(&self) -> &Text {
        &self.name
    }

    /// The name in data: the field's own unless it was renamed.
    #[inline]
    #[must_use]
    pub fn key(&self) -> &str {
        self.key_text()
    }

    #[inline]
    pub(crate) fn key_text(&self) -> &Text {
        if self.key.is_empty() { &self.name } else { &self.key }
    }

    /// What is done to a value before the rules look at it, in written order.
    #[inline]
    #[must_use]
    pub fn transforms(&self) -> &[Transform] {
        &self.transforms
    }

    /// The rules, in written order.
    #[inline]
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Further names that data may use.
    #[inline]
    #[must_use]
    pub fn aliases(&self) -> &[Text] {
        &self.aliases
    }

    /// The type.
    #[must_use]
    pub const fn ty(&self) -> &TypeSpec {
        &self.ty
    }

    /// The default.
    #[must_use]
    pub const fn default(&self) -> &DefaultSpec {
        &self.default
    }

    /// All switches.
    #[must_use]
    pub const fn flags(&self) -> Flags {
        self.flags
    }

    /// Are all these switches on?
    #[must_use]
    pub const fn has(&self, flags: Flags) -> bool {
        self.flags.has(flags)
    }

    /// Is the field part of the hash? As Python has it: what was said of `hash`, else what is compared.
    #[must_use]
    pub const fn is_hashed(&self) -> bool {
        self.has(Flags::HASH) || self.has(Flags::COMPARE) && !self.has(Flags::NO_HASH)
    }

    /// Does a value say that none was given, though no data could say so? Such is the default of what a JSON Schema does not
    /// ask for.
    pub(crate) fn is_absent_as(&self, value: &Value) -> bool {
        value.is_none()
            && self.default == DefaultSpec::Value(Literal::None)
            && !crate::validate::has_type(&self.ty, value)
    }

    /// The documentation; `""` if there is none.
    #[must_use]
    pub fn doc(&self) -> &str {
        &self.doc
    }

    /// Data of the user's, in written order.
    #[must_use]
    pub fn metadata(&self) -> &[(Text, Literal)] {
        &self.metadata
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALIASES: &[Text] = &[Text::new("length")];
    const METADATA: &[(Text, Literal)] = &[(Text::new("unit"), Literal::Str(Text::new("m")))];
    const COMPILED: FieldSpec = FieldSpec::new(Text::new("size"), TypeSpec::Float)
        .with_default(DefaultSpec::factory(Text::new("measure()")))
        .with_flags(Flags::DEFAULT.with(Flags::KW_ONLY))
        .with_key(Text::new("Size"))
        .with_aliases(List::new(ALIASES))
        .with_doc(Text::new("How long it is."))
        .with_metadata(List::new(METADATA));

    #[test]
    fn a_compiled_field_equals_one_made_at_run_time() {
        let text = |text: &str| Text::from(text.to_owned());
        let made = FieldSpec::new(text("size"), TypeSpec::Float)
            .with_default(DefaultSpec::factory(text("measure()")))
            .with_flags(Flags::DEFAULT | Flags::KW_ONLY)
            .with_key(text("Size"))
            .with_aliases(vec![text("length")].into())
            .with_doc(text("How long it is."))
            .with_metadata(vec![(text("unit"), Literal::Str(text("m")))].into());
        assert_eq!(COMPILED, made);
        assert_eq!((made.name(), made.key(), made.doc()), ("size", "Size", "How long it is."));
        assert_eq!(made.aliases(), ["length"]);
        assert_ne!(COMPILED, made.with_flags(Flags::DEFAULT));
    }

    #[test]
    fn what_is_compared_is_hashed_unless_said_otherwise() {
        let hashed = |flags| FieldSpec::new(Text::new("x"), TypeSpec::Any).with_flags(flags).is_hashed();
        assert!(hashed(Flags::COMPARE));
        assert!(hashed(Flags::HASH));
        assert!(!hashed(Flags::NONE));
        assert!(!hashed(Flags::COMPARE | Flags::NO_HASH));
    }
}

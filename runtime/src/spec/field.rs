//! The description of one field.

use super::{DefaultSpec, FieldBody, Flags, List, Literal, Ref, Text, TypeSpec};
use crate::validate::{Rule, Transform};
use crate::value::Value;

/// The description of one field of a class: its name, its default, its switches, and a [`FieldBody`], which fields may
/// share.
///
/// The `with_*` methods are for building, right after [`new`](Self::new).
///
/// ```
/// use metaclass::spec::{FieldBody, FieldSpec, Flags, Text, TypeSpec};
///
/// const INT: &FieldBody = &FieldBody::new(TypeSpec::INT);
/// const ID: FieldSpec = FieldSpec::compiled("id", INT).with_flags(Flags::DEFAULT.with(Flags::PRIMARY_KEY));
/// assert_eq!(ID.name(), "id");
/// assert!(ID.has(Flags::PRIMARY_KEY));
///
/// let made = FieldSpec::new(Text::from(String::from("id")), TypeSpec::INT);
/// assert_eq!(made.with_flags(ID.flags()), ID);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FieldSpec {
    pub(crate) name: Text,
    pub(crate) body: Ref<FieldBody>,
    pub(crate) default: Ref<DefaultSpec>,
    pub(crate) flags: Flags,
}

impl FieldSpec {
    /// A required field.
    #[must_use]
    pub fn new(name: Text, ty: TypeSpec) -> Self {
        Self::of(name, ty.into())
    }

    /// A required field that is compiled into the program.
    #[must_use]
    pub const fn compiled(name: &'static str, body: &'static FieldBody) -> Self {
        Self::of(Text::new(name), Ref::Static(body))
    }

    /// A required field.
    pub(crate) const fn of(name: Text, body: Ref<FieldBody>) -> Self {
        Self { name, body, default: Ref::Static(&DefaultSpec::Required), flags: Flags::DEFAULT }
    }

    /// Is nothing said of its values but one of the types without parameters, and nothing of its name in data?
    pub(crate) fn says_only_type(&self) -> bool {
        self.body.plain_number().is_some()
    }

    /// The field with another type.
    #[cfg(feature = "json")]
    pub(crate) fn with_ty(self, ty: TypeSpec) -> Self {
        self.with(|body| body.ty = ty)
    }

    /// The field with a default.
    #[must_use]
    pub fn with_default(mut self, default: DefaultSpec) -> Self {
        self.default = default.into();
        self
    }

    /// The field with a default that is compiled into the program.
    #[must_use]
    pub const fn defaulted(mut self, default: &'static DefaultSpec) -> Self {
        super::replace(&mut self.default, Ref::Static(default));
        self
    }

    /// The field with these switches.
    #[must_use]
    pub const fn with_flags(mut self, flags: Flags) -> Self {
        self.flags = flags;
        self
    }

    /// The field with changes that are made before the rules look at it.
    #[must_use]
    pub fn with_transforms(self, transforms: List<Transform>) -> Self {
        self.with(|body| body.transforms = transforms)
    }

    /// The field with rules.
    #[must_use]
    pub fn with_rules(self, rules: List<Rule>) -> Self {
        self.with(|body| body.rules = rules)
    }

    /// The field with another name in data.
    #[must_use]
    pub fn with_key(self, key: Text) -> Self {
        self.with(|body| body.key = key)
    }

    /// The field with further names that data may use.
    #[must_use]
    pub fn with_aliases(self, aliases: List<Text>) -> Self {
        self.with(|body| body.aliases = aliases)
    }

    /// The field with a documentation.
    #[must_use]
    pub fn with_doc(self, doc: Text) -> Self {
        self.with(|body| body.doc = doc)
    }

    /// The field with data of the user's.
    #[must_use]
    pub fn with_metadata(self, metadata: List<(Text, Literal)>) -> Self {
        self.with(|body| body.metadata = metadata)
    }

    fn with(mut self, change: impl FnOnce(&mut FieldBody)) -> Self {
        self.body = self.body.changed(change);
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
        if self.body.key.is_empty() { &self.name } else { &self.body.key }
    }

    /// What is done to a value before the rules look at it, in written order.
    #[inline]
    #[must_use]
    pub fn transforms(&self) -> &[Transform] {
        &self.body.transforms
    }

    #[cfg(feature = "serde")]
    pub(crate) fn rule_list(&self) -> &List<Rule> {
        &self.body.rules
    }

    /// The rules, in written order.
    #[inline]
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.body.rules
    }

    /// Further names that data may use.
    #[inline]
    #[must_use]
    pub fn aliases(&self) -> &[Text] {
        &self.body.aliases
    }

    /// The type.
    #[inline]
    #[must_use]
    pub fn ty(&self) -> &TypeSpec {
        &self.body.ty
    }

    /// The default.
    #[inline]
    #[must_use]
    pub fn default(&self) -> &DefaultSpec {
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

    /// Is it an option without a default, so that data which does not name it says `None`?
    pub(crate) fn is_none_if_left_out(&self) -> bool {
        let is_named = self.has(Flags::PRESENT) || self.has(Flags::REQUIRED);
        matches!(self.ty(), TypeSpec::Option(_)) && self.default.is_required() && !is_named
    }

    /// Has data to name it?
    pub(crate) fn must_be_named(&self) -> bool {
        self.default.is_required() && !self.is_none_if_left_out()
    }

    /// Does a value say that none was given, though no data could say so? Such is the default of what a JSON Schema does not
    /// ask for.
    pub(crate) fn is_absent_as(&self, value: &Value) -> bool {
        value.is_none()
            && *self.default == DefaultSpec::Value(Literal::None)
            && !crate::validate::has_type(self.ty(), value)
    }

    /// The documentation; `""` if there is none.
    #[must_use]
    pub fn doc(&self) -> &str {
        &self.body.doc
    }

    /// Data of the user's, in written order.
    #[must_use]
    pub fn metadata(&self) -> &[(Text, Literal)] {
        &self.body.metadata
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALIASES: &[Text] = &[Text::new("length")];
    const METADATA: &[(Text, Literal)] = &[(Text::new("unit"), Literal::Str(Text::new("m")))];
    const COMPILED: FieldSpec = FieldSpec::compiled(
        "size",
        const {
            &FieldBody::new(TypeSpec::Float)
                .with_key(Text::new("Size"))
                .with_aliases(List::new(ALIASES))
                .with_doc(Text::new("How long it is."))
                .with_metadata(List::new(METADATA))
        },
    )
    .defaulted(const { &DefaultSpec::factory(Text::new("measure()")) })
    .with_flags(Flags::DEFAULT.with(Flags::KW_ONLY));

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

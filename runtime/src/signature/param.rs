//! One parameter of a signature.

use std::fmt;

use crate::args::accepts_as_is;
use crate::spec::{DefaultSpec, FieldBody, FieldSpec, Flags, Ref, Text, TypeSpec};
use crate::validate::Takes;
use crate::value::Value;

/// How an argument may be given: Python's kinds of parameters, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ParamKind {
    /// By position only: those before `/`.
    PositionalOnly,
    /// By position or by name.
    PositionalOrKeyword,
    /// All further ones by position: `*rest`.
    VarPositional,
    /// By name only: those behind `*`.
    KeywordOnly,
    /// All further ones by name: `**kw`.
    VarKeyword,
}

impl ParamKind {
    /// Is it one argument, by position?
    pub(crate) const fn is_positional(self) -> bool {
        matches!(self, Self::PositionalOnly | Self::PositionalOrKeyword)
    }

    /// Is it one argument that can be given by name?
    pub(crate) const fn is_keyword(self) -> bool {
        matches!(self, Self::KeywordOnly | Self::PositionalOrKeyword)
    }

    /// Is it one argument, by position or by name, and not many?
    pub(crate) const fn is_one(self) -> bool {
        !matches!(self, Self::VarPositional | Self::VarKeyword)
    }
}

/// As Python describes them: `positional or keyword`, `keyword-only`.
impl fmt::Display for ParamKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PositionalOnly => "positional-only",
            Self::PositionalOrKeyword => "positional or keyword",
            Self::VarPositional => "variadic positional",
            Self::KeywordOnly => "keyword-only",
            Self::VarKeyword => "variadic keyword",
        })
    }
}

/// One parameter of a [`Signature`](super::Signature).
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    field: FieldSpec,
    kind: ParamKind,
    /// Is the type shown?
    is_typed: bool,
    /// What is to be asked of a value, if it is no more than its type.
    takes: Takes,
}

impl Param {
    /// A required parameter of any type.
    #[must_use]
    pub const fn new(name: Text, kind: ParamKind) -> Self {
        Self { field: FieldSpec::of(name, Ref::Static(FieldBody::ANY)), kind, is_typed: false, takes: Takes::Any }
    }

    /// A parameter with the name, type, default and rules of a field; each item of `*rest` and each value of `**kw` is
    /// like the field.
    #[must_use]
    pub fn of(field: FieldSpec, kind: ParamKind) -> Self {
        let takes = if asks_for_type_alone(&field) { Takes::of(field.ty()) } else { Takes::Other };
        Self { field, kind, is_typed: true, takes }
    }

    /// The parameter with a default.
    #[must_use]
    pub fn with_default(mut self, default: DefaultSpec) -> Self {
        self.field = self.field.with_default(default);
        self
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.field.name()
    }

    /// The type, if one was given.
    #[must_use]
    pub fn ty(&self) -> Option<&TypeSpec> {
        if self.is_typed { Some(self.field.ty()) } else { None }
    }

    /// The default.
    #[must_use]
    pub fn default(&self) -> &DefaultSpec {
        self.field.default()
    }

    /// How the argument may be given.
    #[must_use]
    pub const fn kind(&self) -> ParamKind {
        self.kind
    }

    /// The description of a value that is given for it: type, transforms, rules.
    #[must_use]
    pub const fn field(&self) -> &FieldSpec {
        &self.field
    }

    /// Is it sure that nothing is to be done to the value, and nothing more to be asked?
    #[inline]
    pub(crate) fn takes_as_it_is(&self, value: &Value) -> bool {
        // A struct may have rules of its own.
        self.takes.has(value) && !matches!(value, Value::Opaque(_)) || accepts_as_is(self, Some(value))
    }

    /// Is it given by this name?
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.kind.is_keyword() && self.name() == name
    }

    /// Must the caller give it?
    pub(crate) fn is_required(&self) -> bool {
        self.kind.is_one() && self.default().is_required()
    }
}

/// Are there no rules and no transforms?
pub(crate) fn asks_for_type_alone(field: &FieldSpec) -> bool {
    field.rules().is_empty() && field.transforms().is_empty() && !field.has(Flags::REQUIRED)
}

impl From<&FieldSpec> for Param {
    fn from(field: &FieldSpec) -> Self {
        let kind = match field.has(Flags::KW_ONLY) {
            true => ParamKind::KeywordOnly,
            false => ParamKind::PositionalOrKeyword,
        };
        Self::of(field.clone(), kind)
    }
}

/// As in Python: `x`, `y=20`, `z: float = 0.0`, `*rest`.
impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ParamKind::VarPositional => "*",
            ParamKind::VarKeyword => "**",
            _ => "",
        })?;
        f.write_str(self.name())?;
        if let Some(ty) = self.ty() {
            write!(f, ": {ty}")?;
        }
        match (self.default(), self.is_typed) {
            (DefaultSpec::Required, _) => Ok(()),
            (default, true) => write!(f, " = {default}"),
            (default, false) => write!(f, "={default}"),
        }
    }
}

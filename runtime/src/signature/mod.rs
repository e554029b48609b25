//! What a callable takes, and how a call's arguments are matched with it.

mod bind;
mod suggest;

use std::fmt;

pub use suggest::closest;

use crate::spec::{DefaultSpec, FieldSpec, Flags, Text, TypeSpec};

/// How an argument may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamKind {
    /// By position or by name.
    PositionalOrKeyword,
    /// By name only.
    KeywordOnly,
}

/// One parameter of a [`Signature`].
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    name: Text,
    ty: Option<TypeSpec>,
    default: DefaultSpec,
    kind: ParamKind,
}

impl Param {
    /// A required parameter of any type.
    #[must_use]
    pub const fn new(name: Text, kind: ParamKind) -> Self {
        Self { name, ty: None, default: DefaultSpec::Required, kind }
    }

    /// The parameter with a type.
    #[must_use]
    pub fn with_type(mut self, ty: TypeSpec) -> Self {
        self.ty = Some(ty);
        self
    }

    /// The parameter with a default.
    #[must_use]
    pub fn with_default(mut self, default: DefaultSpec) -> Self {
        self.default = default;
        self
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The type, if one was given.
    #[must_use]
    pub const fn ty(&self) -> Option<&TypeSpec> {
        self.ty.as_ref()
    }

    /// The default.
    #[must_use]
    pub const fn default(&self) -> &DefaultSpec {
        &self.default
    }

    /// How the argument may be given.
    #[must_use]
    pub const fn kind(&self) -> ParamKind {
        self.kind
    }
}

impl From<&FieldSpec> for Param {
    fn from(field: &FieldSpec) -> Self {
        let kind = match field.has(Flags::KW_ONLY) {
            true => ParamKind::KeywordOnly,
            false => ParamKind::PositionalOrKeyword,
        };
        Self::new(field.name_text().clone(), kind).with_type(field.ty().clone()).with_default(field.default().clone())
    }
}

/// As in Python: `x`, `y=20`, `z: float = 0.0`.
impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        if let Some(ty) = &self.ty {
            write!(f, ": {ty}")?;
        }
        match (&self.default, &self.ty) {
            (DefaultSpec::Required, _) => Ok(()),
            (default, Some(_)) => write!(f, " = {default}"),
            (default, None) => write!(f, "={default}"),
        }
    }
}

/// The parameters of a callable, positional ones first.
///
/// `Display` gives Python's text, without the receiver.
///
/// ```
/// use metaclass::signature::{Param, ParamKind, Signature};
/// use metaclass::spec::{DefaultSpec, Literal, Text};
///
/// let signature = Signature::of_function(vec![
///     Param::new(Text::new("x"), ParamKind::PositionalOrKeyword),
///     Param::new(Text::new("y"), ParamKind::KeywordOnly).with_default(DefaultSpec::Value(Literal::Int(20))),
/// ]);
/// assert_eq!(signature.to_string(), "(x, *, y=20)");
///
/// let bound = signature.bind("f", vec![1], vec![("y", 2)])?;
/// assert_eq!(bound, [Some(1), Some(2)]);
/// let error = signature.bind("f", vec![1, 2], vec![]).unwrap_err();
/// assert_eq!(error.to_string(), "f() takes 1 positional argument but 2 were given");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    params: Vec<Param>,
    /// How many arguments the caller does not see: the instance being made. Python's texts count it.
    receivers: usize,
}

impl Signature {
    /// The signature of a plain function.
    #[must_use]
    pub const fn of_function(params: Vec<Param>) -> Self {
        Self { params, receivers: 0 }
    }

    /// The signature of a constructor, which also gets the instance.
    #[must_use]
    pub const fn of_constructor(params: Vec<Param>) -> Self {
        Self { params, receivers: 1 }
    }

    /// The parameters, in order.
    #[must_use]
    pub fn params(&self) -> &[Param] {
        &self.params
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(")?;
        let mut starred = false;
        for (i, param) in self.params.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            if param.kind == ParamKind::KeywordOnly && !starred {
                starred = true;
                f.write_str("*, ")?;
            }
            param.fmt(f)?;
        }
        f.write_str(")")
    }
}

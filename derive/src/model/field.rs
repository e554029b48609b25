//! A field.

use proc_macro2::Span;
use syn::{Attribute, Expr, Ident, LitStr, Path, Type, Visibility};

use super::default::Default;
use crate::input::rules::{Rules, Transform};

/// A field.
pub(crate) struct Field {
    /// As written, perhaps raw.
    pub(crate) ident: Ident,
    /// As shown: never raw.
    pub(crate) name: String,
    pub(crate) vis: Visibility,
    pub(crate) ty: Type,
    /// All but ours.
    pub(crate) attributes: Vec<Attribute>,
    /// `cfg`s are gone already; what is left are lints that the user has allowed.
    pub(crate) allows: Vec<Attribute>,
    pub(crate) doc: String,
    pub(crate) deprecated: bool,
    pub(crate) default: Option<Default>,
    pub(crate) init: bool,
    pub(crate) repr: FieldRepr,
    pub(crate) compare: bool,
    pub(crate) hash: bool,
    pub(crate) kw_only: bool,
    pub(crate) into: bool,
    pub(crate) secret: bool,
    pub(crate) primary_key: bool,
    /// Less visible than the struct: not to be set from outside.
    pub(crate) private: bool,
    pub(crate) key: Option<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) metadata: Vec<(Ident, Expr)>,
    /// `None` is not taken for a value.
    pub(crate) required: bool,
    /// In data, `1.0` is no integer.
    pub(crate) strict: bool,
    /// What is done to a value before the rules look at it.
    pub(crate) transforms: Vec<Transform>,
    pub(crate) rules: Rules,
    /// There are mistakes in the options, so that some may be missing.
    pub(crate) incomplete: bool,
    /// Where options were given, for errors about them.
    pub(crate) keys: Keys,
}

/// The places of options that laws speak about.
pub(crate) struct Keys {
    pub(crate) default: Option<Span>,
    pub(crate) init: Option<Span>,
    pub(crate) hash: Option<Hash>,
    pub(crate) into: Option<Span>,
    pub(crate) kw_only: Option<Span>,
    pub(crate) primary_key: Option<Span>,
    pub(crate) repr: Option<Span>,
    pub(crate) required: Option<Span>,
    pub(crate) optional: Option<Span>,
}

/// `hash = true` or `hash = false`, and where.
#[derive(Clone, Copy)]
pub(crate) struct Hash {
    pub(crate) key: Span,
    pub(crate) on: bool,
}

/// How a field is shown.
pub(crate) enum FieldRepr {
    /// As its type is.
    OfType,
    /// By what a function makes of it.
    By(Path),
    /// Not at all.
    Hidden,
}

impl Field {
    /// The name in data.
    pub(crate) fn key(&self) -> String {
        self.key.as_ref().map_or_else(|| self.name.clone(), LitStr::value)
    }
}

impl FieldRepr {
    pub(crate) fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden)
    }

    /// The function that shows it, if there is one.
    pub(crate) fn by(&self) -> Option<&Path> {
        match self {
            Self::By(path) => Some(path),
            Self::OfType | Self::Hidden => None,
        }
    }
}

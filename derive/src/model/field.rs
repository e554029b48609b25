//! A field.

use proc_macro2::Span;
use syn::{Attribute, Expr, Ident, LitStr, Type, Visibility};

use super::default::Default;
use super::text;
use crate::input::rules::{Rules, Transform};

/// A field.
#[derive(Clone)]
pub(crate) struct Field {
    /// As written, perhaps raw.
    pub(crate) ident: Ident,
    /// As shown: never raw.
    pub(crate) name: String,
    pub(crate) vis: Visibility,
    pub(crate) ty: Type,
    /// The type as the user wrote it, perhaps in a base where its names mean something.
    pub(crate) written: Type,
    /// The base that it comes from.
    pub(crate) base: Option<String>,
    /// Is its type reached through the base, as the name may mean nothing here?
    pub(crate) foreign: bool,
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
    /// Data must name it, even where `None` may stand there.
    pub(crate) present: bool,
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
#[derive(Clone)]
pub(crate) struct Keys {
    pub(crate) default: Option<Span>,
    pub(crate) init: Option<Span>,
    pub(crate) hash: Option<Hash>,
    pub(crate) into: Option<Span>,
    pub(crate) kw_only: Option<Span>,
    pub(crate) primary_key: Option<Span>,
    pub(crate) repr: Option<Span>,
    pub(crate) required: Option<Span>,
    pub(crate) present: Option<Span>,
    pub(crate) optional: Option<Span>,
}

/// `hash = true` or `hash = false`, and where.
#[derive(Clone, Copy)]
pub(crate) struct Hash {
    pub(crate) key: Span,
    pub(crate) on: bool,
}

/// How a field is shown.
#[derive(Clone)]
pub(crate) enum FieldRepr {
    /// As its type is.
    OfType,
    /// By what a function makes of it.
    By(Expr),
    /// Not at all.
    Hidden,
}

impl Field {
    /// What its documentation says of a type that is reached through a base.
    pub(crate) fn note(&self) -> Option<String> {
        let base = self.base.as_ref().filter(|_| self.foreign)?;
        Some(format!("Its type is `{}`, as in `{base}`.", text::of_type(&self.written)))
    }

    /// The name in data.
    pub(crate) fn key(&self) -> String {
        self.key.as_ref().map_or_else(|| self.name.clone(), LitStr::value)
    }
}

impl Keys {
    /// What is inherited is told of where the base is named.
    pub(crate) fn move_to(&mut self, span: Span) {
        let Self { default, init, hash, into, kw_only, primary_key, repr, required, present, optional } = self;
        let keys = [default, init, into, kw_only, primary_key, repr, required, present, optional];
        for key in keys.into_iter().flatten() {
            *key = span;
        }
        if let Some(hash) = hash {
            hash.key = span;
        }
    }
}

impl FieldRepr {
    pub(crate) fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden)
    }

    /// The function that shows it, if there is one.
    pub(crate) fn by(&self) -> Option<&Expr> {
        match self {
            Self::By(function) => Some(function),
            Self::OfType | Self::Hidden => None,
        }
    }
}

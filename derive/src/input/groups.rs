//! Groups of fields: `exactly_one(a, b)` and its like, in written order.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Ident, Token};

use super::options::in_parentheses;

/// How the fields of a group go together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupKind {
    /// One of them, and no other.
    ExactlyOne,
    /// One of them or more.
    AtLeastOne,
    /// If the first, then all others.
    Requires,
    /// One of them or none.
    Conflicts,
}

/// The option of each kind, and what the runtime calls it.
const KINDS: [(&str, &str, GroupKind); 4] = [
    ("exactly_one", "ExactlyOne", GroupKind::ExactlyOne),
    ("at_least_one", "AtLeastOne", GroupKind::AtLeastOne),
    ("requires", "Requires", GroupKind::Requires),
    ("conflicts", "Conflicts", GroupKind::Conflicts),
];

/// The keywords of all kinds.
pub(crate) const KEYS: &[&str] = &[KINDS[0].0, KINDS[1].0, KINDS[2].0, KINDS[3].0];

impl GroupKind {
    /// The kind of this name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        KINDS.iter().find(|(key, ..)| *key == name).map(|(.., kind)| *kind)
    }

    fn row(self) -> (&'static str, &'static str) {
        KINDS.iter().find(|(.., kind)| *kind == self).map_or(("", ""), |(key, variant, _)| (key, variant))
    }

    /// Its option.
    pub(crate) fn name(self) -> &'static str {
        self.row().0
    }

    /// What the runtime calls it.
    pub(crate) fn variant(self) -> &'static str {
        self.row().1
    }

    /// Can two of the fields not be given together?
    pub(crate) fn is_exclusive(self) -> bool {
        matches!(self, Self::ExactlyOne | Self::Conflicts)
    }

    /// Is a field asked for, whatever else is given?
    pub(crate) fn needs_one(self) -> bool {
        matches!(self, Self::ExactlyOne | Self::AtLeastOne)
    }
}

/// A group as written.
#[derive(Clone)]
pub(crate) struct Group {
    pub(crate) key: Ident,
    pub(crate) kind: GroupKind,
    pub(crate) fields: Vec<Ident>,
}

impl Group {
    /// The same, said elsewhere.
    pub(crate) fn at(&self, place: Span) -> Self {
        let moved = |ident: &Ident| Ident::new(&ident.to_string(), place.resolved_at(ident.span()));
        Self { key: moved(&self.key), kind: self.kind, fields: self.fields.iter().map(moved).collect() }
    }

    /// Does another ask for the same of the same fields?
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let set =
            |group: &Self| -> HashSet<String> { group.fields.iter().map(|field| field.unraw().to_string()).collect() };
        let starts_alike = self.kind != GroupKind::Requires || self.fields.first() == other.fields.first();
        self.kind == other.kind && set(self) == set(other) && starts_alike
    }
}

/// As it is written: `exactly_one(a, b)`.
impl std::fmt::Display for Group {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fields: Vec<String> = self.fields.iter().map(|field| field.unraw().to_string()).collect();
        write!(f, "{}({})", self.kind.name(), fields.join(", "))
    }
}

/// The groups of a class.
#[derive(Default)]
pub(crate) struct Groups(pub(crate) Vec<Group>);

impl Groups {
    /// Reads what follows a keyword, if that is one of a group, of which there may be several.
    pub(crate) fn read(&mut self, key: &Ident, input: ParseStream<'_>) -> Option<syn::Result<bool>> {
        let kind = GroupKind::of_name(&key.to_string())?;
        let read = Punctuated::<Ident, Token![,]>::parse_terminated_with;
        let fields = in_parentheses(key, "(a, b)", input, |input| read(input, Ident::parse_any));
        Some(fields.map(|fields| {
            self.0.push(Group { key: key.clone(), kind, fields: fields.into_iter().collect() });
            true
        }))
    }
}

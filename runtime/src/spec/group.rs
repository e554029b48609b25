//! Fields that are to be given together, or not together.

use std::fmt;

use super::{List, Text};

/// How the fields of a [`Group`] go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GroupKind {
    /// One of them, and no other.
    ExactlyOne,
    /// One of them or more.
    AtLeastOne,
    /// If the first, then all others.
    Requires,
    /// One of them or none.
    Conflicts,
}

impl GroupKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::ExactlyOne, Self::AtLeastOne, Self::Requires, Self::Conflicts];

    /// The option of that name, which is also the code of the fault.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ExactlyOne => "exactly_one",
            Self::AtLeastOne => "at_least_one",
            Self::Requires => "requires",
            Self::Conflicts => "conflicts",
        }
    }

    /// Is it well that these are given and those are not?
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn holds(self, given: &[bool]) -> bool {
        let count = || given.iter().filter(|is_given| **is_given).count();
        match self {
            Self::ExactlyOne => count() == 1,
            Self::AtLeastOne => count() > 0,
            Self::Requires => {
                given.split_first().is_none_or(|(first, others)| !first || others.iter().all(|other| *other))
            }
            Self::Conflicts => count() < 2,
        }
    }
}

/// Fields of a class that are to be given together, or not together.
///
/// A field is given if it has another value than its default, which for most is `None`. So it is all the same whether
/// data leaves a field out or names its default.
///
/// ```
/// use metaclass::Field;
/// use metaclass::spec::{ClassSpec, Group};
///
/// let text = || Field::str().nullable().default(metaclass::Value::None);
/// let contact = ClassSpec::define("Contact", [("email", text()), ("phone", text())])?;
/// let contact = contact.grouped(Group::at_least_one(["email", "phone"]))?;
/// assert_eq!(contact.groups()[0].to_string(), "at_least_one(email, phone)");
///
/// let error = contact.validate(&[("email", metaclass::Value::None)].into()).unwrap_err();
/// assert_eq!(error.to_string(), "Validation errors: needs at least one of 'email', 'phone'");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    kind: GroupKind,
    fields: List<Text>,
}

impl Group {
    /// These fields, going together in this way.
    #[must_use]
    pub const fn new(kind: GroupKind, fields: List<Text>) -> Self {
        Self { kind, fields }
    }

    fn of(kind: GroupKind, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { kind, fields: fields.into_iter().map(|field| Text::from(field.into())).collect() }
    }

    /// One of these, and no other.
    pub fn exactly_one(fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::of(GroupKind::ExactlyOne, fields)
    }

    /// One of these or more.
    pub fn at_least_one(fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::of(GroupKind::AtLeastOne, fields)
    }

    /// If the first of these, then all others.
    pub fn requires(fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::of(GroupKind::Requires, fields)
    }

    /// One of these or none.
    pub fn conflicts(fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::of(GroupKind::Conflicts, fields)
    }

    /// How the fields go together.
    #[must_use]
    pub const fn kind(&self) -> GroupKind {
        self.kind
    }

    /// The names of the fields, in written order.
    #[must_use]
    pub fn fields(&self) -> &[Text] {
        &self.fields
    }
}

/// As it is written: `exactly_one(a, b)`.
impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(", self.kind.name())?;
        for (i, field) in self.fields.iter().enumerate() {
            write!(f, "{}{}", if i > 0 { ", " } else { "" }, field.escape_debug())?;
        }
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_law() {
        let holding = |kind: GroupKind| -> Vec<usize> {
            let states: Vec<[bool; 3]> = (0..8).map(|bits| [bits & 1 > 0, bits & 2 > 0, bits & 4 > 0]).collect();
            states.iter().enumerate().filter(|(_, state)| kind.holds(&state[..])).map(|(bits, _)| bits).collect()
        };
        assert_eq!(holding(GroupKind::ExactlyOne), [1, 2, 4]);
        assert_eq!(holding(GroupKind::AtLeastOne), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(holding(GroupKind::Requires), [0, 2, 4, 6, 7]);
        assert_eq!(holding(GroupKind::Conflicts), [0, 1, 2, 4]);
    }

    #[test]
    fn a_compiled_group_equals_one_made_at_run_time() {
        const FIELDS: &[Text] = &[Text::new("a"), Text::new("b")];
        let compiled = Group::new(GroupKind::Requires, List::new(FIELDS));
        assert_eq!(compiled, Group::requires(["a", "b"]));
        assert_ne!(compiled, Group::conflicts(["a", "b"]));
        assert_eq!(Group::requires(["a\n"]).to_string(), r"requires(a\n)");
    }
}

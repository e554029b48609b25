//! What a new definition of a class changes, and for whom.
//!
//! A change is compatible if everything that was right stays so: calls of the constructor, data, reading a field, and
//! instances that obeyed their rules, which [migrate](crate::Instance::migrate). Whatever cannot be told is breaking.

mod compare;
mod rules;
mod types;

use std::fmt;

use crate::class::Class;
use crate::path::Path;
use crate::spec::ClassSpec;

/// What has changed between two definitions of a class, in the order of the fields; then what concerns the class, then
/// the classes of its fields.
///
/// ```
/// use metaclass::prelude::*;
///
/// let old = make_dataclass("User", [("name", Field::str().max_length(9)), ("age", Field::int())]).build()?;
/// let fields = [("name", Field::str().max_length(5)), ("age", Field::int().nullable()), ("tag", Field::str().default("-"))];
/// let new = make_dataclass("User", fields).build()?;
///
/// let diff = old.diff(&new);
/// assert!(diff.is_breaking());
/// assert_eq!(diff.to_string(), "\
/// breaking: name: `max_length` was 9 and is 5
/// compatible: age: was int and is int | None
/// compatible: tag: is new, with the default '-'");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct ClassDiff {
    changes: Vec<Change>,
}

impl ClassDiff {
    /// The changes.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Is any change a breaking one?
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.changes.iter().any(Change::is_breaking)
    }

    /// Do both say the same? Documentation, metadata and messages of rules are not looked at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Each change on a line of its own.
impl fmt::Display for ClassDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, change) in self.changes.iter().enumerate() {
            write!(f, "{}{change}", if i > 0 { "\n" } else { "" })?;
        }
        Ok(())
    }
}

/// One change of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    path: Path,
    code: &'static str,
    text: String,
    is_breaking: bool,
}

impl Change {
    /// The field, by the names of the fields that lead to it; the root if it concerns the class.
    #[must_use]
    pub const fn path(&self) -> &Path {
        &self.path
    }

    /// What kind of change it is, by a stable name: `field_added`, `field_removed`, `type_widened`, `type_narrowed`,
    /// `type_changed`, `default`, `key`, `alias`, `switch`, `transform`, `rule_added`, `rule_removed`, `rule_tightened`,
    /// `rule_loosened`, `rule_changed`, `order`, `option`, `base`, `group` or `check`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Can anything that was right be wrong now?
    #[must_use]
    pub const fn is_breaking(&self) -> bool {
        self.is_breaking
    }

    /// What has changed, in words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// `breaking: name: is gone`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_breaking { "breaking: " } else { "compatible: " })?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.text)
    }
}

impl ClassSpec {
    /// What changes if `new` is put in its place.
    pub fn diff(&self, new: &Self) -> ClassDiff {
        ClassDiff { changes: compare::compare(self, new) }
    }
}

impl Class {
    /// What changes if `new` is put in its place: see [`ClassDiff`].
    pub fn diff(&self, new: &Self) -> ClassDiff {
        self.spec().diff(new.spec())
    }
}

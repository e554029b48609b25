//! Two descriptions, side by side.

use std::fmt::Display;

use super::Change;
use super::rules;
use super::types::{self, Shown};
use crate::path::{Path, Segment};
use crate::repr::repr;
use crate::spec::{ClassRef, ClassSpec, DefaultSpec, FieldSpec, Flags, Options, Text};

/// What is said of a switch, and whether that breaks anything.
type Said = (&'static str, bool);

/// The switches of a field: what is said when each is on, and when it is off.
const SWITCHES: [(Flags, Said, Said); 10] = [
    (Flags::INIT, ("is taken by the constructor", false), ("is not taken by the constructor", true)),
    (Flags::KW_ONLY, ("is given by keyword only", true), ("may be given by position", false)),
    (Flags::REQUIRED, ("may not be None", true), ("may be None", false)),
    (Flags::PRESENT, ("must be named by data", true), ("may be left out", false)),
    (Flags::STRICT, ("is read strictly", true), ("is not read strictly", false)),
    (Flags::PRIMARY_KEY, ("is the primary key", true), ("is not the primary key", true)),
    (Flags::SECRET, ("is secret", true), ("is no secret", false)),
    (Flags::PRIVATE, ("is private", true), ("is not private", false)),
    (Flags::REPR, ("is shown by the repr", false), ("is not shown by the repr", false)),
    (Flags::COMPARE, ("is compared", false), ("is not compared", false)),
];

/// The same for the switches of a class.
const OPTIONS: [(Options, Said, Said); 8] = [
    (Options::INIT, ("has a constructor", false), ("has no constructor", true)),
    (Options::EQ, ("is compared field by field", false), ("is not compared field by field", true)),
    (Options::ORDER, ("has an order", false), ("has no order", true)),
    (Options::HASH, ("has a hash", false), ("has no hash", true)),
    (Options::FROZEN, ("is frozen", true), ("is not frozen", false)),
    (Options::VALIDATE, ("asks its rules when an instance is made", true), ("does not ask its rules by itself", false)),
    (Options::FORBID_EXTRA, ("forbids other names in data", true), ("passes over other names in data", false)),
    (Options::NAMED_TUPLE, ("is a tuple", true), ("is no tuple", true)),
];

/// All changes, class by class: those of fields may refer to each other.
pub(super) fn compare(old: &ClassSpec, new: &ClassSpec) -> Vec<Change> {
    let mut comparison = Comparison { changes: vec![], path: Path::root(), pending: vec![(Path::root(), old, new)] };
    let mut seen = vec![];
    while let Some((path, old, new)) = comparison.pending.pop() {
        let pair = (std::ptr::from_ref(old), std::ptr::from_ref(new));
        if pair.0 != pair.1 && !seen.contains(&pair) {
            seen.push(pair);
            comparison.path = path;
            comparison.classes(old, new);
        }
    }
    comparison.changes
}

struct Comparison<'a> {
    changes: Vec<Change>,
    /// The field, or class, that is looked at.
    path: Path,
    /// The classes that are still to be looked at.
    pending: Vec<(Path, &'a ClassSpec, &'a ClassSpec)>,
}

impl<'a> Comparison<'a> {
    fn push(&mut self, code: &'static str, is_breaking: bool, text: impl Into<String>) {
        self.changes.push(Change { path: self.path.clone(), code, text: text.into(), is_breaking });
    }

    fn classes(&mut self, old: &'a ClassSpec, new: &'a ClassSpec) {
        let later = self.pending.len();
        self.each_field(old.fields(), new.fields());
        self.each_field(old.init_vars(), new.init_vars());
        // The first is looked at first.
        if let Some(added) = self.pending.get_mut(later..) {
            added.reverse();
        }
        if positional(old, new) != positional(new, old) || pushed_back(old, new) {
            self.push("order", true, "takes its positional arguments in another order");
        }
        for (option, on, off) in OPTIONS {
            self.switch("option", (old.options().has(option), new.options().has(option)), on, off);
        }
        self.bases(old.bases(), new.bases());
        self.each("group", old.groups(), new.groups(), ToString::to_string);
        self.each("check", old.checks(), new.checks(), |check| format!("check {}", repr(check.name())));
    }

    /// Tells what there is on one side only.
    fn each<T: PartialEq>(&mut self, code: &'static str, old: &[T], new: &[T], text: impl Fn(&T) -> String) {
        for gone in old.iter().filter(|item| !new.contains(item)) {
            self.push(code, false, format!("has no {} any more", text(gone)));
        }
        for added in new.iter().filter(|item| !old.contains(item)) {
            self.push(code, true, format!("has the {} now", text(added)));
        }
    }

    fn bases(&mut self, old: &[ClassRef], new: &[ClassRef]) {
        for gone in old.iter().filter(|base| !new.iter().any(|new| types::derives(new, base))) {
            self.push("base", true, format!("does not derive from {} any more", repr(gone.name())));
        }
        for added in new.iter().filter(|base| !old.iter().any(|old| types::derives(old, base))) {
            self.push("base", false, format!("derives from {} now", repr(added.name())));
        }
    }

    fn each_field(&mut self, old: &'a [FieldSpec], new: &'a [FieldSpec]) {
        for field in old {
            self.within(field, |this| match new.iter().find(|new| new.name() == field.name()) {
                Some(new) => this.field(field, new),
                None => this.push("field_removed", true, "is gone"),
            });
        }
        for field in new.iter().filter(|new| !old.iter().any(|old| old.name() == new.name())) {
            self.within(field, |this| match field.default() {
                DefaultSpec::Required => this.push("field_added", true, "is new and required"),
                default => {
                    this.push("field_added", false, format!("is new, with the default {}", shown(field, default)));
                }
            });
        }
    }

    fn within(&mut self, field: &FieldSpec, look: impl FnOnce(&mut Self)) {
        let outside = self.path.clone();
        self.path.push(Segment::Field(field.name_text().clone()));
        look(self);
        self.path = outside;
    }

    fn field(&mut self, old: &'a FieldSpec, new: &'a FieldSpec) {
        self.names(old, new);
        if old.ty() != new.ty() {
            let (code, is_breaking) = match (types::takes_all(new.ty(), old.ty()), types::takes_all(old.ty(), new.ty()))
            {
                (true, _) => ("type_widened", false),
                (false, true) => ("type_narrowed", true),
                (false, false) => ("type_changed", true),
            };
            self.push(code, is_breaking, format!("was {} and is {}", Shown(old.ty()), Shown(new.ty())));
        }
        for (old, new) in types::classes(old.ty(), new.ty()) {
            self.pending.push((self.path.clone(), old, new));
        }
        self.default(old, new);
        for (flag, on, off) in SWITCHES {
            self.switch("switch", (old.has(flag), new.has(flag)), on, off);
        }
        if old.transforms() != new.transforms() {
            self.push("transform", true, "is transformed in another way");
        }
        for (verdict, text) in rules::compare(old.rules(), new.rules()) {
            self.push(verdict.code(), verdict.is_breaking(), text);
        }
    }

    /// What a field is called in data.
    fn names(&mut self, old: &FieldSpec, new: &FieldSpec) {
        let is_taken = |name: &str| new.key() == name || new.aliases().iter().any(|alias| *alias == *name);
        let (was, is) = (repr(old.key()), repr(new.key()));
        if old.key() != new.key() {
            self.push("key", !is_taken(old.key()), format!("was {was} in data and is {is}"));
        }
        for alias in old.aliases().iter().filter(|alias| !is_taken(alias)) {
            self.push("alias", true, format!("may not be called {} in data any more", repr(&**alias)));
        }
        let is_new = |alias: &&Text| **alias != *old.key() && !old.aliases().contains(alias);
        for alias in new.aliases().iter().filter(is_new) {
            self.push("alias", false, format!("may be called {} in data", repr(&**alias)));
        }
    }

    fn default(&mut self, old: &FieldSpec, new: &FieldSpec) {
        let (was, is) = (shown(old, old.default()), shown(new, new.default()));
        match (old.default(), new.default()) {
            (old, new) if old == new => {}
            (_, DefaultSpec::Required) => self.push("default", true, "has no default any more"),
            (DefaultSpec::Required, _) => self.push("default", false, format!("has the default {is}")),
            _ => self.push("default", false, format!("had the default {was} and has {is}")),
        }
    }

    fn switch(&mut self, code: &'static str, (old, new): (bool, bool), on: Said, off: Said) {
        if old != new {
            let (text, is_breaking) = if new { on } else { off };
            self.push(code, is_breaking, format!("{text} now"));
        }
    }
}

/// A default, unless it is a secret.
fn shown(field: &FieldSpec, default: &DefaultSpec) -> impl Display {
    if field.has(Flags::SECRET) { "***".to_owned() } else { default.to_string() }
}

/// The parameters by position that another class has by position, too.
fn positional<'s>(spec: &'s ClassSpec, other: &ClassSpec) -> Vec<&'s str> {
    by_position(spec).filter(|name| by_position(other).any(|other| other == *name)).collect()
}

/// Does a new parameter stand before one that was there?
fn pushed_back(old: &ClassSpec, new: &ClassSpec) -> bool {
    let is_old = |name: &str| by_position(old).any(|old| old == name);
    let last_old = by_position(new).collect::<Vec<_>>().iter().rposition(|name| is_old(name));
    last_old.is_some_and(|last| !by_position(new).take(last).all(is_old))
}

fn by_position(spec: &ClassSpec) -> impl Iterator<Item = &str> {
    spec.parameters().filter(|field| !field.has(Flags::KW_ONLY)).map(FieldSpec::name)
}

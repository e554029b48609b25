//! Which type takes all values of another.

use std::collections::HashSet;
use std::fmt;

use crate::spec::{ClassRef, ClassSpec, TypeSpec};

/// Is every value of the type `narrow` one of `wide`? `false` if that cannot be told.
pub(super) fn takes_all(wide: &TypeSpec, narrow: &TypeSpec) -> bool {
    use TypeSpec::{Any, Class, Dict, Int, List, None, Option, Set, Tuple};
    match (wide, narrow) {
        (Any, _) | (Option(_), None) => true,
        (Option(wide), Option(narrow)) | (List(wide), List(narrow)) | (Set(wide), Set(narrow)) => {
            takes_all(wide, narrow)
        }
        (Option(wide), narrow) => takes_all(wide, narrow),
        (Int { min, max }, Int { min: least, max: greatest }) => min <= least && greatest <= max,
        (Dict(key, value), Dict(old_key, old_value)) => takes_all(key, old_key) && takes_all(value, old_value),
        (Tuple(wide), Tuple(narrow)) => {
            wide.len() == narrow.len() && wide.iter().zip(narrow).all(|(wide, narrow)| takes_all(wide, narrow))
        }
        (Class(wide), Class(narrow)) => derives(narrow, wide),
        (wide, narrow) => wide == narrow,
    }
}

/// Is a class this one, or does it derive from it?
pub(super) fn derives(class: &ClassRef, base: &ClassRef) -> bool {
    let mut pending = vec![class];
    let mut seen = HashSet::new();
    while let Some(class) = pending.pop() {
        if class == base {
            return true;
        }
        if let Some(spec) = class.spec().filter(|spec| seen.insert(std::ptr::from_ref::<ClassSpec>(spec))) {
            pending.extend(spec.bases());
        }
    }
    false
}

/// The classes of one name in two types, at the same place in both.
pub(super) fn classes<'a>(old: &'a TypeSpec, new: &'a TypeSpec) -> Vec<(&'a ClassSpec, &'a ClassSpec)> {
    use TypeSpec::{Class, Dict, List, Option, Set, Tuple};
    match (old, new) {
        (Option(old), Option(new)) | (List(old), List(new)) | (Set(old), Set(new)) => classes(old, new),
        (Option(old), new) => classes(old, new),
        (old, Option(new)) => classes(old, new),
        (Dict(key, value), Dict(new_key, new_value)) => {
            [classes(key, new_key), classes(value, new_value)].into_iter().flatten().collect()
        }
        (Tuple(old), Tuple(new)) => old.iter().zip(new).flat_map(|(old, new)| classes(old, new)).collect(),
        (Class(old), Class(new)) if old == new => old.spec().zip(new.spec()).into_iter().collect(),
        _ => vec![],
    }
}

/// A type with the range of its integers, where it has one of its own.
pub(super) struct Shown<'a>(pub(super) &'a TypeSpec);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            int if *int == TypeSpec::INT => int.fmt(f),
            TypeSpec::Int { min, max } => write!(f, "int from {min} to {max}"),
            TypeSpec::Option(inner) => write!(f, "{} | None", Shown(inner)),
            TypeSpec::List(item) => write!(f, "list[{}]", Shown(item)),
            TypeSpec::Set(item) => write!(f, "set[{}]", Shown(item)),
            TypeSpec::Dict(key, value) => write!(f, "dict[{}, {}]", Shown(key), Shown(value)),
            other => other.fmt(f),
        }
    }
}

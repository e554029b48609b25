//! The fields of a dataclass: those that its bases have, and those that its body adds or replaces.

use super::entries::{Entries, Entry};
use super::table::FieldTable;
use super::{DataclassOptions, laws};
use crate::class::{Class, builtins};
use crate::descriptor::{self, Attribute};
use crate::error::{Error, ErrorKind};
use crate::field::{Field, Role};
use crate::spec::{FieldSpec, Flags};
use crate::symbol::{NameMap, Names, Sym};
use crate::value::Value;

/// The fields, in order, and what is known of the bases.
pub(super) struct Collected {
    pub(super) names: Names,
    pub(super) entries: Entries,
    /// Are bases that are dataclasses frozen?
    pub(super) bases_frozen: Vec<bool>,
}

/// Fields by their names, as far as they are collected.
struct Collecting {
    entries: NameMap<Written>,
    bases_frozen: Vec<bool>,
}

/// A field, or what else stands among the fields, before it has a place.
pub(super) struct Written {
    pub(super) spec: FieldSpec,
    pub(super) role: Role,
}

/// Collects the fields of the bases in the reverse order of the MRO, and then those of the body. What has the name of an
/// earlier one takes its place.
pub(super) fn collect(
    body: &[(Sym, Attribute)],
    ancestors: &[Class],
    options: &DataclassOptions,
) -> Result<Collected, Error> {
    let mut collected = Collecting { entries: NameMap::with_capacity(body.len()), bases_frozen: vec![] };
    ancestors.iter().rev().for_each(|base| collected.add_base(base));
    let mut kw_only = options.is_kw_only();
    let mut has_marker = false;
    let fields = body.iter().filter_map(|(name, attribute)| Some((*name, attribute.field()?)));
    for (name, field) in fields {
        if field.role() == Role::KwOnly {
            laws::one_marker(&name, has_marker)?;
            (kw_only, has_marker) = (true, true);
            continue;
        }
        let role = field.role();
        let mut spec = match other_default(field, name, ancestors)? {
            None if field.is_plain() => field.describe(name.into()),
            other_default => built(other_default.as_ref().unwrap_or(field), name, options)?,
        };
        let is_kw_only = field.is_kw_only().unwrap_or(kw_only);
        spec.flags = spec.flags.without(Flags::KW_ONLY).with(if is_kw_only { Flags::KW_ONLY } else { Flags::NONE });
        collected.entries.insert(name, Written { spec, role });
    }
    let Collecting { entries, bases_frozen } = collected;
    let names = entries.iter().map(|(name, _)| name).collect();
    Ok(Collected { names, entries: Entries::of(entries), bases_frozen })
}

/// Is nothing said of the fields of the body but their types, so that no law has anything to say, and of their class nothing
/// that others say of it too?
pub(super) fn are_plain(body: &[(Sym, Attribute)], ancestors: &[Class], options: &DataclassOptions) -> bool {
    let is_plain = |(name, attribute): &(Sym, Attribute)| attribute.is_plain() && !is_of_object(*name);
    options.are_plain() && ancestors.iter().all(builtins::is_object) && body.iter().all(is_plain)
}

/// Can it be the name of what `object` has?
fn is_of_object(name: Sym) -> bool {
    name.starts_with("__")
}

impl Collecting {
    fn add_base(&mut self, base: &Class) {
        if let Some(table) = FieldTable::of(base) {
            self.bases_frozen.push(table.options.is_frozen());
            for Entry { spec, role } in table.entries().iter() {
                self.entries.insert(Sym::new(spec.name()), Written { spec: spec.clone(), role });
            }
        }
        for spec in base.declared_fields() {
            // Those of a class that is no dataclass.
            let name = Sym::new(spec.name());
            if !self.entries.contains_key(name) {
                self.entries.insert(name, Written { spec: spec.clone(), role: Role::Field });
            }
        }
    }
}

/// The description of a field, if no law is against it.
fn built(field: &Field, name: Sym, options: &DataclassOptions) -> Result<FieldSpec, Error> {
    laws::pseudo_field(&name, field)?;
    laws::one_default(field)?;
    let spec = field.build_as(name.into())?;
    if !options.copies_defaults() {
        laws::immutable_default(&spec, field.role())?;
    }
    Ok(spec)
}

/// As in Python, the default of a field is what the class attribute of its name gives: that of a base, if the body gives
/// none, and what a descriptor gives when it is read from the class. That is the field with another default, if it is one.
fn other_default(field: &Field, name: Sym, ancestors: &[Class]) -> Result<Option<Field>, Error> {
    let own = field.constant();
    let attribute = match &own {
        Some(own) => Some(own.clone()),
        None if field.is_bare() => inherited(name, ancestors),
        None => None,
    };
    let Some(attribute) = attribute else { return Ok(None) };
    if own.is_some() && !descriptor::can_get(&attribute) {
        return Ok(None);
    }
    // The class itself is not there yet.
    let owner = ancestors.first().unwrap_or_else(|| builtins::object());
    match descriptor::get(&attribute, None, owner) {
        Ok(default) => Ok(Some(field.clone().default(default))),
        Err(error) if error.kind().is_a(&ErrorKind::AttributeError) => Ok(Some(field.clone().without_default())),
        Err(error) => Err(error),
    }
}

/// What the bases have under a name, unless it is the place of a slot.
fn inherited(name: Sym, ancestors: &[Class]) -> Option<Value> {
    let may_have = |base: &&Class| is_of_object(name) || !builtins::is_object(base);
    let value = ancestors.iter().filter(may_have).find_map(|base| base.own_value(name))?;
    let is_slot = matches!(&value, Value::Descriptor(descriptor) if descriptor.is_slot_member());
    (!is_slot).then_some(value)
}

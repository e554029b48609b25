//! The fields of a dataclass: those that its bases have, and those that its body adds or replaces.

use indexmap::IndexMap;

use super::table::{Entry, FieldTable};
use super::{DataclassOptions, laws};
use crate::class::Class;
use crate::descriptor;
use crate::error::{Error, ErrorKind};
use crate::field::{Field, Role};
use crate::spec::Flags;
use crate::symbol::Sym;
use crate::value::Value;

/// The fields, in order, and what is known of the bases.
pub(super) struct Collected {
    pub(super) entries: IndexMap<Sym, Entry>,
    /// Are bases that are dataclasses frozen?
    pub(super) bases_frozen: Vec<bool>,
}

/// Collects the fields of the bases in the reverse order of the MRO, and then those of the body. What has the name of an
/// earlier one takes its place.
pub(super) fn collect(
    body: Vec<(Sym, Field)>,
    ancestors: &[Class],
    options: &DataclassOptions,
) -> Result<Collected, Error> {
    let mut collected = Collected { entries: IndexMap::new(), bases_frozen: vec![] };
    ancestors.iter().rev().for_each(|base| collected.add_base(base));
    let mut kw_only = options.is_kw_only();
    let mut has_marker = false;
    for (name, field) in body {
        if field.role() == Role::KwOnly {
            laws::one_marker(&name, has_marker)?;
            (kw_only, has_marker) = (true, true);
            continue;
        }
        let role = field.role();
        let field = with_default(field, &name, ancestors)?;
        laws::pseudo_field(&name, &field)?;
        laws::one_default(&field)?;
        let field = if kw_only && field.is_kw_only().is_none() { field.kw_only() } else { field };
        let spec = field.build_as(name.into())?;
        if !options.copies_defaults() {
            laws::immutable_default(&spec, role)?;
        }
        let flags = spec.flags();
        // What the constructor does not take cannot be given by keyword only.
        let spec = if flags.has(Flags::INIT) { spec } else { spec.with_flags(flags.without(Flags::KW_ONLY)) };
        collected.entries.insert(name, Entry { spec, role });
    }
    Ok(collected)
}

impl Collected {
    fn add_base(&mut self, base: &Class) {
        if let Some(table) = FieldTable::of(base) {
            self.bases_frozen.push(table.options.is_frozen());
            for entry in &table.entries {
                self.entries.insert(Sym::new(entry.spec.name()), entry.clone());
            }
        }
        for spec in base.declared_fields() {
            // Those of a class that is no dataclass.
            let entry = Entry { spec: spec.clone(), role: Role::Field };
            self.entries.entry(Sym::new(spec.name())).or_insert(entry);
        }
    }
}

/// As in Python, the default of a field is what the class attribute of its name gives: that of a base, if the body gives
/// none, and what a descriptor gives when it is read from the class.
fn with_default(field: Field, name: &str, ancestors: &[Class]) -> Result<Field, Error> {
    let own = field.constant();
    let attribute = match &own {
        Some(own) => Some(own.clone()),
        None if field.is_bare() => inherited(name, ancestors),
        None => None,
    };
    let Some(attribute) = attribute else { return Ok(field) };
    if own.is_some() && !descriptor::can_get(&attribute) {
        return Ok(field);
    }
    // The class itself is not there yet.
    let owner = ancestors.first().unwrap_or_else(|| crate::class::builtins::object());
    match descriptor::get(&attribute, None, owner) {
        Ok(default) => Ok(field.default(default)),
        Err(error) if error.kind().is_a(&ErrorKind::AttributeError) => Ok(field.without_default()),
        Err(error) => Err(error),
    }
}

/// What the bases have under a name, unless it is the place of a slot.
fn inherited(name: &str, ancestors: &[Class]) -> Option<Value> {
    let value = ancestors.iter().find_map(|base| base.own_value(name))?;
    let is_slot = matches!(&value, Value::Descriptor(descriptor) if descriptor.is_slot_member());
    (!is_slot).then_some(value)
}

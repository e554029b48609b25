//! What stands in a dataclass: its fields, and what is none among them.

use super::collect::Written;
use crate::field::Role;
use crate::spec::{ClassSpec, FieldSpec, Flags, List};
use crate::symbol::NameMap;

/// All fields of a dataclass, and what its body and its bases have among them that is none, in lists that the description
/// has too.
#[derive(Clone)]
pub(crate) struct Entries {
    pub(super) fields: List<FieldSpec>,
    pub(super) init_vars: List<FieldSpec>,
    class_vars: List<FieldSpec>,
    /// From which list comes what; nothing is said if there are fields alone.
    order: Box<[Role]>,
}

/// A field, or what else stands among the fields.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) spec: &'a FieldSpec,
    pub(super) role: Role,
}

impl Entry<'_> {
    /// Does the constructor take it?
    pub(super) const fn is_parameter(&self) -> bool {
        !matches!(self.role, Role::ClassVar) && self.spec.has(Flags::INIT)
    }
}

impl Entries {
    /// Of what was collected.
    pub(super) fn of(written: NameMap<Written>) -> Self {
        let has_others = written.iter().any(|(_, written)| written.role != Role::Field);
        let order = written.iter().filter(|_| has_others).map(|(_, written)| written.role).collect();
        if !has_others {
            return Self::of_fields(written.into_entries().into_iter().map(|(_, written)| written.spec).collect());
        }
        let (mut fields, mut init_vars, mut class_vars) = (vec![], vec![], vec![]);
        for (_, Written { spec, role }) in written.into_entries() {
            match role {
                Role::Field | Role::KwOnly => fields.push(spec),
                Role::InitVar => init_vars.push(spec),
                Role::ClassVar => class_vars.push(spec),
            }
        }
        Self { fields: fields.into(), init_vars: init_vars.into(), class_vars: class_vars.into(), order }
    }

    /// Of fields alone.
    pub(super) fn of_fields(fields: List<FieldSpec>) -> Self {
        Self { fields, init_vars: List::EMPTY, class_vars: List::EMPTY, order: Box::default() }
    }

    /// Those of a compiled class.
    pub(super) fn compiled(spec: &ClassSpec) -> Self {
        let role = |(is_field, _)| if is_field { Role::Field } else { Role::InitVar };
        let has_others = !spec.init_vars().is_empty();
        Self {
            fields: spec.field_list().clone(),
            init_vars: spec.init_vars().iter().cloned().collect(),
            class_vars: List::EMPTY,
            order: spec.in_written_order().filter(|_| has_others).map(role).collect(),
        }
    }

    /// Are there fields alone?
    pub(super) const fn are_fields(&self) -> bool {
        self.order.is_empty()
    }

    /// All, in the order in which they are written.
    pub(super) fn iter(&self) -> impl Iterator<Item = Entry<'_>> {
        let (mut fields, mut init_vars, mut class_vars) =
            (self.fields.iter(), self.init_vars.iter(), self.class_vars.iter());
        let mut roles = self.order.iter();
        std::iter::from_fn(move || {
            let role = roles.next().copied().unwrap_or(Role::Field);
            let spec = match role {
                Role::Field | Role::KwOnly => fields.next(),
                Role::InitVar => init_vars.next(),
                Role::ClassVar => class_vars.next(),
            };
            spec.map(|spec| Entry { spec, role })
        })
    }

    /// What the constructor takes or sets.
    pub(super) fn of_constructor(&self) -> impl Iterator<Item = Entry<'_>> {
        self.iter().filter(|entry| entry.role != Role::ClassVar)
    }

    /// What the constructor takes, in the order of the fields.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &FieldSpec> {
        self.iter().filter(Entry::is_parameter).map(|entry| entry.spec)
    }

    /// How many fields stand before each argument that is none; nothing if all are behind the fields.
    pub(super) fn places_of_init_vars(&self) -> List<usize> {
        let mut fields = 0;
        let mut places = vec![];
        for entry in self.iter() {
            match entry.role {
                Role::Field => fields += 1,
                Role::InitVar => places.push(fields),
                Role::ClassVar | Role::KwOnly => {}
            }
        }
        if places.first().is_none_or(|first| *first == fields) { List::EMPTY } else { places.into() }
    }
}

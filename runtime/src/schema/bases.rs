//! The bases of a class, by reference.

use crate::spec::{ClassRef, ClassSpec, FieldSpec, Options};

/// The bases whose schema holds for the class too: what is said there need not be said again.
///
/// It does not if the class has overridden a field, if the base takes arguments that are no fields, or if the base
/// forbids what it does not know: that would be the fields of the class. What the base refers to forbids nothing either.
pub(super) fn referred(spec: &ClassSpec) -> Vec<&ClassSpec> {
    let has = |field: &FieldSpec| spec.field(field.name()) == Some(field);
    let is_open = |base: &ClassSpec| base.init_vars().is_empty() && !base.options().has(Options::FORBID_EXTRA);
    let holds = |base: &&ClassSpec| is_open(base) && base.fields().iter().all(has);
    spec.bases().iter().filter_map(ClassRef::spec).filter(holds).collect()
}

/// Is a field described by none of these?
pub(super) fn is_own(bases: &[&ClassSpec], field: &FieldSpec) -> bool {
    !bases.iter().any(|base| base.field(field.name()).is_some())
}

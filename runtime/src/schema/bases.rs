//! The bases of a class, by reference.

use crate::spec::{ClassRef, ClassSpec, FieldSpec, Options};

/// The bases whose schema holds for the class too: what is said there need not be said again.
///
/// It does not if the class has overridden a field, if the base takes arguments that are no fields, or if the base
/// forbids what it does not know: that would be the fields of the class.
pub(super) fn referred(spec: &ClassSpec) -> Vec<&ClassSpec> {
    let has = |field: &FieldSpec| spec.field(field.name()) == Some(field);
    let holds = |base: &&ClassSpec| base.init_vars().is_empty() && base.fields().iter().all(has) && is_open(base);
    spec.bases().iter().filter_map(ClassRef::spec).filter(holds).collect()
}

/// Do a class and all above it take names that they do not know?
fn is_open(class: &ClassSpec) -> bool {
    let mut pending = vec![class];
    while let Some(class) = pending.pop() {
        if class.options().has(Options::FORBID_EXTRA) {
            return false;
        }
        pending.extend(referred(class));
    }
    true
}

/// Is a field described by none of these?
pub(super) fn is_own(bases: &[&ClassSpec], field: &FieldSpec) -> bool {
    !bases.iter().any(|base| base.field(field.name()).is_some())
}

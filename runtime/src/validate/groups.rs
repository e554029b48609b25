//! Groups of fields: which of them are given, and what is said of those that break their law.

use super::{Issue, Report};
use crate::spec::{ClassSpec, FieldSpec, Group, GroupKind, Literal};
use crate::value::Value;

impl Group {
    /// The fault of a group in which these fields are given and those are not.
    pub(super) fn issue(&self, spec: &ClassSpec, given: &[bool]) -> Issue {
        let names = || self.fields().iter().map(|name| Value::from(spec.field(name).map_or(&**name, FieldSpec::key)));
        let which = |wanted: bool| -> Vec<Value> {
            names().zip(given).filter(|(_, is_given)| **is_given == wanted).map(|(name, _)| name).collect()
        };
        let issue = Issue::new(self.kind().name());
        match self.kind() {
            GroupKind::Requires => {
                let first = names().take(1).collect::<Vec<_>>();
                issue.with_param("given", first).with_param("missing", which(false))
            }
            GroupKind::AtLeastOne => issue.with_param("fields", names().collect::<Vec<_>>()),
            GroupKind::ExactlyOne | GroupKind::Conflicts => {
                issue.with_param("fields", names().collect::<Vec<_>>()).with_param("given", which(true))
            }
        }
    }
}

/// The text of a fault of a group, if it is one.
pub(super) fn text(issue: &Issue) -> Option<&'static str> {
    let is_none_given = || issue.params().get("given").and_then(Value::as_list).is_some_and(|given| given.is_empty());
    match issue.code() {
        "exactly_one" if is_none_given() => Some("needs exactly one of {fields!l}"),
        "exactly_one" | "conflicts" => Some("got conflicting fields {given!a}"),
        "at_least_one" => Some("needs at least one of {fields!l}"),
        "requires" => Some("needs {missing!a} with {given!a}"),
        _ => None,
    }
}

/// Is the value of a field another than its default? Without one, `None` stands for what is not there.
pub(crate) fn is_given(field: &FieldSpec, value: &Value) -> bool {
    match field.default().literal() {
        None | Some(Literal::None) => !value.is_none(),
        Some(default) => *value != Value::from(default),
    }
}

/// All groups of a class of which all fields are clean and have a value.
pub(crate) fn check_groups(
    spec: &ClassSpec,
    mark: usize,
    value: impl Fn(&FieldSpec) -> Option<Value>,
    report: &mut Report,
) {
    for group in spec.groups() {
        let given = group.fields().iter().map(|name| {
            let field = spec.field(name).filter(|field| report.is_clean(mark, field.key_text()))?;
            value(field).map(|value| is_given(field, &value))
        });
        let given: Option<Vec<bool>> = given.collect();
        if let Some(given) = given.filter(|given| !group.kind().holds(given)) {
            report.push(group.issue(spec, &given));
        }
    }
}

//! Data against a description: presence, then type, then transforms and all rules, then what lies within, and last
//! what concerns several fields.
//!
//! Compiled classes do the same in direct code: `direct` is its other half, and tests compare the two.

use std::borrow::Cow;

use super::accept::{accept, has_type, wrong_type};
use super::arrange::Rank;
use super::groups::check_groups;
use super::rules::{Kind, Rule, all_hold};
use super::secrets::secret_step;
use super::{Issue, Report, StructCheck, ValidationError, View};
use crate::path::Segment;
use crate::spec::{ClassSpec, FieldSpec, Flags, Options, Ref, Text, TypeSpec};
use crate::value::{Dict, List, Value};

impl ClassSpec {
    /// Validates data given as a dict, by the names that fields have in data.
    ///
    /// # Errors
    /// All faults, in the order of the fields; then those of several fields, and, if the class forbids them, unknown names in
    /// the order of the data.
    pub fn validate(&self, data: &Dict) -> Result<(), ValidationError> {
        let mut report = Report::new();
        self.validate_into(data, &mut report);
        report.finish()
    }

    /// Adds the faults of data to a report, which says how many are kept.
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::spec::ClassSpec;
    /// use metaclass::validate::Report;
    /// use metaclass::value::Dict;
    ///
    /// let point = ClassSpec::define("Point", [("x", Field::float()), ("y", Field::float())])?;
    /// let mut report = Report::with_max_issues(1);
    /// point.validate_into(&Dict::new(), &mut report);
    /// assert_eq!(report.finish().unwrap_err().to_string(), "Validation errors: x: required; and more");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    pub fn validate_into(&self, data: &Dict, report: &mut Report) {
        Instance { spec: self, data }.check(report);
    }
}

/// Data that is to be an instance of a class.
#[derive(Clone, Copy)]
struct Instance<'a> {
    spec: &'a ClassSpec,
    data: &'a Dict,
}

impl<'a> Instance<'a> {
    fn check(self, report: &mut Report) {
        report.nested(|report| {
            let mark = report.len();
            for (index, field) in self.fields() {
                let mark = report.len();
                self.check_field(field, report);
                if report.len() > mark {
                    report.put_into(mark, Rank::of_field(index), field);
                }
            }
            check_groups(self.spec, mark, |field| self.value(field), report);
            for check in self.spec.checks() {
                self.check_several(check, mark, report);
            }
            self.check_names(report);
        });
    }

    /// The fields that data gives.
    fn fields(&self) -> impl Iterator<Item = (usize, &FieldSpec)> {
        self.spec.fields().iter().enumerate().filter(|(_, field)| field.has(Flags::INIT))
    }

    fn check_field(self, field: &FieldSpec, report: &mut Report) {
        match self.given(field) {
            Some(_) if names(field).filter(|name| self.data.get(name).is_some()).nth(1).is_some() => {
                report.push(Issue::new("duplicate_field"));
            }
            Some(value) => drop(check_given(field, value, |name| self.other(name), report)),
            None if field.must_be_named() => report.push(Issue::new("missing")),
            // It was checked when the field was described, but for what is said of other fields.
            None if field.rules().is_empty() => {}
            None => {
                if let Some(value) = self.value(field) {
                    check_rules(field, &value, |name| self.other(name), report);
                    check_within(field.ty(), field.rules(), &value, report);
                }
            }
        }
    }

    /// The value of a field as it was given.
    fn given(self, field: &FieldSpec) -> Option<&'a Value> {
        names(field).find_map(|name| self.data.get(name))
    }

    /// The value of a field as its rules see it, if it is of its type: one that is not given has its default.
    fn value(self, field: &FieldSpec) -> Option<Value> {
        match self.given(field) {
            Some(value) => accept(field, value).ok(),
            None if field.is_none_if_left_out() => accept(field, &Value::None).ok(),
            None => accept(field, &field.default().value()?).ok(),
        }
    }

    /// The value of another field, if it is not `None`.
    fn other(self, name: &str) -> Option<Value> {
        self.value(self.spec.field(name)?).filter(|value| !value.is_none())
    }

    fn check_several(self, check: &StructCheck, mark: usize, report: &mut Report) {
        check_several(self.spec, check, mark, |field| self.value(field), report);
    }

    fn check_names(self, report: &mut Report) {
        if !self.spec.options().has(Options::FORBID_EXTRA) {
            return;
        }
        for (name, _) in self.data.iter() {
            let is_known = |name: &str| self.spec.fields().iter().any(|field| names(field).any(|other| other == name));
            if !name.as_str().is_some_and(is_known) {
                report.push(Issue::new("unknown_field").at(Text::from(name.to_string())));
            }
        }
    }
}

/// Checks what is given for a field, and gives what its rules have seen: nothing if it is not of the type.
pub(crate) fn check_given(
    field: &FieldSpec,
    value: &Value,
    other: impl Fn(&str) -> Option<Value>,
    report: &mut Report,
) -> Option<Value> {
    let value = accept(field, value).map_err(|issue| report.push(issue)).ok()?;
    check_rules(field, &value, other, report);
    check_within(field.ty(), field.rules(), &value, report);
    Some(value)
}

/// All rules of a field, in the written order, those too that look at another one.
#[inline]
pub(crate) fn check_rules(
    field: &FieldSpec,
    value: &Value,
    other: impl Fn(&str) -> Option<Value>,
    report: &mut Report,
) {
    if !all_hold(field.rules(), value) {
        tell_rules(field, value, other, report);
    }
}

/// The same, one by one: for values that obey not all of them, as is known.
pub(crate) fn tell_rules(field: &FieldSpec, value: &Value, other: impl Fn(&str) -> Option<Value>, report: &mut Report) {
    for rule in field.rules() {
        let is_broken = match rule.kind() {
            Kind::Matches(matches) => !value.is_none() && other(matches.other()).is_some_and(|other| other != *value),
            Kind::RequiredWith(with) => value.is_none() && other(with.other()).is_some(),
            _ => {
                rule.tell(value, report);
                continue;
            }
        };
        if is_broken {
            report.push(rule.issue(View::None));
        }
    }
}

/// A check over several fields, if all of them are clean and have a value.
pub(crate) fn check_several(
    spec: &ClassSpec,
    check: &StructCheck,
    mark: usize,
    value: impl Fn(&FieldSpec) -> Option<Value>,
    report: &mut Report,
) {
    let values = check.fields().iter().map(|name| {
        let field = spec.field(name).filter(|field| report.is_clean(mark, field.key_text()))?;
        value(field)
    });
    let values: Option<Vec<Value>> = values.collect();
    if let Some(mut issue) = values.and_then(|values| check.call(&values.iter().collect::<Vec<_>>())) {
        if let Some(step) = secret_step(spec, issue.path()) {
            issue.hide_below(step);
        }
        report.push(issue.ranked(Rank::SEVERAL));
    }
}

/// The names that a field has in data.
fn names(field: &FieldSpec) -> impl Iterator<Item = &str> {
    std::iter::once(field.key()).chain(field.aliases().iter().map(|alias| &**alias))
}

/// Checks a value: its type, then its rules, then what lies within.
pub(crate) fn check(ty: &TypeSpec, rules: &[Rule], value: &Value, report: &mut Report) {
    if !has_type(ty, value) {
        return report.push(wrong_type(ty, value));
    }
    check_alone(rules, value, report);
    check_within(ty, rules, value, report);
}

/// The rules for a value by itself; those for what lies within have their turn later.
pub(crate) fn check_alone(rules: &[Rule], value: &Value, report: &mut Report) {
    if !all_hold(rules, value) {
        tell_alone(rules, value, report);
    }
}

/// The same, one by one: for values that likely break one.
#[inline]
pub(crate) fn tell_alone(rules: &[Rule], value: &Value, report: &mut Report) {
    for rule in rules {
        rule.tell(value, report);
    }
}

/// How many items there are of a list, or entries of a dict, of which nothing else can be said since some are wrong.
#[cfg(feature = "serde")]
#[cold]
pub(crate) fn check_count(rules: &[Rule], count: usize, report: &mut Report) {
    for rule in rules {
        let view = match rule.kind() {
            Kind::MinItems(_) | Kind::MaxItems(_) => View::Items(&super::items::Counted(count)),
            Kind::MinProperties(_) | Kind::MaxProperties(_) => View::Entries(count),
            _ => continue,
        };
        if let Some(issue) = rule.check_view(view) {
            report.push(issue);
        }
    }
}

/// The first fault of what lies within a value.
pub(super) fn first_within(rule: &Rule, value: &Value) -> Option<Issue> {
    let mut report = Report::with_max_issues(1);
    check_within(&TypeSpec::Any, std::slice::from_ref(rule), value, &mut report);
    report.finish().err().and_then(|error| error.issues().first().cloned())
}

/// The rules for items, for keys and for values: a field has one list of each at most.
#[derive(Default)]
pub(crate) struct Within<'a> {
    pub(crate) items: &'a [Rule],
    pub(crate) keys: &'a [Rule],
    pub(crate) values: &'a [Rule],
}

impl<'a> Within<'a> {
    pub(crate) fn of(rules: &'a [Rule]) -> Self {
        rules.iter().fold(Self::default(), |within, rule| match rule.kind() {
            Kind::Items(items) => Self { items: items.rules(), ..within },
            Kind::Keys(keys) => Self { keys: keys.rules(), ..within },
            Kind::Values(values) => Self { values: values.rules(), ..within },
            _ => within,
        })
    }
}

/// Checks items, entries and fields. Only a class can refer to itself, and so its depth is limited.
fn check_within(ty: &TypeSpec, rules: &[Rule], value: &Value, report: &mut Report) {
    match (ty, value) {
        (TypeSpec::Option(inner), value) if !value.is_none() => check_within(inner, rules, value, report),
        (TypeSpec::List(item), Value::List(items)) => check_items(item, rules, items.iter(), report),
        (TypeSpec::Set(item), Value::Set(items)) => {
            let items: Vec<Cow<'_, Value>> = items.iter().map(|member| unkeyed(item, member)).collect();
            check_items(item, rules, items.iter().map(AsRef::as_ref), report);
        }
        (TypeSpec::Tuple(types), Value::Tuple(items)) => {
            for (i, (ty, value)) in types.iter().zip(items).enumerate() {
                report.within(|| i.into(), |report| check(ty, &[], value, report));
            }
        }
        (TypeSpec::Dict(key_type, value_type), Value::Dict(dict)) => {
            let within = Within::of(rules);
            for (key, value) in dict.iter() {
                report.within(
                    || Segment::Key(Text::from(key.to_string())),
                    |report| {
                        let mark = report.len();
                        check(key_type, within.keys, &unkeyed(key_type, key), report);
                        report.blame_keys(mark);
                        check(value_type, within.values, value, report);
                    },
                );
            }
        }
        (TypeSpec::Class(class), Value::Dict(data)) => {
            if let Some(spec) = class.spec() {
                Instance { spec, data }.check(report);
            }
        }
        (TypeSpec::Class(class), Value::Tuple(items)) => {
            if let Some(spec) = class.spec() {
                let mark = report.len();
                let data = spec.fields().iter().map(FieldSpec::key).zip(items.iter().cloned()).collect();
                Instance { spec, data: &data }.check(report);
                report.number(mark, spec);
            }
        }
        // Without rules, nothing is known of what lies within, and it may be nested as deep as it likes.
        (TypeSpec::Any, Value::List(_) | Value::Set(_) | Value::Dict(_))
            if rules.iter().any(|rule| rule.within().is_some()) =>
        {
            check_within(&of_anything(value), rules, value, report);
        }
        (_, Value::Opaque(value)) => value.get().validate(report),
        (_, Value::Instance(instance)) => instance.validate_into(report),
        (_, Value::Shared(shared)) => match shared.to_instance() {
            Ok(instance) => instance.validate_into(report),
            Err(error) => report.push(error.into()),
        },
        _ => {}
    }
}

/// The type of a container of anything.
const fn of_anything(container: &Value) -> TypeSpec {
    const ANY: Ref<TypeSpec> = Ref::Static(&TypeSpec::Any);
    match container {
        Value::Set(_) => TypeSpec::Set(ANY),
        Value::Dict(_) => TypeSpec::Dict(ANY, ANY),
        _ => TypeSpec::List(ANY),
    }
}

fn check_items<'a>(ty: &TypeSpec, rules: &[Rule], items: impl Iterator<Item = &'a Value>, report: &mut Report) {
    let rules = Within::of(rules).items;
    for (i, value) in items.enumerate() {
        report.within(|| i.into(), |report| check(ty, rules, value, report));
    }
}

/// A key of a dict or a member of a set as what it was: a list became a tuple, since a list is no key.
fn unkeyed<'a>(ty: &TypeSpec, key: &'a Value) -> Cow<'a, Value> {
    match (ty, key) {
        (TypeSpec::Option(inner), key) => unkeyed(inner, key),
        (TypeSpec::List(_), Value::Tuple(items)) => Cow::Owned(List::from(items.clone()).into()),
        _ => Cow::Borrowed(key),
    }
}

#[cfg(test)]
mod tests;

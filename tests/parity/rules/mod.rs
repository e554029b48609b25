//! The vocabulary of rules: a row for each, good and bad values in both halves.

mod checks;
mod formats;
mod groups;
mod items;
mod literals;
mod nested;
mod numbers;
mod options;
mod text;
mod types;

use std::collections::BTreeSet;

use metaclass::spec::{ClassSpec, FieldSpec, GroupKind, TypeSpec};
use metaclass::validate::rules::{KEYS, Kind};
use metaclass::validate::{Format, Rule, Transform, Unit};

use super::row::{Fault, Row};

const TABLES: &[&[fn() -> Row]] = &[
    checks::ROWS,
    formats::ROWS,
    groups::ROWS,
    items::ROWS,
    literals::ROWS,
    nested::ROWS,
    numbers::ROWS,
    options::ROWS,
    text::ROWS,
    types::ROWS,
];

/// The classes of all rows.
pub(crate) fn rows() -> Vec<Row> {
    TABLES.iter().flat_map(|rows| rows.iter()).map(|row| row()).collect()
}

/// The names of what is wanted and not there.
fn missing<'a>(wanted: impl IntoIterator<Item = &'a str>, found: &BTreeSet<String>) -> Vec<&'a str> {
    wanted.into_iter().filter(|name| !found.contains(*name)).collect()
}

fn fields(specs: &[Row]) -> impl Iterator<Item = &FieldSpec> {
    specs.iter().map(|row| row.compiled).flat_map(ClassSpec::fields)
}

/// All rules of a field, those too for what lies within.
fn rules(field: &FieldSpec) -> Vec<&Rule> {
    let mut all: Vec<&Rule> = field.rules().iter().collect();
    let mut next = 0;
    while let Some(rule) = all.get(next) {
        all.extend(rule.within().unwrap_or_default());
        next += 1;
    }
    all
}

/// All types within one, and itself.
fn types(ty: &TypeSpec) -> Vec<&TypeSpec> {
    let mut all = vec![ty];
    let mut next = 0;
    while let Some(ty) = all.get(next) {
        match ty {
            TypeSpec::Option(inner) | TypeSpec::List(inner) | TypeSpec::Set(inner) => all.push(inner),
            TypeSpec::Dict(key, value) => all.extend([&**key, &**value]),
            TypeSpec::Tuple(items) => all.extend(items.iter()),
            _ => {}
        }
        next += 1;
    }
    all
}

#[test]
fn classes_made_at_run_time_behave_as_the_compiled_ones() {
    rows().iter().for_each(Row::check_class);
}

#[test]
fn every_rule_is_in_a_row() {
    let rows = rows();
    let found = fields(&rows).flat_map(rules).map(ToString::to_string).collect();
    assert_eq!(missing(KEYS.iter().copied(), &found), [""; 0]);
}

#[test]
fn every_rule_is_broken_in_a_row() {
    // These have no faults of their own; the rows in which they stand have some within.
    let without_fault = ["items", "keys", "values"];
    let found = rows().iter().flat_map(Row::faults).map(|fault| fault.code().to_owned()).collect();
    let wanted = KEYS.iter().copied().filter(|key| !without_fault.contains(key));
    let groups = GroupKind::ALL.map(GroupKind::name);
    assert_eq!(missing(wanted.chain(["missing"]).chain(groups), &found), [""; 0]);
}

#[test]
fn every_format_is_broken_in_a_row() {
    let rows = rows();
    let faults: Vec<&Fault> = rows.iter().flat_map(Row::faults).filter(|fault| fault.code() == "format").collect();
    let is_broken = |format: &Format| faults.iter().any(|fault| fault.params().contains(&format!("'{format}'")));
    let missing: Vec<&Format> = Format::ALL.iter().filter(|format| !is_broken(format)).collect();
    assert_eq!(missing, [&Format::Email; 0]);
}

#[test]
fn every_unit_and_every_transform_is_in_a_row() {
    let rows = rows();
    let units = fields(&rows).flat_map(rules).map(|rule| match rule.kind() {
        Kind::MinLength(_) | Kind::MaxLength(_) => format!("{rule:?}"),
        _ => String::new(),
    });
    let units: String = units.collect();
    for unit in [Unit::Chars, Unit::Bytes, Unit::Utf16] {
        assert!(units.contains(&format!("{unit:?}")), "{unit:?}");
    }
    let transforms: Vec<&Transform> = fields(&rows).flat_map(FieldSpec::transforms).collect();
    for transform in [Transform::Trim, Transform::Lowercase, Transform::Uppercase] {
        assert!(transforms.contains(&&transform), "{transform:?}");
    }
    assert!(transforms.iter().any(|transform| matches!(transform, Transform::With(_))));
}

#[test]
fn every_type_is_in_a_row() {
    let rows = rows();
    let name = |ty: &TypeSpec| format!("{ty:?}").split([' ', '(']).next().unwrap_or_default().to_owned();
    let found = fields(&rows).flat_map(|field| types(field.ty())).map(name).collect();
    let wanted =
        ["Any", "Bool", "Int", "Float", "Str", "Bytes", "Option", "List", "Set", "Dict", "Tuple", "Class", "Opaque"];
    assert_eq!(missing(wanted, &found), [""; 0]);
}

#[test]
fn the_derive_knows_the_rules_and_formats_of_the_runtime() {
    let derive: BTreeSet<&str> = metaclass::__rule_keys!().iter().copied().collect();
    assert_eq!(derive, KEYS.iter().copied().collect());
    let derive: BTreeSet<&str> = metaclass::__format_names!().iter().copied().collect();
    assert_eq!(derive, Format::ALL.iter().map(|format| format.name()).collect());
}

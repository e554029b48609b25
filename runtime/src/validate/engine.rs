//! Data against a description: presence, then type, then all rules, then what lies within.

use super::rules::{Kind, Rule};
use super::{Issue, Report, Trail, ValidationError};
use crate::spec::{ClassSpec, FieldSpec, Flags, Text, TypeSpec};
use crate::value::{Dict, Value};

impl ClassSpec {
    /// Validates data given as a dict, by the names that fields have in data.
    ///
    /// # Errors
    /// All faults, in the order of the fields; unknown names last, in the order of the data.
    pub fn validate(&self, data: &Dict) -> Result<(), ValidationError> {
        let mut report = Report::new();
        check_class(self, data, &Trail::ROOT, &mut report);
        report.finish()
    }
}

fn check_class(spec: &ClassSpec, data: &Dict, trail: &Trail<'_>, report: &mut Report) {
    if trail.is_too_deep() {
        return report.push_at(trail, Issue::new("depth"));
    }
    for field in spec.fields().iter().filter(|field| field.has(Flags::INIT)) {
        let key = field.key_text();
        let trail = trail.field(key);
        match names(field).find_map(|name| data.get(name)) {
            Some(value) => check(field.ty(), field.rules(), value, &trail, report),
            None if field.default().is_required() => report.push_at(&trail, Issue::new("missing")),
            None => {}
        }
    }
    for (name, _) in data.iter() {
        let is_known = |name: &str| spec.fields().iter().any(|field| names(field).any(|other| other == name));
        if !name.as_str().is_some_and(is_known) {
            let name = Text::from(name.to_string());
            report.push_at(&trail.field(&name), Issue::new("unknown_field"));
        }
    }
}

/// The names that a field has in data.
fn names(field: &FieldSpec) -> impl Iterator<Item = &str> {
    std::iter::once(field.key()).chain(field.aliases().iter().map(|alias| &**alias))
}

fn wrong_type(ty: &TypeSpec, value: &Value) -> Issue {
    let issue = Issue::new("type");
    match (ty, value.as_int()) {
        (TypeSpec::Option(inner), _) if !value.is_none() => wrong_type(inner, value),
        (TypeSpec::Int { min, max }, Some(_)) => {
            issue.with_param("expected", format!("int from {min} to {max}")).with_param("actual", value.clone())
        }
        _ => issue.with_param("expected", ty.to_string()).with_param("actual", value.type_name()),
    }
}

/// Is the value of the type, not looking at what lies within?
fn has_type(ty: &TypeSpec, value: &Value) -> bool {
    match (ty, value) {
        (TypeSpec::Any, _)
        | (TypeSpec::None | TypeSpec::Option(_), Value::None)
        | (TypeSpec::Bool, Value::True | Value::False)
        | (TypeSpec::Float, Value::Float(_))
        | (TypeSpec::Str, Value::Str(_))
        | (TypeSpec::Bytes, Value::Bytes(_))
        | (TypeSpec::List(_), Value::List(_))
        | (TypeSpec::Set(_), Value::Set(_))
        | (TypeSpec::Dict(..), Value::Dict(_)) => true,
        (TypeSpec::Option(inner), value) => has_type(inner, value),
        (TypeSpec::Int { min, max }, value) => value.as_int().is_some_and(|int| (min..=max).contains(&&int)),
        (TypeSpec::Tuple(types), Value::Tuple(items)) => types.len() == items.len(),
        (TypeSpec::Class(class), Value::Dict(_)) => class.spec().is_some(),
        (TypeSpec::Class(class), Value::Opaque(value)) => value.get().type_name() == class.name(),
        (TypeSpec::Opaque(name), Value::Opaque(value)) => name.is_empty() || value.get().type_name() == &**name,
        _ => false,
    }
}

/// Checks a value: its type, then its rules, then what lies within.
pub(crate) fn check(ty: &TypeSpec, rules: &[Rule], value: &Value, trail: &Trail<'_>, report: &mut Report) {
    if !has_type(ty, value) {
        return report.push_at(trail, wrong_type(ty, value));
    }
    for rule in rules.iter().filter(|rule| within(rule).is_none()) {
        if let Some(issue) = rule.check(value) {
            report.push_at(trail, issue);
        }
    }
    check_within(ty, rules, value, trail, report);
}

/// Where a rule is for what lies within.
fn within(rule: &Rule) -> Option<(Within, &[Rule])> {
    match rule.kind() {
        Kind::Items(items) => Some((Within::Items, items.rules())),
        Kind::Keys(keys) => Some((Within::Keys, keys.rules())),
        Kind::Values(values) => Some((Within::Values, values.rules())),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Within {
    Items,
    Keys,
    Values,
}

/// The rules for a part of what lies within: a field has one list of them at most.
fn rules_for(rules: &[Rule], part: Within) -> &[Rule] {
    rules.iter().filter_map(within).find(|(other, _)| *other == part).map_or(&[], |(_, rules)| rules)
}

/// Checks items, entries and fields. Only a class can refer to itself, and so its depth is limited.
fn check_within(ty: &TypeSpec, rules: &[Rule], value: &Value, trail: &Trail<'_>, report: &mut Report) {
    let item_rules = || rules_for(rules, Within::Items);
    match (ty, value) {
        (TypeSpec::Option(inner), value) if !value.is_none() => check_within(inner, rules, value, trail, report),
        (TypeSpec::List(item), Value::List(items)) => {
            let each = |(i, value): (usize, &Value)| check(item, item_rules(), value, &trail.index(i), report);
            items.iter().enumerate().for_each(each);
        }
        (TypeSpec::Set(item), Value::Set(items)) => {
            let each = |(i, value): (usize, &Value)| check(item, item_rules(), value, &trail.index(i), report);
            items.iter().enumerate().for_each(each);
        }
        (TypeSpec::Tuple(types), Value::Tuple(items)) => {
            for (i, (ty, value)) in types.iter().zip(items).enumerate() {
                check(ty, &[], value, &trail.index(i), report);
            }
        }
        (TypeSpec::Dict(key_type, value_type), Value::Dict(dict)) => {
            for (key, value) in dict.iter() {
                let name = key.to_string();
                let trail = trail.key(&name);
                check(key_type, rules_for(rules, Within::Keys), key, &trail, report);
                check(value_type, rules_for(rules, Within::Values), value, &trail, report);
            }
        }
        (TypeSpec::Class(class), Value::Dict(data)) => {
            if let Some(spec) = class.spec() {
                check_class(spec, data, trail, report);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;
    use crate::spec::{ClassRef, List, Literal};
    use crate::value::Tuple;

    fn class(fields: impl IntoIterator<Item = FieldSpec>) -> ClassSpec {
        ClassSpec::new(Text::new("C"), fields.into_iter().collect())
    }

    #[track_caller]
    fn faults(class: &ClassSpec, data: Dict, expected: &[&str]) {
        let found = class.validate(&data).map_err(|error| error.issues().iter().map(ToString::to_string).collect());
        let expected: Result<(), Vec<String>> = match expected {
            [] => Ok(()),
            faults => Err(faults.iter().map(|fault| (*fault).to_owned()).collect()),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn every_fault_is_told_in_the_order_of_the_declaration() {
        let address = class([Field::str().min_length(1).build("street").unwrap(), Field::str().build("zip").unwrap()]);
        let user = class([
            Field::str().min_length(3).lowercase().build("name").unwrap(),
            Field::int().min_value(0).build("age").unwrap(),
            Field::list(Field::str().max_length(2)).max_items(2).unique_items().build("tags").unwrap(),
            Field::dict(Field::str().ascii(), Field::float().finite()).build("scores").unwrap(),
            Field::of(TypeSpec::Class(ClassRef::Shared(address.into()))).build("address").unwrap(),
            Field::str().build("missing").unwrap(),
        ]);
        let data = Dict::from([
            ("unknown", Value::None),
            ("address", Dict::from([("street", "")]).into()),
            ("scores", Dict::from([("é", f64::NAN), ("b", 1.0)]).into()),
            ("tags", vec!["abc", "x", "abc"].into()),
            ("age", "old".into()),
            ("name", "AL".into()),
        ]);
        let expected = [
            "name: must have at least 3 characters",
            "name: must be lowercase",
            "age: expected int, got str",
            "tags: must have at most 2 items",
            "tags: must not have the same item twice",
            "tags[0]: must have at most 2 characters",
            "tags[2]: must have at most 2 characters",
            "scores['é']: must be ASCII",
            "scores['é']: must be finite",
            "address.street: must have at least 1 character",
            "address.zip: required",
            "missing: required",
            "unknown: unknown field",
        ];
        faults(&user, data, &expected);
    }

    #[test]
    fn types_are_told_apart() {
        let one = |field: Field| class([field.build("x").unwrap()]);
        let x = |value: Value| Dict::from([("x", value)]);
        faults(&one(Field::int()), x(true.into()), &["x: expected int, got bool"]);
        faults(&one(Field::float()), x(1.into()), &["x: expected float, got int"]);
        faults(&one(Field::bool()), x(0.into()), &["x: expected bool, got int"]);
        faults(&one(Field::str()), x(Value::None), &["x: expected str, got NoneType"]);
        faults(&one(Field::str().nullable()), x(Value::None), &[]);
        faults(&one(Field::str().nullable()), x(1.into()), &["x: expected str, got int"]);
        faults(&one(Field::any()), x(Value::None), &[]);
        faults(&one(Field::bytes()), x("a".into()), &["x: expected bytes, got str"]);
        let byte = Field::of(TypeSpec::Int { min: 0, max: 255 });
        faults(&one(byte), x(256.into()), &["x: expected int from 0 to 255, got 256"]);
        let pair = Field::tuple([Field::int(), Field::str()]);
        faults(&one(pair.clone()), x(vec![1].into()), &["x: expected tuple[int, str], got list"]);
        faults(&one(pair), x(Tuple::from(vec!["a".into(), "b".into()]).into()), &["x[0]: expected int, got str"]);
    }

    #[test]
    fn names_in_data_are_those_of_the_data() {
        let class = class([
            Field::str().rename("e-mail").alias("mail").min_length(3).build("email").unwrap(),
            Field::int().default(1).build("count").unwrap(),
        ]);
        faults(&class, Dict::from([("mail", "abc")]), &[]);
        faults(&class, Dict::from([("e-mail", "a")]), &["e-mail: must have at least 3 characters"]);
        faults(&class, Dict::from([("email", "abc")]), &["e-mail: required", "email: unknown field"]);
    }

    #[test]
    fn a_message_of_its_own_wins() {
        let rule = Field::str().min_length(3).message("too short").ascii();
        faults(&class([rule.build("x").unwrap()]), Dict::from([("x", "é")]), &["x: too short", "x: must be ASCII"]);
        let any = Field::any().one_of([Literal::Int(1), Literal::None]);
        faults(&class([any.build("x").unwrap()]), Dict::from([("x", 2)]), &["x: must be one of [1, None]"]);
    }

    #[test]
    fn data_of_a_class_that_refers_to_itself_may_be_nested_so_deep_only() {
        const FIELDS: &[FieldSpec] = &[FieldSpec::new(Text::new("next"), TypeSpec::Class(ClassRef::Static(spec)))];
        static SPEC: ClassSpec = ClassSpec::new(Text::new("Node"), List::new(FIELDS));
        fn spec() -> &'static ClassSpec {
            &SPEC
        }
        let data = (0..10_000).fold(Dict::new(), |inner, _| Dict::from([("next", inner)]));
        let error = SPEC.validate(&data).unwrap_err();
        assert_eq!(error.issues().iter().map(Issue::code).collect::<Vec<_>>(), ["depth"]);
    }
}

//! The order of faults: a field's own rules as written, then what lies within, then what concerns several fields.

use std::collections::BTreeMap;

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::{ClassRef, ClassSpec, FieldSpec, Options, TypeSpec};
use metaclass::validate::StructCheck;

use super::row::{data_of, faults, int64, s};

#[derive(Dataclass, Clone)]
struct Line {
    #[field(pattern = "^[a-z]+$", message = "a to z")]
    item: String,
    #[field(exclusive_min = 0)]
    count: i64,
}

#[derive(Dataclass, Clone)]
#[dataclass(extra = forbid, check(fits, fields(total, limit)))]
struct Order {
    total: i64,
    limit: i64,
    #[field(items(ascii), max_items = 1)]
    notes: Vec<String>,
    #[field(lowercase, min_length = 3)]
    name: String,
    #[field(matches = name)]
    again: String,
    #[field(required_with = paid)]
    receipt: Option<String>,
    paid: Option<f64>,
    lines: Vec<Line>,
    #[field(keys(max_length = 1), values(finite))]
    prices: BTreeMap<String, f64>,
}

fn fits(total: &i64, limit: &i64) -> Result<(), &'static str> {
    if total <= limit { Ok(()) } else { Err("total is beyond limit") }
}

/// The same functions of the classes made at run time.
mod made {
    use super::Value;

    pub(super) fn fits(values: &[&Value]) -> Result<(), &'static str> {
        let int = |i: usize| i64::try_from(values[i].clone()).unwrap();
        super::fits(&int(0), &int(1))
    }
}

fn class(compiled: &ClassSpec, fields: impl IntoIterator<Item = (&'static str, Field)>) -> ClassSpec {
    let fields: Vec<FieldSpec> = fields.into_iter().map(|(name, field)| field.build(name).unwrap()).collect();
    ClassSpec::new(compiled.name().to_owned().into(), fields.into()).with_module(compiled.module().to_owned().into())
}

/// The class made at run time.
fn order() -> ClassSpec {
    let line = [("item", Field::str().pattern("^[a-z]+$").message("a to z")), ("count", int64().exclusive_min(0))];
    let line = TypeSpec::Class(ClassRef::Shared(class(Line::spec(), line).into()));
    let fields = [
        ("total", int64()),
        ("limit", int64()),
        ("notes", Field::list(Field::str().ascii()).max_items(1)),
        ("name", Field::str().lowercase().min_length(3)),
        ("again", Field::str().matches("name")),
        ("receipt", Field::str().required_with("paid").nullable()),
        ("paid", Field::float().nullable()),
        ("lines", Field::list(Field::of(line))),
        ("prices", Field::dict(Field::str().max_length(1), Field::float().finite())),
    ];
    let checks = vec![StructCheck::new(["total", "limit"], made::fits)];
    class(Order::spec(), fields).with_checks(checks.into()).with_options(Options::DEFAULT.with(Options::FORBID_EXTRA))
}

fn broken() -> Order {
    Order!(
        total = 3,
        limit = 2,
        notes = vec![s("a"), s("é")],
        name = s("Al"),
        again = s("al"),
        receipt = None,
        paid = Some(1.0),
        lines = vec![Line!(s("tea"), 1), Line!(s("Mug"), 0)],
        prices = BTreeMap::from([(s("a"), f64::INFINITY), (s("bc"), f64::NAN)])
    )
}

/// Place, code, figures and text of all faults of the broken one.
const FAULTS: [(&str, &str, &str, &str); 12] = [
    ("notes", "max_items", "[('limit', 1), ('actual', 2)]", "must have at most 1 item"),
    ("notes[1]", "ascii", "[]", "must be ASCII"),
    ("name", "lowercase", "[]", "must be lowercase"),
    ("name", "min_length", "[('limit', 3), ('actual', 2)]", "must have at least 3 characters"),
    ("again", "matches", "[('other', 'name')]", "must be equal to 'name'"),
    ("receipt", "required_with", "[('other', 'paid')]", "required with 'paid'"),
    ("lines[1].item", "pattern", "[('pattern', '^[a-z]+$')]", "a to z"),
    ("lines[1].count", "exclusive_min", "[('limit', 0), ('actual', 0)]", "must be greater than 0"),
    ("prices['a']", "finite", "[]", "must be finite"),
    ("prices['bc']", "max_length", "[('limit', 1), ('actual', 2)]", "must have at most 1 character"),
    ("prices['bc']", "finite", "[]", "must be finite"),
    ("", "check", "[]", "total is beyond limit"),
];

#[test]
fn both_halves_tell_all_faults_in_the_order_of_the_declaration() {
    let order = broken();
    let (data, made) = (data_of(&order), self::order());
    for result in [order.validate(), Order::spec().validate(&data), made.validate(&data)] {
        let error = result.unwrap_err();
        let found = error.issues().iter().map(|issue| {
            let params: Vec<String> =
                issue.params().iter().map(|(name, value)| format!("('{name}', {})", value.repr())).collect();
            let params = format!("[{}]", params.join(", "));
            (issue.path().to_string(), issue.code().to_owned(), params, issue.message())
        });
        let expected = FAULTS.map(|(path, code, params, text)| (s(path), s(code), s(params), s(text)));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn both_classes_are_the_same() {
    assert_eq!(*Order::spec(), order());
    assert_eq!(Order::spec().signature().to_string(), order().signature().to_string());
}

#[test]
fn the_order_of_data_does_not_matter() {
    let order = broken();
    let data: Vec<(Value, Value)> = data_of(&order).into_iter().collect();
    let backwards = data.into_iter().rev().map(|(name, value)| (name.to_string(), value)).collect();
    assert_eq!(faults(self::order().validate(&backwards)), faults(order.validate()));
}

#[test]
fn what_only_data_can_have_stands_where_it_belongs() {
    let mut data = data_of(&broken());
    data.remove("total");
    data.insert("name", 1).unwrap();
    data.insert("unknown", 1).unwrap();
    for spec in [Order::spec(), &order()] {
        let found = faults(spec.validate(&data));
        let found: Vec<&str> = found.iter().map(|fault| fault.summary()).collect();
        let expected = [
            "total: missing",
            "notes: max_items",
            "notes[1]: ascii",
            "name: type",
            "receipt: required_with",
            "lines[1].item: pattern",
            "lines[1].count: exclusive_min",
            "prices['a']: finite",
            "prices['bc']: max_length",
            "prices['bc']: finite",
            "unknown: unknown_field",
        ];
        assert_eq!(found, expected);
    }
}

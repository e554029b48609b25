//! What else is said of a field: `required`, transforms, defaults, other names, secrets.

#![allow(clippy::needless_pass_by_value, reason = "a transform takes what it changes")]

use std::borrow::Cow;

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::ClassSpec;
use metaclass::validate::{StructCheck, Transform};

use crate::parity::row::{Row, data_of, faults, int64, rows, s};

/// The functions of the compiled classes.
mod compiled {
    pub(super) fn dashed(value: String) -> String {
        value.replace(' ', "-")
    }

    pub(super) fn positive(value: i64) -> i64 {
        value.max(0)
    }

    pub(super) fn differ(a: &str, b: &str) -> bool {
        a != b
    }
}

/// The same functions of the classes made at run time.
mod made {
    use super::Value;

    pub(super) fn dashed(value: Value) -> Value {
        super::compiled::dashed(value.to_string()).into()
    }

    pub(super) fn positive(value: Value) -> Value {
        super::compiled::positive(i64::try_from(value).unwrap()).into()
    }

    pub(super) fn differ(values: &[&Value]) -> bool {
        values[0] != values[1]
    }
}

rows! {
    required_refuses_none {
        #[field(required)]
        x: Option<i64>,
        #[field(required, min_length = 2, lowercase)]
        y: Option<String>,
        #[field(required)]
        z: Value,
    }
    made {
        x: int64().nullable().required(),
        y: Field::str().min_length(2).lowercase().nullable().required(),
        z: Field::any().required(),
    }
    good { (Some(0), Some(s("ab")), false.into()) }
    bad {
        (None, None, Value::None) => ["x: missing", "y: missing", "z: missing"]
        (None, Some(s("A")), 1.into()) => ["x: missing", "y: min_length", "y: lowercase"]
    }

    required_goes_before_rules_about_other_fields {
        a: Option<String>,
        #[field(required, matches = a, required_with = a, check = |value: &String| value.is_empty())]
        b: Option<String>,
    }
    made {
        a: Field::str().nullable(),
        b: Field::str()
            .matches("a")
            .required_with("a")
            .check(|value: &Value| value.as_str() == Some(""))
            .nullable()
            .required(),
    }
    good { (Some(s("")), Some(s(""))) }
    bad { (Some(s("")), None) => ["b: missing"] (Some(s("a")), Some(s("b"))) => ["b: matches", "b: check"] }

    transforms_go_before_rules {
        #[field(transform(trim, lowercase), max_length = 2, lowercase)]
        a: String,
        #[field(transform(trim, with = compiled::dashed, uppercase), not_contains = " ", uppercase, min_length = 2)]
        b: Option<String>,
        #[field(transform(with = compiled::positive), max_value = 9)]
        c: i64,
        #[field(transform(uppercase), starts_with = "É")]
        d: Cow<'static, str>,
        #[field(matches = a)]
        e: String,
    }
    made {
        a: Field::str().transform(Transform::Trim).transform(Transform::Lowercase).max_length(2).lowercase(),
        b: Field::str()
            .transform(Transform::Trim)
            .transform(Transform::with(made::dashed))
            .transform(Transform::Uppercase)
            .not_contains(" ")
            .uppercase()
            .min_length(2)
            .nullable(),
        c: int64().transform(Transform::with(made::positive)).max_value(9),
        d: Field::str().transform(Transform::Uppercase).starts_with("É"),
        e: Field::str().matches("a"),
    }
    good { (s(" AB "), Some(s(" a b ")), -1, "é".into(), s("ab")) (s("\u{3000}ß"), None, 9, "É".into(), s("ß")) }
    bad {
        (s(" ABC "), Some(s(" a ")), 10, "e".into(), s(" ABC ")) => [
            "a: max_length", "b: min_length", "c: max_value", "d: starts_with", "e: matches",
        ]
    }

    names_in_data_are_those_of_the_report {
        #[field(rename = "e-mail", alias = "mail", format = email)]
        email: String,
        #[field(rename = "Again", matches = email)]
        again: String,
        #[field(rename = "a/b", items(ascii))]
        list: Vec<String>,
    }
    made {
        email: Field::str().rename("e-mail").alias("mail").format(metaclass::validate::Format::Email),
        again: Field::str().rename("Again").matches("email"),
        list: Field::list(Field::str().ascii()).rename("a/b"),
    }
    good { (s("a@b"), s("a@b"), vec![]) }
    bad { (s("a"), s("b"), vec![s("é")]) => ["e-mail: format", "Again: matches", "['a/b'][0]: ascii"] }

    secrets_are_not_in_the_report {
        #[field(secret, min_length = 3, lowercase)]
        password: String,
        #[field(secret, items(min_value = 0))]
        pin: Vec<i64>,
        #[field(min_length = 3)]
        name: String,
    }
    made {
        password: Field::str().min_length(3).lowercase().secret(),
        pin: Field::list(int64().min_value(0)).secret(),
        name: Field::str().min_length(3),
    }
    good { (s("abc"), vec![1], s("ann")) }
    bad {
        (s("A"), vec![-1], s("al")) => ["password: min_length", "password: lowercase", "pin[0]: min_value", "name: min_length"]
    }

    #[dataclass(check(compiled::differ, fields(name, other)))]
    names_in_data_are_no_names_of_fields {
        #[field(rename = "Name", min_length = 1)]
        name: String,
        other: String,
    }
    made { name: Field::str().rename("Name").min_length(1), other: Field::str() }
    checks { StructCheck::new(["name", "other"], made::differ) }
    good { (s("a"), s("")) }
    bad { (s(""), s("")) => ["Name: min_length"] (s("a"), s("a")) => ["check"] }
}

/// What does not change what rules say, but is part of the description.
#[derive(Dataclass, Clone)]
struct Described {
    /// The number.
    #[field(primary_key, min_value = 1)]
    id: i64,
    #[field(default = "x", min_length = 1, metadata(unit = "m", precision = 2))]
    name: &'static str,
    #[field(default = -2, kw_only, max_value = 0)]
    level: i64,
    #[field(default = None, exclusive_min = 0.5)]
    rate: Option<f64>,
    #[field(default = true, equals = true)]
    on: bool,
}

fn described() -> Row {
    use metaclass::spec::Literal;

    let fields = [
        ("id", int64().primary_key().min_value(1).doc("The number.")),
        (
            "name",
            Field::str()
                .min_length(1)
                .default("x")
                .metadata("unit", crate::parity::row::text("m"))
                .metadata("precision", Literal::Int(2)),
        ),
        ("level", int64().max_value(0).default(-2).kw_only()),
        ("rate", Field::float().exclusive_min(0.5).nullable().default(Value::None)),
        ("on", Field::bool().equals(Literal::Bool(true)).default(true)),
    ];
    let fields = fields.into_iter().map(|(name, field)| field.build(name).unwrap()).collect();
    let broken = Described { id: 0, name: "", level: 1, rate: Some(0.5), on: false };
    let row = Row::new::<Described>(fields, vec![]);
    let row = row.doc("What does not change what rules say, but is part of the description.");
    row.case(&Described!(1), &[])
        .case(&broken, &["id: min_value", "name: min_length", "level: max_value", "rate: exclusive_min", "on: equals"])
}

#[test]
fn a_description_tells_more_than_rules() {
    described().check();
}

#[test]
fn signatures_are_the_same() {
    let row = described();
    let signature = "(id: int, name: str = 'x', rate: float | None = None, on: bool = True, *, level: int = -2)";
    let signatures = [row.compiled, &row.made].map(|spec| spec.signature().to_string());
    assert_eq!(signatures, [signature; 2]);
}

#[derive(Dataclass, Clone)]
struct Many {
    #[field(items(min_value = 0))]
    x: Vec<i64>,
    #[field(min_length = 1)]
    y: String,
}

#[test]
fn both_halves_keep_the_first_hundred_faults() {
    let fields =
        vec![Field::list(int64().min_value(0)).build("x").unwrap(), Field::str().min_length(1).build("y").unwrap()];
    let made = ClassSpec::new("Many".into(), fields.into());
    for (len, truncated) in [(99, false), (100, true), (1000, true)] {
        let many = Many!(vec![-1; len], s(""));
        let error = many.validate().unwrap_err();
        assert_eq!((error.issues().len(), error.truncated()), (100, truncated));
        for spec in [Many::spec(), &made] {
            assert_eq!(faults(spec.validate(&data_of(&many))), faults(many.validate()));
        }
    }
}

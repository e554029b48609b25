//! Random instances: both halves find the same faults, in the same order.

use std::collections::{BTreeMap, BTreeSet};

use metaclass::prelude::*;
use metaclass::spec::{ClassRef, ClassSpec, FieldSpec, Literal, TypeSpec};
use metaclass::validate::{Format, StructCheck, Unit};
use metaclass::{DecodeError, Field, ValidationError, json};

use super::row::{data_of, faults, int, int64, text};
use crate::random::Random;

const INSTANCES: usize = 20_000;
const FEW: usize = 2_000;

impl Random {
    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| make(self))
    }

    fn several<T, C: FromIterator<T>>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> C {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    /// Text that obeys and breaks rules about as often.
    fn text(&mut self) -> String {
        const WHOLE: [&str; 8] = ["", "ab", "ab-1", "a@b.org", "2024-02-29", "root", "AB", "\u{1F600}"];
        const PARTS: [&str; 9] = ["a", "b", "A", "1", "-", "é", "ß", " ", "😀"];
        match self.below(2) {
            0 => self.pick(&WHOLE).to_owned(),
            _ => (0..self.below(7)).map(|_| self.pick(&PARTS)).collect(),
        }
    }

    fn int(&mut self) -> i64 {
        match self.below(8) {
            0 => self.pick(&[i64::MIN, i64::MAX, (1 << 53) + 1]),
            _ => i64::try_from(self.below(24)).unwrap() - 8,
        }
    }

    fn float(&mut self) -> f64 {
        match self.below(3) {
            0 => self.pick(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, f64::MAX, 0.1, 0.3]),
            _ => f64::from(i32::try_from(self.below(80)).unwrap() - 20) / 8.0,
        }
    }
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, check(is_ordered, fields(low, high)))]
struct Range {
    #[field(min_value = -4, multiple_of = 2)]
    low: i64,
    #[field(max_value = 12)]
    high: i64,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, check(is_ordered, fields(count, limit)), check(is_named, fields(name, code)))]
struct Thing {
    #[field(min_length = 1, max_length = 4, alphanumeric, not_contains = "--", check = is_free)]
    name: String,
    #[field(pattern = "^[a-z]", pattern = "[0-9]$", lowercase, max_length = 5, unit = bytes)]
    code: Option<String>,
    #[field(format = email, required_with = code, starts_with = "a", ends_with = "g")]
    email: Option<String>,
    #[field(matches = name, one_of = ["ab", "root", "AB"])]
    again: String,
    #[field(min_value = 0, exclusive_max = 10, multiple_of = 3)]
    count: i64,
    #[field(exclusive_min = -1, max_value = 9007199254740992.0, one_of = [1, 2, 3, 4, 5, 9007199254740993])]
    limit: i64,
    #[field(finite, exclusive_min = -1.5, multiple_of = 0.25)]
    ratio: f64,
    #[field(
        items(min_length = 1, contains = "a", ascii, message = "plain, please"),
        min_items = 1,
        max_items = 2,
        unique_items
    )]
    tags: Vec<String>,
    #[field(required, items(items(max_value = 5, check = is_even), min_items = 1), unique_items)]
    grid: Option<Vec<Vec<i64>>>,
    #[field(items(uppercase), max_items = 2)]
    letters: BTreeSet<char>,
    #[field(keys(format = date), values(items(finite), unique_items), min_properties = 1, max_properties = 2)]
    scores: BTreeMap<String, Vec<f64>>,
    #[field(secret, equals = true)]
    flag: bool,
    range: Range,
    #[field(max_items = 2)]
    ranges: Vec<Option<Range>>,
    #[field(rename = "by-name", keys(min_length = 2, unit = utf16))]
    by_name: BTreeMap<String, (Range, u8)>,
}

fn is_even(value: &i64) -> bool {
    value % 2 == 0
}

fn is_free(value: &str) -> Result<(), &'static str> {
    if value == "root" { Err("is taken") } else { Ok(()) }
}

fn is_ordered(low: &i64, high: &i64) -> bool {
    low <= high
}

fn is_named(name: &str, code: &Option<String>) -> Result<(), String> {
    match code {
        Some(code) if !code.starts_with(name) => Err(format!("{code} does not start with {name}")),
        _ => Ok(()),
    }
}

/// The same functions of the classes made at run time.
mod made {
    use super::Value;

    fn int(value: &Value) -> i64 {
        i64::try_from(value.clone()).unwrap()
    }

    pub(super) fn is_even(value: &Value) -> bool {
        super::is_even(&int(value))
    }

    pub(super) fn is_free(value: &Value) -> Result<(), &'static str> {
        super::is_free(value.as_str().unwrap())
    }

    pub(super) fn is_ordered(values: &[&Value]) -> bool {
        super::is_ordered(&int(values[0]), &int(values[1]))
    }

    pub(super) fn is_named(values: &[&Value]) -> Result<(), String> {
        super::is_named(values[0].as_str().unwrap(), &values[1].as_str().map(str::to_owned))
    }
}

fn class(compiled: &ClassSpec, fields: Vec<(&'static str, Field)>, checks: Vec<StructCheck>) -> ClassSpec {
    let fields: Vec<FieldSpec> = fields.into_iter().map(|(name, field)| field.build(name).unwrap()).collect();
    ClassSpec::new(compiled.name().to_owned().into(), fields.into())
        .with_module(compiled.module().to_owned().into())
        .with_checks(checks.into())
}

/// The inner class made at run time.
fn range() -> Field {
    let fields = vec![("low", int64().min_value(-4).multiple_of(2)), ("high", int64().max_value(12))];
    let spec = class(Range::spec(), fields, vec![StructCheck::new(["low", "high"], made::is_ordered)]);
    Field::of(TypeSpec::Class(ClassRef::Shared(spec.into())))
}

fn texts() -> Vec<(&'static str, Field)> {
    let name = Field::str().min_length(1).max_length(4).alphanumeric().not_contains("--").check(made::is_free);
    let code = Field::str().pattern("^[a-z]").pattern("[0-9]$").lowercase().max_length(5).unit(Unit::Bytes);
    let email = Field::str().format(Format::Email).required_with("code").starts_with("a").ends_with("g");
    let again = Field::str().matches("name").one_of(["ab", "root", "AB"].map(text));
    vec![("name", name), ("code", code.nullable()), ("email", email.nullable()), ("again", again)]
}

fn numbers() -> Vec<(&'static str, Field)> {
    let limits = [1, 2, 3, 4, 5, (1 << 53) + 1].map(Literal::Int);
    vec![
        ("count", int64().min_value(0).exclusive_max(10).multiple_of(3)),
        ("limit", int64().exclusive_min(-1).max_value(9_007_199_254_740_992.0).one_of(limits)),
        ("ratio", Field::float().finite().exclusive_min(-1.5).multiple_of(0.25)),
    ]
}

fn containers() -> Vec<(&'static str, Field)> {
    let tag = Field::str().min_length(1).contains("a").ascii().message("plain, please");
    let row = Field::list(int64().max_value(5).check(made::is_even)).min_items(1);
    let scores = Field::list(Field::float().finite()).unique_items();
    let scores = Field::dict(Field::str().format(Format::Date), scores).min_properties(1).max_properties(2);
    let by_name = Field::tuple([range(), int(0, 255)]);
    let by_name = Field::dict(Field::str().min_length(2).unit(Unit::Utf16), by_name).rename("by-name");
    vec![
        ("tags", Field::list(tag).min_items(1).max_items(2).unique_items()),
        ("grid", Field::list(row).unique_items().nullable().required()),
        ("letters", Field::set(Field::str().uppercase()).max_items(2)),
        ("scores", scores),
        ("flag", Field::bool().equals(Literal::Bool(true)).secret()),
        ("range", range()),
        ("ranges", Field::list(range().nullable()).max_items(2)),
        ("by_name", by_name),
    ]
}

/// The class made at run time.
fn thing() -> ClassSpec {
    let checks = vec![
        StructCheck::new(["count", "limit"], made::is_ordered),
        StructCheck::new(["name", "code"], made::is_named),
    ];
    class(Thing::spec(), [texts(), numbers(), containers()].concat(), checks)
}

fn random_range(random: &mut Random) -> Range {
    Range!(random.int(), random.int())
}

fn random_thing(random: &mut Random) -> Thing {
    let name = random.text();
    Thing!(
        again = random.pick(&[name.clone(), "ab".to_owned(), "é".to_owned()]),
        name = name,
        code = random.maybe(Random::text),
        email = random.maybe(Random::text),
        count = random.int(),
        limit = random.int(),
        ratio = random.float(),
        tags = random.several(Random::text),
        grid = random.maybe(|random| random.several(|random| random.several(Random::int))),
        letters = random.several(|random| random.pick(&['a', 'A', 'É', 'ß', '1'])),
        scores = random.several(|random| (random.text(), random.several(Random::float))),
        flag = random.below(2) == 0,
        range = random_range(random),
        ranges = random.several(|random| random.maybe(random_range)),
        by_name = random.several(|random| (random.text(), (random_range(random), 7)))
    )
}

/// What both halves say of an instance, which is the same.
#[track_caller]
fn compare(thing: &Thing, made: &ClassSpec) -> Result<(), ValidationError> {
    let (found, data) = (thing.validate(), data_of(thing));
    for spec in [Thing::spec(), made] {
        let other = spec.validate(&data);
        // A NaN among the figures equals nothing: then all is looked at as text.
        if other != found {
            assert_eq!(faults(other), faults(found.clone()), "{}", thing.repr());
        }
    }
    found
}

#[test]
fn both_classes_are_the_same() {
    assert_eq!(*Thing::spec(), thing());
    assert_eq!(Thing::spec().signature().to_string(), thing().signature().to_string());
}

#[test]
fn both_halves_find_the_same_faults_in_random_instances() {
    let (mut random, made) = (Random(0x9E37_79B9_7F4A_7C15), thing());
    let mut seen = BTreeMap::<String, usize>::new();
    for _ in 0..INSTANCES {
        let thing = random_thing(&mut random);
        let found = compare(&thing, &made);
        for issue in found.err().iter().flat_map(|error| error.issues()) {
            *seen.entry(issue.code().to_owned()).or_default() += 1;
        }
    }
    // Every rule of the class is broken often enough to tell something.
    let rare: Vec<_> = seen.iter().filter(|(_, count)| **count < 100).collect();
    assert_eq!((seen.len(), rare), (29, vec![]), "{seen:?}");
}

#[test]
fn both_halves_let_the_same_instances_pass() {
    let (mut random, made) = (Random(0xD1B5_4A32_D192_ED03), thing());
    let mut passed = 0;
    for _ in 0..FEW {
        let good = Thing!(
            "ab".to_owned(),
            Some("ab-1".to_owned()),
            Some("a@b.org".to_owned()),
            "ab".to_owned(),
            3,
            random.pick(&[3, 4, 5]),
            0.25,
            vec!["a".to_owned()],
            Some(vec![]),
            BTreeSet::new(),
            BTreeMap::from([("2024-02-29".to_owned(), vec![])]),
            true,
            Range!(0, 1),
            vec![],
            BTreeMap::new()
        );
        // One field of another, so that some pass and some break one rule.
        let other = random_thing(&mut random);
        let mixed = match random.below(5) {
            0 => Thing { count: other.count, ..good },
            1 => Thing { tags: other.tags, ..good },
            2 => Thing { range: other.range, ..good },
            3 => Thing { grid: other.grid, ..good },
            _ => Thing { ranges: other.ranges, ..good },
        };
        passed += usize::from(compare(&mixed, &made).is_ok());
    }
    assert!((FEW / 20..FEW / 2).contains(&passed), "{passed}");
}

#[test]
fn an_instance_that_is_read_has_the_same_faults() {
    let (mut random, made) = (Random(0xA076_1D64_78BD_642F), thing());
    let mut compared = 0;
    for _ in 0..INSTANCES / 4 {
        let thing = random_thing(&mut random);
        // JSON has no other numbers.
        if !thing.ratio.is_finite() || thing.scores.values().flatten().any(|score| !score.is_finite()) {
            continue;
        }
        compared += 1;
        let found = faults(thing.validate());
        let text = json::to_string(&data_of(&thing)).unwrap();
        assert_eq!(faults(invalid(json::from_str::<Thing>(&text))), found, "{text}");
        for spec in [Thing::spec(), &made] {
            assert_eq!(faults(invalid(spec.decode_json(&text))), found, "{text}");
        }
    }
    assert!(compared > INSTANCES / 16, "{compared}");
}

fn invalid<T>(result: Result<T, DecodeError>) -> Result<(), ValidationError> {
    match result {
        Ok(_) => Ok(()),
        Err(DecodeError::Invalid(error)) => Err(error),
        Err(error) => panic!("{error}"),
    }
}

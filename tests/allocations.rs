//! What `validate()` allocates: nothing for a valid value, whatever its rules.
//!
//! A program of its own, since the allocator counts. Allocations of other threads are not counted.

#![forbid(unsafe_code)]
#![allow(clippy::trivially_copy_pass_by_ref, reason = "a check is called with a reference")]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use allocation_counter::measure;
use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, FieldSpec};
use metaclass::validate::rules::{KEYS, Kind};
use metaclass::validate::{Format, Rule, ValidationError};

fn is_even(value: &i64) -> bool {
    value % 2 == 0
}

fn is_ordered(from: &i64, to: &i64) -> Result<(), &'static str> {
    if from <= to { Ok(()) } else { Err("from must not be after to") }
}

#[derive(Dataclass)]
struct Texts {
    #[field(min_length = 5, max_length = 5)]
    characters: String,
    #[field(min_length = 12, max_length = 12, unit = bytes)]
    bytes: String,
    #[field(min_length = 6, max_length = 6, unit = utf16)]
    utf16: String,
    #[field(starts_with = "ab", ends_with = "cd", contains = "bc", not_contains = "x", ascii, alphanumeric, lowercase)]
    lower: &'static str,
    #[field(uppercase, one_of = ["A", "B"], equals = "B")]
    upper: Option<Box<str>>,
    #[field(pattern = "^[a-z]+$")]
    word: String,
    #[field(matches = word)]
    again: String,
    #[field(required_with = upper)]
    other: Option<String>,
}

#[derive(Dataclass)]
struct Numbers {
    #[field(min_value = 1, max_value = 9, exclusive_min = 0, exclusive_max = 10, multiple_of = 3, one_of = [1, 3])]
    int: u8,
    #[field(min_value = 1, max_value = 9.5, exclusive_min = 0, exclusive_max = 10, multiple_of = 0.1, finite)]
    float: f64,
    #[field(required, equals = 3)]
    option: Option<i128>,
    #[field(check = is_even, check = |value| if *value < 100 { Ok(()) } else { Err(format!("{value} is too much")) })]
    checked: i64,
}

/// All formats but `url` and `regex`, which take the text apart to tell.
#[derive(Dataclass)]
struct Formats {
    #[field(format = email)]
    email: String,
    #[field(format = html_email)]
    html_email: String,
    #[field(format = uri)]
    uri: String,
    #[field(format = ipv4)]
    ipv4: String,
    #[field(format = ipv6)]
    ipv6: String,
    #[field(format = ip)]
    ip: String,
    #[field(format = uuid)]
    uuid: String,
    #[field(format = date)]
    date: String,
    #[field(format = time)]
    time: String,
    #[field(format = date_time)]
    date_time: String,
    #[field(format = duration)]
    duration: String,
    #[field(format = hostname)]
    hostname: String,
    #[field(format = json_pointer)]
    json_pointer: String,
}

#[derive(Dataclass)]
#[dataclass(check(is_ordered, fields(from, to)))]
struct Whole {
    texts: Texts,
    numbers: Option<Numbers>,
    formats: Box<Formats>,
    #[field(min_items = 1, max_items = 4, items(max_items = 3, items(max_value = 9)))]
    lists: Vec<Vec<i32>>,
    #[field(unique_items, items(pattern = "^[a-z]"))]
    unique: Vec<String>,
    #[field(min_items = 1, items(min_length = 1))]
    set: BTreeSet<String>,
    #[field(min_properties = 1, max_properties = 2, keys(ascii), values(min_items = 1, items(finite)))]
    dict: HashMap<String, Vec<f64>>,
    others: BTreeMap<String, Vec<Numbers>>,
    pair: (Numbers, Option<Numbers>),
    from: i64,
    to: i64,
}

fn texts() -> Texts {
    Texts!(
        characters = "aé€😀b".to_owned(),
        bytes = "aé€😀bc".to_owned(),
        utf16 = "aé€😀b".to_owned(),
        lower = "abcd",
        upper = Some("B".into()),
        word = "word".to_owned(),
        again = "word".to_owned(),
        other = Some("other".to_owned())
    )
}

fn numbers() -> Numbers {
    Numbers!(int = 3, float = 2.3, option = Some(3), checked = 2)
}

fn formats() -> Formats {
    Formats!(
        email = "ann@example.org".to_owned(),
        html_email = "ann@example.org".to_owned(),
        uri = "https://example.org/a?b#c".to_owned(),
        ipv4 = "127.0.0.1".to_owned(),
        ipv6 = "2001:db8::1".to_owned(),
        ip = "::1".to_owned(),
        uuid = "123e4567-e89b-12d3-a456-426614174000".to_owned(),
        date = "2024-02-29".to_owned(),
        time = "12:30:00.5+01:00".to_owned(),
        date_time = "2024-02-29T12:30:00Z".to_owned(),
        duration = "P1DT12H".to_owned(),
        hostname = "www.example.org".to_owned(),
        json_pointer = "/a/0".to_owned()
    )
}

fn whole() -> Whole {
    Whole!(
        texts = texts(),
        numbers = Some(numbers()),
        formats = Box::new(formats()),
        lists = vec![vec![1, 2, 3], vec![]],
        unique = vec!["a".to_owned(), "b".to_owned()],
        set = BTreeSet::from(["a".to_owned()]),
        dict = HashMap::from([("a".to_owned(), vec![1.0, 2.0])]),
        others = BTreeMap::from([("a".to_owned(), vec![numbers(), numbers()])]),
        pair = (numbers(), None),
        from = 1,
        to = 2
    )
}

/// How often `validate()` allocates, and what it says.
fn validated(whole: &Whole) -> (u64, Result<(), ValidationError>) {
    let mut result = Ok(());
    let count = measure(|| result = whole.validate()).count_total;
    (count, result)
}

#[test]
fn a_valid_value_allocates_nothing() {
    let whole = whole();
    // The first use compiles the patterns.
    assert_eq!(whole.validate(), Ok(()));
    assert_eq!(validated(&whole), (0, Ok(())));
}

#[test]
fn a_fault_allocates() {
    let mut whole = whole();
    whole.others.values_mut().flatten().for_each(|numbers| numbers.float = 2.35);
    let (count, result) = validated(&whole);
    let places: Vec<String> = result.unwrap_err().issues().iter().map(|issue| issue.path().to_string()).collect();
    assert_eq!(places, ["others['a'][0].float", "others['a'][1].float"]);
    assert!(count > 0);
}

#[test]
fn every_rule_and_format_is_among_them() {
    let specs = [Texts::spec(), Numbers::spec(), Formats::spec(), Whole::spec()];
    let mut rules: Vec<&Rule> = specs.into_iter().flat_map(ClassSpec::fields).flat_map(FieldSpec::rules).collect();
    let mut i = 0;
    while let Some(rule) = rules.get(i) {
        rules.extend(rule.within().unwrap_or_default());
        i += 1;
    }
    let has = |key: &str| rules.iter().any(|rule| rule.kind().key() == key);
    assert_eq!(KEYS.iter().filter(|key| !has(key)).collect::<Vec<_>>(), [&""; 0]);
    let has = |format: Format| rules.iter().any(|rule| *rule.kind() == Kind::Format(format));
    let left_out: Vec<Format> = Format::ALL.iter().copied().filter(|format| !has(*format)).collect();
    assert_eq!(left_out, [Format::Url, Format::Regex]);
}

/// How often this allocates, and what it gives.
fn counted<T>(act: impl FnOnce() -> T) -> (u64, T) {
    let mut result = None;
    let count = measure(|| result = Some(act())).count_total;
    (count, result.unwrap())
}

#[test]
fn a_call_of_few_arguments_allocates_nothing() {
    let signature = params!(x: Field::int().min_value(0), y = 2, *, k: Field::float() = 0.5).build().unwrap();
    let text = Value::from("text");
    let (count, sum) = counted(|| {
        let bound = signature.bind("f", args!(1, 3, k = 1.5)).unwrap();
        let (x, y, k): (i64, i64, f64) = bound.get().unwrap();
        (x + y, k)
    });
    assert_eq!((count, sum), (0, (4, 1.5)));
    let plain = params!(x: Field::int(), y = 2, *, k: Field::str()).build().unwrap();
    let (count, read) = counted(|| {
        let bound = plain.accept("f", args!(1, k = text)).unwrap();
        bound.get_as::<i64>("y").unwrap() + i64::from(bound.get_as::<&str>("k").unwrap() == "text")
    });
    assert_eq!((count, read), (0, 3));
}

//! `ClassSpec::validate`: every fault of a document, with place, code and figures; phases; limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use metaclass::spec::{ClassRef, ClassSpec, TypeSpec};
use metaclass::validate::{Issue, Report, StructCheck, Transform};
use metaclass::value::{Dict, Set};
use metaclass::{Field, Value};

fn define(name: &str, fields: impl IntoIterator<Item = (&'static str, Field)>) -> ClassSpec {
    ClassSpec::define(name, fields).unwrap()
}

fn instance_of(class: &ClassSpec) -> Field {
    Field::of(TypeSpec::Class(ClassRef::Shared(Arc::new(class.clone()))))
}

/// Place, code and figures of each fault.
fn faults(class: &ClassSpec, data: &Dict) -> Vec<String> {
    let tell = |issue: &Issue| {
        let params = issue.params().iter().map(|(name, value)| format!(" {name}={}", value.repr()));
        format!("{} {}{}", issue.path().pointer(), issue.code(), params.collect::<String>())
    };
    class.validate(data).map_err(|error| error.issues().iter().map(tell).collect()).err().unwrap_or_default()
}

fn set_of<const N: usize>(members: [&str; N]) -> Set {
    let mut set = Set::new();
    for member in members {
        assert!(set.insert(member).unwrap());
    }
    set
}

/// A class with a rule of every kind: its fields, then what it says of several.
fn account() -> ClassSpec {
    let optional = || Field::str().nullable().default(Value::None).kw_only();
    let address = define("Address", [("street", Field::str()), ("zip", Field::str().min_length(5).ascii())]);
    let fields = [
        ("name", Field::str().min_length(3).lowercase()),
        ("address", instance_of(&address)),
        ("tags", Field::list(Field::str().max_length(4)).min_items(1)),
        ("scores", Field::dict(Field::str().ascii(), Field::float().max_value(1))),
        ("groups", Field::set(Field::str().starts_with("g")).max_items(1)),
        ("password", Field::str().min_length(2)),
        ("again", Field::str().matches("password")),
        ("card", optional()),
        ("holder", optional().required_with("card")),
        ("low", Field::int()),
        ("high", Field::int().multiple_of(2)),
    ];
    let ordered = |values: &[&Value]| match values.is_sorted_by_key(|value| value.as_int()) {
        true => Ok(()),
        false => Err(Issue::new("order").with_message("low must not be above high").with_param("fields", 2).at("low")),
    };
    define("Account", fields).checked(StructCheck::new(["low", "high"], ordered)).unwrap()
}

fn document() -> Dict {
    Dict::from([
        ("name", Value::from("alice")),
        ("address", Dict::from([("street", "Road"), ("zip", "12345")]).into()),
        ("tags", vec!["a"].into()),
        ("scores", Dict::from([("x", 0.5)]).into()),
        ("groups", set_of(["g1"]).into()),
        ("password", "secret".into()),
        ("again", "secret".into()),
        ("card", "1234".into()),
        ("holder", "Alice".into()),
        ("low", 1.into()),
        ("high", 2.into()),
    ])
}

#[test]
fn a_document_that_breaks_no_rule_has_no_fault() {
    assert_eq!(faults(&account(), &document()), [""; 0]);
}

#[test]
fn every_rule_that_is_broken_is_told_with_place_code_and_figures() {
    let broken: [(&str, Value); 9] = [
        ("name", "AL".into()),
        ("address", Dict::from([("street", "Road"), ("zip", "é")]).into()),
        ("tags", vec!["short", "long", "longer"].into()),
        ("scores", Dict::from([("é", 0.5), ("y", 1.5)]).into()),
        ("groups", set_of(["g1", "h"]).into()),
        ("again", "other".into()),
        ("holder", Value::None),
        ("low", 4.into()),
        ("high", 2.into()),
    ];
    let mut data = document();
    for (name, value) in broken {
        data.insert(name, value).unwrap();
    }
    data.insert("nmae", 1).unwrap();
    data.insert(5, 1).unwrap();
    let expected = [
        "/name min_length limit=3 actual=2",
        "/name lowercase",
        "/address/zip min_length limit=5 actual=1",
        "/address/zip ascii",
        "/tags/0 max_length limit=4 actual=5",
        "/tags/2 max_length limit=4 actual=6",
        "/scores/é ascii",
        "/scores/y max_value limit=1 actual=1.5",
        "/groups max_items limit=1 actual=2",
        "/groups/1 starts_with expected='g'",
        "/again matches other='password'",
        "/holder required_with other='card'",
        "/low order fields=2",
        "/nmae unknown_field",
        "/5 unknown_field",
    ];
    assert_eq!(faults(&account(), &data), expected);
}

#[test]
fn what_is_missing_or_of_a_wrong_type_breaks_no_other_rule() {
    let mut data = document();
    for (name, value) in [("name", Value::from(5)), ("address", "x".into()), ("low", "1".into())] {
        data.insert(name, value).unwrap();
    }
    data.remove("password");
    data.remove("tags");
    let expected = [
        "/name type expected='str' actual='int'",
        "/address type expected='Address' actual='str'",
        "/tags missing",
        "/password missing",
        "/low type expected='int' actual='str'",
    ];
    assert_eq!(faults(&account(), &data), expected);
}

#[test]
fn a_check_over_several_fields_waits_until_these_are_clean() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let check = StructCheck::new(["a", "b"], move |values: &[&Value]| {
        counted.fetch_add(1, Ordering::Relaxed);
        assert!(values.len() == 2 && values.iter().all(|value| value.as_int().is_some()));
        false
    });
    let int = || Field::int().max_value(9);
    let class = define("C", [("a", int()), ("c", int()), ("b", int().default(1))]).checked(check).unwrap();
    let told = |data: Dict| (faults(&class, &data), calls.swap(0, Ordering::Relaxed));
    let with = |a: Value, c: i64| Dict::from([("a", a), ("c", c.into())]);
    assert_eq!(told(with(10.into(), 1)), (vec!["/a max_value limit=9 actual=10".into()], 0));
    assert_eq!(told(with("x".into(), 1)), (vec!["/a type expected='int' actual='str'".into()], 0));
    assert_eq!(told(Dict::from([("c", 1)])), (vec!["/a missing".into()], 0));
    // Another field may be at fault, and one that is not given has its default.
    let faults = vec!["/c max_value limit=9 actual=10".into(), " check".into()];
    assert_eq!(told(with(1.into(), 10)), (faults, 1));
}

#[test]
fn a_type_is_looked_at_before_the_transforms_and_these_before_the_rules() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let half = Transform::with(move |value| {
        counted.fetch_add(1, Ordering::Relaxed);
        (value.as_int().expect("an integer") / 2).into()
    });
    let text = Field::str().transform(Transform::Trim).transform(Transform::Uppercase).min_length(2).uppercase();
    let class = define(
        "C",
        [("n", Field::int().transform(half).max_value(5)), ("text", text.matches("same")), ("same", Field::str())],
    );
    let told = |n: Value, text: &str| {
        let data = Dict::from([("n", n), ("text", text.into()), ("same", "AB".into())]);
        (faults(&class, &data), calls.swap(0, Ordering::Relaxed))
    };
    assert_eq!(told(10.into(), " ab "), (vec![], 1));
    assert_eq!(
        told(12.into(), "  a  ").0,
        ["/n max_value limit=5 actual=6", "/text min_length limit=2 actual=1", "/text matches other='same'"]
    );
    assert_eq!(told("10".into(), "ab"), (vec!["/n type expected='int' actual='str'".into()], 0));
    assert_eq!(told(Value::None, "ab"), (vec!["/n type expected='int' actual='NoneType'".into()], 0));
}

#[test]
fn a_transform_that_gives_another_type_is_told() {
    let class = define("C", [("n", Field::int().transform(Transform::with(|_| "x".into())).min_value(0))]);
    assert_eq!(faults(&class, &Dict::from([("n", 1)])), ["/n type expected='int' actual='str'"]);
}

#[test]
fn none_passes_unless_it_is_required() {
    let optional = || Field::str().nullable().min_length(3);
    let class = define(
        "C",
        [
            ("given", optional()),
            ("required", optional().required()),
            ("default", optional().default(Value::None).kw_only()),
            ("any", Field::any().required()),
        ],
    );
    let none = |names: &[&'static str]| names.iter().map(|name| (*name, Value::None)).collect::<Dict>();
    assert_eq!(faults(&class, &none(&["given", "required", "default", "any"])), ["/required missing", "/any missing"]);
    assert_eq!(faults(&class, &none(&[])), ["/required missing", "/any missing"]);
    // What a transform leaves of a value is looked at as well.
    let emptied = Transform::with(|value| if value.is_truthy() { value } else { Value::None });
    let class = define("C", [("x", optional().required().transform(emptied))]);
    assert_eq!(faults(&class, &Dict::from([("x", "")])), ["/x missing"]);
}

#[test]
fn a_report_keeps_a_hundred_faults_or_as_many_as_it_is_told() {
    let class = define("C", [("items", Field::list(Field::int().min_value(0)))]);
    let data = Dict::from([("items", vec![-1; 10_000])]);
    let error = class.validate(&data).unwrap_err();
    assert_eq!((error.issues().len(), error.truncated()), (100, true));
    assert_eq!(error.issues().last().map(|issue| issue.path().to_string()), Some("items[99]".to_owned()));
    for (max, kept, truncated) in [(0, 1, true), (1, 1, true), (9_999, 9_999, true), (10_000, 10_000, false)] {
        let mut report = Report::with_max_issues(max);
        class.validate_into(&data, &mut report);
        let error = report.finish().unwrap_err();
        assert_eq!((error.issues().len(), error.truncated()), (kept, truncated));
    }
}

#[test]
fn ten_thousand_faults_have_their_places_in_every_view() {
    let row = define("Row", [("cells", Field::list(Field::int().min_value(0)))]);
    let class = define("Table", [("rows", Field::list(instance_of(&row)))]);
    let data = Dict::from([("rows", vec![Dict::from([("cells", vec![-1; 100])]); 100])]);
    let mut report = Report::with_max_issues(usize::MAX);
    class.validate_into(&data, &mut report);
    let error = report.finish().unwrap_err();
    assert_eq!((error.issues().len(), error.truncated(), error.by_field().len()), (10_000, false, 10_000));
    assert_eq!(error.at("/rows/57/cells/99").count(), 1);
    let rendered = error.render(&data.into()).to_string();
    assert_eq!(rendered.matches("must be at least 0 (got -1)").count(), 10_000);
    let list = error.to_list();
    assert_eq!(list.as_dict().and_then(|list| list.get("details")?.as_list().map(|units| units.len())), Some(10_000));
}

#[test]
fn checks_are_not_asked_once_a_report_is_full() {
    // What a full report left out may be a fault of the fields that a check looks at.
    let never = StructCheck::new(["a"], |_: &[&Value]| -> bool { panic!("not to be called") });
    let class = define("C", [("list", Field::list(Field::int())), ("a", Field::int())]).checked(never).unwrap();
    let data = Dict::from([("list", Value::from(vec!["x"; 101])), ("a", "x".into())]);
    assert_eq!(faults(&class, &data).len(), 100);
}

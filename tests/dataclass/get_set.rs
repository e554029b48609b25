//! `get`, `get_as`, `set`, with all their texts.

use metaclass::prelude::*;
use metaclass::{ErrorKind, FieldType};

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: i8,
    names: Vec<String>,
    #[field(default)]
    next: Option<Box<Point>>,
}

fn point() -> Point {
    Point!(1.5, 2, vec!["a".to_owned()])
}

#[track_caller]
fn refused<T>(result: Result<T, Error>, kind: &ErrorKind, text: &str) {
    let error = result.map(drop).unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (kind.clone(), text));
}

#[test]
fn fields_are_read_by_name() {
    let point = point();
    assert_eq!(point.get("x").unwrap(), 1.5.into());
    assert_eq!(point.get("names").unwrap(), vec!["a"].into());
    assert_eq!(point.get("next").unwrap(), Value::None);
}

#[test]
fn a_class_is_read_as_an_instance() {
    let outer = Point!(next = Some(Box::new(point())), ..point());
    let inner = outer.get("next").unwrap();
    assert_eq!(inner.type_name(), "Point");
    assert_eq!(inner.repr().to_string(), "Point(x=1.5, y=2, names=['a'], next=None)");
    assert_eq!(inner.downcast_ref::<Point>(), Some(&point()));
    assert_eq!(outer.get_as::<Point>("next").unwrap(), point());
}

#[test]
fn fields_are_read_as_rust_types() {
    let point = point();
    assert_eq!(point.get_as::<f64>("x").unwrap(), 1.5);
    assert_eq!(point.get_as::<u64>("y").unwrap(), 2);
    assert_eq!(point.get_as::<Vec<String>>("names").unwrap(), ["a"]);
    assert_eq!(point.get_as::<Option<Point>>("next").unwrap(), None);
}

#[test]
fn reading_as_another_type_is_refused() {
    refused(point().get_as::<String>("x"), &ErrorKind::TypeError, "Point.x: expected str, got float");
    refused(point().get_as::<Vec<i64>>("names"), &ErrorKind::TypeError, "Point.names[0]: expected int, got str");
    let negative = Point!(y = -1, ..point());
    refused(negative.get_as::<u8>("y"), &ErrorKind::OverflowError, "Point.y: expected int from 0 to 255, got -1");
}

#[test]
fn unknown_names_are_refused_in_the_words_of_cpython() {
    let text = "'Point' object has no attribute 'q'";
    refused(point().get("q"), &ErrorKind::AttributeError, text);
    refused(point().get_as::<f64>("q"), &ErrorKind::AttributeError, text);
    refused(point().set("q", 1), &ErrorKind::AttributeError, text);
}

#[test]
fn fields_are_set_by_name() {
    let mut point = point();
    point.set("x", 2.5).unwrap();
    point.set("names", vec!["b", "c"]).unwrap();
    point.set("next", self::point().to_value().unwrap()).unwrap();
    assert_eq!((point.x, point.names.as_slice()), (2.5, ["b".to_owned(), "c".to_owned()].as_slice()));
    assert_eq!(point.next.as_ref().unwrap().y, 2);
    point.set("next", ()).unwrap();
    assert_eq!(point.next, None);
}

#[test]
fn values_of_another_type_are_refused_and_nothing_changes() {
    let mut point = point();
    refused(point.set("x", "text"), &ErrorKind::TypeError, "x: expected float, got str");
    refused(point.set("y", true), &ErrorKind::TypeError, "y: expected int, got bool");
    refused(point.set("y", 200), &ErrorKind::OverflowError, "y: expected int from -128 to 127, got 200");
    refused(point.set("names", vec![1]), &ErrorKind::TypeError, "names[0]: expected str, got int");
    refused(point.set("next", 1), &ErrorKind::TypeError, "next: expected Point, got int");
    refused(point.set("x", Value::None), &ErrorKind::TypeError, "x: expected float, got NoneType");
    assert_eq!(point, self::point());
}

#[test]
fn every_field_that_is_read_can_be_set_again() {
    let source = Point!(next = Some(Box::new(point())), ..point());
    let mut copy = Point!(0.0, 0, vec![]);
    for name in Point::field_names() {
        copy.set(name, source.get(name).unwrap()).unwrap();
    }
    assert_eq!(copy, source);
}

#[test]
fn a_field_of_any_value_takes_anything() {
    #[derive(Dataclass)]
    struct Any {
        value: Value,
    }

    let mut any = Any!(Value::None);
    any.set("value", vec![1]).unwrap();
    assert_eq!(any.get("value").unwrap(), vec![1].into());
}

#[test]
fn frozen_classes_refuse_every_assignment_in_the_words_of_cpython() {
    #[derive(Dataclass)]
    #[dataclass(frozen)]
    struct Fixed {
        x: u8,
    }

    let mut fixed = Fixed!(1);
    refused(fixed.set("x", 2), &ErrorKind::FrozenInstanceError, "cannot assign to field 'x'");
    refused(fixed.set("q", 2), &ErrorKind::FrozenInstanceError, "cannot assign to field 'q'");
    assert_eq!(fixed.get("x").unwrap(), 1.into());
    refused(fixed.get("q"), &ErrorKind::AttributeError, "'Fixed' object has no attribute 'q'");
}

#[test]
fn integers_keep_their_limits() {
    #[derive(Dataclass)]
    struct Wide {
        a: i128,
        b: u64,
        c: u128,
    }

    let mut wide = Wide!(i128::MIN, u64::MAX, u128::MAX);
    assert_eq!(wide.get("a").unwrap(), i128::MIN.into());
    assert_eq!(wide.get("b").unwrap(), u64::MAX.into());
    assert_eq!(wide.get("c").unwrap_err().kind(), ErrorKind::OverflowError);
    wide.set("b", i128::from(u64::MAX)).unwrap();
    refused(wide.set("b", -1), &ErrorKind::OverflowError, "b: expected int from 0 to 18446744073709551615, got -1");
}

#[test]
fn a_borrowed_field_is_read_but_not_set() {
    #[derive(Dataclass)]
    struct View<'a> {
        text: &'a str,
    }

    let text = String::from("abc");
    let mut view = View!(&text);
    assert_eq!(view.get("text").unwrap(), "abc".into());
    refused(view.set("text", "x"), &ErrorKind::TypeError, "text: a borrowed field cannot be set");
}

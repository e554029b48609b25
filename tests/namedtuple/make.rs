//! `make` and `field_defaults`.

use metaclass::prelude::*;

namedtuple!(Point, "x y", defaults = [10, 20]);
namedtuple! { struct Typed { name: String, #[field(max_value = 9)] size: u8 = 1 } }

#[test]
fn anything_that_can_be_iterated_is_made_into_one() {
    let point: Point<i64, i64> = Point::make([11, 22]).unwrap();
    assert_eq!(point, (11, 22));
    assert_eq!(Point::<char, String>::make("ab".chars()).unwrap(), ('a', "b"));
    assert_eq!(Typed::make([Value::from("a"), 2.into()]).unwrap(), ("a", 2));
    assert_eq!(Typed::make(Vec::from([Value::from("a"), 200.into()])).unwrap().size, 200);
}

#[test]
fn there_must_be_as_many_items_as_fields() {
    let text = |items: &[i64]| format!("{:?}", Point::<i64, i64>::make(items.iter().copied()).unwrap_err());
    assert_eq!(text(&[]), "TypeError: Expected 2 arguments, got 0");
    assert_eq!(text(&[1]), "TypeError: Expected 2 arguments, got 1");
    assert_eq!(text(&[1, 2, 3]), "TypeError: Expected 2 arguments, got 3");
}

#[test]
fn an_item_of_another_type_is_told_with_its_place() {
    let error = Typed::make([Value::from("a"), "b".into()]).unwrap_err();
    assert_eq!(format!("{error:?}"), "TypeError: [1]: expected int, got str");
    let error = Typed::make([Value::from("a"), 300.into()]).unwrap_err();
    assert!(error.to_string().starts_with("[1]: "), "{error}");
}

#[test]
fn defaults_are_told() {
    assert_eq!(Point::<i64, i64>::field_defaults().to_string(), "{'x': 10, 'y': 20}");
    assert_eq!(Typed::field_defaults().to_string(), "{'size': 1}");
}

#[test]
fn a_type_without_a_conversion_is_refused() {
    #[derive(Clone)]
    struct Foreign;

    namedtuple! { #[dataclass(serde = false)] struct Holder { foreign: Foreign } }

    let value = Holder!(Foreign).at(0).unwrap();
    assert_eq!(Holder::make([value]).map(drop).unwrap_err().to_string(), "[0]: 'Foreign' cannot be made of a value");
}

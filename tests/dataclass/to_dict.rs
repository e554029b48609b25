//! `to_dict()`: Python's `asdict`.

use std::collections::BTreeMap;

use metaclass::prelude::*;
use metaclass::value::Dict;

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: f64,
}

#[test]
fn fields_are_keys_in_written_order() {
    assert_eq!(Point!(y = 2.0, x = 1.0).to_dict().to_string(), "{'x': 1.0, 'y': 2.0}");
    assert_eq!(Point!(1.0, 2.0).to_dict(), Dict::from([("x", 1.0), ("y", 2.0)]));
}

#[test]
fn classes_become_dicts_through_all_containers() {
    #[derive(Dataclass)]
    struct Shape {
        list: Vec<Point>,
        tuple: (Point, u8),
        map: BTreeMap<String, Point>,
        some: Option<Point>,
        none: Option<Point>,
        boxed: Box<Point>,
    }

    let p = || Point!(1.0, 2.0);
    let shape = Shape!(vec![p()], (p(), 1), BTreeMap::from([("k".to_owned(), p())]), Some(p()), None, Box::new(p()));
    let d = "{'x': 1.0, 'y': 2.0}";
    assert_eq!(
        shape.to_dict().to_string(),
        format!("{{'list': [{d}], 'tuple': ({d}, 1), 'map': {{'k': {d}}}, 'some': {d}, 'none': None, 'boxed': {d}}}")
    );
}

#[test]
fn hidden_fields_are_in_and_secret_ones_are_not() {
    #[derive(Dataclass)]
    struct User {
        name: &'static str,
        #[field(repr = false)]
        hidden: u8,
        #[field(secret)]
        password: &'static str,
    }

    assert_eq!(User!("a", 1, "p").to_dict().to_string(), "{'name': 'a', 'hidden': 1}");
}

#[test]
fn what_cannot_be_read_is_shown() {
    use std::cell::Cell;
    use std::rc::Rc;

    #[derive(Dataclass)]
    struct Mixed {
        shared: Rc<Cell<u8>>,
        #[field(compare = false)]
        action: fn(u8) -> u8,
        #[field(compare = false)]
        boxed: Box<dyn Fn() -> u8>,
    }

    let dict = Mixed!(Rc::new(Cell::new(3)), u8::count_ones_u8, Box::new(|| 1)).to_dict();
    assert_eq!(dict.len(), 3);
    assert_eq!(dict.get("shared").unwrap().to_string(), "Cell { value: 3 }");
    assert_eq!(dict.get("boxed").unwrap().to_string(), "<Box<dyn Fn() -> u8>>");
}

trait CountOnes {
    fn count_ones_u8(self) -> u8;
}

impl CountOnes for u8 {
    fn count_ones_u8(self) -> u8 {
        self.count_ones().try_into().unwrap_or(u8::MAX)
    }
}

#[test]
fn a_value_that_holds_a_class_is_a_dict_too() {
    #[derive(Dataclass)]
    struct Any {
        value: Value,
    }

    #[derive(Dataclass, Clone)]
    struct Holder {
        point: Point,
    }

    let point = Holder!(Point!(1.0, 2.0)).get("point").unwrap();
    assert_eq!(Any!(point).to_dict().to_string(), "{'value': {'x': 1.0, 'y': 2.0}}");
}

#[test]
fn raw_names_are_shown_without_the_prefix() {
    #[derive(Dataclass)]
    struct Raw {
        r#type: u8,
    }

    assert_eq!(Raw!(1).to_dict().to_string(), "{'type': 1}");
}

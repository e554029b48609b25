//! Named tuples within values: kept as they are, and tuples to `==`, order and hash.

use metaclass::prelude::*;
use metaclass::value::{Dict, Tuple};

namedtuple! { struct Point { x: f64, y: f64 } }
namedtuple! { struct Size { w: i64, h: i64 } }
namedtuple!(Pair, "a b");

#[derive(Dataclass)]
struct Line {
    from: Point,
    tags: Vec<Pair<i64, String>>,
}

fn value(tuple: &impl metaclass::FieldType) -> Value {
    tuple.to_value().unwrap()
}

fn tuple(items: [f64; 2]) -> Value {
    Tuple::from_iter(items).into()
}

#[test]
fn it_equals_any_tuple_of_equal_items() {
    let p = value(&Point!(11.0, 22.0));
    assert_eq!(p.to_string(), "Point(x=11.0, y=22.0)");
    assert_eq!(p, tuple([11.0, 22.0]));
    assert_eq!(tuple([11.0, 22.0]), p);
    assert_eq!(p, value(&Size!(11, 22)));
    assert_ne!(p, tuple([11.0, 23.0]));
    assert_ne!(p, Value::from(vec![11.0, 22.0]));
    assert_ne!(p, Value::None);
    assert_eq!(Value::from(vec![p.clone()]), Value::from(vec![tuple([11.0, 22.0])]));
}

#[test]
fn it_is_ordered_as_a_tuple() {
    let p = value(&Point!(11.0, 22.0));
    assert!(p < tuple([11.0, 23.0]) && tuple([10.0, 99.0]) < p && p < value(&Size!(12, 0)));
    assert_eq!(p.compare(&p.clone()).unwrap(), Some(std::cmp::Ordering::Equal));
    let error = p.compare(&Value::from(vec![11.0])).unwrap_err();
    assert_eq!(error.to_string(), "'<' not supported between instances of 'Point' and 'list'");
}

#[test]
fn it_is_a_key_as_a_tuple() {
    let mut dict = Dict::new();
    dict.insert(value(&Size!(1, 2)), "s").unwrap();
    assert_eq!(dict.get_key(&tuple([1.0, 2.0]).hash_key().unwrap()), Some(&"s".into()));
    assert_eq!(dict.get_key(&value(&Point!(1.0, 2.0)).hash_key().unwrap()), Some(&"s".into()));
    namedtuple! { struct Held { items: Vec<u8>, list: Vec<i64> } }
    let error = value(&Held!(vec![1], vec![2])).hash_key().map(drop).unwrap_err();
    assert_eq!(error.to_string(), "unhashable type: 'list'");
}

#[test]
fn a_field_takes_a_plain_tuple() {
    let mut line = Line!(Point!(0.0, 0.0), vec![Pair!(1, "a".to_owned())]);
    line.set("from", tuple([1.0, 2.0])).unwrap();
    assert_eq!(line.from, (1.0, 2.0));
    line.set("from", value(&Point!(3.0, 4.0))).unwrap();
    assert_eq!(line.get_as::<Point>("from").unwrap(), (3.0, 4.0));
    let error = line.set("from", Tuple::from_iter([1.0])).unwrap_err();
    assert_eq!(error.to_string(), "from: Expected 2 arguments, got 1");
    let error = line.set("from", Tuple::from_iter(["a", "b"])).unwrap_err();
    assert_eq!(error.to_string(), "from[0]: expected float, got str");
    assert_eq!(line.set("from", 1).unwrap_err().to_string(), "from: expected Point, got int");
}

#[test]
fn one_with_parameters_is_read_as_a_plain_tuple() {
    let line = Line!(Point!(0.0, 0.0), vec![Pair!(1, "a".to_owned())]);
    assert_eq!(line.get("tags").unwrap().to_string(), "[(1, 'a')]");
    assert_eq!(line.repr().to_string(), "Line(from=Point(x=0.0, y=0.0), tags=[Pair(a=1, b='a')])");
}

#[test]
fn a_dict_keeps_it() {
    let line = Line!(Point!(1.0, 2.0), vec![]);
    assert_eq!(line.to_dict().to_string(), "{'from': Point(x=1.0, y=2.0), 'tags': []}");
    assert_eq!(line.to_dict().get("from").unwrap(), &tuple([1.0, 2.0]));
    namedtuple! { struct Edge { start: Point, end: Vec<Point> } }
    let edge = Edge!(Point!(1.0, 2.0), vec![Point!(3.0, 4.0)]);
    assert_eq!(edge.to_dict().to_string(), "{'start': Point(x=1.0, y=2.0), 'end': [Point(x=3.0, y=4.0)]}");
}

#[test]
fn a_description_checks_tuples_by_their_positions() {
    let data = |from: Value| Dict::from([("from", from), ("tags", Vec::<Value>::new().into())]);
    let spec = Line::spec();
    assert!(spec.validate(&data(tuple([1.0, 2.0]))).is_ok());
    assert!(spec.validate(&data(value(&Point!(1.0, 2.0)))).is_ok());
    let text = |from: Value| spec.validate(&data(from)).unwrap_err().to_string();
    assert_eq!(
        text(Tuple::from_iter(["a", "b"]).into()),
        "Validation errors: from[0]: expected float, got str; from[1]: expected float, got str"
    );
    assert_eq!(text(Tuple::from_iter([1.0]).into()), "Validation errors: from: expected Point, got tuple");
    assert_eq!(text(Dict::new().into()), "Validation errors: from: expected Point, got dict");
}

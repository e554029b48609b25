//! `Valid<T>`: a value that is validated once.

use metaclass::prelude::*;
use metaclass::{FieldType as _, Valid, json};

use super::faults;

#[derive(Dataclass, Clone, Copy)]
#[dataclass(serde, hash)]
struct Order {
    #[field(min_value = 1)]
    count: u32,
}

fn ship(order: &Valid<Order>) -> u32 {
    order.count
}

#[test]
fn only_what_obeys_its_rules_becomes_one() {
    let order = Valid::new(Order!(3)).unwrap();
    assert_eq!((ship(&order), order.as_ref().count, order.into_inner()), (3, 3, Order!(3)));
    assert_eq!(Valid::new(Order!(0)).unwrap_err().to_string(), "Validation errors: count: must be at least 1");
}

#[test]
fn what_is_read_from_data_is_one() {
    let order: Valid<Order> = serde_json::from_str(r#"{"count": 2}"#).unwrap();
    assert_eq!(ship(&order), 2);
    let error = serde_json::from_str::<Valid<Order>>(r#"{"count": 0}"#).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: count: must be at least 1");
    assert_eq!(json::to_string(&order).unwrap(), r#"{"count":2}"#);
}

#[test]
fn it_may_be_a_field() {
    #[derive(Dataclass, Clone)]
    #[dataclass(serde)]
    struct Cart {
        first: Valid<Order>,
        more: Vec<Valid<Order>>,
        last: u8,
    }

    let cart: Cart = json::from_str(r#"{"first": {"count": 1}, "more": [{"count": 2}], "last": 1}"#).unwrap();
    assert_eq!((ship(&cart.first), ship(&cart.more[0])), (1, 2));
    let error =
        json::from_str::<Cart>(r#"{"first": {"count": 0}, "more": [{"count": 0}, {}], "last": -1}"#).unwrap_err();
    assert_eq!(
        faults(&error),
        [
            "1:21 first.count: must be at least 1",
            "1:44 more[0].count: must be at least 1",
            "1:48 more[1].count: required",
            "1:61 last: expected int from 0 to 255, got -1",
        ]
    );
}

#[test]
fn it_is_read_and_made_by_itself() {
    let order: Valid<Order> = json::from_str(r#"{"count": 2}"#).unwrap();
    assert_eq!(ship(&order), 2);
    let error = json::from_str::<Vec<Valid<Order>>>(r#"[{"count": 1}, {"count": 0}]"#).unwrap_err();
    assert_eq!(faults(&error), ["1:26 [1].count: must be at least 1"]);
    assert_eq!(Valid::<Order>::from_value(order.to_value().unwrap()).unwrap(), order);
    let broken = Order!(0).to_value().unwrap();
    let error = Valid::<Order>::from_value(broken).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: count: must be at least 1");
    assert_eq!(Valid::<Order>::TYPE.to_string(), "Order");
}

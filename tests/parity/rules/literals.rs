//! Rules that list values.

use std::collections::BTreeMap;

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::Literal;

use crate::parity::row::{int, int64, rows, s, text};

rows! {
    one_of_lists_texts { #[field(one_of = ["red", "it's", ""])] x: String }
    made { x: Field::str().one_of([text("red"), text("it's"), text("")]) }
    good { (s("red")) (s("it's")) (s("")) }
    bad { (s("Red")) => ["x: one_of"] }

    one_of_lists_numbers {
        #[field(one_of = [1, -2, 3.0])]
        x: i64,
        #[field(one_of = [1, -0.0, 2.5, 9007199254740993])]
        y: f64,
    }
    made {
        x: int64().one_of([Literal::Int(1), Literal::Int(-2), Literal::Float(3.0)]),
        y: Field::float().one_of([
            Literal::Int(1),
            Literal::Float(-0.0),
            Literal::Float(2.5),
            Literal::Int(9_007_199_254_740_993),
        ]),
    }
    good { (1, 1.0) (-2, 0.0) (3, 2.5) }
    bad {
        (4, f64::NAN) => ["x: one_of", "y: one_of"]
        (1, 9_007_199_254_740_992.0) => ["y: one_of"]
    }

    one_of_lets_none_pass { #[field(one_of = [1, 2])] x: Option<u8> }
    made { x: int(0, 255).one_of([Literal::Int(1), Literal::Int(2)]).nullable() }
    good { (None) (Some(2)) }
    bad { (Some(3)) => ["x: one_of"] }

    one_of_lists_what_items_may_be {
        #[field(items(one_of = ["a", "b"]))]
        x: Vec<String>,
        #[field(keys(one_of = [1]), values(equals = true))]
        y: BTreeMap<i64, bool>,
    }
    made {
        x: Field::list(Field::str().one_of([text("a"), text("b")])),
        y: Field::dict(int64().one_of([Literal::Int(1)]), Field::bool().equals(Literal::Bool(true))),
    }
    good { (vec![s("a"), s("b")], BTreeMap::from([(1, true)])) }
    bad { (vec![s("c")], BTreeMap::from([(2, false)])) => ["x[0]: one_of", "y['2']: one_of", "y['2']: equals"] }

    equals_is_one_value {
        #[field(equals = "v1")]
        a: String,
        #[field(equals = 1.0)]
        b: i64,
        #[field(equals = 1)]
        c: f64,
        #[field(equals = true)]
        d: bool,
        #[field(equals = -1)]
        e: Option<i128>,
    }
    made {
        a: Field::str().equals(text("v1")),
        b: int64().equals(Literal::Float(1.0)),
        c: Field::float().equals(Literal::Int(1)),
        d: Field::bool().equals(Literal::Bool(true)),
        e: Field::int().equals(Literal::Int(-1)).nullable(),
    }
    good { (s("v1"), 1, 1.0, true, Some(-1)) (s("v1"), 1, 1.0, true, None) }
    bad {
        (s("V1"), 0, f64::NAN, false, Some(i128::MIN)) => ["a: equals", "b: equals", "c: equals", "d: equals", "e: equals"]
    }

    a_field_of_any_type_has_rules_of_every_kind {
        #[field(min_length = 2, min_value = 5, min_items = 1, max_properties = 0, one_of = ["ab", 5, true], unique_items)]
        x: Value,
    }
    made {
        x: Field::any().min_length(2).min_value(5).min_items(1).max_properties(0)
            .one_of([text("ab"), Literal::Int(5), Literal::Bool(true)]).unique_items(),
    }
    good { (Value::None) (Value::from("ab")) (Value::from(5.0)) (Value::from(true)) }
    bad {
        (Value::from("a")) => ["x: min_length", "x: one_of"]
        (Value::from(4)) => ["x: min_value", "x: one_of"]
        (Value::from(1)) => ["x: min_value", "x: one_of"]
        (Value::from(false)) => ["x: one_of"]
        (Value::from(vec![1, 1])) => ["x: one_of", "x: unique_items"]
        (Value::from(Vec::<i64>::new())) => ["x: min_items", "x: one_of"]
        (metaclass::value::Dict::from([("a", 1)]).into()) => ["x: max_properties", "x: one_of"]
    }
}

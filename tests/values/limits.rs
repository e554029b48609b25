//! What values cannot hold, and what would take up too much: an error, and never a panic.

use metaclass::prelude::*;
use metaclass::value::{Bytes, Operator, Tuple};

#[track_caller]
fn refused(result: Result<Value, Error>, text: &str) {
    assert_eq!(format!("{:?}", result.unwrap_err()), text);
}

#[test]
fn no_integer_wraps_or_becomes_a_float() {
    let (least, most) = (Value::from(i128::MIN), Value::from(i128::MAX));
    let text = "OverflowError: int too large: it has at most 128 bits";
    refused(most.add(&1.into()), text);
    refused(least.sub(&1.into()), text);
    refused(most.mul(&2.into()), text);
    refused(least.floor_div(&(-1).into()), text);
    refused(Value::from(2).pow(&127.into()), text);
    refused(Value::from(-2).pow(&i128::MAX.into()), text);
    refused(Value::from(1).lshift(&127.into()), text);
    refused(Value::from(1).lshift(&i128::MAX.into()), text);
    refused(least.neg(), text);
    refused(least.abs(), text);
    assert_eq!(least.modulo(&(-1).into()).unwrap(), 0.into());
    assert_eq!(least.add(&most).unwrap(), (-1).into());
    assert_eq!(Value::from(-1).lshift(&127.into()).unwrap(), least);
    assert_eq!(least.rshift(&i128::MAX.into()).unwrap(), (-1).into());
    assert_eq!(i64::try_from(Value::from(i64::MAX).add(&1.into()).unwrap().sub(&1.into()).unwrap()).unwrap(), i64::MAX);
}

#[test]
fn all_extreme_numbers_can_be_tried() {
    let numbers = [i128::MIN, i128::MIN + 1, -1, 0, 1, 127, 128, i128::MAX];
    let floats = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE, 5e-324, -0.0, 0.5];
    let values: Vec<Value> = numbers.into_iter().map(Value::from).chain(floats.map(Value::from)).collect();
    let mut succeeded = 0;
    for operator in Operator::ALL {
        for a in &values {
            for b in &values {
                succeeded += usize::from(operator.apply(a, b).is_ok());
            }
        }
    }
    assert!(succeeded > values.len() * values.len() * 6, "{succeeded}");
}

#[test]
fn a_quotient_of_integers_is_rounded_once() {
    // Through two floats, the last digit would be another.
    let quotient = Value::from(i128::MAX).true_div(&(3_i128.pow(80)).into()).unwrap();
    assert_eq!(quotient.to_string(), "1.1510894452963971");
    let tiny = Value::from(1).true_div(&i128::MIN.into()).unwrap();
    assert_eq!(tiny.to_string(), "-5.877471754111438e-39");
}

#[test]
fn what_would_take_up_too_much_is_refused() {
    let many = Value::from(i64::MAX);
    refused(Value::from("ab").mul(&many), "MemoryError");
    refused(Value::from(vec![1]).mul(&Value::from(1_i64 << 40)), "MemoryError");
    refused(Value::from("ab").mul(&i128::MAX.into()), "OverflowError: cannot fit 'int' into an index-sized integer");
    // Of nothing, there may be any number.
    let nothing: [Value; 4] = ["".into(), Vec::<i64>::new().into(), Tuple::new().into(), Bytes::default().into()];
    for nothing in nothing {
        assert_eq!(nothing.mul(&many).unwrap(), nothing);
    }
    for spec in ["9000000000000000000", "*>9000000000000000000", ".9000000000000000000f", ".9000000000000000000g"] {
        assert_eq!(format!("{:?}", Value::from(1.5).format(spec).unwrap_err()), "MemoryError", "{spec}");
    }
    assert_eq!(Value::from(0.5).format(".2000f").unwrap().len(), 2002);
    assert_eq!(Value::from(0.5).format(".2000e").unwrap().len(), 2006);
    assert_eq!(Value::from("a").format(".9000000000000000000").unwrap(), "a");
}

#[test]
fn sorting_takes_what_has_no_order_that_holds_together() {
    let numbers = (0..1000).map(|i| if i % 3 == 0 { f64::NAN } else { f64::from(1000 - i) });
    let sorted = Value::from(numbers.collect::<Vec<_>>()).sorted().unwrap();
    assert_eq!(sorted.len().unwrap(), 1000);
    let sorted = Value::from((0..100_000).rev().collect::<Vec<i64>>()).sorted().unwrap();
    assert_eq!(sorted, (0..100_000).collect::<Vec<i64>>().into());
    // Equal ones stay in their order.
    let sorted = Value::from(vec![Value::from(2), 1.0.into(), 1.into(), true.into()]).sorted().unwrap();
    assert_eq!(sorted.to_string(), "[1.0, 1, True, 2]");
}

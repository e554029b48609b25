//! `golden.json` has what CPython 3.11 gives for operators, subscripts, slices, comparisons and built-in functions of many
//! values; `record.py` recorded it.
//!
//! Left out are `%` that formats texts, complex numbers and integers beyond 128 bits: values have none of these.

use std::collections::BTreeMap;

use metaclass::prelude::*;
use metaclass::value::{Comparison, List, Operator, Tuple};
use serde_json::Value as Json;

use super::decode::value;

#[test]
fn values_do_what_those_of_cpython_do() {
    let table = include_str!("golden.json");
    let rows: Vec<(String, Vec<Json>, String)> = serde_json::from_str(table).unwrap();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failures = vec![];
    for (operation, arguments, expected) in &rows {
        *counts.entry(operation).or_default() += 1;
        let values: Vec<Value> = arguments.iter().map(|json| value(json).unwrap()).collect();
        let got = match apply(operation, &values) {
            Ok(value) => value.repr().to_string(),
            // As Python prints it, even where there is no message.
            Err(error) => format!("{}: {error}", error.kind()),
        };
        if got != *expected {
            failures.push(format!("{operation} {}: {got}, and not {expected}", Tuple::from(values)));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), rows.len(), failures.join("\n"));
    let all = Operator::ALL.iter().map(|operator| operator.symbol());
    let all = all.chain(Comparison::ALL.iter().map(|comparison| comparison.symbol()));
    let others = ["[]", "slice", "in", "format", "~", "abs", "len", "iter", "sorted", "min", "max", "reversed", "str"];
    for operation in all.chain(others) {
        assert!(counts.get(operation).is_some_and(|count| *count >= 40), "{operation}: {counts:?}");
    }
}

fn apply(operation: &str, arguments: &[Value]) -> Result<Value, Error> {
    if let [a, b] = arguments {
        if let Some(operator) = Operator::by_symbol(operation) {
            return operator.apply(a, b);
        }
        if let Some(comparison) = Comparison::by_symbol(operation) {
            return comparison.holds(a, b).map(Value::from);
        }
        return match operation {
            "[]" => a.get_item(b),
            "in" => b.contains(a).map(Value::from),
            "format" => a.format(b.as_str().unwrap()).map(Value::from),
            _ => panic!("{operation} is unknown"),
        };
    }
    if let [value, start, stop, step] = arguments {
        return value.slice(start, stop, step);
    }
    let [value] = arguments else { panic!("{operation} has {} arguments", arguments.len()) };
    match operation {
        "-" => value.neg(),
        "+" => value.pos(),
        "~" => value.invert(),
        "abs" => value.abs(),
        "len" => value.len().map(Value::from),
        "iter" => value.iterate().map(|items| items.collect::<List>().into()),
        "sorted" => value.sorted(),
        "min" => value.min(),
        "max" => value.max(),
        "reversed" => value.reversed(),
        "str" => Ok(value.to_string().into()),
        _ => panic!("{operation} is unknown"),
    }
}

//! Random filters beside a plain evaluation of the same question, which shares nothing with them.

use std::cmp::Ordering;

use metaclass::prelude::*;
use metaclass::{FieldType as _, Filter, Value};

use crate::random::Random;

const PAIRS: usize = 100_000;

#[derive(Dataclass, Clone)]
struct Row {
    number: i64,
    ratio: f64,
    text: String,
    maybe: Option<i64>,
    items: Vec<i64>,
}

/// A value, as far as it is needed here.
#[derive(Clone, Debug)]
enum Plain {
    None,
    Number(f64),
    Text(String),
    Items(Vec<f64>),
}

/// A question.
#[derive(Clone, Debug)]
enum Question {
    Ask(&'static str, &'static str, Plain),
    And(Box<Self>, Box<Self>),
    Or(Box<Self>, Box<Self>),
    Not(Box<Self>),
}

const FIELDS: [&str; 6] = ["number", "ratio", "text", "maybe", "items", "missing"];
const OPERATORS: [&str; 9] = ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "contains"];

fn number(random: &mut Random) -> f64 {
    random.pick(&[-1.0, 0.0, 1.0, 2.0, 2.5, 3.0])
}

fn text(random: &mut Random) -> String {
    random.pick(&["", "a", "b", "ab", "ba"]).to_owned()
}

fn items(random: &mut Random) -> Vec<f64> {
    (0..random.below(4)).map(|_| number(random)).collect()
}

fn plain(random: &mut Random) -> Plain {
    match random.below(7) {
        0 => Plain::None,
        1 | 2 => Plain::Text(text(random)),
        3 | 4 => Plain::Items(items(random)),
        _ => Plain::Number(number(random)),
    }
}

fn question(random: &mut Random, depth: usize) -> Question {
    let one = |random: &mut Random| Box::new(question(random, depth - 1));
    match random.below(if depth == 0 { 1 } else { 6 }) {
        3 => Question::And(one(random), one(random)),
        4 => Question::Or(one(random), one(random)),
        5 => Question::Not(one(random)),
        _ => Question::Ask(random.pick(&FIELDS), random.pick(&OPERATORS), plain(random)),
    }
}

#[allow(clippy::cast_possible_truncation, reason = "small numbers")]
fn row(random: &mut Random) -> Row {
    let whole = |random: &mut Random| number(random) as i64;
    let maybe = (random.below(2) == 0).then(|| whole(random));
    let items = (0..random.below(4)).map(|_| whole(random)).collect();
    Row!(whole(random), number(random), text(random), maybe, items)
}

/// Small numbers are the same as floats.
#[allow(clippy::cast_precision_loss, reason = "small numbers")]
fn field(row: &Row, name: &str) -> Option<Plain> {
    Some(match name {
        "number" => Plain::Number(row.number as f64),
        "ratio" => Plain::Number(row.ratio),
        "text" => Plain::Text(row.text.clone()),
        "maybe" => row.maybe.map_or(Plain::None, |number| Plain::Number(number as f64)),
        "items" => Plain::Items(row.items.iter().map(|item| *item as f64).collect()),
        _ => return None,
    })
}

fn equal(a: &Plain, b: &Plain) -> bool {
    match (a, b) {
        (Plain::None, Plain::None) => true,
        (Plain::Number(a), Plain::Number(b)) => a == b,
        (Plain::Text(a), Plain::Text(b)) => a == b,
        (Plain::Items(a), Plain::Items(b)) => a == b,
        _ => false,
    }
}

fn order(a: &Plain, b: &Plain) -> Option<Ordering> {
    match (a, b) {
        (Plain::Number(a), Plain::Number(b)) => a.partial_cmp(b),
        (Plain::Text(a), Plain::Text(b)) => Some(a.cmp(b)),
        (Plain::Items(a), Plain::Items(b)) => a.partial_cmp(b),
        _ => None,
    }
}

fn within(item: &Plain, container: &Plain) -> Option<bool> {
    match (item, container) {
        (Plain::Text(part), Plain::Text(whole)) => Some(whole.contains(part)),
        (item, Plain::Items(items)) => Some(items.iter().any(|other| equal(item, &Plain::Number(*other)))),
        _ => None,
    }
}

/// The answer; `None` for an error.
fn evaluate(question: &Question, row: &Row) -> Option<bool> {
    match question {
        Question::And(a, b) => Some(evaluate(a, row)? && evaluate(b, row)?),
        Question::Or(a, b) => Some(evaluate(a, row)? || evaluate(b, row)?),
        Question::Not(inner) => evaluate(inner, row).map(|answer| !answer),
        Question::Ask(name, operator, operand) => {
            let value = field(row, name)?;
            match *operator {
                "==" => Some(equal(&value, operand)),
                "!=" => Some(!equal(&value, operand)),
                "<" => order(&value, operand).map(Ordering::is_lt),
                "<=" => order(&value, operand).map(Ordering::is_le),
                ">" => order(&value, operand).map(Ordering::is_gt),
                ">=" => order(&value, operand).map(Ordering::is_ge),
                "in" => within(&value, operand),
                "not in" => within(&value, operand).map(|answer| !answer),
                _ => within(operand, &value),
            }
        }
    }
}

/// The filter; an error for `in` what has no items, which is refused at once.
fn build(question: &Question) -> Result<Filter, Error> {
    match question {
        Question::And(a, b) => build(a)?.and(build(b)?),
        Question::Or(a, b) => build(a)?.or(build(b)?),
        Question::Not(inner) => build(inner).map(Filter::not),
        Question::Ask(field, operator, operand) => {
            let operand: Value = match operand.clone() {
                Plain::None => Value::None,
                Plain::Number(number) => number.into(),
                Plain::Text(text) => text.into(),
                Plain::Items(items) => items.into(),
            };
            Filter::new(field, operator, operand)
        }
    }
}

#[test]
fn answers_are_those_of_a_plain_evaluation() -> Result<(), Error> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut pairs, mut yes, mut compiled, mut refused) = (0, 0, 0, 0);
    while pairs < PAIRS {
        let question = question(&mut random, 3);
        let Ok(filter) = build(&question) else { continue };
        let checked = filter.compile(Row::class());
        for row in (0..4).map(|_| row(&mut random)) {
            let expected = evaluate(&question, &row);
            assert_eq!(filter.matches(&row).ok(), expected, "{filter} of {row:?}");
            assert_eq!(filter.matches(&row.to_value()?).ok(), expected, "{filter} of {row:?}");
            let instance = row.to_instance()?;
            assert_eq!(filter.matches(&instance).ok(), expected, "{filter} of {row:?}");
            match &checked {
                Ok(filter) => {
                    assert_eq!(filter.matches(&row).ok(), expected, "{filter} of {row:?}, compiled");
                    assert_eq!(filter.matches(&instance).ok(), expected, "{filter} of {row:?}, compiled");
                    compiled += 1;
                }
                Err(_) => refused += 1,
            }
            pairs += 1;
            yes += usize::from(expected == Some(true));
        }
    }
    // All of it has been seen.
    assert!(yes > PAIRS / 20 && compiled > PAIRS / 20 && refused > PAIRS / 20, "{yes} {compiled} {refused}");
    Ok(())
}

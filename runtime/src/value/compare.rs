//! Python's `==` and `<`, and a total order.
//!
//! Lists and dicts are walked with a stack of their own, so that depth costs memory, not the call stack.

use std::cmp::Ordering;

use super::{Comparison, Dict, Number, Value};
use crate::error::Error;
use crate::instance::{self, is_instance};

/// In what sense two values are equal.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sense {
    /// That of Python's `==`: a NaN equals nothing.
    Python,
    /// That of keys: a NaN equals the one with the same bits, as Python's identity has it.
    Keys,
    /// That of JSON: a truth value is no number.
    #[cfg(feature = "json")]
    Json,
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        equal(self, other, Sense::Python)
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.compare(other).ok().flatten()
    }
}

pub(super) fn compare(comparison: Comparison, a: &Value, b: &Value) -> Result<Option<Ordering>, Error> {
    match difference(a, b, Sense::Python) {
        None if a.is_ordered() => Ok(Some(Ordering::Equal)),
        None => Err(comparison.unordered(a, b)),
        Some(Difference::Length(order)) => Ok(Some(order)),
        Some(Difference::Items(a, b)) => order(comparison, a, b).unwrap_or_else(|| Err(comparison.unordered(a, b))),
    }
}

impl Value {
    /// Compares as Python's `<`; `None` if neither is less and they are not equal: a NaN, or two sets.
    ///
    /// # Errors
    /// A `TypeError` if Python has no order for the two.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// let error = Value::from(1).compare(&Value::from("a")).unwrap_err();
    /// assert_eq!(error.to_string(), "'<' not supported between instances of 'int' and 'str'");
    /// ```
    pub fn compare(&self, other: &Self) -> Result<Option<Ordering>, Error> {
        compare(Comparison::Lt, self, other)
    }

    /// A total order that agrees with Python's where there is one.
    ///
    /// What Python does not compare is ordered by kind: `None`, numbers, text, bytes, tuples, lists, sets, dicts,
    /// instances, classes and functions, Rust values. A NaN comes after all other numbers, or before them if it is negative.
    #[must_use]
    pub fn total_cmp(&self, other: &Self) -> Ordering {
        match difference(self, other, Sense::Keys) {
            None => Ordering::Equal,
            Some(Difference::Length(order)) => order,
            Some(Difference::Items(a, b)) => match order(Comparison::Lt, a, b) {
                Some(Ok(Some(order))) if a.kind() != Kind::Set => order,
                _ => a.kind().cmp(&b.kind()).then_with(|| order_within_kind(a, b)),
            },
        }
    }

    /// Are they equal as JSON Schema has it? As in Python, but a truth value is no number, at any depth.
    #[cfg(feature = "json")]
    pub(crate) fn equals_json(&self, other: &Self) -> bool {
        equal(self, other, Sense::Json)
    }

    /// Has Python an order for two such values?
    fn is_ordered(&self) -> bool {
        match (self, self.kind()) {
            (Self::Opaque(value), _) if value.is_tuple() => true,
            (_, Kind::None | Kind::Dict | Kind::Object) => false,
            (_, Kind::Instance | Kind::Opaque) => self.class().finds("__lt__") || self.class().finds("__gt__"),
            (_, Kind::Number | Kind::Str | Kind::Bytes | Kind::Tuple | Kind::List | Kind::Set) => true,
        }
    }

    const fn kind(&self) -> Kind {
        match self {
            Self::None => Kind::None,
            Self::False | Self::True | Self::Int(_) | Self::Wide(_) | Self::Float(_) => Kind::Number,
            Self::Str(_) => Kind::Str,
            Self::Bytes(_) => Kind::Bytes,
            Self::Tuple(_) => Kind::Tuple,
            Self::List(_) => Kind::List,
            Self::Set(_) => Kind::Set,
            Self::Dict(_) => Kind::Dict,
            Self::Instance(_) | Self::Shared(_) => Kind::Instance,
            Self::NotImplemented | Self::Class(_) | Self::WeakClass(_) | Self::Function(_) | Self::Descriptor(_) => {
                Kind::Object
            }
            Self::Opaque(_) => Kind::Opaque,
        }
    }

    /// The number that it is to `==` and `<`: a truth value is 0 or 1.
    pub(super) fn numeric(&self) -> Option<Number> {
        match self {
            Self::False => Some(Number::Int(0)),
            Self::True => Some(Number::Int(1)),
            // Its class may have operators of its own.
            Self::Instance(_) => None,
            value => Number::of(value),
        }
    }
}

/// The kinds in the total order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    None,
    Number,
    Str,
    Bytes,
    Tuple,
    List,
    Set,
    Dict,
    Instance,
    Object,
    Opaque,
}

/// What has no order in Python but needs one: NaNs, sets, dicts, Rust values; by what they show.
fn order_within_kind(a: &Value, b: &Value) -> Ordering {
    match (a.as_float(), b.as_float()) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        // Only a NaN has no order among the numbers; the other is an integer.
        (Some(nan), None) if b.kind() == Kind::Number => nan.total_cmp(&0.0),
        (None, Some(nan)) if a.kind() == Kind::Number => 0_f64.total_cmp(&nan),
        _ => a.repr().to_string().cmp(&b.repr().to_string()),
    }
}

/// Where two values differ first.
enum Difference<'a> {
    /// One of two sequences ends before the other; how they are ordered by it.
    Length(Ordering),
    /// These two are not equal, and how they are ordered orders the whole.
    Items(&'a Value, &'a Value),
}

pub(super) fn equal(a: &Value, b: &Value, sense: Sense) -> bool {
    difference(a, b, sense).is_none()
}

/// Two containers whose items are being compared.
enum Frame<'a> {
    Sequences(std::iter::Zip<std::slice::Iter<'a, Value>, std::slice::Iter<'a, Value>>, Ordering),
    Dicts { whole: (&'a Value, &'a Value), pairs: Box<dyn Iterator<Item = (&'a Value, &'a Value)> + 'a> },
}

/// The first difference in the order of items, without recursion.
fn difference<'a>(a: &'a Value, b: &'a Value, sense: Sense) -> Option<Difference<'a>> {
    let mut stack: Vec<Frame<'a>> = vec![];
    let mut pair = Some((a, b));
    loop {
        let found = match pair {
            Some((a, b)) => match enter(a, b, sense) {
                Entered::Frame(frame) => {
                    stack.push(frame);
                    None
                }
                Entered::Equal => None,
                Entered::Different => Some(Difference::Items(a, b)),
            },
            // The items of the innermost two are through.
            None => match stack.pop() {
                Some(Frame::Sequences(_, order)) if order.is_ne() => Some(Difference::Length(order)),
                _ => None,
            },
        };
        if let Some(found) = found {
            return Some(outside_of_dicts(&stack, found));
        }
        pair = match stack.last_mut()? {
            Frame::Sequences(pairs, _) => pairs.next(),
            Frame::Dicts { pairs, .. } => pairs.next(),
        };
    }
}

/// A difference inside of two dicts is a difference of the dicts: they have no order of their own.
fn outside_of_dicts<'a>(stack: &[Frame<'a>], found: Difference<'a>) -> Difference<'a> {
    let outermost = stack.iter().find_map(|frame| match frame {
        Frame::Dicts { whole, .. } => Some(*whole),
        Frame::Sequences(..) => None,
    });
    outermost.map_or(found, |(a, b)| Difference::Items(a, b))
}

enum Entered<'a> {
    Equal,
    Different,
    Frame(Frame<'a>),
}

/// Compares two values but for the items of sequences and dicts.
fn enter<'a>(a: &'a Value, b: &'a Value, sense: Sense) -> Entered<'a> {
    let sequences =
        |a: &'a [Value], b: &'a [Value]| Entered::Frame(Frame::Sequences(a.iter().zip(b), a.len().cmp(&b.len())));
    match (a, b) {
        (Value::List(a), Value::List(b)) => sequences(a, b),
        (Value::Tuple(a), Value::Tuple(b)) => sequences(a, b),
        (Value::Dict(x), Value::Dict(y)) => match dict_pairs(x, y) {
            Some(pairs) => Entered::Frame(Frame::Dicts { whole: (a, b), pairs }),
            None => Entered::Different,
        },
        _ if leaf_equal(a, b, sense) => Entered::Equal,
        _ => Entered::Different,
    }
}

type Pairs<'a> = Box<dyn Iterator<Item = (&'a Value, &'a Value)> + 'a>;

/// The values that two dicts have for their keys, if the keys are the same.
fn dict_pairs<'a>(a: &'a Dict, b: &'a Dict) -> Option<Pairs<'a>> {
    let same_keys = a.len() == b.len() && a.keys().all(|key| b.get_key(key).is_some());
    same_keys.then(|| Box::new(a.entries().filter_map(|(key, value)| Some((value, b.get_key(key)?)))) as _)
}

fn leaf_equal(a: &Value, b: &Value, sense: Sense) -> bool {
    match (a, b) {
        #[cfg(feature = "json")]
        (Value::True | Value::False, _) | (_, Value::True | Value::False) if sense == Sense::Json => {
            a.as_bool().is_some() && a.as_bool() == b.as_bool()
        }
        (Value::None, Value::None) | (Value::NotImplemented, Value::NotImplemented) => true,
        (Value::Str(a), Value::Str(b)) => a == b,
        (Value::Bytes(a), Value::Bytes(b)) => a == b,
        (Value::Set(a), Value::Set(b)) => a.len() == b.len() && a.is_subset(b),
        (Value::Class(a), Value::Class(b)) => a == b,
        (Value::WeakClass(a), Value::WeakClass(b)) => a == b,
        (Value::Function(a), Value::Function(b)) => a == b,
        (Value::Descriptor(a), Value::Descriptor(b)) => a.is_same(b),
        (a, b) if is_instance(a) || is_instance(b) => instance::equal(a, b),
        (Value::Opaque(a), Value::Opaque(b)) if a.is_equal(b) => true,
        (Value::Opaque(_), _) | (_, Value::Opaque(_)) => tuples(a, b).is_some_and(|(a, b)| equal(&a, &b, sense)),
        _ => match numeric_order(a, b) {
            Some(Some(order)) => order.is_eq(),
            Some(None) if sense == Sense::Keys => a.as_float().map(f64::to_bits) == b.as_float().map(f64::to_bits),
            _ => false,
        },
    }
}

/// The order of two values that are not equal and no sequences with equal beginnings; nothing if Python has none for such
/// values.
fn order(comparison: Comparison, a: &Value, b: &Value) -> Option<Result<Option<Ordering>, Error>> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Some(Ok(Some(a.cmp(b)))),
        (Value::Bytes(a), Value::Bytes(b)) => Some(Ok(Some(a.cmp(b)))),
        (Value::Set(a), Value::Set(b)) => Some(Ok(match (a.is_subset(b), b.is_subset(a)) {
            (true, _) => Some(Ordering::Less),
            (_, true) => Some(Ordering::Greater),
            _ => None,
        })),
        (a, b) if is_instance(a) || is_instance(b) => instance::order(a, b),
        _ => match tuples(a, b) {
            Some((a, b)) => Some(compare(comparison, &a, &b)),
            None => numeric_order(a, b).map(Ok),
        },
    }
}

/// Two values as the tuples that they are, if one of them is a named one.
fn tuples(a: &Value, b: &Value) -> Option<(Value, Value)> {
    let plain = |value: &Value| match value {
        Value::Tuple(_) => Some(value.clone()),
        value => value.without_names(),
    };
    match (a, b) {
        (Value::Opaque(_), _) | (_, Value::Opaque(_)) => Some((plain(a)?, plain(b)?)),
        _ => None,
    }
}

/// The order of two numbers; `None` if they are no numbers.
fn numeric_order(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    Some(a.numeric()?.order(b.numeric()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Set, Tuple};

    fn list(items: impl IntoIterator<Item = impl Into<Value>>) -> Value {
        items.into_iter().map(Into::into).collect::<Vec<Value>>().into()
    }

    #[test]
    fn numbers_are_equal_across_kinds() {
        assert_eq!(Value::from(true), Value::from(1));
        assert_eq!(Value::from(1), Value::from(1.0));
        assert_eq!(Value::from(0.0), Value::from(-0.0));
        assert_ne!(Value::from(f64::NAN), Value::from(f64::NAN));
        assert_ne!(Value::from(1), Value::from("1"));
        assert_ne!(Value::from(0), Value::None);
    }

    #[test]
    #[cfg(feature = "json")]
    fn in_json_a_truth_value_is_no_number() {
        let same = |a: Value, b: Value| a.equals_json(&b);
        assert!(same(1.into(), 1.0.into()) && same(true.into(), true.into()) && same(Value::None, Value::None));
        assert!(!same(1.into(), true.into()) && !same(false.into(), 0.0.into()) && !same(true.into(), false.into()));
        assert!(!same(list([list([0])]), list([list([false])])) && same(list([list([0])]), list([list([0.0])])));
        let dict = |value: Value| Value::from(Dict::from([("a", value)]));
        assert!(!same(dict(false.into()), dict(0.into())) && same(dict(1.0.into()), dict(1.into())));
    }

    #[test]
    fn integers_and_floats_are_compared_exactly() {
        let large = 9_007_199_254_740_993_i64;
        assert!(Value::from(large) > Value::from(9_007_199_254_740_992.0));
        assert_ne!(Value::from(large), Value::from(9_007_199_254_740_992.0));
        assert!(Value::from(i128::MAX) < Value::from(2_f64.powi(127)));
        assert!(Value::from(i128::MIN) > Value::from(-1e300));
        assert!(Value::from(2) < Value::from(2.5) && Value::from(2.5) < Value::from(3));
        assert!(Value::from(-3) < Value::from(-2.5) && Value::from(-2.5) < Value::from(-2));
        assert!(Value::from(1) < Value::from(f64::INFINITY));
        assert_eq!(Value::from(1).partial_cmp(&Value::from(f64::NAN)), None);
    }

    #[test]
    fn sequences_are_ordered_by_the_first_difference() {
        assert!(list([1, 2]) < list([1, 3]));
        assert!(list([1]) < list([1, 0]));
        assert!(list([list([2]), list([0])]) > list([list([1, 9]), list([9])]));
        assert_eq!(list([1]).compare(&list([1])).unwrap(), Some(Ordering::Equal));
        let error = list([1]).compare(&list(["a"])).unwrap_err();
        assert_eq!(error.to_string(), "'<' not supported between instances of 'int' and 'str'");
        let error = list([1]).compare(&Tuple::from(vec![1.into()]).into()).unwrap_err();
        assert_eq!(error.to_string(), "'<' not supported between instances of 'list' and 'tuple'");
    }

    #[test]
    fn sets_are_ordered_by_inclusion() {
        let set =
            |items: &[i32]| Value::from(items.iter().map(|i| Value::from(*i).hash_key().unwrap()).collect::<Set>());
        assert!(set(&[1]) < set(&[2, 1]) && set(&[1, 2]) > set(&[2]));
        assert_eq!(set(&[1, 2]), set(&[2, 1]));
        assert_eq!(set(&[1]).compare(&set(&[2])).unwrap(), None);
        assert!(set(&[1]).total_cmp(&set(&[2])).is_lt());
    }

    #[test]
    fn dicts_are_equal_in_any_order_and_have_none() {
        let dict = |entries: [(&'static str, Value); 2]| Value::from(Dict::from(entries));
        let (a, b) = (dict([("x", 1.into()), ("y", list([2]))]), dict([("y", list([2.0])), ("x", true.into())]));
        assert_eq!(a, b);
        assert_ne!(a, dict([("x", 1.into()), ("y", list([3]))]));
        assert_ne!(a, dict([("x", 1.into()), ("z", list([2]))]));
        let error = list([a.clone()]).compare(&list([dict([("x", 1.into()), ("y", 3.into())])])).unwrap_err();
        assert_eq!(error.to_string(), "'<' not supported between instances of 'dict' and 'dict'");
        assert!(a.compare(&b).is_err() && Value::None.compare(&Value::None).is_err());
    }

    #[test]
    fn the_total_order_sorts_everything() {
        let mut values = vec![
            Dict::new().into(),
            list([1]),
            "b".into(),
            f64::NAN.into(),
            2.into(),
            Value::None,
            "a".into(),
            1.5.into(),
            (-f64::NAN).into(),
            Tuple::new().into(),
            true.into(),
        ];
        values.sort_by(Value::total_cmp);
        assert_eq!(list(values).to_string(), "[None, nan, True, 1.5, 2, nan, 'a', 'b', (), [1], {}]");
    }
}

//! Python's operators on values.

use super::{Dict, List, Number, Set, Tuple, Value, arithmetic};
use crate::error::Error;
use crate::instance::{self, is_instance};

/// So many bytes a repetition may take up: what is larger is a `MemoryError`.
const LARGEST: usize = 1 << 30;

/// The operators: variant, symbol, name of Python's method, method of [`Value`].
macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $symbol:literal $python:literal $reflected:literal $method:ident;)*) => {
        /// A binary operator.
        ///
        /// ```
        /// use metaclass::value::Operator;
        ///
        /// assert_eq!(Operator::by_symbol("+"), Some(Operator::Add));
        /// assert_eq!(Operator::Add.apply(&1.into(), &2.5.into())?, 3.5.into());
        /// let error = Operator::Add.apply(&1.into(), &"a".into()).unwrap_err();
        /// assert_eq!(error.to_string(), "unsupported operand type(s) for +: 'int' and 'str'");
        /// # Ok::<(), metaclass::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Operator {
            $($(#[$doc])* $name,)*
        }

        impl Operator {
            /// All operators.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How it is written.
            #[must_use]
            pub const fn symbol(self) -> &'static str {
                match self {
                    $(Self::$name => $symbol,)*
                }
            }

            /// The method of a class that it calls: `__add__`.
            #[must_use]
            pub const fn method(self) -> &'static str {
                match self {
                    $(Self::$name => $python,)*
                }
            }

            /// The method of the class of its right side, which it calls if the left side does not know what to do:
            /// `__radd__`.
            #[must_use]
            pub const fn reflected_method(self) -> &'static str {
                match self {
                    $(Self::$name => $reflected,)*
                }
            }
        }

        /// Operators.
        impl Value {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// A `TypeError` if the two have no such operation; an `OverflowError` for an integer of more than 128
                /// bits.
                pub fn $method(&self, other: &Self) -> Result<Self, Error> {
                    Operator::$name.apply(self, other)
                }
            )*
        }
    };
}

operators! {
    /// `a + b`: the sum of numbers, and the concatenation of texts, bytes, lists and tuples.
    Add "+" "__add__" "__radd__" add;
    /// `a - b`: the difference of numbers and of sets.
    Sub "-" "__sub__" "__rsub__" sub;
    /// `a * b`: the product of numbers, and the repetition of texts, bytes, lists and tuples.
    Mul "*" "__mul__" "__rmul__" mul;
    /// `a / b`: the quotient as a float.
    TrueDiv "/" "__truediv__" "__rtruediv__" true_div;
    /// `a // b`: the quotient, rounded down.
    FloorDiv "//" "__floordiv__" "__rfloordiv__" floor_div;
    /// `a % b`: what the division rounded down leaves, which has the sign of `b`. It does not format texts.
    Mod "%" "__mod__" "__rmod__" modulo;
    /// `a ** b`. What would be complex is a `ValueError`.
    Pow "**" "__pow__" "__rpow__" pow;
    /// `a << b`.
    LShift "<<" "__lshift__" "__rlshift__" lshift;
    /// `a >> b`.
    RShift ">>" "__rshift__" "__rrshift__" rshift;
    /// `a & b`: of integers, truth values and sets.
    BitAnd "&" "__and__" "__rand__" bit_and;
    /// `a | b`: of integers, truth values, sets and dicts.
    BitOr "|" "__or__" "__ror__" bit_or;
    /// `a ^ b`: of integers, truth values and sets.
    BitXor "^" "__xor__" "__rxor__" bit_xor;
}

impl Operator {
    /// The operator that is written so.
    #[must_use]
    pub fn by_symbol(symbol: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|operator| operator.symbol() == symbol)
    }

    /// What it gives for two values.
    ///
    /// # Errors
    /// A `TypeError` if the two have no such operation, an `OverflowError` for an integer of more than 128 bits, a
    /// `ZeroDivisionError` or `ValueError` for numbers without a result, a `MemoryError` for what would be too large.
    pub fn apply(self, a: &Value, b: &Value) -> Result<Value, Error> {
        let result = match is_instance(a) || is_instance(b) {
            true => instance::operate(self, a, b),
            false => self.of_plain(a, b),
        };
        result.unwrap_or_else(|| Err(self.unsupported(a, b)))
    }

    /// What it gives for values that are no instances, if it is known of such values.
    pub(crate) fn of_plain(self, a: &Value, b: &Value) -> Option<Result<Value, Error>> {
        match (a.numeric(), b.numeric()) {
            (Some(x), Some(y)) => arithmetic::binary(self, x, y).map(|result| as_bool(self, a, b, result)),
            _ => self.of_others(a, b),
        }
    }

    /// What it gives for values that are not both numbers.
    fn of_others(self, a: &Value, b: &Value) -> Option<Result<Value, Error>> {
        match (self, a, b) {
            (Self::Add, Value::Str(_) | Value::Bytes(_) | Value::List(_) | Value::Tuple(_), _) => Some(concat(a, b)),
            (Self::Mul, _, _) if is_sequence(a) => Some(repeat(a, b)),
            (Self::Mul, _, _) if is_sequence(b) => Some(repeat(b, a)),
            (_, Value::Set(a), Value::Set(b)) => self.of_sets(a, b).map(|set| Ok(set.into())),
            (Self::BitOr, Value::Dict(a), Value::Dict(b)) => Some(Ok(union(a, b).into())),
            _ => None,
        }
    }

    fn of_sets(self, a: &Set, b: &Set) -> Option<Set> {
        let only = |a: &Set, b: &Set, is_in: bool| -> Vec<_> {
            a.keys().filter(|key| b.contains(key) == is_in).cloned().collect()
        };
        let keys = match self {
            Self::BitAnd => only(a, b, true),
            Self::Sub => only(a, b, false),
            Self::BitOr => a.keys().chain(b.keys()).cloned().collect(),
            Self::BitXor => [only(a, b, false), only(b, a, false)].concat(),
            _ => return None,
        };
        Some(keys.into_iter().collect())
    }

    #[cold]
    fn unsupported(self, a: &Value, b: &Value) -> Error {
        let symbol = if self == Self::Pow { "** or pow()" } else { self.symbol() };
        let (a, b) = (a.type_name(), b.type_name());
        Error::type_error(format!("unsupported operand type(s) for {symbol}: '{a}' and '{b}'"))
    }
}

/// As in Python, `&`, `|` and `^` of two truth values are one.
fn as_bool(operator: Operator, a: &Value, b: &Value, result: Result<Number, Error>) -> Result<Value, Error> {
    let is_bitwise = matches!(operator, Operator::BitAnd | Operator::BitOr | Operator::BitXor);
    match result? {
        Number::Int(bit) if is_bitwise && a.as_bool().is_some() && b.as_bool().is_some() => Ok((bit != 0).into()),
        number => Ok(number.into()),
    }
}

fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Bytes(_) | Value::List(_) | Value::Tuple(_))
}

fn concat(a: &Value, b: &Value) -> Result<Value, Error> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Ok([&**a, &**b].concat().into()),
        (Value::Bytes(a), Value::Bytes(b)) => Ok(Value::Bytes([&**a, &**b].concat().into())),
        (Value::List(a), Value::List(b)) => Ok(List::from([&**a, &**b].concat()).into()),
        (Value::Tuple(a), Value::Tuple(b)) => Ok(Tuple::from([&**a, &**b].concat()).into()),
        (Value::Bytes(_), other) => Err(Error::type_error(format!("can't concat {} to bytes", other.type_name()))),
        (value, other) => {
            let (class, other) = (value.type_name(), other.type_name());
            Err(Error::type_error(format!("can only concatenate {class} (not \"{other}\") to {class}")))
        }
    }
}

fn repeat(sequence: &Value, count: &Value) -> Result<Value, Error> {
    let Some(Number::Int(count)) = count.numeric() else {
        let class = count.type_name();
        return Err(Error::type_error(format!("can't multiply sequence by non-int of type '{class}'")));
    };
    let count = isize::try_from(count).map_err(|_| not_an_index(Error::overflow_error))?;
    let count = usize::try_from(count).unwrap_or(0);
    match sequence {
        Value::Str(text) => fits(text.len(), count, 1).map(|()| text.repeat(count).into()),
        Value::Bytes(bytes) => fits(bytes.len(), count, 1).map(|()| Value::Bytes(bytes.repeat(count).into())),
        Value::Tuple(items) => repeat_items(items, count).map(|items| Tuple::from(items).into()),
        Value::List(items) => repeat_items(items, count).map(|items| List::from(items).into()),
        other => Err(Error::type_error(format!("'{}' object is no sequence", other.type_name()))),
    }
}

fn repeat_items(items: &[Value], count: usize) -> Result<Vec<Value>, Error> {
    fits(items.len(), count, size_of::<Value>())?;
    // Nothing is nothing however often, and is not gone through as often.
    let count = if items.is_empty() { 0 } else { count };
    Ok(std::iter::repeat_n(items, count).flatten().cloned().collect())
}

fn fits(len: usize, count: usize, size: usize) -> Result<(), Error> {
    match len.checked_mul(count).and_then(|len| len.checked_mul(size)) {
        Some(bytes) if bytes <= LARGEST => Ok(()),
        _ => Err(Error::memory_error("")),
    }
}

/// An integer is no position: the error of the kind that is raised for it where it stands.
#[cold]
pub(super) fn not_an_index(kind: fn(&'static str) -> Error) -> Error {
    kind("cannot fit 'int' into an index-sized integer")
}

/// The entries of both; the second one has the last word.
fn union(a: &Dict, b: &Dict) -> Dict {
    let mut union = a.clone();
    for (key, value) in b.entries() {
        union.insert_key(key.clone(), value.clone());
    }
    union
}

/// A unary operator, and `abs`: what it gives for a number.
macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident $method:literal $text:literal $number:ident => $result:expr;)*) => {
        /// Unary operators.
        impl Value {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// A `TypeError` if the value has no such operation, an `OverflowError` for an integer of more than 128
                /// bits.
                pub fn $name(&self) -> Result<Self, Error> {
                    if let Some(result) = instance::operate_alone($method, self) {
                        return result;
                    }
                    let result = match self.numeric() {
                        Some($number) => $result,
                        None => None,
                    };
                    let unsupported = || format!("bad operand type for {}: '{}'", $text, self.type_name());
                    result.unwrap_or_else(|| Err(Error::type_error(unsupported()))).map(Self::from)
                }
            )*
        }
    };
}

unary! {
    /// `-value`.
    neg "__neg__" "unary -" number => Some(match number {
        Number::Int(value) => arithmetic::int(value.checked_neg()),
        Number::Float(value) => Ok(Number::Float(-value)),
    });
    /// `+value`: a truth value becomes an integer.
    pos "__pos__" "unary +" number => Some(Ok(number));
    /// `~value`.
    invert "__invert__" "unary ~" number => match number {
        Number::Int(value) => Some(Ok(Number::Int(!value))),
        Number::Float(_) => None,
    };
    /// `abs(value)`.
    abs "__abs__" "abs()" number => Some(match number {
        Number::Int(value) => arithmetic::int(value.checked_abs()),
        Number::Float(value) => Ok(Number::Float(value.abs())),
    });
}

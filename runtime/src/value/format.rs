//! Python's `repr` and `str` of values, without recursion.

use std::fmt;

use super::{Key, Value};
use crate::instance::{self, This};
use crate::repr::{Repr, ReprDisplay, repr, write_bytes, write_float, write_str};

impl Value {
    /// Python's repr, to be printed.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// assert_eq!(Value::from("a").repr().to_string(), "'a'");
    /// assert_eq!(Value::from("a").to_string(), "a");
    /// ```
    #[must_use]
    pub const fn repr(&self) -> ReprDisplay<'_, Self> {
        repr(self)
    }
}

/// Python's `str`: text as it is, all else as its repr.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Str(text) => f.pad(text),
            Self::Instance(_) | Self::Shared(_) | Self::Class(_) => instance::fmt_str(&This::of(self, self.class()), f),
            value => value.fmt_repr(f),
        }
    }
}

/// Python's repr.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_repr(f)
    }
}

/// A container whose items are being written.
enum Frame<'a> {
    Items { items: std::slice::Iter<'a, Value>, close: &'static str },
    Keys(Box<dyn Iterator<Item = &'a Key> + 'a>),
    Entries { entries: Box<dyn Iterator<Item = (&'a Key, &'a Value)> + 'a>, value: Option<&'a Value> },
}

impl Repr for Value {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_repr(f, self, Entries::Shown)
    }
}

/// The repr of a value, with dicts as `{..}`: they may be instances of classes that have secrets.
pub(crate) struct WithoutEntries<'a>(pub(crate) &'a Value);

impl fmt::Display for WithoutEntries<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_repr(f, self.0, Entries::Hidden)
    }
}

/// What is shown of dicts.
#[derive(Clone, Copy, PartialEq)]
enum Entries {
    Shown,
    Hidden,
}

fn write_repr(f: &mut fmt::Formatter<'_>, value: &Value, entries: Entries) -> fmt::Result {
    let mut stack = vec![];
    let mut next = Some(value);
    let mut first = true;
    loop {
        if let Some(value) = next {
            match open(f, value, entries)? {
                Some(frame) => {
                    stack.push(frame);
                    first = true;
                }
                None => first = false,
            }
        }
        let Some(frame) = stack.last_mut() else { return Ok(()) };
        next = advance(f, frame, first)?;
        if next.is_none() {
            stack.pop();
            first = false;
        }
    }
}

/// Writes a value, or the beginning of a container.
fn open<'a>(f: &mut fmt::Formatter<'_>, value: &'a Value, shown: Entries) -> Result<Option<Frame<'a>>, fmt::Error> {
    let frame = match value {
        Value::Dict(dict) if shown == Entries::Hidden && !dict.is_empty() => return f.write_str("{..}").map(|()| None),
        Value::List(items) => ("[", Frame::Items { items: items.iter(), close: "]" }),
        Value::Tuple(items) => {
            ("(", Frame::Items { items: items.iter(), close: if items.len() == 1 { ",)" } else { ")" } })
        }
        Value::Set(set) if !set.is_empty() => ("{", Frame::Keys(Box::new(set.keys()))),
        Value::Dict(dict) => ("{", Frame::Entries { entries: Box::new(dict.entries()), value: None }),
        value => return write_leaf(f, value).map(|()| None),
    };
    f.write_str(frame.0)?;
    Ok(Some(frame.1))
}

/// Writes what stands before the next item and gives it, or writes the end.
fn advance<'a>(
    f: &mut fmt::Formatter<'_>,
    frame: &mut Frame<'a>,
    first: bool,
) -> Result<Option<&'a Value>, fmt::Error> {
    let (next, before, close) = match frame {
        Frame::Items { items, close } => (items.next(), ", ", *close),
        Frame::Keys(keys) => (keys.next().map(Key::value), ", ", "}"),
        Frame::Entries { entries, value } => match value.take() {
            Some(value) => (Some(value), ": ", "}"),
            None => match entries.next() {
                Some((key, next)) => {
                    *value = Some(next);
                    (Some(key.value()), ", ", "}")
                }
                None => (None, "", "}"),
            },
        },
    };
    f.write_str(match next {
        Some(_) if first => "",
        Some(_) => before,
        None => close,
    })?;
    Ok(next)
}

fn write_leaf(f: &mut fmt::Formatter<'_>, value: &Value) -> fmt::Result {
    match value {
        Value::None => f.write_str("None"),
        Value::NotImplemented => f.write_str("NotImplemented"),
        Value::False => f.write_str("False"),
        Value::True => f.write_str("True"),
        Value::Int(value) => fmt::Display::fmt(value, f),
        Value::Wide(value) => fmt::Display::fmt(&value.get(), f),
        Value::Float(value) => write_float(f, value.get()),
        Value::Str(text) => write_str(f, text),
        Value::Bytes(bytes) => write_bytes(f, bytes),
        Value::Instance(_) | Value::Shared(_) | Value::Class(_) => {
            instance::fmt_repr(&This::of(value, value.class()), f)
        }
        Value::WeakClass(class) => fmt::Debug::fmt(class, f),
        Value::Function(function) => fmt::Debug::fmt(function, f),
        Value::Descriptor(descriptor) => fmt::Debug::fmt(descriptor, f),
        Value::Opaque(value) => value.get().fmt_repr(f),
        // The containers are opened; what is left is the set that Python cannot write with braces.
        Value::Set(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_) => f.write_str("set()"),
    }
}

#[cfg(test)]
mod tests {
    use crate::value::{Bytes, Dict, Set, Tuple, Value};

    #[test]
    fn values_print_as_in_python() {
        let tuple = |items: Vec<Value>| Value::from(Tuple::from(items));
        let dict = Dict::from([("a", Value::from(vec![1])), ("b", Dict::new().into())]);
        let mut set = Set::new();
        set.insert(tuple(vec![1.into(), 2.into()])).unwrap();
        set.insert("x").unwrap();
        let values = [
            (Value::None, "None"),
            (true.into(), "True"),
            (i128::MIN.into(), "-170141183460469231731687303715884105728"),
            (1e16.into(), "1e+16"),
            ("it's".into(), r#""it's""#),
            (Bytes::from(vec![0]).into(), r"b'\x00'"),
            (tuple(vec![]), "()"),
            (tuple(vec![tuple(vec![1.into()])]), "((1,),)"),
            (vec![Value::None, vec![Value::from("a")].into(), 2.into()].into(), "[None, ['a'], 2]"),
            (Set::new().into(), "set()"),
            (vec![Value::from(Set::new()), 1.into()].into(), "[set(), 1]"),
            (set.into(), "{(1, 2), 'x'}"),
            (dict.into(), "{'a': [1], 'b': {}}"),
        ];
        for (value, text) in values {
            assert_eq!(value.repr().to_string(), text);
            assert_eq!(format!("{value:?}"), text);
        }
    }

    #[test]
    fn text_itself_is_printed_without_quotes() {
        assert_eq!(Value::from("a").to_string(), "a");
        assert_eq!(format!("{:>3}", Value::from("a")), "  a");
        assert_eq!(Value::from(vec!["a"]).to_string(), "['a']");
    }
}

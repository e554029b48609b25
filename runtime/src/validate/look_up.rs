//! The value at fault, looked up in what was validated.

use std::fmt::{self, Write as _};

use super::Issue;
use crate::path::Segment;
use crate::spec::{ClassSpec, Flags};
use crate::value::{Dict, Opaque, Value};

/// Why there is no value to be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Absent {
    /// There is none at this place, as far as can be seen.
    Unknown,
    /// It is nobody's business.
    Secret,
}

/// The value at fault.
///
/// That of an unknown field is not looked up: its name may be that of a secret, misspelt.
pub(super) fn look_up(issue: &Issue, source: &Value) -> Result<Value, Absent> {
    match (issue.code(), issue.is_secret(), issue.path().segments()) {
        ("unknown_field", _, _) | ("missing", true, _) => Err(Absent::Unknown),
        (_, true, _) => Err(Absent::Secret),
        (_, _, [parents @ .., Segment::Key(key)]) if issue.is_of_key() => match walk(source, parents)? {
            Value::Dict(dict) => entry(&dict, key).map(|(key, _)| key).ok_or(Absent::Unknown),
            _ => Err(Absent::Unknown),
        },
        (_, _, _) if issue.is_of_key() => Err(Absent::Unknown),
        (_, _, segments) => walk(source, segments),
    }
}

fn walk(source: &Value, segments: &[Segment]) -> Result<Value, Absent> {
    segments.iter().try_fold(source.clone(), |value, segment| step(&value, segment))
}

fn step(value: &Value, segment: &Segment) -> Result<Value, Absent> {
    let found = match (value, segment) {
        (Value::Opaque(object), Segment::Field(key)) => return attribute(object.get(), key),
        (Value::Dict(dict), Segment::Field(key)) => dict.get(key).cloned(),
        (Value::Dict(dict), Segment::Key(key)) => entry(dict, key).map(|(_, value)| value),
        (Value::List(items), Segment::Index(index)) => items.get(*index).cloned(),
        (Value::Tuple(items), Segment::Index(index)) => items.get(*index).cloned(),
        (Value::Set(members), Segment::Index(index)) => members.iter().nth(*index).cloned(),
        _ => None,
    };
    found.ok_or(Absent::Unknown)
}

/// The field of an instance that has this name in data.
fn attribute(object: &dyn Opaque, key: &str) -> Result<Value, Absent> {
    let mut fields = object.spec().map_or(&[][..], ClassSpec::fields).iter();
    let name = match fields.find(|field| field.key() == key) {
        Some(field) if field.has(Flags::SECRET) => return Err(Absent::Secret),
        Some(field) => field.name(),
        None => key,
    };
    object.get(name).map_err(|_| Absent::Unknown)
}

/// Key and value; a key that is no text stands in a path as it is printed.
fn entry(dict: &Dict, text: &str) -> Option<(Value, Value)> {
    if let Some(value) = dict.get(text) {
        return Some((text.into(), value.clone()));
    }
    let is_printed_so = |key: &Value| key.as_str().is_none() && prints(key, text);
    dict.iter().find(|(key, _)| is_printed_so(key)).map(|(key, value)| (key.clone(), value.clone()))
}

/// Is the value printed as this text? It is compared while it is printed.
fn prints(value: &Value, text: &str) -> bool {
    struct Rest<'a>(&'a str);
    impl fmt::Write for Rest<'_> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
            Ok(())
        }
    }
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Text;
    use crate::value::{Set, Tuple};

    fn field(name: &'static str) -> Segment {
        Segment::Field(Text::new(name))
    }

    fn key(name: &'static str) -> Segment {
        Segment::Key(Text::new(name))
    }

    #[track_caller]
    fn found(source: &Value, segments: impl IntoIterator<Item = Segment>, expected: Option<Value>) {
        let segments: Vec<Segment> = segments.into_iter().collect();
        let issue = segments.into_iter().rev().fold(Issue::new("check"), Issue::at);
        assert_eq!(look_up(&issue, source), expected.ok_or(Absent::Unknown));
    }

    #[test]
    fn values_are_found_in_all_containers() {
        let mut set = Set::new();
        set.insert(7).unwrap();
        let mut dict = Dict::from([("1", "text")]);
        dict.insert(1, "number").unwrap();
        dict.insert(Tuple::from(vec![1.into(), "a".into()]), "tuple").unwrap();
        let source = Value::from(Dict::from([
            ("list", vec![1, 2].into()),
            ("pair", Tuple::from(vec![3.into(), 4.into()]).into()),
            ("set", set.into()),
            ("dict", Value::from(dict)),
        ]));
        found(&source, [], Some(source.clone()));
        found(&source, [field("list"), 1.into()], Some(2.into()));
        found(&source, [field("pair"), 0.into()], Some(3.into()));
        found(&source, [field("set"), 0.into()], Some(7.into()));
        found(&source, [field("dict"), key("1")], Some("text".into()));
        found(&source, [field("dict"), key("(1, 'a')")], Some("tuple".into()));
        found(&Value::None, [], Some(Value::None));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let source = Value::from(Dict::from([("list", vec![1])]));
        for segments in
            [vec![field("x")], vec![field("list"), 1.into()], vec![0.into()], vec![field("list"), field("x")]]
        {
            found(&source, segments, None);
        }
        for source in [Value::None, 1.into(), "list".into(), vec![1].into(), Value::foreign('a')] {
            found(&source, [field("list"), 0.into()], None);
        }
    }

    #[test]
    fn a_key_at_fault_is_found_and_not_its_value() {
        let mut dict = Dict::from([("a", 1)]);
        dict.insert(2, 3).unwrap();
        let source = Value::from(dict);
        let of_key = |text| {
            let mut issue = Issue::new("ascii").at(key(text));
            issue.blame_key();
            look_up(&issue, &source)
        };
        assert_eq!(of_key("a"), Ok("a".into()));
        assert_eq!(of_key("2"), Ok(2.into()));
        assert_eq!(of_key("b"), Err(Absent::Unknown));
    }
}

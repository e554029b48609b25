use std::fmt::Display;

use serde::ser::Impossible;
use serde_json::{Value as Json, json};

use super::*;
use crate::path::Segment;
use crate::spec::Text;

/// Tells what it is asked to write.
struct Asked;

#[derive(Debug, PartialEq)]
struct Refused(String);

impl Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

macro_rules! scalars {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<String, Refused> {
            Ok(format!("{} {value:?}", stringify!($method).trim_start_matches("serialize_")))
        }
    )*};
}

/// What it asks for, it tells as an error.
type NoCompound = Impossible<String, Refused>;

impl Serializer for Asked {
    type Ok = String;
    type Error = Refused;
    type SerializeSeq = NoCompound;
    type SerializeTuple = NoCompound;
    type SerializeTupleStruct = NoCompound;
    type SerializeTupleVariant = NoCompound;
    type SerializeMap = NoCompound;
    type SerializeStruct = NoCompound;
    type SerializeStructVariant = NoCompound;

    scalars! {
        serialize_bool bool;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_str &str;
        serialize_bytes &[u8];
        serialize_unit_struct &'static str;
    }

    fn serialize_none(self) -> Result<String, Refused> {
        Ok("none".to_owned())
    }

    fn serialize_unit(self) -> Result<String, Refused> {
        Ok("unit".to_owned())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<String, Refused> {
        Ok("some".to_owned())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<String, Refused> {
        Ok(name.to_owned())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, _: &T) -> Result<String, Refused> {
        Ok(name.to_owned())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: &T,
    ) -> Result<String, Refused> {
        Ok(name.to_owned())
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<NoCompound, Refused> {
        Err(Refused(format!("seq {len:?}")))
    }

    fn serialize_tuple(self, len: usize) -> Result<NoCompound, Refused> {
        Err(Refused(format!("tuple {len}")))
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<NoCompound, Refused> {
        Err(Refused(name.to_owned()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<NoCompound, Refused> {
        Err(Refused(name.to_owned()))
    }

    fn serialize_map(self, len: Option<usize>) -> Result<NoCompound, Refused> {
        Err(Refused(format!("map {len:?}")))
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<NoCompound, Refused> {
        Err(Refused(format!("struct {name} {len}")))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<NoCompound, Refused> {
        Err(Refused(name.to_owned()))
    }
}

#[track_caller]
fn asks_for(value: impl Serialize, asked: &str) {
    let found = value.serialize(Asked).unwrap_or_else(|refused| refused.0);
    assert_eq!(found, asked);
}

#[track_caller]
fn is_json(value: impl Serialize, json: Json) {
    assert_eq!(serde_json::to_value(value).unwrap(), json);
}

fn members(values: &[i32]) -> Set {
    values.iter().map(|value| Value::from(*value).hash_key().unwrap()).collect()
}

#[test]
fn each_value_is_one_of_the_types_of_serde() {
    asks_for(Value::None, "none");
    asks_for(Value::from(true), "bool true");
    asks_for(Value::from(false), "bool false");
    asks_for(Value::from(i64::MIN), "i64 -9223372036854775808");
    asks_for(Value::from(u64::MAX), "u64 18446744073709551615");
    asks_for(Value::from(i128::MIN), "i128 -170141183460469231731687303715884105728");
    asks_for(Value::from(-1.5), "f64 -1.5");
    asks_for(Value::from(f64::NAN), "f64 NaN");
    asks_for(Value::from("a\n"), r#"str "a\n""#);
    asks_for(Value::from(Bytes::from(vec![0, 255])), "bytes [0, 255]");
    asks_for(Value::from(vec![1, 2]), "seq Some(2)");
    asks_for(Value::from(Tuple::new()), "seq Some(0)");
    asks_for(Value::from(members(&[1])), "seq Some(1)");
    asks_for(Value::from(Dict::from([("a", 1)])), "map Some(1)");
}

#[test]
fn payloads_are_like_their_values() {
    asks_for(Str::from("a"), r#"str "a""#);
    asks_for(Bytes::from(vec![1]), "bytes [1]");
    asks_for(Number::Int(1), "i64 1");
    asks_for(Number::Float(1.0), "f64 1.0");
    asks_for(Float::from(0.5), "f64 0.5");
    asks_for(Value::from(1).hash_key().unwrap(), "i64 1");
    is_json(List::from(vec![1.into(), Value::None]), json!([1, null]));
    is_json(Tuple::from(vec!["a".into()]), json!(["a"]));
    is_json(members(&[2, 1]), json!([2, 1]));
    is_json(Dict::from([("b", 1), ("a", 2)]), json!({"b": 1, "a": 2}));
}

#[test]
fn literals_are_the_values_that_they_stand_for() {
    asks_for(Literal::None, "none");
    asks_for(Literal::Bool(true), "bool true");
    asks_for(Literal::Int(3), "i64 3");
    asks_for(Literal::Int(u64::MAX.into()), "u64 18446744073709551615");
    asks_for(Literal::Int(i128::MAX), "i128 170141183460469231731687303715884105727");
    asks_for(Literal::Float(0.5), "f64 0.5");
    asks_for(Literal::Str(Text::new("a")), r#"str "a""#);
}

#[test]
fn only_dataclasses_are_written_of_what_is_not_pythons() {
    let value = Value::from(vec![Value::foreign(std::time::Duration::ZERO)]);
    let error = serde_json::to_string(&value).unwrap_err();
    assert_eq!(error.to_string(), "cannot be serialized: 'Duration' is no dataclass");
}

#[test]
fn a_value_is_written_down_to_the_128th_level() {
    let deep =
        |levels| (0..levels).fold(Value::from(1), |inner, _| Dict::from([("k", Value::from(vec![inner]))]).into());
    let text = serde_json::to_string(&deep(64)).unwrap();
    assert_eq!(text, format!("{}1{}", r#"{"k":["#.repeat(64), "]}".repeat(64)));
    for too_deep in [vec![deep(64)].into(), deep(65), deep(100_000)] {
        let error = serde_json::to_string(&too_deep).unwrap_err();
        assert_eq!(error.to_string(), "nested deeper than 128 levels");
    }
}

#[test]
fn faults_are_written_with_their_figures() {
    let path: Path = [Segment::from("a/b"), 2.into(), Segment::Key(Text::new("~"))].into_iter().collect();
    is_json(&path, json!("/a~1b/2/~0"));
    is_json(Path::root(), json!(""));
    let issue = Issue::new("custom").with_message("no\n").with_param("x", 1).with_param("y", "b").with_param("x", 2);
    is_json(issue.params(), json!({"x": 1, "y": "b"}));
    let written = json!({"path": "/z/0", "code": "custom", "params": {"x": 1, "y": "b"}, "message": "no\\n"});
    let issue = issue.at(0).at("z");
    is_json(&issue, written.clone());
    asks_for(&issue, "struct Issue 4");
    asks_for(issue.clone().with_place(1, 2), "struct Issue 6");
    is_json(ValidationError::from(issue), json!([written]));
}

//! Formats that are not for people to read: values in the order of the fields, without names and types.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use metaclass::DecodeError;
use metaclass::prelude::*;
use serde::{Deserialize, Serialize};

use self::format::{from_bytes, to_bytes};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Unit,
    New(u8),
    Struct { x: u8 },
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid, check(is_ordered, fields(low, high)))]
struct Everything {
    low: i8,
    high: u64,
    wide: (i128, u128),
    ratio: f64,
    short: f32,
    flag: bool,
    letter: char,
    #[field(min_length = 1)]
    name: String,
    boxed: Box<str>,
    maybe: Option<Option<i16>>,
    nothing: (),
    bytes: Vec<u8>,
    #[field(items(max_value = 9), max_items = 3)]
    list: Vec<i64>,
    array: [u16; 2],
    set: BTreeSet<String>,
    #[field(keys(min_length = 1))]
    dict: BTreeMap<String, Arc<i64>>,
    inner: Inner,
    inners: Vec<Inner>,
    #[field(rename = "type", alias = "kind")]
    kind: Kind,
    address: Option<IpAddr>,
    #[field(default = 7)]
    last: u8,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Inner {
    #[field(min_value = 1)]
    x: u8,
    next: Option<Box<Inner>>,
}

fn is_ordered(low: &i8, high: &u64) -> bool {
    u64::try_from(*low).is_ok_and(|low| low <= *high)
}

fn everything() -> Everything {
    Everything!(
        low = 3,
        high = u64::MAX,
        wide = (i128::MIN, i128::MAX as u128),
        ratio = -0.5,
        short = 0.1,
        flag = true,
        letter = 'é',
        name = "name".to_owned(),
        boxed = "b".into(),
        maybe = Some(Some(-3)),
        nothing = (),
        bytes = vec![1, 2, 255],
        list = vec![1, -9],
        array = [1, 2],
        set = BTreeSet::from(["a".to_owned()]),
        dict = BTreeMap::from([("k".to_owned(), Arc::new(5))]),
        inner = Inner!(1, Some(Box::new(Inner!(2, None)))),
        inners = vec![Inner!(3, None)],
        kind = Kind::Struct { x: 1 },
        address = Some(IpAddr::from([127, 0, 0, 1]))
    )
}

#[test]
fn what_is_written_can_be_read() {
    let value = everything();
    let bytes = to_bytes(&value);
    assert_eq!(from_bytes::<Everything>(&bytes).unwrap(), value);
    let other = Everything { maybe: None, kind: Kind::New(1), address: None, list: vec![], ..value };
    assert_eq!(from_bytes::<Everything>(&to_bytes(&other)).unwrap(), other);
    let other = Everything { kind: Kind::Unit, ..other };
    assert_eq!(from_bytes::<Everything>(&to_bytes(&other)).unwrap(), other);
}

#[test]
fn all_broken_rules_are_told() {
    let value = Everything {
        low: -1,
        name: String::new(),
        list: vec![10, 1, 11, 2],
        dict: BTreeMap::from([(String::new(), Arc::new(1))]),
        inner: Inner!(0, Some(Box::new(Inner!(0, None)))),
        inners: vec![Inner!(1, None), Inner!(0, None)],
        ..everything()
    };
    let error = from_bytes::<Everything>(&to_bytes(&value)).unwrap_err();
    assert_eq!(
        error.issues().iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "name: must have at least 1 character",
            "list: must have at most 3 items",
            "list[0]: must be at most 9",
            "list[2]: must be at most 9",
            "dict['']: must have at least 1 character",
            "inner.x: must be at least 1",
            "inner.next.x: must be at least 1",
            "inners[1].x: must be at least 1",
            "validation failed",
        ]
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, post_init = Self::scale, init_var(factor: u8 = 2))]
struct Places {
    a: u8,
    #[field(init = false, default = 7)]
    computed: u8,
    #[field(secret, default = 1, kw_only)]
    hidden: u8,
    last: u8,
}

impl Places {
    fn scale(&mut self, factor: u8) {
        self.computed = self.a * factor;
    }
}

#[test]
fn only_what_is_written_has_a_place() {
    let mut places = Places!(3, 4, hidden = 9);
    let bytes = to_bytes(&places);
    places.hidden = 1;
    assert_eq!(from_bytes::<Places>(&bytes).unwrap(), places);
}

#[test]
fn a_text_that_ends_is_one_error() {
    let bytes = to_bytes(&everything());
    for end in 0..bytes.len() {
        let error = from_bytes::<Everything>(&bytes[..end]).unwrap_err();
        assert!(matches!(error, DecodeError::Syntax { line: 0, column: 0, .. }), "{end}: {error}");
    }
}

#[test]
fn what_only_the_data_could_tell_cannot_be_read() {
    let error = from_bytes::<Value>(&[1]).unwrap_err();
    assert_eq!(error.to_string(), "the format does not say what comes");
    let error = metaclass::spec::ClassSpec::define("C", [("x", metaclass::Field::any())])
        .unwrap()
        .decode(&mut format::Reader::new(&[0, 0, 0, 0]))
        .unwrap_err();
    assert_eq!(error.issues().len(), 1, "{error}");
}

#[test]
fn depth_is_limited_here_too() {
    // Each level is two bytes: a number, and that there is a further one.
    let deep = [1, 1].repeat(100_000);
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    let read = thread.spawn(move || from_bytes::<Inner>(&deep).unwrap_err().to_string()).unwrap();
    assert!(read.join().unwrap().contains("nested too deeply"));
}

/// A format for this test: numbers as they are, lengths of four bytes, a byte for whether there is a value.
mod format {
    use std::fmt;

    use metaclass::{Decode, DecodeError};
    use serde::de::{self, DeserializeSeed, IntoDeserializer, Visitor};
    use serde::ser::{self, Serialize};

    #[derive(Debug)]
    pub(super) struct Error(String);

    impl fmt::Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&self.0)
        }
    }

    impl std::error::Error for Error {}

    impl de::Error for Error {
        fn custom<T: fmt::Display>(message: T) -> Self {
            Self(message.to_string())
        }
    }

    impl ser::Error for Error {
        fn custom<T: fmt::Display>(message: T) -> Self {
            Self(message.to_string())
        }
    }

    pub(super) fn to_bytes(value: &impl Serialize) -> Vec<u8> {
        let mut writer = Writer(vec![]);
        value.serialize(&mut writer).unwrap();
        writer.0
    }

    pub(super) fn from_bytes<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Result<T, DecodeError> {
        metaclass::decode(&mut Reader(bytes))
    }

    struct Writer(Vec<u8>);

    impl Writer {
        fn length(&mut self, length: usize) {
            self.0.extend(u32::try_from(length).unwrap().to_le_bytes());
        }
    }

    macro_rules! write {
        ($($method:ident $type:ty;)*) => {$(
            fn $method(self, value: $type) -> Result<(), Error> {
                self.0.extend(value.to_le_bytes());
                Ok(())
            }
        )*};
    }

    impl ser::Serializer for &mut Writer {
        type Ok = ();
        type Error = Error;
        type SerializeSeq = Self;
        type SerializeTuple = Self;
        type SerializeTupleStruct = Self;
        type SerializeTupleVariant = Self;
        type SerializeMap = Self;
        type SerializeStruct = Self;
        type SerializeStructVariant = Self;

        write! {
            serialize_i8 i8; serialize_i16 i16; serialize_i32 i32; serialize_i64 i64; serialize_i128 i128; serialize_u8 u8;
            serialize_u16 u16; serialize_u32 u32; serialize_u64 u64; serialize_u128 u128; serialize_f32 f32;
            serialize_f64 f64;
        }

        fn serialize_bool(self, value: bool) -> Result<(), Error> {
            self.serialize_u8(value.into())
        }

        fn serialize_char(self, value: char) -> Result<(), Error> {
            self.serialize_u32(value.into())
        }

        fn serialize_str(self, value: &str) -> Result<(), Error> {
            self.serialize_bytes(value.as_bytes())
        }

        fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
            self.length(value.len());
            self.0.extend(value);
            Ok(())
        }

        fn serialize_none(self) -> Result<(), Error> {
            self.serialize_u8(0)
        }

        fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
            self.0.push(1);
            value.serialize(self)
        }

        fn serialize_unit(self) -> Result<(), Error> {
            Ok(())
        }

        fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
            Ok(())
        }

        fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Result<(), Error> {
            self.serialize_u32(index)
        }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
            value.serialize(self)
        }

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            index: u32,
            _: &'static str,
            value: &T,
        ) -> Result<(), Error> {
            self.0.extend(index.to_le_bytes());
            value.serialize(self)
        }

        fn serialize_seq(self, length: Option<usize>) -> Result<Self, Error> {
            self.length(length.unwrap());
            Ok(self)
        }

        fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
            Ok(self)
        }

        fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
            Ok(self)
        }

        fn serialize_tuple_variant(
            self,
            _: &'static str,
            index: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self, Error> {
            self.0.extend(index.to_le_bytes());
            Ok(self)
        }

        fn serialize_map(self, length: Option<usize>) -> Result<Self, Error> {
            self.serialize_seq(length)
        }

        fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
            Ok(self)
        }

        fn serialize_struct_variant(
            self,
            _: &'static str,
            index: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self, Error> {
            self.0.extend(index.to_le_bytes());
            Ok(self)
        }

        fn is_human_readable(&self) -> bool {
            false
        }
    }

    macro_rules! compound {
        ($($trait:ident $method:ident;)*) => {$(
            impl ser::$trait for &mut Writer {
                type Ok = ();
                type Error = Error;

                fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                    value.serialize(&mut **self)
                }

                fn end(self) -> Result<(), Error> {
                    Ok(())
                }
            }
        )*};
        (struct $($trait:ident;)*) => {$(
            impl ser::$trait for &mut Writer {
                type Ok = ();
                type Error = Error;

                fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Error> {
                    value.serialize(&mut **self)
                }

                fn end(self) -> Result<(), Error> {
                    Ok(())
                }
            }
        )*};
    }

    compound! {
        SerializeSeq serialize_element; SerializeTuple serialize_element; SerializeTupleStruct serialize_field;
        SerializeTupleVariant serialize_field;
    }
    compound! { struct SerializeStruct; SerializeStructVariant; }

    impl ser::SerializeMap for &mut Writer {
        type Ok = ();
        type Error = Error;

        fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
            key.serialize(&mut **self)
        }

        fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
            value.serialize(&mut **self)
        }

        fn end(self) -> Result<(), Error> {
            Ok(())
        }
    }

    pub(super) struct Reader<'de>(&'de [u8]);

    impl<'de> Reader<'de> {
        pub(super) fn new(bytes: &'de [u8]) -> Self {
            Self(bytes)
        }

        fn take(&mut self, count: usize) -> Result<&'de [u8], Error> {
            let (taken, rest) = self.0.split_at_checked(count).ok_or_else(|| Error("the end is missing".to_owned()))?;
            self.0 = rest;
            Ok(taken)
        }

        fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
            Ok(self.take(N)?.try_into().unwrap())
        }

        fn length(&mut self) -> Result<usize, Error> {
            Ok(u32::from_le_bytes(self.array()?) as usize)
        }
    }

    macro_rules! read {
        ($($method:ident $visit:ident $type:ty;)*) => {$(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                visitor.$visit(<$type>::from_le_bytes(self.array()?))
            }
        )*};
    }

    impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
        type Error = Error;

        read! {
            deserialize_i8 visit_i8 i8; deserialize_i16 visit_i16 i16; deserialize_i32 visit_i32 i32;
            deserialize_i64 visit_i64 i64; deserialize_i128 visit_i128 i128; deserialize_u8 visit_u8 u8;
            deserialize_u16 visit_u16 u16; deserialize_u32 visit_u32 u32; deserialize_u64 visit_u64 u64;
            deserialize_u128 visit_u128 u128; deserialize_f32 visit_f32 f32; deserialize_f64 visit_f64 f64;
        }

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error("the format does not say what comes".to_owned()))
        }

        fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_bool(self.array::<1>()? != [0])
        }

        fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let code = u32::from_le_bytes(self.array()?);
            visitor.visit_char(char::from_u32(code).ok_or_else(|| Error("no character".to_owned()))?)
        }

        fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let length = self.length()?;
            let text = str::from_utf8(self.take(length)?).map_err(|error| Error(error.to_string()))?;
            visitor.visit_borrowed_str(text)
        }

        fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.deserialize_str(visitor)
        }

        fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let length = self.length()?;
            visitor.visit_borrowed_bytes(self.take(length)?)
        }

        fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.deserialize_bytes(visitor)
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.array::<1>()? {
                [0] => visitor.visit_none(),
                _ => visitor.visit_some(self),
            }
        }

        fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_unit()
        }

        fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_unit()
        }

        fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_newtype_struct(self)
        }

        fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let left = self.length()?;
            visitor.visit_seq(Items { reader: self, left })
        }

        fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_seq(Items { reader: self, left })
        }

        fn deserialize_tuple_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            left: usize,
            visitor: V,
        ) -> Result<V::Value, Error> {
            self.deserialize_tuple(left, visitor)
        }

        fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let left = self.length()?;
            visitor.visit_map(Items { reader: self, left })
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Error> {
            self.deserialize_tuple(fields.len(), visitor)
        }

        fn deserialize_enum<V: Visitor<'de>>(
            self,
            _: &'static str,
            _: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Error> {
            visitor.visit_enum(self)
        }

        fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.deserialize_u32(visitor)
        }

        fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.deserialize_any(visitor)
        }

        fn is_human_readable(&self) -> bool {
            false
        }
    }

    struct Items<'a, 'de> {
        reader: &'a mut Reader<'de>,
        left: usize,
    }

    impl<'de> de::SeqAccess<'de> for Items<'_, 'de> {
        type Error = Error;

        fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
            if self.left == 0 {
                return Ok(None);
            }
            self.left -= 1;
            seed.deserialize(&mut *self.reader).map(Some)
        }

        fn size_hint(&self) -> Option<usize> {
            Some(self.left)
        }
    }

    impl<'de> de::MapAccess<'de> for Items<'_, 'de> {
        type Error = Error;

        fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
            de::SeqAccess::next_element_seed(self, seed)
        }

        fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
            seed.deserialize(&mut *self.reader)
        }
    }

    impl<'de> de::EnumAccess<'de> for &mut Reader<'de> {
        type Error = Error;
        type Variant = Self;

        fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
            let index = u32::from_le_bytes(self.array()?);
            let index: de::value::U32Deserializer<Error> = index.into_deserializer();
            Ok((seed.deserialize(index)?, self))
        }
    }

    impl<'de> de::VariantAccess<'de> for &mut Reader<'de> {
        type Error = Error;

        fn unit_variant(self) -> Result<(), Error> {
            Ok(())
        }

        fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
            seed.deserialize(self)
        }

        fn tuple_variant<V: Visitor<'de>>(self, count: usize, visitor: V) -> Result<V::Value, Error> {
            de::Deserializer::deserialize_tuple(self, count, visitor)
        }

        fn struct_variant<V: Visitor<'de>>(
            self,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Error> {
            de::Deserializer::deserialize_tuple(self, fields.len(), visitor)
        }
    }
}

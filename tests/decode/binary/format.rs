//! A format for this test: numbers as they are, lengths of four bytes, a byte for whether there is a value.

use std::fmt;

use metaclass::{Decode, DecodeError};
use serde::de;
use serde::ser::{self, Serialize};

pub(super) use self::read::Reader;
use self::write::Writer;

mod read;
mod write;

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
    let mut writer = Writer::default();
    value.serialize(&mut writer).unwrap();
    writer.0
}

pub(super) fn from_bytes<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Result<T, DecodeError> {
    metaclass::decode(&mut Reader::new(bytes))
}

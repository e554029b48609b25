//! Constants as limits and as defaults that obey them.

use metaclass::prelude::*;

const LOW: i64 = 1;
const NAME: &str = "né";

#[derive(Dataclass)]
struct Form {
    #[field(min_value = LOW, max_value = 1, default = LOW)]
    count: i64,
    #[field(max_value = 0.1, min_value = -f32::MAX, finite, default = f32::MIN_POSITIVE)]
    ratio: f32,
    #[field(min_length = NAME.len() - 1, max_length = 2, default = NAME)]
    name: &'static str,
    #[field(min_value = Self::LEAST, max_value = 3.5, default = Self::LEAST)]
    least: f64,
    #[field(max_value = u8::MAX, default = Some(u8::MAX))]
    byte: Option<u8>,
    #[field(transform(trim), max_length = 1, default = " a ", into)]
    letter: String,
    #[field(min_length = 1, default = "a".to_owned())]
    word: String,
}

impl Form {
    const LEAST: f64 = -1.0;
}

#[derive(Dataclass)]
struct Array<const N: usize> {
    #[field(max_items = N, default)]
    items: Vec<u16>,
}

fn main() {
    assert!(Form!().validate().is_ok());
    assert!(Array::<2>::new().validate().is_ok());
}

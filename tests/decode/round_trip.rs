//! What is written can be read, and is the same.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;

use metaclass::json;
use metaclass::prelude::*;

use crate::random::Random;

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid, rename_all = "camelCase")]
struct All {
    small_int: i8,
    large_int: u64,
    float: f64,
    short: f32,
    flag: bool,
    letter: char,
    text: String,
    shared_text: Arc<str>,
    maybe: Option<i64>,
    unit: (),
    bytes: Vec<u8>,
    list: Vec<Option<String>>,
    queue: VecDeque<i16>,
    array: [u16; 3],
    tuple: (i64, String, Option<bool>),
    set: BTreeSet<String>,
    by_name: BTreeMap<String, Vec<i64>>,
    by_number: HashMap<i32, char>,
    by_flag: BTreeMap<bool, u8>,
    inner: Option<Box<All>>,
    inners: Vec<Small>,
    #[field(rename = "the address", alias = "address")]
    address: IpAddr,
}

#[derive(Dataclass, Clone, Copy)]
#[dataclass(serde)]
struct Small {
    x: i64,
}

fn text(random: &mut Random) -> String {
    const PARTS: [&str; 12] = ["", "a", "é", "\"", "\\", "\n", "\0", "😀", "\u{202e}", "/", "\u{7f}", "</script>"];
    (0..random.below(5)).map(|_| random.pick(&PARTS)).collect()
}

fn int(random: &mut Random) -> i64 {
    random.pick(&[0, 1, -1, i64::MIN, i64::MAX, 1 << 53, (1 << 53) + 1])
}

fn all(random: &mut Random, depth: usize) -> All {
    let numbers = |random: &mut Random| (0..random.below(3)).map(|_| int(random)).collect::<Vec<_>>();
    All!(
        small_int = random.pick(&[i8::MIN, 0, i8::MAX]),
        large_int = random.pick(&[0, u64::MAX, 1 << 60]),
        // Those that the parser of JSON reads exactly.
        float = random.pick(&[0.0, -0.0, 1.5, 1e300, 5e-324, f64::MAX, -0.1, 1e21]),
        short = random.pick(&[0.0, 0.1, f32::MAX, f32::MIN_POSITIVE, -1.5]),
        flag = random.below(2) == 0,
        letter = random.pick(&['a', '"', '\0', '😀']),
        text = text(random),
        shared_text = text(random).into(),
        maybe = random.pick(&[None, Some(5)]),
        unit = (),
        bytes = (0..random.below(4)).map(|_| random.pick(&[0, 127, 255])).collect(),
        list = (0..random.below(3)).map(|i| (i > 0).then(|| text(random))).collect(),
        queue = (0..random.below(3)).map(|_| random.pick(&[i16::MIN, 0, i16::MAX])).collect(),
        array = [1, random.pick(&[0, u16::MAX]), 3],
        tuple = (int(random), text(random), random.pick(&[None, Some(true)])),
        set = (0..random.below(3)).map(|_| text(random)).collect(),
        by_name = (0..random.below(3)).map(|_| (text(random), numbers(random))).collect(),
        by_number = (0..random.below(3)).map(|_| (random.pick(&[i32::MIN, 0, 7]), 'x')).collect(),
        by_flag = (0..random.below(3)).map(|i| (i == 0, 1)).collect(),
        inner = (depth > 0 && random.below(2) == 0).then(|| Box::new(all(random, depth - 1))),
        inners = (0..random.below(3)).map(|_| Small!(int(random))).collect(),
        address = random.pick(&[IpAddr::from([127, 0, 0, 1]), IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1_u16])])
    )
}

#[test]
fn random_instances_come_back_from_json() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..2_000 {
        let value = all(&mut random, 3);
        let text = json::to_string(&value).unwrap();
        let read: All = json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error:#}"));
        assert_eq!(read, value, "{text}");
        assert_eq!(json::to_string(&read).unwrap().len(), text.len());
        assert_eq!(json::from_value::<All>(serde_json::to_value(&value).unwrap()).unwrap(), value);
        assert_eq!(serde_json::from_str::<All>(&text).unwrap(), value);
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(json::from_reader::<All>(pretty.as_bytes()).unwrap(), value);
        assert!(All::spec().decode_json(&text).is_err(), "foreign types cannot be read by a description");
    }
}

#[test]
fn values_come_back_too() {
    for text in [
        "null",
        "true",
        "-1",
        "18446744073709551615",
        "1.5",
        r#""a""#,
        "[]",
        r#"[1,[2.5,null],{"a":{}}]"#,
        r#"{"b":1,"a":[{"c":"d"}]}"#,
    ] {
        let value: Value = json::from_str(text).unwrap();
        assert_eq!(json::to_string(&value).unwrap(), text);
    }
}

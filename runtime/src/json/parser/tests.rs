use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::*;
use crate::json::random::Random;

mod expected;
mod random;
mod texts;

fn read<'de, T: Deserialize<'de>>(mut parser: Parser<'de>) -> Result<T, String> {
    let value = T::deserialize(&mut parser).map_err(|error| error.to_string())?;
    parser.end().map_err(|error| error.to_string())?;
    Ok(value)
}

/// Reads as `serde_json` does: the same value, or the same words at the same place.
#[track_caller]
fn agrees<'de, T: Deserialize<'de> + Debug>(bytes: &'de [u8]) {
    let shown = |result: Result<T, String>| format!("{result:?}");
    let expected = shown(serde_json::from_slice(bytes).map_err(|error| error.to_string()));
    assert_eq!(shown(read(Parser::from_slice(bytes))), expected, "{}", String::from_utf8_lossy(bytes));
    if let Ok(text) = str::from_utf8(bytes) {
        assert_eq!(shown(read(Parser::from_str(text))), expected, "{text}");
    }
}

/// The same whether it is read or passed over.
#[track_caller]
#[allow(clippy::zero_sized_map_values, reason = "the names are read")]
fn agrees_on(text: impl AsRef<[u8]>) {
    let bytes = text.as_ref();
    agrees::<Value>(bytes);
    agrees::<IgnoredAny>(bytes);
    agrees::<Vec<IgnoredAny>>(bytes);
    agrees::<BTreeMap<String, IgnoredAny>>(bytes);
}

/// The text as it is, and where something else may stand.
#[track_caller]
fn agrees_everywhere(text: &str) {
    for around in [
        "¦",
        " \n\t\r¦ \n",
        "[¦]",
        "[0,¦]",
        "[¦,",
        "{\"a\":¦}",
        "{\"a\" : 1,\r\n \"é\":¦ }",
        "{¦:1}",
        "{\"a\":1,¦:1}",
        "¦x",
        "\u{feff}¦",
    ] {
        agrees_on(around.replace('¦', text));
    }
}

#[test]
fn whatever_stands_in_a_text_is_read_as_by_serde_json() {
    for text in texts::TEXTS {
        agrees_everywhere(text);
    }
}

#[test]
fn so_is_every_beginning_of_a_text() {
    let text = "\r\n{\"a\": [1, -2.5e3, true, false, null, \"x\\u00e9\\ud83c\\udf89\\\"\"], \"café\" : {\"b\":{}, \"c\":[[]]},\n\"12345678\":\"1234567\\n\"} \n";
    for end in 0..=text.len() {
        agrees_on(&text.as_bytes()[..end]);
        agrees_on([&text.as_bytes()[..end], b"\x00"].concat());
    }
}

#[test]
fn bytes_that_are_no_utf8_are_told_where_somebody_reads_them() {
    for bytes in [
        &b"\xff"[..],
        b"\"\xff\"",
        b"\"abcdefgh\xc3\"",
        b"\"a\\n\xc3\"",
        b"\"\xc3\xa9\xed\xa0\x80\"",
        b"\"\xf0\x9f\x8e\"",
        b"\"\xff",
    ] {
        agrees_on(bytes);
        agrees_on([b"[", bytes, b", \"after\"]"].concat());
        agrees_on([b"{\"\xc3\xa9\": 1, ", bytes, b": 2}"].concat());
        agrees_on([b"{\"a\": ", bytes, b", \"\xc3\xa9\": \"\xc3\xa9\\n\"}"].concat());
        // It is passed over here.
        agrees::<(Vec<IgnoredAny>, String)>(&[b"[[", bytes, b"], \"\xc3\xa9\"]"].concat());
    }
}

#[test]
fn as_deep_as_serde_json() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]"), (" [ 0, ", "\n]")] {
        for depth in [1, 62, 63, 64, 126, 127, 128, 129, 400] {
            let text = [&open.repeat(depth), "null", &close.repeat(depth)].concat();
            agrees_on(&text);
            agrees_on(open.repeat(depth));
            agrees_on(text.strip_suffix(close).unwrap());
        }
    }
}

/// Takes an error within for nothing, once, and reads on.
struct Lenient;

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Lenient {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        let _ = items.next_element::<Self>();
        let _ = items.next_element::<Self>();
        Ok(self)
    }
}

#[test]
fn an_error_that_is_taken_for_nothing_leads_no_deeper() {
    let text = ["[".repeat(LEVELS.into()), ",[".to_owned()].concat();
    let error = read::<Lenient>(Parser::from_str(&text)).err();
    assert_eq!(error.as_deref(), Some("EOF while parsing a list at line 1 column 130"));
}

/// What a type may ask for by its name.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "they are shown")]
struct Asking<'a> {
    bool: Option<bool>,
    small: Option<u8>,
    int: Option<i64>,
    wide: Option<i128>,
    wider: Option<u128>,
    single: Option<f32>,
    float: Option<f64>,
    letter: Option<char>,
    text: Option<String>,
    #[serde(borrow)]
    borrowed: Option<&'a str>,
    unit: Option<()>,
    pair: Option<(u8, String)>,
    list: Option<Vec<i16>>,
    numbered: Option<BTreeMap<u32, bool>>,
    by_letter: Option<BTreeMap<char, u8>>,
    by_truth: Option<BTreeMap<bool, u8>>,
    by_choice: Option<BTreeMap<Choice, u8>>,
    choice: Option<Choice>,
    new: Option<New>,
    nested: Option<Box<Asking<'a>>>,
    value: Option<Value>,
}

#[derive(Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(dead_code, reason = "they are shown")]
enum Choice {
    One,
    Two(u8),
    Three(u8, String),
    Four { a: u8 },
}

#[derive(Deserialize, Debug)]
#[allow(dead_code, reason = "it is shown")]
struct New(Vec<u8>);

#[test]
fn types_that_ask_for_something_get_it() {
    for text in [
        r#"{"bool": true, "small": 255, "int": -5, "wide": -170141183460469231731687303715884105728, "single": 0.1, "float": 1e300}"#,
        r#"{"wider": 340282366920938463463374607431768211455, "letter": "é", "text": "a\nb", "borrowed": "é", "unit": null}"#,
        r#"{"pair": [1, "a"], "list": [1, -2], "numbered": {"1": true, "22": false}, "by_letter": {"a": 1}, "by_truth": {"true": 1}}"#,
        r#"{"by_choice": {"One": 1}, "choice": "One", "new": [1, 2], "nested": {"choice": {"Two": 2}}}"#,
        r#"{"choice": {"Three": [1, "a"]}, "nested": {"choice": {"Four": {"a": 1}}}, "value": {"a": [1, {}]}}"#,
        r#"{"bool": null, "small": null, "text": null}"#,
        r#"{"choice": {"Two": }}"#,
        r#"{"choice": {"Four": {"b": 1}}}"#,
        r#"{"choice": "Five"}"#,
        r#"{"small": 256}"#,
        r#"{"small": -1}"#,
        r#"{"small": 1.5}"#,
        r#"{"text": 1}"#,
        r#"{"text": null, "text": null}"#,
        r#"{"other": null}"#,
        r#"{"float": 1e400}"#,
        r#"{"borrowed": "\n"}"#,
        r#"{"pair": [1]}"#,
        r#"{"pair": [1, "a", 2]}"#,
        r#"{"pair": [1, "a", ]}"#,
        r#"{"pair": [1, "a" "#,
        r#"{"pair": [1, "a" ; "#,
    ] {
        agrees::<Asking>(text.as_bytes());
    }
}

/// Takes the first thing within, and leaves the rest; one that is refused is an error.
#[derive(Debug)]
struct First<const IS_REFUSED: bool>;

impl<'de, const IS_REFUSED: bool> Deserialize<'de> for First<IS_REFUSED> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<const IS_REFUSED: bool> First<IS_REFUSED> {
    fn told<E: serde::de::Error>(self) -> Result<Self, E> {
        match IS_REFUSED {
            true => Err(E::custom("is refused")),
            false => Ok(self),
        }
    }
}

impl<'de, const IS_REFUSED: bool> Visitor<'de> for First<IS_REFUSED> {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list or a dict")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        items.next_element::<IgnoredAny>()?;
        self.told()
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut entries: A) -> Result<Self, A::Error> {
        entries.next_entry::<IgnoredAny, IgnoredAny>()?;
        self.told()
    }
}

#[test]
fn what_is_left_of_a_list_is_told() {
    for text in [
        "[1]",
        "[1,2]",
        "[1,]",
        "[1 , ]",
        "[1 2]",
        "[1",
        "[1,",
        "[1}",
        r#"{"a":1}"#,
        r#"{"a":1 ,"b":2}"#,
        r#"{"a":1]"#,
        r#"{"a":1"#,
        "1",
        "null",
    ] {
        agrees::<First<false>>(text.as_bytes());
        agrees::<First<false>>(format!(" \n{text}").as_bytes());
        agrees::<First<true>>(text.as_bytes());
        agrees::<Vec<First<true>>>(format!("[\n {text} \n]").as_bytes());
    }
}

/// Takes what `serde_json` hands over as it is written: under a name of its own.
struct AsWritten {
    is_number: bool,
}

impl<'de> serde::de::DeserializeSeed<'de> for AsWritten {
    type Value = (String, String);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        match self.is_number {
            true => deserializer.deserialize_any(self),
            false => deserializer.deserialize_newtype_struct("$serde_json::private::RawValue", self),
        }
    }
}

impl<'de> Visitor<'de> for AsWritten {
    type Value = (String, String);

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("what is handed over as it is written")
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(("u64".to_owned(), String::new()))
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        Ok(entries.next_entry()?.unwrap())
    }
}

#[test]
fn what_is_asked_for_as_it_is_written_is_handed_over_so() {
    use serde::de::DeserializeSeed as _;

    let read = |text: &'static str, is_number: bool| {
        let mut parser = Parser::from_str(text);
        parser.is_precise = is_number;
        let (name, text) = AsWritten { is_number }.deserialize(&mut parser).map_err(|error| error.to_string())?;
        parser.end().map_err(|error| error.to_string())?;
        Ok::<_, String>(format!("{name} {text}"))
    };
    for raw in ["1.50", "{\"a\": [1, \"\\u00e9\"]}", "\"é\"", "null"] {
        assert_eq!(read(raw, false), Ok(format!("$serde_json::private::RawValue {raw}")));
    }
    assert_eq!(read("[1, }", false), Err("expected value at line 1 column 5".to_owned()));
    for (number, kept) in [("1.50", "1.50"), ("1E400", "1e+400"), ("-0", "-0"), ("-1.0e-5", "-1.0e-5")] {
        assert_eq!(read(number, true), Ok(format!("$serde_json::private::Number {kept}")));
    }
    assert_eq!(read("18446744073709551615", true), Ok("u64 ".to_owned()));
    assert_eq!(read("1.", true), Err("EOF while parsing a value at line 1 column 2".to_owned()));
}

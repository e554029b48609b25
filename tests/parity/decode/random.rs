//! Random texts: those of the table, changed at random.

use std::collections::BTreeSet;
use std::fmt;

use super::table::CLASSES;
use crate::random::Random;

/// Documents for each class.
const DOCUMENTS: usize = 2_000;

/// A document: names may come twice, and scalars are kept as they are written.
#[derive(Clone)]
enum Json {
    Scalar(String),
    List(Vec<Json>),
    Dict(Vec<(String, Json)>),
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(text) => f.write_str(text),
            Self::List(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if i == 0 { "" } else { ",\n " })?;
                }
                f.write_str("]")
            }
            Self::Dict(entries) => {
                f.write_str("{")?;
                for (i, (key, value)) in entries.iter().enumerate() {
                    write!(f, "{}{key}: {value}", if i == 0 { "" } else { ",\n  " })?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Reads a document that is one.
struct Parser<'a>(&'a str);

impl Parser<'_> {
    fn skip(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\n', ',', ':']);
    }

    fn scalar(&mut self) -> String {
        let quoted = self.0.starts_with('"');
        let mut is_escaped = false;
        let is_end = |(i, c): (usize, char)| match quoted {
            true if is_escaped => {
                is_escaped = false;
                None
            }
            true => {
                is_escaped = c == '\\';
                (i > 0 && c == '"').then_some(i + 1)
            }
            false => " \n,:]}".contains(c).then_some(i),
        };
        let end = self.0.char_indices().find_map(is_end).unwrap_or(self.0.len());
        let (scalar, rest) = self.0.split_at(end);
        self.0 = rest;
        scalar.to_owned()
    }

    fn value(&mut self) -> Json {
        self.skip();
        let (mut items, mut entries) = (vec![], vec![]);
        let is_list = match self.0.as_bytes()[0] {
            b'[' => true,
            b'{' => false,
            _ => return Json::Scalar(self.scalar()),
        };
        self.0 = &self.0[1..];
        loop {
            self.skip();
            if let Some(rest) = self.0.strip_prefix([']', '}']) {
                self.0 = rest;
                return if is_list { Json::List(items) } else { Json::Dict(entries) };
            }
            match is_list {
                true => items.push(self.value()),
                false => {
                    let key = self.scalar();
                    entries.push((key, self.value()));
                }
            }
        }
    }
}

const SCALARS: [&str; 24] = [
    "0",
    "1",
    "-1",
    "2",
    "3.0",
    "0.5",
    "-0.0",
    "1e2",
    "255",
    "256",
    "9007199254740993",
    "18446744073709551615",
    "-9223372036854775809",
    "1e300",
    "true",
    "false",
    "null",
    r#""""#,
    r#""ab""#,
    r#""AB\u0301""#,
    r#""a@b.org""#,
    r#""\n""#,
    "[]",
    "{}",
];

const KEYS: [&str; 8] = [r#""a""#, r#""b""#, r#""low""#, r#""x""#, r#""1""#, r#""true""#, r#""\u00e9""#, r#""""#];

/// Changes something somewhere.
fn change(json: &mut Json, random: &mut Random) {
    let is_here = random.below(4) == 0;
    match json {
        Json::List(items) if !is_here && !items.is_empty() => {
            let (i, j) = (random.below(items.len()), random.below(items.len()));
            match random.below(8) {
                0 => drop(items.remove(i)),
                1 => items.insert(i, items[j].clone()),
                2 => items.swap(i, j),
                3 => items.insert(i, Json::Scalar(random.pick(&SCALARS).to_owned())),
                _ => change(&mut items[i], random),
            }
        }
        Json::Dict(entries) if !is_here && !entries.is_empty() => {
            let (i, j) = (random.below(entries.len()), random.below(entries.len()));
            match random.below(8) {
                0 => drop(entries.remove(i)),
                1 => entries.insert(i, entries[j].clone()),
                2 => entries.swap(i, j),
                3 => entries[i].0 = random.pick(&KEYS).to_owned(),
                _ => change(&mut entries[i].1, random),
            }
        }
        Json::Dict(entries) if random.below(2) == 0 => {
            entries.push((random.pick(&KEYS).to_owned(), Json::Scalar(random.pick(&SCALARS).to_owned())));
        }
        Json::List(items) if random.below(2) == 0 => items.push(Json::Scalar(random.pick(&SCALARS).to_owned())),
        _ => *json = Json::Scalar(random.pick(&SCALARS).to_owned()),
    }
}

#[test]
fn both_halves_say_the_same_of_random_documents() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut read, mut codes) = (0, BTreeSet::new());
    for (pair, texts) in CLASSES {
        let pair = pair();
        let documents: Vec<Json> = texts
            .iter()
            .filter(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
            .map(|text| Parser(text).value())
            .collect();
        for _ in 0..DOCUMENTS {
            let mut document = random.pick(&documents);
            for _ in 0..=random.below(4) {
                change(&mut document, &mut random);
            }
            let summaries = pair.outcome(&document.to_string()).summaries();
            read += usize::from(summaries.is_empty());
            codes.extend(summaries.into_iter().map(|summary| summary.rsplit(": ").next().unwrap().to_owned()));
        }
    }
    assert!(read > CLASSES.len() * DOCUMENTS / 100, "{read}");
    assert!(codes.len() > 25, "{codes:?}");
}

#[test]
fn both_halves_say_the_same_of_damaged_texts() {
    const BYTES: &[u8] = b"\"\\{}[]:,0.e-+ \ntfnu\x01\x7f";
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    for (pair, texts) in CLASSES {
        let pair = pair();
        for _ in 0..DOCUMENTS / 4 {
            let mut bytes = random.pick(texts).as_bytes().to_vec();
            for _ in 0..=random.below(3) {
                if bytes.is_empty() {
                    break;
                }
                let i = random.below(bytes.len());
                match random.below(3) {
                    0 => bytes.truncate(i),
                    1 => drop(bytes.remove(i)),
                    _ => bytes[i] = random.pick(BYTES),
                }
            }
            pair.outcome(&String::from_utf8_lossy(&bytes));
        }
    }
}

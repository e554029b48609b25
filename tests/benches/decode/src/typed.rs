//! serde_json into structs: alone, which is the floor, and with garde.

use std::sync::LazyLock;

use garde::{Report, Validate};
use regex::Regex;
use serde::Deserialize;

use crate::contender::Decode;
use crate::draft::STATUSES;
use crate::records::Sees;

/// The macro of garde cannot compile it: its engine for patterns has no tables for `\s`.
static EMAIL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[^@\s]+@[^@\s]+\.[^@\s]+$").expect("a pattern"));

#[derive(Deserialize, Validate)]
struct Address {
    #[garde(length(chars, min = 1, max = 100))]
    street: String,
    #[garde(length(chars, min = 1, max = 80))]
    city: String,
    #[garde(pattern("^[0-9]{5}$"))]
    zip: String,
    #[garde(length(chars, min = 2, max = 2))]
    country: String,
    #[garde(length(chars, max = 20))]
    unit: Option<String>,
}

#[derive(Deserialize, Validate)]
struct User {
    #[garde(range(min = 1))]
    id: u64,
    #[garde(length(chars, min = 1, max = 64))]
    name: String,
    #[garde(pattern("^[a-z0-9_]{3,20}$"))]
    username: String,
    #[garde(pattern(EMAIL))]
    email: String,
    #[garde(range(min = 18, max = 150))]
    age: u32,
    #[garde(range(min = 0.0, max = 100.0))]
    score: f64,
    /// Text for everybody; as a Rust enum it would make the floor some 2 % faster.
    #[garde(custom(is_status))]
    status: String,
    #[garde(dive)]
    address: Address,
    #[garde(length(max = 10), inner(length(chars, min = 1, max = 24)))]
    tags: Vec<String>,
    #[garde(length(chars, min = 1, max = 32))]
    nickname: Option<String>,
}

/// garde has no rule for one of several texts.
fn is_status<C>(text: &str, _: &C) -> garde::Result {
    match STATUSES.contains(&text) {
        true => Ok(()),
        false => Err(garde::Error::new("is no status")),
    }
}

pub(crate) struct TypedOnly;

impl Decode for TypedOnly {
    const NAME: &'static str = "serde_json typed only";
    const SEES: Sees = Sees::Types;
    type Error = serde_json::Error;

    fn decode(line: &str) -> Result<impl Sized, serde_json::Error> {
        serde_json::from_str::<User>(line)
    }

    fn faults(_: &serde_json::Error) -> usize {
        1
    }
}

pub(crate) struct Garde;

pub(crate) enum Error {
    Json(#[allow(dead_code, reason = "what a program would print")] serde_json::Error),
    Rules(Report),
}

impl Decode for Garde {
    const NAME: &'static str = "serde_json typed + garde";
    const SEES: Sees = Sees::AllFaults;
    type Error = Error;

    fn decode(line: &str) -> Result<impl Sized, Error> {
        let user: User = serde_json::from_str(line).map_err(Error::Json)?;
        user.validate().map_err(Error::Rules)?;
        Ok(user)
    }

    fn faults(error: &Error) -> usize {
        match error {
            Error::Json(_) => 1,
            Error::Rules(report) => report.iter().count(),
        }
    }
}

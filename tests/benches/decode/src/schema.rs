//! serde_json into its `Value`: alone, and with jsonschema.

use std::sync::LazyLock;

use jsonschema::{PatternOptions, Validator};
use serde_json::{Value, json};

use crate::contender::Decode;
use crate::draft::STATUSES;
use crate::records::Sees;

/// With the engine for patterns that the others have; it is the faster one.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let options = jsonschema::options().with_pattern_options(PatternOptions::regex());
    options.build(&schema()).expect("a schema")
});

fn schema() -> Value {
    let text = |min: u32, max: u32| json!({ "type": "string", "minLength": min, "maxLength": max });
    let pattern = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    let or_null = |min: u32, max: u32| json!({ "type": ["string", "null"], "minLength": min, "maxLength": max });
    json!({
        "type": "object",
        "properties": {
            "id": { "type": "integer", "minimum": 1 },
            "name": text(1, 64),
            "username": pattern("^[a-z0-9_]{3,20}$"),
            "email": pattern(r"^[^@\s]+@[^@\s]+\.[^@\s]+$"),
            "age": { "type": "integer", "minimum": 18, "maximum": 150 },
            "score": { "type": "number", "minimum": 0, "maximum": 100 },
            "status": { "type": "string", "enum": STATUSES },
            "address": {
                "type": "object",
                "properties": {
                    "street": text(1, 100),
                    "city": text(1, 80),
                    "zip": pattern("^[0-9]{5}$"),
                    "country": text(2, 2),
                    "unit": or_null(0, 20),
                },
                "required": ["street", "city", "zip", "country"],
            },
            "tags": { "type": "array", "maxItems": 10, "items": text(1, 24) },
            "nickname": or_null(1, 32),
        },
        "required": ["id", "name", "username", "email", "age", "score", "status", "address", "tags"],
    })
}

pub(crate) struct ValueOnly;

impl Decode for ValueOnly {
    const NAME: &'static str = "serde_json Value only";
    const SEES: Sees = Sees::Nothing;
    type Error = serde_json::Error;

    fn decode(line: &str) -> Result<impl Sized, serde_json::Error> {
        serde_json::from_str::<Value>(line)
    }

    fn faults(_: &serde_json::Error) -> usize {
        1
    }
}

/// How many faults were told.
pub(crate) struct Told(usize);

/// Says only whether there is a fault.
pub(crate) struct IsValid;

impl Decode for IsValid {
    const NAME: &'static str = "Value + jsonschema is_valid";
    const SEES: Sees = Sees::FirstFault;
    type Error = Told;

    fn decode(line: &str) -> Result<impl Sized, Told> {
        let value: Value = serde_json::from_str(line).map_err(|_| Told(1))?;
        if SCHEMA.is_valid(&value) { Ok(value) } else { Err(Told(1)) }
    }

    fn faults(told: &Told) -> usize {
        told.0
    }
}

pub(crate) struct IterErrors;

impl Decode for IterErrors {
    const NAME: &'static str = "Value + jsonschema iter_errors";
    const SEES: Sees = Sees::AllFaults;
    type Error = Vec<jsonschema::ValidationError<'static>>;

    fn decode(line: &str) -> Result<impl Sized, Self::Error> {
        let value: Value = serde_json::from_str(line).expect("JSON");
        let errors: Vec<_> = SCHEMA.iter_errors(&value).map(jsonschema::ValidationError::to_owned).collect();
        if errors.is_empty() { Ok(value) } else { Err(errors) }
    }

    fn faults(errors: &Self::Error) -> usize {
        errors.len()
    }
}

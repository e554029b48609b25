//! JSON Schema at run time: what is said of values, what is refused, where references lead.

mod alternatives;
mod classes;
mod faults;
mod formats;
mod keywords;
mod parity;
mod references;
mod refused;

use metaclass::Value;
use metaclass::json_schema::JsonSchema;

/// The faults of a value, both given as JSON: place and text of each.
#[track_caller]
fn faults(schema: &str, data: &str) -> Vec<String> {
    let schema: JsonSchema = schema.parse().unwrap();
    let value: Value = metaclass::json::from_str(data).unwrap();
    let report = schema.validate(&value);
    assert_eq!(schema.is_valid(&value), report.is_ok(), "the verdict is that of the report");
    report.err().iter().flat_map(|error| error.issues()).map(ToString::to_string).collect()
}

/// A value has just these faults.
#[track_caller]
fn says(schema: &str, data: &str, expected: &[&str]) {
    assert_eq!(faults(schema, data), expected, "{data} by {schema}");
}

//! JSON Schema at run time: what is said of values, what is refused, where references lead.

mod alternatives;
mod bases;
mod classes;
mod faults;
mod formats;
mod keywords;
mod parity;
mod references;
mod refused;
mod unevaluated;

use metaclass::Value;
use metaclass::json_schema::JsonSchema;
use metaclass::spec::ClassSpec;
use serde_json::Value as Json;

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

/// The class that a schema describes.
#[track_caller]
fn class(schema: &Json) -> ClassSpec {
    ClassSpec::from_json_schema(&schema.to_string()).unwrap_or_else(|error| panic!("{schema}: {error}"))
}

/// The class and the schema say the same of data, and so does the class that is read from the schema of the class.
#[track_caller]
fn agree(schema: &Json, data: &[Json]) {
    let class_again = |class: &ClassSpec| match class.json_schema() {
        // What leads to itself cannot be said again.
        written if written.to_string().contains("'x-check': 'json_schema'") => None,
        written => {
            let again = ClassSpec::from_json_schema(&metaclass::json::to_string(&written).unwrap()).unwrap();
            Some(again)
        }
    };
    let (class, ready) = (class(schema), JsonSchema::loader().assert_formats().load(&schema.to_string()).unwrap());
    let again = class_again(&class);
    for data in data {
        let (text, decoded) = (data.to_string(), class.decode_json(&data.to_string()));
        assert_eq!(ready.decode_json(&text).is_ok(), decoded.is_ok(), "{text} by {schema}: {:?}", decoded.map(drop));
        if let Some(again) = &again {
            assert_eq!(
                again.decode_json(&text).is_ok(),
                ready.decode_json(&text).is_ok(),
                "{text} by {schema}, read again"
            );
        }
    }
}

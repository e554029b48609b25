//! What JSON Schema (draft 2020-12) says of values, against what we say.
//!
//! The cases are in the format of the public JSON-Schema-Test-Suite; `cases/` has our own, written from the
//! specification. `METACLASS_JSONSCHEMA_SUITE=<folder>` runs another folder. A group that has what is not supported is
//! refused as a whole when it is loaded, and listed with what it was refused for.

#![forbid(unsafe_code)]

mod cases;
mod tally;

use std::env;
use std::path::{Path, PathBuf};

use metaclass::json_schema::{JsonSchema, SchemaErrorKind};

use cases::{Group, groups};
use tally::Tally;

/// Compares the verdicts on all values of a group.
fn judge(group: &Group, tally: &mut Tally) {
    let schema = match JsonSchema::from_value(&group.schema) {
        Ok(schema) => schema,
        Err(error) if is_refusal(error.kind()) => return tally.refuse(&group.name, &error, group.tests.len()),
        Err(error) => return tally.fail(&group.name, &format!("does not load: {error}")),
    };
    for test in &group.tests {
        let name = format!("{}: {}", group.name, test.name);
        let report = schema.validate(&test.data);
        if schema.is_valid(&test.data) == report.is_ok() && report.is_ok() == test.is_valid {
            tally.pass();
        } else {
            tally.fail(&name, &format!("expected {}, got {report:?}", test.is_valid));
        }
    }
}

/// Is it a schema that others may well take?
fn is_refusal(kind: SchemaErrorKind) -> bool {
    matches!(kind, SchemaErrorKind::UnsupportedKeyword | SchemaErrorKind::UnresolvedReference)
}

/// Runs all files of a folder.
fn run(folder: &Path, least: usize) {
    let mut tally = Tally::default();
    for group in groups(folder) {
        judge(&group, &mut tally);
    }
    tally.finish(least);
}

#[test]
fn verdicts_are_those_of_the_specification() {
    let own = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/jsonschema_suite/cases"));
    match env::var_os("METACLASS_JSONSCHEMA_SUITE") {
        Some(folder) => run(&PathBuf::from(folder), 1),
        None => run(&own, 300),
    }
}

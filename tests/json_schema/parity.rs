//! The schema of a class finds the faults that the class finds, in its order and words.

use metaclass::json_schema::JsonSchema;
use metaclass::spec::ClassSpec;
use metaclass::validate::rules::KEYS;
use metaclass::{DecodeError, Segment, Value};

use crate::parity::row::{Case, Fault, faults};
use crate::parity::rules::rows;

/// The code of the keyword that says it, if that is not its own.
fn code(fault: &Fault) -> &str {
    match fault.code() {
        "starts_with" | "ends_with" | "contains" | "ascii" | "alphanumeric" | "lowercase" | "uppercase" => "pattern",
        // A schema says of these what is not to be: null, or text that has a pattern.
        "not_contains" | "required_with" | "missing" => "excluded",
        "type" if fault.message().ends_with("got NoneType") => "excluded",
        "format" if fault.params().contains("'ip'") => "none_matches",
        code => code,
    }
}

/// Has JSON Schema a word for the fault?
fn is_sayable(class: &ClassSpec, fault: &Fault) -> bool {
    let is_rule = KEYS.contains(&fault.code()) && !["matches", "check", "finite"].contains(&fault.code());
    let is_ours = ["unit", "'html_email'", "'url'", "'regex'"].iter().any(|word| fault.params().contains(word));
    let is_transformed = class.fields().iter().any(|field| {
        !field.transforms().is_empty() && fault.path.first() == Some(&Segment::Field(field.key().to_owned().into()))
    });
    (is_rule || fault.code() == "missing") && !is_ours && !is_transformed
}

/// Place, code and text of a fault; no text if the keyword has another one, or if it is of a secret.
fn told(fault: &Fault, is_secret: bool) -> (&[Segment], &str, &str) {
    let code = code(fault);
    let has_own_text = ["pattern", "excluded", "none_matches"].contains(&code) || is_secret;
    (&fault.path, code, if has_own_text { "" } else { fault.message() })
}

/// What is wrong with the faults that the schema finds.
fn differs(class: &ClassSpec, schema: &JsonSchema, case: &Case) -> Option<String> {
    let text = metaclass::json::to_string(&Value::from(case.data.clone())).ok()?;
    let found = faults(match schema.decode_json(&text) {
        Err(DecodeError::Invalid(error)) => Err(error),
        read => read.map(drop).map_err(|error| panic!("{text}: {error}")),
    });
    if !class.groups().is_empty() {
        // Which fields are given a schema asks by alternatives, of which it has other things to say.
        let text = || format!("{}: {:?}, but {found:?}, by {}", case.shown, case.found, class.json_schema());
        return (found.is_empty() != case.found.is_empty()).then(text);
    }
    let is_secret = |fault: &Fault| case.found.iter().any(|other| other.is_secret() && other.path == fault.path);
    let found: Vec<_> = found.iter().map(|fault| told(fault, is_secret(fault))).collect();
    let expected = case.found.iter().filter(|fault| is_sayable(class, fault));
    let mut expected: Vec<_> = expected.map(|fault| told(fault, fault.is_secret())).collect();
    // Of two things that are excluded, nothing is told but that.
    expected.dedup_by(|a, b| a == b && a.1 == "excluded");
    // What JSON cannot say was lost on the way.
    let is_lost = ["nan", "inf"].iter().any(|word| case.data.to_string().contains(word));
    (!is_lost && found != expected)
        .then(|| format!("{}: {expected:?}, but {found:?}, by {}", case.shown, class.json_schema()))
}

#[test]
fn a_schema_finds_what_the_class_finds() {
    let rows = rows();
    // Keys that are numbers are text in JSON, and what they obey is not said.
    let sayable = rows.iter().filter(|row| !row.compiled.json_schema().to_string().contains("'x-key'"));
    let mut compared = 0;
    let wrong = sayable.flat_map(|row| {
        let schema = JsonSchema::loader().assert_formats().load_value(&row.compiled.json_schema());
        let schema = schema.unwrap_or_else(|error| panic!("{error}: {}", row.compiled.json_schema()));
        compared += row.cases.len();
        row.cases.iter().filter_map(|case| differs(row.compiled, &schema, case)).collect::<Vec<_>>()
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 300, "only {compared} instances were compared");
}

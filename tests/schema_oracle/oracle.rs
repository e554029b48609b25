//! The verdicts of schemas beside those of validation, on the values of all rows of `parity`.

#[path = "../parity/mod.rs"]
mod parity;

use metaclass::spec::ClassSpec;
use metaclass::validate::rules::KEYS;
use metaclass::value::Dict;
use metaclass::{Path, Segment, Value};
use serde_json::{Map, Value as Json};

use parity::row::{Case, Fault};

/// A value as JSON; `None` if it cannot be written there.
fn to_json(value: &Value) -> Option<Json> {
    Some(match value {
        Value::None => Json::Null,
        Value::True => true.into(),
        Value::False => false.into(),
        Value::Int(value) => (*value).into(),
        Value::Wide(value) => value.get().to_string().parse().map(Json::Number).ok()?,
        Value::Float(value) => serde_json::Number::from_f64(value.get())?.into(),
        Value::Str(text) => (**text).into(),
        Value::Bytes(bytes) => bytes.to_vec().into(),
        Value::List(items) => items.iter().map(to_json).collect::<Option<_>>()?,
        Value::Tuple(items) => items.iter().map(to_json).collect::<Option<_>>()?,
        Value::Set(members) => members.iter().map(to_json).collect::<Option<_>>()?,
        Value::Dict(entries) => object(entries)?,
        _ => return None,
    })
}

fn object(entries: &Dict) -> Option<Json> {
    let entries = entries.iter().map(|(key, value)| Some((name_of(key)?, to_json(value)?)));
    entries.collect::<Option<Map<_, _>>>().map(Json::Object)
}

/// A key as text, if it is one that JSON can have.
fn name_of(key: &Value) -> Option<String> {
    match to_json(key)? {
        Json::String(text) => Some(text),
        scalar @ (Json::Bool(_) | Json::Number(_)) => Some(scalar.to_string()),
        _ => None,
    }
}

/// Has JSON Schema a word for the fault?
fn is_sayable(class: &ClassSpec, fault: &Fault) -> bool {
    // Codes that are no keys are those of functions.
    let has_word = KEYS.contains(&fault.code()) && !["matches", "check"].contains(&fault.code());
    let is_ours = ["unit", "'html_email'", "'url'", "'regex'"].iter().any(|word| fault.params().contains(word));
    let is_transformed = class.fields().iter().any(|field| {
        !field.transforms().is_empty()
            && fault.path.first().is_some_and(|first| *first == Segment::Field(field.key().to_owned().into()))
    });
    (has_word || fault.code() == "missing") && !is_ours && !is_transformed
}

/// What is wrong with the verdict of a schema: it finds no error where there is a fault, or one where there is none.
fn judged(class: &ClassSpec, validator: &jsonschema::Validator, case: &Case) -> Option<String> {
    let data = object(&case.data)?;
    let errors: Vec<String> = validator.iter_errors(&data).map(|error| error.instance_path().to_string()).collect();
    let mut faults = case.found.iter().filter(|fault| is_sayable(class, fault)).peekable();
    let is_right = match faults.peek() {
        None => errors.is_empty(),
        Some(_) => faults.all(|fault| {
            let pointer = fault.path.iter().cloned().collect::<Path>().pointer();
            errors.iter().any(|error| pointer.starts_with(error))
        }),
    };
    (!is_right).then(|| format!("{}: {:?}, and errors at {errors:?}", case.shown, case.found))
}

#[test]
fn schemas_say_what_validation_says() {
    let mut wrong = vec![];
    for row in parity::rules::rows() {
        let schema = to_json(&row.compiled.json_schema()).unwrap();
        let options = jsonschema::options().should_validate_formats(true);
        let validator = options.build(&schema).unwrap_or_else(|error| panic!("{schema}: {error}"));
        let verdicts = row.cases.iter().filter_map(|case| judged(row.compiled, &validator, case));
        wrong.extend(verdicts.map(|verdict| format!("{verdict}, of {schema}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

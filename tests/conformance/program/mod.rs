//! An interpreter of the `program` format: definitions, then operations, with what came of each and what was recorded.
//!
//! All is done through the public interface of classes made at run time. Instances are shared: a program knows them by
//! identity.

mod body;
mod code;
pub(crate) mod dataclass;
mod define;
mod descriptor;
mod enumeration;
mod hooks;
mod later;
mod namespace;
mod ops;
mod values;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

use metaclass::{Error, Value};
use serde_json::{Value as Json, json};

use crate::cases::{Case, text};
use crate::tally::Tally;

/// What a program knows and has done so far.
#[derive(Default)]
pub(crate) struct World {
    variables: Mutex<HashMap<String, Value>>,
    events: Mutex<Vec<Json>>,
    /// What each counting factory gave last.
    counters: Mutex<HashMap<String, i64>>,
    /// The classes whose body has a hash.
    hashes: Mutex<HashSet<String>>,
}

/// An answer that is another than the expected one.
pub(crate) struct Answer<'a> {
    pub(crate) case: &'a Case<'a>,
    /// The operation, or the definition.
    pub(crate) op: &'a Json,
    pub(crate) expected: &'a Json,
}

/// Tells the documented difference that explains an answer, if there is one.
pub(crate) type Differs = fn(&Answer<'_>) -> Option<&'static str>;

/// Runs a case, and compares what came of each definition and operation, and the events.
///
/// A class that later Pythons refuse must be refused with their text. What was recorded of it after that is nothing that
/// they could answer.
pub(crate) fn run(case: &Case<'_>, tally: &mut Tally, differs: Differs) {
    let world = Arc::new(World::default());
    let mut compare = |asked: &Json, got: &Json, expected: &Json| {
        let (shown, wanted) = (shown(got, expected), shown(expected, expected));
        match differs(&Answer { case, op: asked, expected }) {
            Some(reason) if shown != wanted => tally.skip(reason),
            _ => tally.compare(&format!("{} {asked}", case.id()), &shown, &wanted),
        }
    };
    for (def, expected) in case.defs() {
        let made = world.define(def).map_or_else(|error| refusal(&error), |()| json!("ok"));
        if let Some(message) = later::refusal_of(case, def) {
            return compare(def, &made, &json!({ "error": { "type": "TypeError", "message": message } }));
        }
        compare(def, &made, expected);
    }
    for (op, expected) in case.ops() {
        let expected = dataclass::without_types(op, expected);
        compare(op, &world.operate(op).unwrap_or_else(|error| refusal(&error)), &expected);
    }
    let events = Json::Array(std::mem::take(&mut world.events.lock().unwrap()));
    let expected = case.events();
    if events != json!([]) || !expected.is_empty() {
        compare(&Json::Null, &events, &json!(expected));
    }
}

fn refusal(error: &Error) -> Json {
    json!({ "error": { "type": error.kind().name(), "message": error.to_string() } })
}

/// What is compared of an outcome: the parts that the expected one has, but for causes.
fn shown(outcome: &Json, expected: &Json) -> String {
    let error = &outcome["error"];
    if !error.is_null() {
        // Later Pythons put a blank where the recorded one puts a newline, leave out a full stop, and add to some texts.
        let message = text(&error["message"]).replace('\n', " ").replace(". Consider using", " Consider using");
        let message = message.trim_end_matches(" and no __dict__ for setting new attributes");
        let message = message.split(". Did you mean ").next().unwrap_or_default();
        let default = "follows default argument";
        let message = message.find(default).map_or(message, |at| &message[..at + default.len()]);
        return format!("{}: {message}", text(&error["type"]));
    }
    let parts: Vec<&String> = expected.as_object().into_iter().flatten().map(|(key, _)| key).collect();
    match &parts[..] {
        [] => outcome.to_string(),
        // What was expected to fail has not.
        parts if parts.iter().all(|part| outcome[part.as_str()].is_null()) => outcome.to_string(),
        parts => parts.iter().map(|key| outcome[key.as_str()].to_string()).collect::<Vec<_>>().join(" and "),
    }
}

impl World {
    fn bind(&self, name: &str, value: Value) {
        self.variables.lock().unwrap().insert(name.to_owned(), value);
    }

    fn record(&self, event: Vec<Json>) {
        self.events.lock().unwrap().push(Json::Array(event));
    }
}

/// A value in an event: numbers, texts, truth values, None and lists stay what they are, all else is its repr.
fn event(value: &Value) -> Json {
    match value {
        Value::None => Json::Null,
        Value::True | Value::False => json!(value.is_truthy()),
        Value::Int(int) => json!(int),
        Value::Float(float) => json!(float.get()),
        Value::Str(text) => json!(**text),
        Value::List(items) => items.iter().map(event).collect(),
        other => json!(other.repr().to_string()),
    }
}

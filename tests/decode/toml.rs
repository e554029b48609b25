//! The same class from TOML.

use std::collections::BTreeMap;

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid)]
struct Server {
    #[field(min_length = 1)]
    host: String,
    #[field(default = 80)]
    port: u16,
    #[field(default)]
    ratio: Option<f64>,
    #[field(default)]
    tags: Vec<String>,
    #[field(default)]
    limits: BTreeMap<String, i64>,
    #[field(default)]
    inner: Option<Box<Server>>,
    #[field(default)]
    at: Option<toml::value::Datetime>,
}

const GOOD: &str = r#"
host = "a"
ratio = 1
tags = ["x", "y"]
at = 2024-02-29T12:00:00Z
limits.cpu = 2

[inner]
host = "b"
port = 8_080
ratio = 1.5
"#;

const BAD: &str = r#"
host = ""
port = 70_000
tags = ["x", 1]
limits.cpu = "x"
z = 1

[inner]
ratio = "half"
port = 1.5
"#;

const FAULTS: [&str; 8] = [
    "host: must have at least 1 character",
    "port: expected int from 0 to 65535, got 70000",
    "tags[1]: expected str, got int",
    "limits['cpu']: expected int, got str",
    "inner.host: required",
    "inner.port: expected int, got float",
    "inner.ratio: expected float, got str",
    "z: unknown field",
];

#[test]
fn a_class_is_read_from_toml() {
    let server: Server = toml::from_str(GOOD).unwrap();
    assert_eq!((server.host.as_str(), server.port, server.ratio), ("a", 80, Some(1.0)));
    assert_eq!((server.tags.len(), server.limits["cpu"]), (2, 2));
    assert_eq!(server.inner.as_ref().map(|inner| (inner.port, inner.ratio)), Some((8080, Some(1.5))));
    assert_eq!(server.at.map(|at| at.to_string()).as_deref(), Some("2024-02-29T12:00:00Z"));
    let again: Server = metaclass::decode(toml::Deserializer::parse(GOOD).unwrap()).unwrap();
    assert_eq!(again, server);
}

#[test]
fn all_faults_are_told() {
    let error = metaclass::decode::<Server, _>(toml::Deserializer::parse(BAD).unwrap()).unwrap_err();
    let told: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(told, FAULTS);
    // Only the text of JSON is looked at again.
    assert!(error.issues().iter().all(|issue| issue.line().is_none()));
    let error = toml::from_str::<Server>(BAD).unwrap_err();
    assert!(error.to_string().contains(&format!("Validation errors: {}", FAULTS.join("; "))), "{error}");
}

#[test]
fn a_description_reads_toml_too() {
    let error = Server::spec().decode(toml::Deserializer::parse(BAD).unwrap()).unwrap_err();
    let told: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(told, FAULTS);
}

#[test]
fn what_is_written_can_be_read() {
    let server: Server = toml::from_str(GOOD).unwrap();
    let table = toml::Table::try_from(&server).unwrap();
    assert_eq!(metaclass::decode::<Server, _>(toml::Value::Table(table)).unwrap(), server);
}

//! `format`: an annotation, unless it is to be asserted.

use metaclass::json_schema::{JsonSchema, SchemaErrorKind};
use metaclass::validate::Format;

#[test]
fn a_format_is_an_annotation() {
    for name in ["email", "idn-email", "regex", "whatever"] {
        let schema: JsonSchema = serde_json::json!({ "format": name }).to_string().parse().unwrap();
        assert!(schema.is_valid(&"\u{0}".into()));
    }
}

#[test]
fn a_format_can_be_asserted() {
    let load = |name: &str| {
        let schema = serde_json::json!({ "properties": { "x": { "format": name } } }).to_string();
        JsonSchema::loader().assert_formats().load(&schema)
    };
    for name in
        ["email", "uri", "ipv4", "ipv6", "uuid", "date", "time", "date-time", "duration", "hostname", "json-pointer"]
    {
        let schema = load(name).unwrap();
        let error = schema.decode_json(r#"{"x": "\u0000~"}"#).unwrap_err();
        let own = Format::from_name(&name.replace('-', "_")).unwrap();
        assert_eq!(error.issues()[0].params().get("format"), Some(&own.name().into()));
        assert!(schema.decode_json(r#"{"x": 1}"#).is_ok());
    }
    for name in ["idn-email", "idn-hostname", "iri", "uri-reference", "uri-template", "regex", "ip", "", "whatever"] {
        let error = load(name).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (SchemaErrorKind::UnsupportedKeyword, "/properties/x/format"));
        assert_eq!(error.message(), format!("the format '{name}' is not supported"));
    }
}

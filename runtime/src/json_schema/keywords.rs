//! The keywords: one row each.
//!
//! A row is a name, whether schemas lie within its value, and what it says of values. What has no row is refused, unless
//! it begins with `x-`.
//!
//! Source: JSON Schema Core and JSON Schema Validation (2020-12).

use super::compile::Draft;
use super::error::SchemaErrorKind;
use super::locations::Fault;
use super::written::{annotation, dialect, flag, limit, list, text};
use crate::signature::closest;
use crate::validate::cut;
use crate::value::Value;

/// A keyword.
pub(super) struct Keyword {
    pub(super) name: &'static str,
    pub(super) holds: Holds,
    /// Adds what it says to a schema in the making.
    pub(super) read: fn(&mut Draft<'_, '_, '_>, &Value) -> Result<(), Fault>,
}

/// What schemas lie within the value of a keyword.
pub(super) enum Holds {
    Nothing,
    Schema,
    List,
    Named,
}

macro_rules! keywords {
    ($($name:literal $holds:ident $read:path;)*) => {
        /// All of them.
        const KEYWORDS: &[Keyword] = &[$(Keyword { name: $name, holds: Holds::$holds, read: |draft, value| $read(draft, value) },)*];

        /// Their names.
        const NAMES: &[&str] = &[$($name,)*];
    };
}

keywords! {
    "$schema" Nothing dialect;
    "$id" Nothing annotation;
    "$anchor" Nothing annotation;
    "$ref" Nothing Draft::reference;
    "$defs" Named annotation;
    "$comment" Nothing text;
    "title" Nothing Draft::title;
    "description" Nothing text;
    "default" Nothing annotation;
    "examples" Nothing list;
    "deprecated" Nothing flag;
    "readOnly" Nothing flag;
    "writeOnly" Nothing flag;
    "contentEncoding" Nothing text;
    "contentMediaType" Nothing text;
    "contentSchema" Schema annotation;
    "type" Nothing Draft::types;
    "enum" Nothing Draft::one_of;
    "const" Nothing Draft::equals;
    "minLength" Nothing Draft::min_length;
    "maxLength" Nothing Draft::max_length;
    "pattern" Nothing Draft::pattern;
    "format" Nothing Draft::format;
    "minimum" Nothing Draft::min_value;
    "maximum" Nothing Draft::max_value;
    "exclusiveMinimum" Nothing Draft::exclusive_min;
    "exclusiveMaximum" Nothing Draft::exclusive_max;
    "multipleOf" Nothing Draft::multiple_of;
    "minItems" Nothing Draft::min_items;
    "maxItems" Nothing Draft::max_items;
    "uniqueItems" Nothing Draft::unique_items;
    "prefixItems" List Draft::prefix_items;
    "items" Schema Draft::items;
    "unevaluatedItems" Schema Draft::unevaluated_items;
    "contains" Schema Draft::contains;
    "minContains" Nothing limit;
    "maxContains" Nothing limit;
    "minProperties" Nothing Draft::min_properties;
    "maxProperties" Nothing Draft::max_properties;
    "properties" Named Draft::properties;
    "required" Nothing Draft::required;
    "patternProperties" Named Draft::pattern_properties;
    "additionalProperties" Schema Draft::additional_properties;
    "unevaluatedProperties" Schema Draft::unevaluated_properties;
    "propertyNames" Schema Draft::property_names;
    "dependentRequired" Nothing Draft::dependent_required;
    "dependentSchemas" Named Draft::dependent_schemas;
    "allOf" List Draft::all_of;
    "anyOf" List Draft::any_of;
    "oneOf" List Draft::exactly_one_of;
    "not" Schema Draft::not;
    "if" Schema Draft::condition;
    "then" Schema annotation;
    "else" Schema annotation;
}

/// The keyword of this name.
pub(super) fn find(name: &str) -> Option<&'static Keyword> {
    KEYWORDS.iter().find(|keyword| keyword.name == name)
}

/// What is said of a name that is no keyword here.
pub(super) fn unsupported(name: &str) -> Fault {
    let instead = match name {
        "definitions" => Some("$defs"),
        "id" => Some("$id"),
        "additionalItems" => Some("items"),
        "dependencies" => Some("dependentRequired"),
        name if is_known_elsewhere(name) => None,
        name => closest(name, NAMES.iter().copied()),
    };
    let hint = instead.map_or_else(String::new, |name| format!(". Did you mean '{name}'?"));
    (SchemaErrorKind::UnsupportedKeyword, format!("keyword '{}' is not supported{hint}", cut(name)))
}

/// Is it a keyword of the standard that we do not have, and so no misspelt one?
fn is_known_elsewhere(name: &str) -> bool {
    matches!(name, "$dynamicRef" | "$dynamicAnchor" | "$recursiveRef" | "$recursiveAnchor" | "$vocabulary")
}

//! `#[field(..)]`

use syn::{LitStr, Path};

use super::keyed::{Given, Repeated};
use super::options::options;
use super::rules::{Rules, Transforms};
use super::values::{DefaultValue, Mark, Metadata, Off, OffOr, Switch};

/// The keywords of all rules.
const RULES: &[&str] = &super::rules::keys();

options! {
    /// The options of a field.
    FieldOptions in "field" {
        /// `default`: that of the type. `default = expr`: evaluated each time, sees earlier fields by reference.
        default: Given<DefaultValue>,
        /// `init = false`: the constructor does not take it; it gets its default.
        init: Given<Switch>,
        /// `repr = false` hides it from repr and `Debug`; `repr = path` shows what that function makes of it.
        repr: Given<OffOr<Path>>,
        /// `compare = false`: `==` and order do not look at it, nor does the hash.
        compare: Given<Switch>,
        /// `hash = false`: the hash does not look at it.
        hash: Given<Switch>,
        /// By keyword only.
        kw_only: Given<Switch>,
        /// The constructor takes whatever turns `into` the type.
        into: Given<Switch>,
        /// `optional = false`: an `Option` has no default by itself in `schema!`.
        optional: Given<Off>,
        /// The name in data.
        rename: Given<LitStr>,
        /// A further name that data may use; may be repeated.
        alias: Repeated<LitStr>,
        /// Identifies the instance.
        primary_key: Given<Mark>,
        /// Its value is shown nowhere.
        secret: Given<Mark>,
        /// A value that is not `None`, of a field that could be.
        required: Given<Mark>,
        /// Data must name it, even where `None` may stand there.
        present: Given<Mark>,
        /// In data, `1.0` is no integer.
        strict: Given<Mark>,
        /// `transform(trim, lowercase, uppercase, with = path)`: made before the rules look at a value.
        transform: Given<Transforms>,
        /// `metadata(key = literal, ..)`: data of the user's in the description.
        metadata: Given<Metadata>,
    }
    rest rules: Rules = RULES;
    foreign {
        "nullable" => "write `Option<..>`",
        "length" => "write `min_length = 1, max_length = 10`, or `min_items` and `max_items` for a list",
        "len" => "write `min_length = 1, max_length = 10`, or `min_items` and `max_items` for a list",
        "range" => "write `min_value = 0, max_value = 10`",
        "min" => "write `min_value`, `min_length`, `min_items` or `min_properties`",
        "max" => "write `max_value`, `max_length`, `max_items` or `max_properties`",
        "minimum" => "write `min_value`",
        "maximum" => "write `max_value`",
        "exclusive_minimum" => "write `exclusive_min`",
        "exclusive_maximum" => "write `exclusive_max`",
        "ge" => "write `min_value`",
        "gt" => "write `exclusive_min`",
        "le" => "write `max_value`",
        "lt" => "write `exclusive_max`",
        "greater" => "write `exclusive_min`",
        "less" => "write `exclusive_max`",
        "len_char_min" => "write `min_length`",
        "len_char_max" => "write `max_length`",
        "not_empty" => "write `min_length = 1`, or `min_items = 1` for a list",
        "allow_inf_nan" => "write `finite`",
        "email" => "write `format = email`",
        "url" => "write `format = url`",
        "uri" => "write `format = uri`",
        "ip" => "write `format = ip`",
        "ipv4" => "write `format = ipv4`",
        "ipv6" => "write `format = ipv6`",
        "uuid" => "write `format = uuid`",
        "regex" => "write `pattern = \"..\"`",
        "prefix" => "write `starts_with = \"..\"`",
        "suffix" => "write `ends_with = \"..\"`",
        "does_not_contain" => "write `not_contains = \"..\"`",
        "enumerate" => "write `one_of = [..]`",
        "choices" => "write `one_of = [..]`",
        "const" => "write `equals = ..`",
        "must_match" => "write `matches = other_field`",
        "custom" => "write `check = path`",
        "validator" => "write `check = path`",
        "predicate" => "write `check = path`",
        "validate" => "write the rules themselves, or `check = path`; `#[dataclass(validate)]` makes them hold always",
        "inner" => "write `items(..)`, or `keys(..)` and `values(..)` for a dict",
        "nested" => "the fields of a dataclass are always checked; leave it out",
        "dive" => "the fields of a dataclass are always checked; leave it out",
        "sanitize" => "write `transform(trim, lowercase)`",
        "trim" => "write `transform(trim)`",
        "default_factory" => "`default = expr` is evaluated each time: write `default = Vec::new()`",
        "factory" => "`default = expr` is evaluated each time: write `default = Vec::new()`",
        "default_value" => "write `default = ..`",
        "value" => "write `default = ..`",
        "skip" => "`init = false` leaves it out of the constructor, `repr = false` out of the repr, `compare = false` out of `==`",
        "eq" => "write `compare = false`",
        "order" => "write `compare = false`",
        "debug" => "write `repr = false`",
        "converter" => "write `into`",
        "setter" => "write `into`",
        "doc" => "write a doc comment",
        "type" => "the type stands behind the name",
        "serde" => "write `rename = \"..\"` or `alias = \"..\"` itself",
        "pk" => "write `primary_key`",
        "init_var" => "an argument that is no field belongs to the struct: `#[dataclass(init_var(name: Type))]`",
    }
}

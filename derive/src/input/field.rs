//! `#[field(..)]`

use syn::{LitStr, Path};

use super::keyed::{Given, Repeated};
use super::options::options;
use super::values::{DefaultValue, Mark, Metadata, OffOr, Switch};

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
        into: Given<Mark>,
        /// The name in data.
        rename: Given<LitStr>,
        /// A further name that data may use; may be repeated.
        alias: Repeated<LitStr>,
        /// Identifies the instance.
        primary_key: Given<Mark>,
        /// Its value is shown nowhere.
        secret: Given<Mark>,
        /// `metadata(key = literal, ..)`: data of the user's in the description.
        metadata: Given<Metadata>,
    }
    later {
        "required" "nullable" "strict" "min_length" "max_length" "unit" "min_items" "max_items" "unique_items"
        "min_properties" "max_properties" "keys" "values" "items" "min_value" "max_value" "exclusive_min"
        "exclusive_max" "multiple_of" "finite" "pattern" "format" "starts_with" "ends_with" "contains" "not_contains"
        "ascii" "alphanumeric" "lowercase" "uppercase" "one_of" "equals" "matches" "required_with" "check" "transform"
        "message"
    }
    foreign {
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

//! Classes that the recorded Python made with a warning, and that later ones refuse.

use serde_json::Value as Json;

use super::World;
use crate::cases::{Case, list};

/// What Python 3.13 says of an automatic value that follows what is no number: it is one more than the highest value so
/// far. The recorded Python passed over all but numbers, and warned.
pub(super) fn refusal_of(case: &Case<'_>, def: &Json) -> Option<String> {
    if case.expected()["warnings"].is_null() {
        return None;
    }
    let values: Vec<&Json> = list(&def["body"]).iter().filter_map(|part| part.get("value")).collect();
    let is_automatic = |value: &Json| value["$auto"] == true;
    let is_numeric = |value: &Json| value.is_number() || is_automatic(value);
    let other = values.iter().position(|value| !is_numeric(value))?;
    let automatic = other + values[other..].iter().position(|value| is_automatic(value))?;
    match values[..automatic] {
        [only] => Some(format!("unable to increment {}", World::default().value(only).ok()?.repr())),
        // Two that are no numbers may have an order.
        ref mixed if mixed.iter().any(|value| is_numeric(value)) => {
            Some("unable to sort non-numeric values".to_owned())
        }
        _ => None,
    }
}

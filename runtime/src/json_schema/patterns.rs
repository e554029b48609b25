//! The patterns of a schema: each text is compiled once, and there is a limit to all of them.

use std::collections::HashMap;

use super::error::SchemaErrorKind;
use super::locations::Fault;
use crate::validate::rules::Pattern;

/// How many there may be.
const MAX_PATTERNS: usize = 256;

/// The patterns of a schema by their texts.
#[derive(Default)]
pub(super) struct Patterns(HashMap<String, Pattern>);

impl Patterns {
    /// The pattern of this text, which is written as in ECMA-262.
    pub(super) fn compile(&mut self, text: &str) -> Result<Pattern, Fault> {
        if let Some(known) = self.0.get(text) {
            return Ok(known.clone());
        }
        if self.0.len() == MAX_PATTERNS {
            return Err((SchemaErrorKind::TooLarge, format!("there are more than {MAX_PATTERNS} patterns")));
        }
        let pattern = Pattern::from_ecma(text);
        let pattern = pattern.map_err(|error| (SchemaErrorKind::InvalidKeyword, error.message().to_owned()))?;
        self.0.insert(text.to_owned(), pattern.clone());
        Ok(pattern)
    }
}

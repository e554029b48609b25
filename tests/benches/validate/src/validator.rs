//! validator.

use std::sync::LazyLock;

use regex::Regex;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use crate::contender::Validated;
use crate::samples::{SLUG, samples};

static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new(SLUG).expect("a pattern"));

#[derive(Validate)]
pub(crate) struct Item {
    #[validate(length(min = 1, max = 64))]
    name: String,
    #[validate(range(min = 1, max = 1000))]
    quantity: u32,
}

#[derive(Validate)]
pub(crate) struct Record {
    #[validate(range(min = 1, max = 1_000_000))]
    id: u64,
    #[validate(length(min = 1, max = 64))]
    name: String,
    #[validate(range(min = 18, max = 150))]
    age: u32,
    #[validate(range(min = 0.0, max = 100.0))]
    score: f64,
    #[validate(email)]
    email: String,
    #[validate(regex(path = *PATTERN))]
    slug: String,
    #[validate(nested)]
    items: Vec<Item>,
    #[allow(dead_code, reason = "has no rule")]
    active: bool,
}

impl Validated for Record {
    const NAME: &'static str = "validator";
    type Error = ValidationErrors;

    samples!();

    fn check(&self) -> Result<(), ValidationErrors> {
        self.validate()
    }

    fn count(error: &ValidationErrors) -> usize {
        let counts = error.errors().values().map(|kind| match kind {
            ValidationErrorsKind::Field(errors) => errors.len(),
            ValidationErrorsKind::Struct(inner) => Self::count(inner),
            ValidationErrorsKind::List(items) => items.values().map(|inner| Self::count(inner)).sum(),
        });
        counts.sum()
    }
}

//! Ours.

use metaclass::prelude::*;
use metaclass::validate::ValidationError;

use crate::contender::Validated;
use crate::samples::samples;

#[derive(Dataclass)]
pub(crate) struct Item {
    #[field(min_length = 1, max_length = 64)]
    name: String,
    #[field(min_value = 1, max_value = 1000)]
    quantity: u32,
}

#[derive(Dataclass)]
pub(crate) struct Record {
    #[field(min_value = 1, max_value = 1_000_000)]
    id: u64,
    #[field(min_length = 1, max_length = 64)]
    name: String,
    #[field(min_value = 18, max_value = 150)]
    age: u32,
    #[field(min_value = 0.0, max_value = 100.0)]
    score: f64,
    #[field(format = email)]
    email: String,
    #[field(pattern = "^[a-z0-9_-]+$")]
    slug: String,
    items: Vec<Item>,
    #[field(default = true)]
    active: bool,
}

impl Validated for Record {
    const NAME: &'static str = "metaclass";
    type Error = ValidationError;

    samples!();

    fn check(&self) -> Result<(), ValidationError> {
        self.validate()
    }

    fn count(error: &ValidationError) -> usize {
        error.issues().len()
    }
}

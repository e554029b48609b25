//! garde.

use garde::{Report, Validate};

use crate::contender::Validated;
use crate::samples::samples;

#[derive(Validate)]
pub(crate) struct Item {
    #[garde(length(chars, min = 1, max = 64))]
    name: String,
    #[garde(range(min = 1, max = 1000))]
    quantity: u32,
}

#[derive(Validate)]
pub(crate) struct Record {
    #[garde(range(min = 1, max = 1_000_000))]
    id: u64,
    #[garde(length(chars, min = 1, max = 64))]
    name: String,
    #[garde(range(min = 18, max = 150))]
    age: u32,
    #[garde(range(min = 0.0, max = 100.0))]
    score: f64,
    #[garde(email)]
    email: String,
    #[garde(pattern("^[a-z0-9_-]+$"))]
    slug: String,
    #[garde(dive)]
    items: Vec<Item>,
    #[garde(skip)]
    #[allow(dead_code, reason = "has no rule")]
    active: bool,
}

impl Validated for Record {
    const NAME: &'static str = "garde";
    type Error = Report;

    samples!();

    fn check(&self) -> Result<(), Report> {
        self.validate()
    }

    fn count(error: &Report) -> usize {
        error.iter().count()
    }
}

//! serde_valid, which has no e-mail: a pattern stands in.

use serde_valid::Validate;
use serde_valid::validation::Errors;

use crate::contender::Validated;
use crate::samples::samples;

#[derive(Validate)]
pub(crate) struct Item {
    #[validate(min_length = 1)]
    #[validate(max_length = 64)]
    name: String,
    #[validate(minimum = 1)]
    #[validate(maximum = 1000)]
    quantity: u32,
}

#[derive(Validate)]
pub(crate) struct Record {
    #[validate(minimum = 1)]
    #[validate(maximum = 1_000_000)]
    id: u64,
    #[validate(min_length = 1)]
    #[validate(max_length = 64)]
    name: String,
    #[validate(minimum = 18)]
    #[validate(maximum = 150)]
    age: u32,
    #[validate(minimum = 0.0)]
    #[validate(maximum = 100.0)]
    score: f64,
    #[validate(pattern = r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$")]
    email: String,
    #[validate(pattern = "^[a-z0-9_-]+$")]
    slug: String,
    #[validate]
    items: Vec<Item>,
    #[allow(dead_code, reason = "has no rule")]
    active: bool,
}

impl Validated for Record {
    const NAME: &'static str = "serde_valid";
    type Error = Errors;

    samples!();

    fn check(&self) -> Result<(), Errors> {
        self.validate()
    }

    fn count(error: &Errors) -> usize {
        match error {
            Errors::Array(array) => array.errors.len() + array.items.values().map(Self::count).sum::<usize>(),
            Errors::Object(object) => object.errors.len() + object.properties.values().map(Self::count).sum::<usize>(),
            Errors::NewType(errors) => errors.len(),
        }
    }
}

//! Written by hand: what a program without a library would do. The e-mail function, the engine for patterns and the way
//! to count characters are those that ours uses, so that what is left is the cost of the framework.

use std::fmt;
use std::sync::LazyLock;

use metaclass::validate::Format;
use regex::Regex;

use crate::contender::Validated;
use crate::samples::{SLUG, samples};

static PATTERN: LazyLock<Regex> = LazyLock::new(|| Regex::new(SLUG).expect("a pattern"));

pub(crate) struct Item {
    name: String,
    quantity: u32,
}

pub(crate) struct Record {
    id: u64,
    name: String,
    age: u32,
    score: f64,
    email: String,
    slug: String,
    items: Vec<Item>,
    #[allow(dead_code, reason = "has no rule")]
    active: bool,
}

/// Where it is, and what is wrong.
struct Fault {
    path: String,
    message: String,
}

pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    fn push(&mut self, path: impl Into<String>, message: &str) {
        self.0.push(Fault { path: path.into(), message: message.to_owned() });
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Validation errors:")?;
        for (i, Fault { path, message }) in self.0.iter().enumerate() {
            let between = if i == 0 { "" } else { ";" };
            write!(f, "{between} {path}: {message}")?;
        }
        Ok(())
    }
}

/// Between 1 and 64 characters? Like ours it counts them only if the number of bytes does not tell.
fn has_length(text: &str) -> bool {
    !text.is_empty() && (text.len() <= 64 || text.chars().count() <= 64)
}

impl Item {
    fn validate(&self, i: usize, faults: &mut Faults) {
        if !has_length(&self.name) {
            faults.push(format!("items[{i}].name"), "must have 1 to 64 characters");
        }
        if !(1..=1000).contains(&self.quantity) {
            faults.push(format!("items[{i}].quantity"), "must be between 1 and 1000");
        }
    }
}

impl Validated for Record {
    const NAME: &'static str = "by hand";
    type Error = Faults;

    samples!();

    fn check(&self) -> Result<(), Faults> {
        let mut faults = Faults(Vec::new());
        if !(1..=1_000_000).contains(&self.id) {
            faults.push("id", "must be between 1 and 1000000");
        }
        if !has_length(&self.name) {
            faults.push("name", "must have 1 to 64 characters");
        }
        if !(18..=150).contains(&self.age) {
            faults.push("age", "must be between 18 and 150");
        }
        if !(0.0..=100.0).contains(&self.score) {
            faults.push("score", "must be between 0 and 100");
        }
        if !Format::Email.check(&self.email) {
            faults.push("email", "must be an e-mail address");
        }
        if !PATTERN.is_match(&self.slug) {
            faults.push("slug", "must match the pattern '^[a-z0-9_-]+$'");
        }
        for (i, item) in self.items.iter().enumerate() {
            item.validate(i, &mut faults);
        }
        if faults.0.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn count(error: &Faults) -> usize {
        error.0.len()
    }
}

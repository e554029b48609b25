//! Classes that are read from data and written, with every option that changes how.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::Arc;

use metaclass::Dataclass;
use metaclass::validate::{Issue, ValidationError};

/// Almost all options at once.
#[derive(Dataclass, Clone)]
#[dataclass(serde, validate, extra = forbid, rename_all = "camelCase", check(is_ordered, fields(low, high_value)))]
#[dataclass(post_init = Self::finish, init_var(scale: i64 = 1, label: Option<String> = None))]
pub(crate) struct Everything {
    /// The lowest.
    #[field(strict, min_value = 0, transform(with = same))]
    low: i64,
    #[field(rename = "high", alias = "top")]
    high_value: i64,
    address: IpAddr,
    #[field(required, min_length = 1, transform(trim, lowercase))]
    text: Option<String>,
    #[field(items(items(max_value = 3), min_items = 1))]
    grid: Vec<Vec<i64>>,
    #[field(default, keys(ascii), values(check = is_small))]
    dict: BTreeMap<String, u8>,
    #[field(default)]
    foreign: HashMap<u32, IpAddr>,
    #[field(default, secret)]
    token: Option<Box<str>>,
    #[field(default = low + 1)]
    next: i64,
    #[field(init = false, default = grid.len())]
    size: usize,
    #[field(default)]
    children: Vec<Self>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "fields are passed by reference")]
const fn is_ordered(low: &i64, high: &i64) -> bool {
    *low <= *high
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "fields are passed by reference")]
const fn is_small(value: &u8) -> bool {
    *value < 9
}

const fn same(value: i64) -> i64 {
    value
}

impl Everything {
    fn finish(&mut self, scale: i64, label: Option<String>) -> Result<(), ValidationError> {
        if scale == 0 {
            return Err(Issue::check("scale must not be 0").into());
        }
        self.next *= scale;
        self.text = label.or_else(|| self.text.take());
        Ok(())
    }
}

/// Borrows, and has parameters.
#[derive(Dataclass, Clone)]
#[dataclass(serde)]
pub(crate) struct Borrowed<'a, T, const N: usize> {
    text: &'a str,
    either: Cow<'a, str>,
    shared: Arc<[T]>,
    array: [u8; 4],
    #[field(init = false, default = N)]
    count: usize,
}

/// Nothing.
#[derive(Dataclass, Clone, Copy)]
#[dataclass(serde, extra = forbid)]
pub(crate) struct Empty {}

/// Never read.
#[derive(Dataclass)]
#[dataclass(serde, call = make_unread)]
pub(crate) struct Unread {
    x: u8,
}

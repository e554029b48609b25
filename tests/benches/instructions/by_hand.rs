//! The same, written by hand.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use crate::operations::{ARGUMENTS, Arguments, Sum, calls_of_methods, comparisons, repeat};

struct Record {
    id: u32,
    count: i64,
    ratio: f64,
    label: &'static str,
    active: bool,
    size: u64,
}

impl Record {
    fn new(id: u32, count: i64, ratio: f64, label: &'static str, active: bool) -> Self {
        Self { id, count, ratio, label, active, size: 7 }
    }
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.count == other.count
            && self.ratio == other.ratio
            && self.label == other.label
            && self.active == other.active
            && self.size == other.size
    }
}

impl PartialOrd for Record {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match self.id.cmp(&other.id).then_with(|| self.count.cmp(&other.count)) {
            Ordering::Equal => {}
            order => return Some(order),
        }
        match self.ratio.partial_cmp(&other.ratio) {
            Some(Ordering::Equal) => {}
            order => return order,
        }
        let rest = self.label.cmp(other.label).then_with(|| self.active.cmp(&other.active));
        Some(rest.then_with(|| self.size.cmp(&other.size)))
    }
}

struct Texts {
    id: u32,
    name: String,
    note: Option<String>,
    tags: Vec<String>,
    active: bool,
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.name == other.name
            && self.note == other.note
            && self.tags == other.tags
            && self.active == other.active
    }
}

impl Eq for Texts {}

impl PartialOrd for Texts {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let texts = self.id.cmp(&other.id).then_with(|| self.name.cmp(&other.name));
        let lists = texts.then_with(|| self.note.cmp(&other.note)).then_with(|| self.tags.cmp(&other.tags));
        Some(lists.then_with(|| self.active.cmp(&other.active)))
    }
}

impl Hash for Texts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
        self.name.hash(state);
        self.note.hash(state);
        self.tags.hash(state);
        self.active.hash(state);
    }
}

struct Frozen {
    id: u32,
    ratio: f64,
    name: String,
    tags: Vec<String>,
}

impl Frozen {
    fn id(&self) -> u32 {
        self.id
    }

    fn ratio(&self) -> f64 {
        self.ratio
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn tags(&self) -> &Vec<String> {
        &self.tags
    }
}

#[inline(never)]
fn by_keyword(arguments: &Arguments) -> Record {
    Record {
        id: arguments.id,
        count: arguments.count,
        active: arguments.active,
        label: arguments.label,
        ratio: arguments.ratio,
        size: 7,
    }
}

comparisons!();
calls_of_methods!();

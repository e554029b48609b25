use metaclass::prelude::*;

use std::collections::HashMap;

#[derive(Dataclass)]
#[dataclass(hash)]
struct Job {
    counts: HashMap<String, u8>,
}

fn main() {}

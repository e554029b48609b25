use metaclass::prelude::*;

#[derive(Dataclass)]
struct Form {
    #[field(min_length = 1, default)]
    name: String,
    #[field(min_value = 1, default)]
    count: i64,
    #[field(min_items = 1, default)]
    tags: Vec<String>,
    #[field(required, default)]
    note: Option<String>,
}

fn main() {}

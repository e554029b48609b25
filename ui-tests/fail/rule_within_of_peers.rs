use metaclass::prelude::*;

#[derive(Dataclass)]
struct Form {
    #[field(items(gt = 1))]
    numbers: Vec<i64>,
    #[field(items(required))]
    texts: Vec<Option<String>>,
    #[field(items(transform(trim)))]
    names: Vec<String>,
    #[field(items(min_length = 2), message = "hey")]
    words: Vec<String>,
    #[field(required, message = "hey")]
    note: Option<String>,
}

fn main() {}

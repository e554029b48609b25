use metaclass::prelude::*;

fn shorten(text: &str) -> String {
    text.chars().take(3).collect()
}

#[derive(Dataclass)]
struct Form {
    #[field(transform(with = shorten))]
    name: String,
}

fn main() {}

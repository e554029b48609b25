use metaclass::prelude::*;

#[derive(PartialEq, Debug, Clone)]
struct Foreign;

#[derive(Dataclass)]
struct Form {
    #[field(matches = name)]
    count: i64,
    name: String,
}

#[derive(Dataclass)]
struct Other {
    #[field(matches = name)]
    foreign: Foreign,
    name: String,
}

fn main() {}

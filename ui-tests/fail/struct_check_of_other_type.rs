use metaclass::prelude::*;

fn check(name: &String, count: &String) -> bool {
    name == count
}

fn says(_: &String) -> Option<String> {
    None
}

#[derive(Dataclass)]
#[dataclass(check(check, fields(name, count)), check(says, fields(name)))]
struct Form {
    name: String,
    count: i64,
}

fn main() {}

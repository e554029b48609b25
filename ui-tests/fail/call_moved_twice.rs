use metaclass::prelude::*;

#[derive(Dataclass)]
struct Name {
    first: String,
    last: String,
}

fn main() {
    let name = String::new();
    Name!(name, last = name);
}

use metaclass::prelude::*;

struct Handle;

#[derive(Dataclass)]
struct Pair<T> {
    a: T,
}

fn main() {
    Pair!(Handle).repr().to_string();
}

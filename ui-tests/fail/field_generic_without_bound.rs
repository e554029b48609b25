use metaclass::prelude::*;

struct Handle;

#[derive(Dataclass)]
struct Pair<T> {
    a: T,
}

fn main() {
    let _ = Pair!(Handle) == Pair!(Handle);
}

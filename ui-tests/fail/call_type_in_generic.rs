use metaclass::prelude::*;

#[derive(Dataclass)]
struct Pair<T> {
    a: T,
    b: T,
    count: u8,
}

fn main() {
    Pair!(1, "two", 3);
    Pair!(count = "three".to_owned(), a = 1, b = 2);
}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(register)]
struct Pair<T> {
    a: T,
    b: T,
}

#[derive(Dataclass)]
#[dataclass(register)]
struct Borrowed<'a> {
    name: &'a str,
}

schema! {
    #[dataclass(register)]
    struct Many<const N: usize> {
        items: [i64; N],
    }
}

fn main() {}

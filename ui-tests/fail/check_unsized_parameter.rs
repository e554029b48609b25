use metaclass::prelude::*;

#[derive(Dataclass)]
struct Wrapper<T: ?Sized> {
    inner: T,
}

fn main() {}

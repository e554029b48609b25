use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct Inner {
    x: u8,
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    inner: Inner,
    list: Vec<Inner>,
}

fn main() {}

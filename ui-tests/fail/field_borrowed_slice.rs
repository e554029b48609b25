use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde)]
struct Inner {
    x: u8,
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    numbers: &'static [i64],
    inner: &'static Inner,
}

fn main() {}

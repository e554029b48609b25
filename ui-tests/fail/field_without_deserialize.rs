use metaclass::prelude::*;

#[derive(Clone, Debug, PartialEq)]
struct Plain(u8);

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    plain: Plain,
}

fn main() {}

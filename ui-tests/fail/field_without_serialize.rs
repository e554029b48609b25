use metaclass::prelude::*;

#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
struct Plain(u8);

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    plain: Plain,
}

fn main() {}

use metaclass::prelude::*;

#[derive(Dataclass, serde::Serialize, serde::Deserialize)]
#[dataclass(serde)]
struct C {
    x: u8,
}

fn main() {}

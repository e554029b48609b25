use metaclass::prelude::*;

#[derive(Dataclass)]
union Bits {
    int: u32,
    float: f32,
}

fn main() {}

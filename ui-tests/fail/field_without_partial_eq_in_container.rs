use metaclass::prelude::*;

struct Handle;

#[derive(Dataclass)]
struct Job {
    id: u32,
    handles: Vec<Handle>,
}

fn main() {}

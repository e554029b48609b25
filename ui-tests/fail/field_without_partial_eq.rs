use metaclass::prelude::*;

struct Handle;

#[derive(Dataclass)]
struct Job {
    id: u32,
    handle: Handle,
}

fn main() {}

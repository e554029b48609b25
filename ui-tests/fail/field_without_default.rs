use metaclass::prelude::*;

struct Handle;

#[derive(Dataclass)]
#[dataclass(eq = false)]
struct Job {
    #[field(default)]
    handle: Handle,
}

fn main() {}

use metaclass::prelude::*;

struct Handle;

#[derive(Dataclass)]
#[dataclass(eq = false)]
struct Job {
    #[field(into)]
    handle: Handle,
}

fn main() {
    Job::new("handle");
}

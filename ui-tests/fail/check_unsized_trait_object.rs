use metaclass::prelude::*;

#[derive(Dataclass)]
struct Job {
    run: dyn Fn(),
}

fn main() {}

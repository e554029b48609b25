use metaclass::prelude::*;

#[derive(Dataclass)]
struct Guard {
    name: String,
}

impl Drop for Guard {
    fn drop(&mut self) {}
}

fn main() {}

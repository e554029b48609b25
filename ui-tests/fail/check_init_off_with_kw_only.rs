use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(init = false, default, kw_only)]
    name: String,
}

fn main() {}

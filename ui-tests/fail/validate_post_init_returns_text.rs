use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(validate, post_init = Self::finish)]
struct User {
    size: u8,
}

impl User {
    fn finish(&mut self) -> &'static str {
        "no"
    }
}

fn main() {}

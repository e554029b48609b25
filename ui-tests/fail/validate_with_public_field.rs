use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(validate)]
pub struct User {
    #[field(min_length = 1)]
    pub name: String,
}

fn main() {}

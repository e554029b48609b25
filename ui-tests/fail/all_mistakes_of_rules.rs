use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(check(f, fields(nothing)))]
struct User {
    #[field(min_length = 3, max_length = 2, min_value = 1)]
    name: String,
    #[field(max_value = 1000, default = 7, one_of = [1, "x"])]
    age: u8,
    #[field(matches = nmae)]
    again: String,
}

fn main() {}

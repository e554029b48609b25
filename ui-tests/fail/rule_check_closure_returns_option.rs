use metaclass::prelude::*;

#[derive(Dataclass)]
struct Form {
    #[field(check = |x: &i64| Some(*x))]
    typed: i64,
    #[field(check = |x| Some(*x))]
    untyped: i64,
}

fn main() {}

use metaclass::prelude::*;

const WIDE: u128 = u128::MAX;

#[derive(Dataclass)]
struct Form {
    #[field(max_value = 170141183460469231731687303715884105728)]
    written: u128,
    #[field(max_value = WIDE)]
    constant: u128,
}

#[derive(Dataclass)]
struct OnlyConstant {
    #[field(max_value = WIDE)]
    constant: u128,
}

fn main() {}

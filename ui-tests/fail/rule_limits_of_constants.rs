use metaclass::prelude::*;

const LOW: i64 = 10;
const HIGH: i64 = 1;
const ZERO: i64 = 0;

#[derive(Dataclass)]
struct Form {
    #[field(min_value = LOW, max_value = HIGH)]
    crossed: i64,
    #[field(exclusive_min = LOW, exclusive_max = 10)]
    nothing_between: i64,
    #[field(multiple_of = ZERO)]
    step: i64,
    #[field(min_value = f64::NAN)]
    ratio: f64,
    #[field(items(min_value = LOW, max_value = HIGH))]
    list: Vec<i64>,
}

fn main() {}

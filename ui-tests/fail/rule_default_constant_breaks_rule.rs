use metaclass::prelude::*;

const TEN: i64 = 10;
const SHORTEST: usize = 3;
const NAME: &str = "é";

#[derive(Dataclass)]
struct Form {
    #[field(max_value = 3, default = TEN)]
    count: i64,
    #[field(exclusive_min = TEN, default = Some(TEN))]
    more: Option<i64>,
    #[field(finite, default = f64::NAN)]
    ratio: f64,
    #[field(min_length = SHORTEST, default = "ab", into)]
    name: String,
    #[field(min_length = 2, default = NAME)]
    label: &'static str,
    #[field(min_items = SHORTEST, default)]
    tags: Vec<String>,
    #[field(multiple_of = 3, default = Self::STEP)]
    step: i64,
}

impl Form {
    const STEP: i64 = 4;
}

fn main() {
    let _ = Form!().validate();
}

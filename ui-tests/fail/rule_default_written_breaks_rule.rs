use metaclass::prelude::*;

#[derive(Dataclass)]
struct Form {
    #[field(max_value = 3, default = Some(5))]
    count: Option<i64>,
    #[field(format = email, default = "b", into)]
    email: String,
    #[field(pattern = "^a$", default = "b".to_owned())]
    letter: String,
    #[field(multiple_of = 0.1, default = 0.25)]
    step: f64,
    #[field(transform(trim), min_length = 3, default = " a ", into)]
    short: String,
    #[field(required, default = None)]
    note: Option<String>,
}

fn main() {}

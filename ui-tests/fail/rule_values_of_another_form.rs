use metaclass::prelude::*;

const P: &str = "a";

#[derive(Dataclass)]
#[dataclass(check = f)]
struct Form {
    #[field(format = "email")]
    a: String,
    #[field(matches = "a")]
    b: String,
    #[field(min_length = 1, unit = "bytes")]
    c: String,
    #[field(format = date-time)]
    d: String,
    #[field(one_of = ("a", "b"))]
    e: String,
    #[field(pattern = P)]
    f: String,
    #[field(starts_with = P)]
    g: String,
    #[field(min_length = 1, message = format!("{P}"))]
    h: String,
}

fn main() {}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(rename_all = "camelCase", frozen)]
struct Point {
    x: f64,
}

fn main() {}

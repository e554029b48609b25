use metaclass::prelude::*;

type Real = f64;

#[derive(Dataclass)]
#[dataclass(hash)]
struct Point {
    x: Real,
}

fn main() {}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen)]
pub struct Point {
    pub x: f64,
    pub(crate) y: f64,
    z: f64,
}

fn main() {}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(scale: f64))]
struct Point {
    x: f64,
}

impl Point {
    fn finish(&mut self) {}
}

fn main() {}

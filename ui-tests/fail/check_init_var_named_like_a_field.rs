use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(x: f64))]
struct Point {
    x: f64,
}

impl Point {
    fn finish(&mut self, x: f64) {
        self.x *= x;
    }
}

fn main() {}

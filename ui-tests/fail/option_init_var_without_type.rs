use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(scale))]
struct Point {
    x: f64,
}

impl Point {
    fn finish(&mut self, scale: f64) {
        self.x *= scale;
    }
}

fn main() {}

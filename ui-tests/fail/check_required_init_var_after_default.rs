use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(scale: f64))]
struct Point {
    #[field(default = 0.0)]
    x: f64,
}

impl Point {
    fn finish(&mut self, scale: f64) {
        self.x *= scale;
    }
}

fn main() {}

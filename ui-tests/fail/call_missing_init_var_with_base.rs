use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(scale: f64))]
struct Point {
    x: f64,
}

impl Point {
    fn finish(&mut self, scale: f64) {
        self.x *= scale;
    }
}

fn main() {
    let p = Point!(1.0, 2.0);
    Point!(x = 2.0, ..p);
}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(default, post_init = Self::finish, init_var(scale: f64), kw_only)]
struct Point {
    #[field(default)]
    x: f64,
}

impl Point {
    fn finish(&mut self, scale: f64) {
        self.x *= scale;
    }
}

fn main() {}

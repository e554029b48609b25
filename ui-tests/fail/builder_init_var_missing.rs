use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder, post_init = Self::scale, init_var(factor: f64))]
struct Point {
    x: f64,
}

impl Point {
    fn scale(&mut self, factor: f64) {
        self.x *= factor;
    }
}

fn main() {
    Point::builder().x(1.0).build();
}

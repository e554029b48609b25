//! A user's own method of the same name wins over that of the trait.

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new(name = make), tuple = false)]
struct Point {
    x: f64,
}

impl Point {
    fn new() -> Self {
        Self::make(1.0)
    }

    fn repr(&self) -> &'static str {
        "mine"
    }

    fn fields(&self) -> u8 {
        7
    }

    fn as_tuple(&self) -> (f64,) {
        (self.x,)
    }
}

impl Drop for Point {
    fn drop(&mut self) {
        self.x = 0.0;
    }
}

fn main() {
    let p = Point::new();
    assert_eq!((p.repr(), p.fields(), p.as_tuple()), ("mine", 7, (1.0,)));
    assert_eq!(Dataclass::repr(&p).to_string(), "Point(x=1.0)");
    assert_eq!(Point!(x = 1.0), p);
}

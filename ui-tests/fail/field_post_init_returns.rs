use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish)]
struct Point {
    x: f64,
}

impl Point {
    fn finish(&mut self) -> Result<(), String> {
        Ok(())
    }
}

fn main() {}

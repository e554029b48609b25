use metaclass::prelude::*;

schema! {
    #[derive(Copy)]
    pub struct Point {
        pub x: f64,
        y: f64 = 0.0,
    }
}

fn main() {
    assert_eq!(Point!(1.0).to_string(), "Point(x=1.0, y=0.0)");
}

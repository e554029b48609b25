use metaclass::prelude::*;

namedtuple!(Point, "x y x");

fn main() {
    println!("{}", Point!(1, 2, 3).x);
}

use metaclass::prelude::*;

namedtuple!(Point, "x y", defaults = (1, 2));

fn main() {
    println!("{}", Point!(1, 2).x);
}

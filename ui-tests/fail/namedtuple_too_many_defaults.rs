use metaclass::prelude::*;

namedtuple!(Point, "x y", defaults = [1, 2, 3]);

fn main() {
    println!("{}", Point!().x);
}

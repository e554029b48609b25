use metaclass::prelude::*;

namedtuple!(Point, "x y", renamed = true);

fn main() {
    println!("{}", Point!(1, 2).x);
}

use metaclass::prelude::*;

namedtuple!(Point, "x _y");

fn main() {
    println!("{}", Point!(1, 2).x);
}

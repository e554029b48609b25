use metaclass::prelude::*;

namedtuple!(Point, "x y", module = "geo");

fn main() {
    println!("{}", Point!(1, 2).x);
}

use metaclass::prelude::*;

namedtuple!(Point, ["x", 1]);

fn main() {
    println!("{}", Point!(1, 2).x);
}

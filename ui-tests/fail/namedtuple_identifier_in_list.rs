use metaclass::prelude::*;

namedtuple!(Point, ["x", "y z"]);

fn main() {
    println!("{}", Point!(1, 2).x);
}

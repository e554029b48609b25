use metaclass::prelude::*;

namedtuple!(Point, [x, "y"]);

fn main() {
    println!("{}", Point!(1, 2).y);
}

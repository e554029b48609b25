use metaclass::prelude::*;

namedtuple!(Point, "x y" rename = true);

fn main() {
    println!("{}", Point!(1, 2).x);
}

use metaclass::prelude::*;

namedtuple!(Point, x, y);

fn main() {
    println!("{}", Point!());
}

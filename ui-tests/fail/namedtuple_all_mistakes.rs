use metaclass::prelude::*;

namedtuple!(Point, "_x y y 9z self", renamed = true, defaults = [f(), 0, 0, 0, 0, 0]);

fn main() {
    println!("{}", Point!(1, 2, 3, 4, 5).y);
}

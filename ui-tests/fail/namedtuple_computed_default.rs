use metaclass::prelude::*;

namedtuple!(Point, "x y", defaults = [f()]);

fn f() -> u8 {
    1
}

fn main() {
    println!("{}", Point!(f()).x);
}

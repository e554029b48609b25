use metaclass::prelude::*;

namedtuple!(pub type, "x");

fn main() {
    println!("{}", 1);
}

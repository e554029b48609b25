use metaclass::prelude::*;

namedtuple!(9abc, "x");

fn main() {
    println!("{}", 1);
}

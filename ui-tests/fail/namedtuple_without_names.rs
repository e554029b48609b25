use metaclass::prelude::*;

namedtuple!(pub Point);

fn main() {
    println!("{}", Point!());
}

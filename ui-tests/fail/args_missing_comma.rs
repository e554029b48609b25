use metaclass::prelude::*;

fn main() {
    let _ = args!(1 2);
}

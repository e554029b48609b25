use metaclass::prelude::*;

fn main() {
    let _ = args!(1, x = 2, y = 3, x = 4);
}

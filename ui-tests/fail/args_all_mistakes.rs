use metaclass::prelude::*;

fn main() {
    let _ = args!(x = 1, 2, x = 3, y = );
}

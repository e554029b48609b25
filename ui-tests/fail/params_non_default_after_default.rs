use metaclass::prelude::*;

fn main() {
    let _ = params!(x = 1, y, *, z = 2, w);
}

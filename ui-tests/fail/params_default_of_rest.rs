use metaclass::prelude::*;

fn main() {
    let _ = params!(*rest = [1]);
}

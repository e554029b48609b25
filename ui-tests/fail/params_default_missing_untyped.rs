use metaclass::prelude::*;

fn main() {
    let _ = params!(name = , times = 1);
}

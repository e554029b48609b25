use metaclass::prelude::*;

fn main() {
    let _ = params!(name: = 1);
}

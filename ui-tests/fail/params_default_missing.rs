use metaclass::prelude::*;

fn main() {
    let _ = params!(name: Field::str() = );
}

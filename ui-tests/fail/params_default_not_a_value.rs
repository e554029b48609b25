use metaclass::prelude::*;

fn main() {
    let _ = params!(name: Field::any() = std::time::Duration::ZERO);
}

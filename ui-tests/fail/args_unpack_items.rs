use metaclass::prelude::*;

fn main() {
    let _ = args!(*[std::time::Duration::ZERO]);
}

use metaclass::prelude::*;

fn main() {
    call!();
}

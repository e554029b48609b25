use metaclass::prelude::*;

fn main() {
    let _ = {
        let base = 1;
        args!(1, ..base)
    };
}

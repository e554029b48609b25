use metaclass::prelude::*;

fn main() {
    let _ = {
        let times = &3;
        args!(*times)
    };
}

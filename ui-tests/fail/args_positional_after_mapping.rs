use metaclass::prelude::*;

fn main() {
    let _ = {
        let kw = [("x", 1)];
        args!(**kw, 2)
    };
}

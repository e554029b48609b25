use metaclass::prelude::*;

fn main() {
    let _ = {
        let (rest, kw) = ([1], [("x", 1)]);
        args!(**kw, *rest)
    };
}

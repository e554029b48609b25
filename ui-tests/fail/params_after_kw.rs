use metaclass::prelude::*;

fn main() {
    let _ = params!(**kw, x, /);
}

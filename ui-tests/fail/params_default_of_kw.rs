use metaclass::prelude::*;

fn main() {
    let _ = params!(**kw = 1);
}

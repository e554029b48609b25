use metaclass::prelude::*;

fn main() {
    let _ = params!(x = 1, y, x, *rest = 2, *more, **kw, z);
}

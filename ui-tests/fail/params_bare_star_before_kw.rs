use metaclass::prelude::*;

fn main() {
    let _ = params!(x, *, **kw);
}

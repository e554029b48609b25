use metaclass::prelude::*;

struct Foreign;

namedtuple!(One, "x");

fn main() {
    let one: Result<One<Foreign>, _> = One::make([1]);
    drop(one);
}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozn)]
struct Pair<'a, T, const N: usize> {
    a: &'a [T; N],
    b: T,
}

fn main() {
    let p = Pair!(&[1], 2);
    let _ = p == Pair!(&[1], b = 2);
}

use metaclass::prelude::*;

#[derive(Clone, Debug, PartialEq)]
struct Plain(u8);

#[derive(Dataclass)]
#[dataclass(serde)]
struct C<T> {
    value: T,
}

fn main() {
    let _ = metaclass::json::from_str::<C<Plain>>("{}");
}

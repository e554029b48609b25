use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(order)]
struct C {
    x: u8,
}

fn main() {
    let _ = metaclass::json::from_str::<C>("{}");
    let _ = metaclass::json::from_str::<Vec<C>>("[]");
}

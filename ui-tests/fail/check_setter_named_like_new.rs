use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(setters, new(name = set_up))]
struct Table {
    up: bool,
}

fn main() {}

use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder, getters)]
struct House {
    builder: String,
}

fn main() {}

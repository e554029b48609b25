use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(setters, getters)]
struct Tennis {
    score: u8,
    set_score: u8,
}

fn main() {}

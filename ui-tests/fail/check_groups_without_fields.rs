use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(conflicts())]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {}

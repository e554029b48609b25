use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(requires)]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {}

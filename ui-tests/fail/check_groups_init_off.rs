use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(conflicts(email, name))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
    #[field(init = false, default)]
    name: Option<String>,
}

fn main() {}

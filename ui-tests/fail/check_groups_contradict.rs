use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(requires(email, phone), conflicts(email, phone))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {}

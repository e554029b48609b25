use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(at_least_one(email, phone))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {
    let _ = Contact!();
}

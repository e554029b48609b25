use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(conflicts(email, phone), conflicts(phone, email))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {}

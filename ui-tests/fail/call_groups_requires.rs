use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(requires(phone, email))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {
    let _ = Contact!(phone = Some(1));
}

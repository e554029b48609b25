use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(conflicts(email, phone))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {
    let _ = Contact!(email = Some("a".to_owned()), phone = Some(1));
}

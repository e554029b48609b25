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
    let contact = Contact!();
    let _ = Contact!(phone = Some(1), email = Some(String::new()), ..contact);
}

use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(conflicts(email, name))]
struct Contact {
    name: String,
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

fn main() {
    let _ = Contact!("n".to_owned());
}

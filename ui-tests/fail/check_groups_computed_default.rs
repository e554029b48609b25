use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(conflicts(email, tags))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
    #[field(default = Vec::new())]
    tags: Vec<String>,
}

fn main() {}

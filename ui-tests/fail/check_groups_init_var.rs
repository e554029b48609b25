use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish, init_var(flag: bool = false), conflicts(email, flag))]
struct Contact {
    #[field(default)]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
}

impl Contact {
    fn finish(&mut self, _: bool) {}
}

fn main() {}

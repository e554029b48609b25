use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(validate)]
struct User {
    #[field(min_value = 1)]
    size: u8,
}

fn main() {
    let user: User = User!(0);
    let _ = user;
}

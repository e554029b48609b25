mod shop {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    #[dataclass(validate)]
    pub struct User {
        #[field(min_value = 1)]
        size: u8,
    }
}

fn main() {
    if let Ok(mut user) = shop::User::new(1) {
        user.size = 0;
    }
}

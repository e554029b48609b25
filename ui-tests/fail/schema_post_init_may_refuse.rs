use metaclass::prelude::*;
use metaclass::validate::Issue;

schema! {
    #[dataclass(validate, post_init = Self::check)]
    struct Even { x: i64 }

    struct Small: Even { y: i64 = 0 }
}

impl Even {
    fn check(&mut self) -> Result<(), metaclass::ValidationError> {
        if self.x % 2 == 0 { Ok(()) } else { Err(Issue::check("odd").into()) }
    }
}

fn main() {
    println!("{}", Small!(1));
}

use metaclass::prelude::*;

schema! {
    #[dataclass(post_init = Self::scale, init_var(by: i64))]
    struct Size { width: i64 }

    #[dataclass(init_var(depth: i64 = 1))]
    struct Plank: Size { height: i64 }
}

impl Size {
    fn scale(&mut self, by: i64) {
        self.width *= by;
    }
}

fn main() {
    println!("{}", Plank!(1, 2, 3));
}

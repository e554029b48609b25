use metaclass::prelude::*;

schema! {
    #[dataclass(post_init = Self::scale, init_var(by: i64))]
    struct Size { width: i64 }

    #[dataclass(post_init = Self::finish)]
    struct Plank: Size { height: i64 }
}

impl Size {
    fn scale(&mut self, by: i64) {
        self.width *= by;
    }
}

impl Plank {
    fn finish(&mut self, by: i64) {
        self.super_post_init();
        self.height *= by;
    }
}

fn main() {
    println!("{}", Plank!(1, 2, 3));
}

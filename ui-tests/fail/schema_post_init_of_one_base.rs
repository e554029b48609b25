use metaclass::prelude::*;

schema! {
    #[dataclass(post_init = Self::scale, init_var(by: i64))]
    struct Size { width: i64 }

    #[dataclass(post_init = Self::paint, init_var(color: i64))]
    struct Painted { tone: i64 = 0 }

    struct Plank: Size, Painted {}
}

impl Size {
    fn scale(&mut self, by: i64) {
        self.width *= by;
    }
}

impl Painted {
    fn paint(&mut self, color: i64) {
        self.tone = color;
    }
}

fn main() {
    println!("{}", Plank!(1, by = 2, color = 3));
}

use metaclass::prelude::*;

schema! {
    struct Size { width: i64, unit: i64 = 1 }

    #[dataclass(post_init = Self::scale, init_var(width: i64))]
    struct Plank: Size { height: i64 }

    #[dataclass(post_init = Self::scale, init_var(unit: i64))]
    struct Scaled { factor: i64 = 0 }

    #[dataclass(post_init = Self::scale)]
    struct Both: Scaled, Size {}
}

impl Plank {
    fn scale(&mut self, width: i64) {
        self.height *= width;
    }
}

impl Scaled {
    fn scale(&mut self, unit: i64) {
        self.factor = unit;
    }
}

impl Both {
    fn scale(&mut self, unit: i64) {
        self.factor = unit;
    }
}

fn main() {
    println!("{}", Both!(1, unit = 2));
}

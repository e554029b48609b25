use metaclass::prelude::*;

namedtuple! {
    #[dataclass(validate)]
    struct Point {
        #[field(min_value = 0)]
        x: i64,
    }
}

fn main() {
    println!("{}", Point!(1).x);
}

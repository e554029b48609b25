use metaclass::prelude::*;

schema! {
    #[dataclass(base = false)]
    struct Animal { name: String }

    struct Dog: Animal { good: bool = true }
}

fn main() {
    println!("{} {}", Animal!("x"), Dog!());
}

use metaclass::prelude::*;

#[derive(Clone, Debug, PartialEq)]
struct Tag(u8);

schema! {
    #[dataclass(serde = false)]
    pub struct Animal { tag: Tag }
}

fn main() {
    println!("{}", Animal!(Tag(1)));
}

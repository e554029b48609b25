use metaclass::prelude::*;

mod animals {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Tag(u8);

    metaclass::schema! {
        #[dataclass(serde = false)]
        pub struct Animal { tag: Tag }
    }
}

schema! {
    #[dataclass(serde = false)]
    struct Dog: animals::Animal {
        tag: String,
    }
}

fn main() {
    println!("{}", Dog!("x"));
}

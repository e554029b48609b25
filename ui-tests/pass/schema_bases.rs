use metaclass::prelude::*;

mod animals {
    #![deny(missing_docs)]

    metaclass::schema! {
        /// Lives.
        #[dataclass(order)]
        pub struct Animal<'a, T: Clone> {
            /// What it is called.
            name: &'a str,
            /// What it is.
            kind: T,
        }
    }
}

schema! {
    struct Dog<'b>: animals::Animal<'b, Option<u8>> { good: bool = true }
}

fn main() {
    let dog = Dog!("Rex", Some(1));
    assert!(animals::Animal::from(dog).kind.is_some());
}

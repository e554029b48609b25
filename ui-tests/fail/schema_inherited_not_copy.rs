mod base {
    metaclass::schema! {
        pub struct Animal {
            legs: u8,
            name: String,
        }
    }
}

metaclass::schema! {
    #[derive(Copy)]
    pub struct Dog: base::Animal { good: bool = true }
}

fn main() {}

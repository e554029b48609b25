use metaclass::prelude::*;

mod shop {
    metaclass::schema! {
        pub struct Entity {
            #[field(primary_key)]
            id: i64,
        }
    }
}

schema! {
    struct User: shop::Entity {
        #[field(primary_key)]
        name: String,
    }
}

fn main() {
    println!("{}", User!(1, "x"));
}

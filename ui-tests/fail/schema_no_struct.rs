use metaclass::prelude::*;

schema! {
    name: String,
}

fn main() {}

use metaclass::prelude::*;

schema! {
    struct Named { first: String, full: String = format!("{first}!") }

    struct Titled { full: String = "" }

    struct Person: Named, Titled {}
}

fn main() {
    println!("{}", Person!("Ann"));
}

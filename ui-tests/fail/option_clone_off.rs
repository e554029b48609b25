use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(clone = false)]
struct User {
    #[field(optional = false)]
    name: Option<String>,
}

fn main() {
    println!("{}", User!(None).repr());
}

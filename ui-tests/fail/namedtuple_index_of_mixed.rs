use metaclass::prelude::*;

namedtuple! {
    struct Row {
        id: u64,
        name: String,
    }
}

fn main() {
    println!("{}", Row!(1, "a".to_owned())[0]);
}

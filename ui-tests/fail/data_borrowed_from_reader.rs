use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde)]
struct C<'a> {
    name: &'a str,
}

fn main() {
    let _ = metaclass::json::from_reader::<C<'_>>(std::io::empty());
}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde)]
struct C<'a> {
    name: &'a str,
}

fn read() -> C<'static> {
    let text = String::from("{}");
    metaclass::json::from_str(&text).unwrap()
}

fn main() {
    read();
}

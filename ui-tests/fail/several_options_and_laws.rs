use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen, hash)]
pub struct Person {
    #[field(primary_key, secret, repr = show)]
    pub id: i64,
    #[field(primary_key, alais = "mail")]
    email: String,
    height: f64,
}

fn show(_: &i64) -> String {
    String::new()
}

fn main() {}

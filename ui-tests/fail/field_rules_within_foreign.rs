use metaclass::prelude::*;

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Plain(u8);

fn is_small(plain: &Plain) -> bool {
    plain.0 < 9
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    #[field(items(check = is_small))]
    list: Vec<Plain>,
}

fn main() {}

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(strict, rename = "D")]
struct C {
    #[field(extra = forbid, rename_all = "camelCase", serde)]
    x: u8,
}

fn main() {}

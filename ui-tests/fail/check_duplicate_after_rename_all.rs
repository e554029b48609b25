use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde, rename_all = "camelCase")]
struct C {
    first_name: String,
    #[field(rename = "firstName")]
    name: String,
    #[field(alias = "lastName")]
    other: String,
    last_name: String,
}

fn main() {}

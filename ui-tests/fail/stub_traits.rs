use metaclass::prelude::*;

use std::collections::HashSet;

#[derive(Dataclass)]
#[dataclass(hash, default, display, frozn)]
struct Id {
    #[field(default)]
    id: u8,
}

fn main() {
    let ids: HashSet<Id> = [Id::default()].into();
    for id in &ids {
        println!("{id} {id:?}");
    }
}

use metaclass::prelude::*;

#[derive(Clone, Debug, PartialEq)]
struct Plain(u8);

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    list: Vec<Plain>,
    option: Option<Box<Plain>>,
    dict: std::collections::BTreeMap<String, Plain>,
}

fn main() {}

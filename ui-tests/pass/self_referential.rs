//! Classes that hold themselves.

use std::collections::HashMap;
use std::rc::Rc;

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(hash)]
struct Node {
    value: i64,
    #[field(default)]
    next: Option<Box<Node>>,
    #[field(default)]
    children: Vec<Node>,
}

#[derive(Dataclass, Clone)]
struct Tree {
    #[field(default)]
    branches: HashMap<String, Rc<Tree>>,
}

fn main() {
    let list = Node!(1, next = Some(Box::new(Node!(2, children = vec![Node!(3)]))));
    assert_eq!(
        list.repr().to_string(),
        "Node(value=1, next=Node(value=2, next=None, children=[Node(value=3, next=None, children=[])]), children=[])",
    );
    assert_eq!(Tree!().repr().to_string(), "Tree(branches={})");
}

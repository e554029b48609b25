//! `Self` in the type of a private field of a class that others can make.

mod tree {
    use metaclass::prelude::*;

    #[derive(Dataclass, Clone)]
    pub struct Tree {
        pub value: u8,
        #[field(default)]
        children: Vec<Self>,
        #[field(default, into)]
        parent: Option<Box<Self>>,
        #[field(default = children.len())]
        pub count: usize,
    }

    impl Tree {
        pub fn parent(&self) -> Option<&Self> {
            self.parent.as_deref()
        }
    }
}

use tree::Tree;

fn main() {
    let leaf = Tree!(1);
    let tree = Tree!(2, children = vec![leaf.clone()], parent = Some(Box::new(leaf.clone())));
    assert_eq!((tree.count, tree.parent()), (1, Some(&leaf)));
    assert_eq!(Tree!(value = 3, ..tree).count, 1);
}

//! A public class with fields of types that are less visible.

mod shop {
    use metaclass::prelude::*;

    #[derive(Clone, PartialEq, Debug)]
    struct Cents(u32);

    #[derive(Dataclass, Clone)]
    pub struct Item {
        pub name: String,
        price: Cents,
        #[field(default)]
        tags: Vec<Tag>,
    }

    #[derive(Dataclass, Clone)]
    pub(super) struct Tag {
        text: &'static str,
    }

    #[derive(Dataclass)]
    #[dataclass(frozen)]
    pub struct Kept {
        count: u8,
    }

    pub fn item(name: &str, price: u32) -> Item {
        Item!(name.to_owned(), Cents(price), tags = vec![Tag!("new")])
    }

    pub fn tag() -> Tag {
        Tag::new("new")
    }
}

use metaclass::Dataclass as _;

fn main() {
    use shop::{Item, Kept, Tag};

    let item = shop::item("pen", 120);
    assert_eq!(item.repr().to_string(), "Item(name='pen', price=Cents(120), tags=[Tag(text='new')])");
    let other = Item!(name = "ink".to_owned(), ..item.clone());
    assert!(other != item && other.name == "ink");
    assert_eq!(Item::field_names(), ["name", "price", "tags"]);
    assert_eq!(shop::tag(), Tag!("new"));
    assert_eq!(Kept!(3).count(), 3);
}

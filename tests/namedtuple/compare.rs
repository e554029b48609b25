//! `==`, order and hash: those of the tuple, and with it.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash};

use metaclass::prelude::*;

namedtuple!(Color, "red green blue");
namedtuple! { struct Point { x: f64, y: f64 } }
namedtuple! { struct Person { name: String, age: u8 } }

fn hash(value: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

#[test]
fn it_equals_its_tuple_on_both_sides() {
    let c = Color!(255, 128, 0);
    assert_eq!(c, (255, 128, 0));
    assert_eq!((255, 128, 0), c);
    assert_ne!(c, (255, 128, 1));
    assert_eq!(c, Color::new(255, 128, 0));
    assert_eq!(vec![c], [(255, 128, 0)]);
    assert_ne!(Point!(f64::NAN, 0.0), (f64::NAN, 0.0));
}

#[test]
fn items_are_compared_with_whatever_they_can_be_compared_with() {
    let person = Person!("Al".to_owned(), 30);
    assert_eq!(person, ("Al", 30));
    assert_eq!(("Al".to_owned(), 30), person);
    assert_eq!(Color!(1_u8, String::from("a"), vec![1]), (1, "a", [1]));
}

#[test]
fn it_is_ordered_as_its_tuple() {
    let c = Color!(255, 128, 0);
    assert!(c < Color!(255, 129, 0) && c < (255, 129, 0) && (255, 127, 9) < c);
    assert!(Point!(1.0, 2.0) <= Point!(1.0, 2.0) && Point!(0.0, 9.0) < (1.0, 0.0));
    assert_eq!(Point!(f64::NAN, 0.0).partial_cmp(&(0.0, 0.0)), None);
    assert_eq!((0.0, f64::NAN).partial_cmp(&Point!(0.0, 0.0)), None);
    let mut people = vec![Person!("B".to_owned(), 1), Person!("A".to_owned(), 2), Person!("A".to_owned(), 1)];
    people.sort();
    assert_eq!(people, [("A", 1), ("A", 2), ("B", 1)]);
    assert_eq!(people.iter().max(), people.last());
}

#[test]
fn it_hashes_as_its_tuple() {
    assert_eq!(hash(&Color!(255, 128, 0)), hash(&(255, 128, 0)));
    assert_eq!(hash(&Person!("Al".to_owned(), 30)), hash(&("Al".to_owned(), 30_u8)));
    let set: HashSet<_> = [Color!(1, 2, 3), Color!(1, 2, 3), Color!(1, 2, 4)].into();
    assert_eq!(set.len(), 2);
}

#[test]
fn what_an_item_does_not_have_the_tuple_does_not_have() {
    struct Nothing;
    #[derive(Debug, PartialEq)]
    struct OnlyEq;

    namedtuple! { #[dataclass(serde = false)] struct Foreign { nothing: Nothing, x: f64 } }
    namedtuple! { #[dataclass(serde = false)] struct Equal { only: OnlyEq } }

    // It is there, though it cannot be compared.
    let foreign = Foreign!(Nothing, 1.0);
    assert_eq!(foreign.to_string(), "Foreign(nothing=<Nothing>, x=1.0)");
    let (Nothing, x) = foreign.into();
    assert_eq!(x, 1.0);
    assert_eq!(Equal!(OnlyEq), (OnlyEq,));
    assert_eq!(Equal!(OnlyEq), Equal!(OnlyEq));
}

#[test]
fn a_tuple_may_contain_itself() {
    namedtuple! {
        struct Tree {
            label: u8,
            children: Vec<Self> = vec![],
            next: Option<Box<Tree>> = None,
        }
    }

    let tree = Tree!(1, vec![Tree!(2)], next = Some(Box::new(Tree!(3))));
    assert_eq!(tree.clone(), tree);
    assert!(tree < Tree!(1, vec![Tree!(3)]));
    assert_eq!(hash(&tree), hash(&tree.clone()));
}

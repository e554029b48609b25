//! `hash`: `Hash` and `Eq`.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(hash)]
struct Key {
    id: u32,
    name: String,
    #[field(hash = false)]
    long: Vec<u8>,
    #[field(compare = false, default = 0.0)]
    weight: f64,
}

fn hash(value: &impl std::hash::Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

#[test]
fn equal_instances_hash_alike() {
    let key = Key!(1, "a".to_owned(), vec![1]);
    let heavy = Key!(weight = 9.0, ..key.clone());
    assert_eq!(key, heavy);
    assert_eq!(hash(&key), hash(&heavy));
}

#[test]
fn the_hash_looks_at_every_hashed_field() {
    let key = Key!(1, "a".to_owned(), vec![1]);
    assert_ne!(hash(&key), hash(&Key!(id = 2, ..key.clone())));
    assert_ne!(hash(&key), hash(&Key!(name = "b".to_owned(), ..key.clone())));
}

#[test]
fn fields_left_out_of_the_hash_are_still_compared() {
    let key = Key!(1, "a".to_owned(), vec![1]);
    let other = Key!(long = vec![2], ..key.clone());
    assert_ne!(key, other);
    assert_eq!(hash(&key), hash(&other));
}

#[test]
fn instances_are_keys() {
    let key = Key!(1, "a".to_owned(), vec![]);
    let map = HashMap::from([(key.clone(), "found")]);
    assert_eq!(map.get(&key), Some(&"found"));
    assert_eq!(HashSet::from([key.clone(), key]).len(), 1);
}

#[test]
fn the_hash_is_that_of_the_standard_derive() {
    #[derive(Hash)]
    struct Plain {
        id: u32,
        name: String,
    }

    #[derive(Dataclass)]
    #[dataclass(hash)]
    struct Ours {
        id: u32,
        name: String,
    }

    assert_eq!(hash(&Plain { id: 1, name: "a".into() }), hash(&Ours!(1, "a".to_owned())));
}

#[test]
fn the_description_knows_of_the_hash() {
    use metaclass::spec::Options;

    assert!(Key::spec().options().has(Options::HASH));
    let hashed: Vec<&str> = Key::fields().iter().filter(|field| field.is_hashed()).map(|field| field.name()).collect();
    assert_eq!(hashed, ["id", "name"]);
}

#[test]
fn a_generic_class_is_hashed_if_its_parameters_are() {
    #[derive(Dataclass)]
    #[dataclass(hash)]
    struct Pair<T> {
        a: T,
        b: T,
    }

    fn is_eq<T: Eq>(a: &T, b: &T) -> bool {
        a == b
    }

    assert!(is_eq(&Pair!(1, 2), &Pair!(1, 2)));
    assert_eq!(hash(&Pair!("a", "b")), hash(&("a", "b")));
}

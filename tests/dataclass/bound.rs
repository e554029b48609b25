//! `bound(..)` in the place of the inferred bounds.

use std::fmt::Debug;
use std::hash::Hash;
use std::marker::PhantomData;

use metaclass::prelude::*;
use metaclass::{FieldType, Repr};

/// A family of types, itself neither comparable nor printable.
trait Unit {
    const NAME: &'static str;
}

enum Metre {}

impl Unit for Metre {
    const NAME: &'static str = "m";
}

#[derive(Dataclass)]
#[dataclass(bound(), hash)]
struct Length<U: Unit> {
    value: u32,
    #[field(default = PhantomData, repr = false)]
    unit: PhantomData<U>,
}

#[test]
fn no_bounds_at_all() {
    let length: Length<Metre> = Length!(3);
    assert_eq!(length, Length!(3));
    assert_eq!(format!("{length:?}"), "Length { value: 3 }");
    assert_eq!(length.repr().to_string(), "Length(value=3)");
    assert_eq!(Metre::NAME, "m");
    assert_eq!(length.unit, PhantomData);
}

#[test]
fn bounds_of_the_users() {
    #[derive(Dataclass)]
    #[dataclass(bound(T: Debug + PartialEq + Repr + FieldType + Copy))]
    struct Wrapper<T> {
        value: T,
    }

    fn show<T: Debug + PartialEq + Repr + FieldType + Copy>(wrapper: &Wrapper<T>) -> String {
        assert!(wrapper == wrapper);
        format!("{wrapper:?} {}", wrapper.repr())
    }

    assert_eq!(show(&Wrapper!(1)), "Wrapper { value: 1 } Wrapper(value=1)");
}

#[test]
fn bounds_on_associated_types() {
    #[derive(Dataclass)]
    #[dataclass(hash, bound(I::Item: Debug + Eq + Hash + Repr + FieldType))]
    struct Last<I: Iterator> {
        item: Option<I::Item>,
    }

    let last: Last<std::vec::IntoIter<u8>> = Last!(vec![1, 2].into_iter().last());
    assert_eq!(format!("{last:?} {}", last.repr()), "Last { item: Some(2) } Last(item=2)");
}

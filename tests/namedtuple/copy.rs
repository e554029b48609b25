//! `Clone` and `Copy`: where all items have them.

use metaclass::prelude::*;

#[test]
fn it_is_copied_if_its_items_are() {
    namedtuple! { struct Point { x: f64, y: f64 } }
    namedtuple!(Pair, "a b");

    let p = Point!(1.0, 2.0);
    let q = p;
    assert_eq!(p, q);
    let pair = Pair!(1, 'x');
    let moved = pair;
    assert_eq!(pair, moved);
}

#[test]
fn it_is_cloned_if_its_items_are() {
    namedtuple! { struct Named { name: String } }

    let named = Named!("a".to_owned());
    assert_eq!(named.clone(), named);
}

#[test]
fn what_is_derived_is_left_out() {
    #[derive(Debug)]
    struct Nothing;

    namedtuple! {
        #[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        struct Derived { x: u8, y: u8 }
    }
    namedtuple!(
        #[derive(Clone)]
        Half,
        "a"
    );

    let derived = Derived::default();
    let copy = derived;
    assert_eq!((derived, copy.cmp(&derived)), (copy, std::cmp::Ordering::Equal));
    assert_eq!(Half!(1).clone(), (1,));
    let Nothing = Half!(Nothing).a;
}

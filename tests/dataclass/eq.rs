//! `PartialEq`, `eq = false`, `compare = false`.

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: f64,
}

#[test]
fn instances_are_equal_if_all_fields_are() {
    assert!(Point!(1.0, 2.0) == Point!(1.0, 2.0));
    assert!(Point!(1.0, 2.0) != Point!(1.0, 3.0));
    assert!(Point!(1.0, 2.0) != Point!(0.0, 2.0));
}

#[test]
fn nan_equals_nothing_field_by_field() {
    assert!(Point!(f64::NAN, 0.0) != Point!(f64::NAN, 0.0));
    assert!(Point!(-0.0, 0.0) == Point!(0.0, 0.0));
}

#[test]
fn fields_that_are_not_compared_do_not_count() {
    #[derive(Dataclass)]
    struct Tagged {
        id: u8,
        #[field(compare = false)]
        note: &'static str,
    }

    assert_eq!(Tagged!(1, "a"), Tagged!(1, "b"));
    assert_ne!(Tagged!(1, "a"), Tagged!(2, "a"));
}

#[test]
fn what_is_not_compared_needs_no_equality() {
    #[derive(Dataclass)]
    struct Holder {
        id: u8,
        #[field(compare = false)]
        action: Box<dyn Fn() -> u8>,
    }

    let holder = Holder!(1, Box::new(|| 7));
    assert_eq!(holder, Holder!(1, Box::new(|| 8)));
    assert_eq!((holder.action)(), 7);
}

#[test]
fn fields_are_compared_in_order_until_the_first_difference() {
    use std::cell::RefCell;

    thread_local! {
        static SEEN: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) };
    }

    #[derive(Clone, Debug)]
    struct Seen(&'static str, u8);

    impl PartialEq for Seen {
        fn eq(&self, other: &Self) -> bool {
            SEEN.with_borrow_mut(|seen| seen.push(self.0));
            self.1 == other.1
        }
    }

    #[derive(Dataclass)]
    struct Three {
        a: Seen,
        b: Seen,
        c: Seen,
    }

    let three = |b| Three!(Seen("a", 1), Seen("b", b), Seen("c", 1));
    assert!(three(1) != three(2));
    assert_eq!(SEEN.take(), ["a", "b"]);
    assert!(three(1) == three(1));
    assert_eq!(SEEN.take(), ["a", "b", "c"]);
}

#[test]
fn eq_false_leaves_it_to_the_user() {
    #[derive(Dataclass)]
    #[dataclass(eq = false)]
    struct Own {
        x: i8,
    }

    impl PartialEq for Own {
        fn eq(&self, other: &Self) -> bool {
            self.x.abs() == other.x.abs()
        }
    }

    assert_eq!(Own!(1), Own!(-1));
    assert!(!Own::spec().options().has(metaclass::spec::Options::EQ));
}

#[test]
fn instances_without_fields_are_equal() {
    #[derive(Dataclass)]
    struct Empty {}

    assert_eq!(Empty!(), Empty!());
}

#[test]
fn equality_of_a_generic_class_is_that_of_its_parameters() {
    #[derive(Dataclass)]
    struct Pair<A, B> {
        a: A,
        b: Vec<B>,
    }

    assert_eq!(Pair!(1, vec!["x"]), Pair!(1, vec!["x"]));
    assert_ne!(Pair!(1, vec!["x"]), Pair!(1, vec!["y"]));
}

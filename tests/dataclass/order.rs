//! `order` and `ord`.

use std::cmp::Ordering;

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(order)]
struct Version {
    major: u32,
    minor: f64,
    #[field(compare = false, default = "")]
    note: &'static str,
}

#[test]
fn the_first_difference_decides() {
    assert!(Version!(1, 9.0) < Version!(2, 0.0));
    assert!(Version!(1, 2.0) < Version!(1, 3.0));
    assert!(Version!(2, 0.0) > Version!(1, 9.0));
    assert!(Version!(1, 2.0) <= Version!(1, 2.0) && Version!(1, 2.0) >= Version!(1, 2.0));
}

#[test]
fn fields_that_are_not_compared_do_not_count() {
    assert_eq!(Version!(1, 2.0, "b").partial_cmp(&Version!(1, 2.0, "a")), Some(Ordering::Equal));
    assert_eq!(Version!(1, 2.0, "b").note, "b");
}

#[test]
fn nan_has_no_order_and_what_comes_before_it_still_decides() {
    assert_eq!(Version!(1, f64::NAN).partial_cmp(&Version!(1, f64::NAN)), None);
    assert!(Version!(1, f64::NAN) < Version!(2, f64::NAN));
}

#[test]
fn ord_is_total_and_agrees_with_order() {
    #[derive(Dataclass, Clone)]
    #[dataclass(ord)]
    struct Name {
        last: String,
        first: Option<String>,
    }

    let name = |last: &str, first: Option<&str>| Name!(last.to_owned(), first.map(str::to_owned));
    let mut names = vec![name("b", None), name("a", Some("z")), name("a", None), name("a", Some("y"))];
    names.sort();
    assert_eq!(names, [name("a", None), name("a", Some("y")), name("a", Some("z")), name("b", None)]);
    assert_eq!(names[0].cmp(&names[1]), Ordering::Less);
    assert_eq!(names[0].partial_cmp(&names[1]), Some(Ordering::Less));
    assert_eq!(names.iter().max(), Some(&name("b", None)));
}

#[test]
fn instances_without_fields_are_neither_less_nor_greater() {
    #[derive(Dataclass)]
    #[dataclass(ord)]
    struct Empty {}

    assert_eq!(Empty!().cmp(&Empty!()), Ordering::Equal);
    assert_eq!(Empty!().partial_cmp(&Empty!()), Some(Ordering::Equal));
}

#[test]
fn the_description_knows_of_the_order() {
    use metaclass::spec::Options;

    #[derive(Dataclass)]
    struct Plain {
        x: u8,
    }

    assert!(Version::spec().options().has(Options::ORDER));
    assert!(!Plain::spec().options().has(Options::ORDER));
    assert_eq!(Plain!(1).x, 1);
}

#[test]
fn order_of_a_generic_class_is_that_of_its_parameters() {
    #[derive(Dataclass)]
    #[dataclass(order)]
    struct Pair<T> {
        a: T,
        b: T,
    }

    assert!(Pair!(1, 2) < Pair!(1, 3));
    assert!(Pair!("b", "a") > Pair!("a", "z"));
    assert_eq!(Pair!(0.0, f64::NAN).partial_cmp(&Pair!(0.0, 1.0)), None);
}

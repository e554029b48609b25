//! Calls in constants.

use metaclass::prelude::*;

const STEP: f64 = 0.25;

#[derive(Dataclass)]
struct Point {
    x: f64,
    y: f64,
    #[field(default = STEP)]
    z: f64,
    #[field(default = -1)]
    n: i32,
}

const IN_ORDER: Point = Point!(1.0, 2.0);
const OUT_OF_ORDER: Point = Point!(y = 2.0, x = 1.0, n = 5);
static SHARED: Point = Point!(z = 3.0, y = 1.0, x = 0.0);
const TABLE: [Point; 2] = [Point!(0.0, 0.0), call!(Point(1.0, z = 1.0, y = 1.0))];

#[test]
fn a_call_can_stand_in_a_constant() {
    assert_eq!(IN_ORDER, Point!(1.0, 2.0, 0.25, -1));
    assert_eq!(OUT_OF_ORDER, Point!(1.0, 2.0, 0.25, 5));
    assert_eq!(SHARED, Point!(0.0, 1.0, 3.0, -1));
    assert_eq!(TABLE[1].z, 1.0);
}

#[test]
fn a_call_can_stand_in_a_const_function() {
    const fn diagonal(at: f64) -> Point {
        Point!(z = at, y = at, x = at)
    }

    const ONE: Point = diagonal(1.0);
    assert_eq!((ONE.x, ONE.y, ONE.z), (1.0, 1.0, 1.0));
}

#[derive(Dataclass)]
struct Named {
    name: String,
    tags: Vec<u8>,
    size: usize,
}

const NAMED: Named = Named!(String::new(), Vec::new(), 3);

#[test]
fn what_has_a_destructor_can_be_made_in_a_constant() {
    assert_eq!(NAMED.size, 3);
    assert!(NAMED.name.is_empty() && NAMED.tags.is_empty());
}

#[test]
fn generic_classes_can_be_made_in_a_constant() {
    #[derive(Dataclass)]
    struct Pair<T> {
        a: T,
        b: T,
    }

    const PAIR: Pair<&str> = Pair!(b = "b", a = "a");
    assert_eq!(PAIR.a, "a");
    assert_eq!(PAIR.b, "b");
}

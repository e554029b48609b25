//! Several bases, in Python's order.

use metaclass::prelude::*;

schema! {
    struct Root { a: i64 = 1, x: i64 = 1 }
    struct Left: Root { x: i64 = 2, l: i64 = 2 }
    struct Right: Root { x: i64 = 3, r: i64 = 3 }
    struct Both: Left, Right { b: i64 = 4 }

    // D1, D2, Q, X: a class above that is no base stands before one.
    struct Q { q: i64 = 0 }
    struct X { x: i64 = 0 }
    struct D1: Q, X { d1: i64 = 0 }
    struct D2: Q { d2: i64 = 0 }
    struct D: D1, D2 {}
}

mod elsewhere {
    pub(super) mod left {
        metaclass::schema! {
            pub struct Left: super::super::Root { x: i64 = 20, l: i64 = 2 }
        }
    }

    pub(super) mod right {
        metaclass::schema! {
            pub struct Right: super::super::Root { x: i64 = 30, r: i64 = 3 }
        }
    }
}

schema! {
    struct Far: elsewhere::left::Left, elsewhere::right::Right { b: i64 = 4 }
    struct Mixed: Right, elsewhere::left::Left {}
}

#[test]
fn fields_come_from_the_last_class_of_the_order_to_the_first() {
    assert_eq!(Both!().to_string(), "Both(a=1, x=2, r=3, l=2, b=4)");
    assert_eq!(D::field_names(), ["x", "q", "d2", "d1"]);
}

#[test]
fn bases_may_stand_elsewhere() {
    assert_eq!(Far!().to_string(), "Far(a=1, x=20, r=3, l=2, b=4)");
    assert_eq!(Mixed!().to_string(), "Mixed(a=1, x=3, l=2, r=3)");
    let (left, right): (elsewhere::left::Left, elsewhere::right::Right) = (Far!().into(), Far!(r = 7).into());
    assert_eq!((left.x, right.r), (20, 7));
    let names: Vec<_> = Far::spec().bases().iter().map(|base| base.module()).collect();
    assert!(names[0].ends_with("elsewhere::left") && names[1].ends_with("elsewhere::right"), "{names:?}");
}

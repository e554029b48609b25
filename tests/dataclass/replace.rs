//! `..base`: Python's `dataclasses.replace`.

use std::cell::Cell;

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: f64,
    #[field(default = 0.0)]
    z: f64,
}

#[test]
fn fields_that_are_not_given_come_from_the_base() {
    let base = Point!(1.0, 2.0, 3.0);
    let moved = Point!(y = 9.0, ..base.clone());
    assert_eq!(moved, Point!(1.0, 9.0, 3.0));
    assert_eq!(base, Point!(1.0, 2.0, 3.0));
    assert_eq!(Point!(7.0, ..base.clone()).x, 7.0);
    assert_eq!(Point!(..base.clone()), base);
}

#[test]
fn defaults_are_not_used_where_there_is_a_base() {
    let base = Point!(1.0, 2.0, 3.0);
    assert_eq!(Point!(x = 0.0, ..base).z, 3.0);
}

#[test]
fn a_trailing_comma_may_follow_the_base() {
    let base = Point!(1.0, 2.0);
    assert_eq!(Point!(x = 5.0, ..base,).x, 5.0);
}

thread_local! {
    static HOOKED: Cell<u32> = const { Cell::new(0) };
}

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish)]
struct Hooked {
    x: u32,
    #[field(init = false, default = 0)]
    double: u32,
}

impl Hooked {
    fn finish(&mut self) {
        self.double = self.x * 2;
        HOOKED.set(HOOKED.get() + 1);
    }
}

#[test]
fn post_init_runs_again_and_fields_outside_of_init_are_made_anew() {
    let mut base = Hooked!(1);
    base.double = 99;
    let before = HOOKED.get();
    let next = Hooked!(x = 5, ..base);
    assert_eq!(next.double, 10);
    let same = Hooked!(..next);
    assert_eq!(same.double, 10);
    assert_eq!(HOOKED.get() - before, 2);
}

#[test]
fn fields_outside_of_init_get_their_default_from_the_new_fields() {
    #[derive(Dataclass)]
    struct Rect {
        width: u32,
        height: u32,
        #[field(init = false, default = width * height)]
        area: u32,
    }

    let rect = Rect!(2, 3);
    assert_eq!(Rect!(width = 10, ..rect).area, 30);
}

#[test]
fn what_is_no_field_must_be_given_again() {
    #[derive(Dataclass)]
    #[dataclass(post_init = Self::scale, init_var(factor: u32, offset: u32 = 1))]
    struct Scaled {
        x: u32,
    }

    impl Scaled {
        fn scale(&mut self, factor: u32, offset: u32) {
            self.x = self.x * factor + offset;
        }
    }

    let scaled = Scaled!(2, factor = 10);
    assert_eq!(scaled.x, 21);
    assert_eq!(Scaled!(factor = 2, ..scaled).x, 43);
}

mod vault {
    use metaclass::prelude::*;

    #[derive(Dataclass, Clone)]
    pub(super) struct Account {
        pub(super) name: String,
        pin: u16,
    }

    impl Account {
        pub(super) fn opens_with(&self, pin: u16) -> bool {
            self.pin == pin
        }
    }
}

#[test]
fn private_fields_are_taken_over_too() {
    use vault::Account;

    let account = Account!("Ann".to_owned(), pin = 1234);
    let renamed = Account!(name = "Bob".to_owned(), ..account);
    assert_eq!(renamed.name, "Bob");
    assert!(renamed.opens_with(1234));
}

#[test]
fn generic_instances_are_bases_too() {
    #[derive(Dataclass, Clone)]
    struct Pair<A, B> {
        a: A,
        b: B,
    }

    let pair = Pair!(1_u8, "b".to_owned());
    assert_eq!(Pair!(a = 2, ..pair.clone()), Pair!(2, "b".to_owned()));
    assert_eq!(Pair!(b = "c".to_owned(), ..pair).a, 1);
}

#[test]
fn the_base_may_be_a_call_itself() {
    let point = Point!(x = 1.0, ..Point!(y = 2.0, ..Point!(0.0, 0.0, 3.0)));
    assert_eq!(point, Point!(1.0, 2.0, 3.0));
}

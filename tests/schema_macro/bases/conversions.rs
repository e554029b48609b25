//! An instance as one of the base.

use metaclass::prelude::*;

mod base {
    use metaclass::prelude::*;

    schema! {
        #[dataclass(validate)]
        pub struct Valid {
            #[field(min_value = 0)]
            x: i64,
            name: String = "n",
        }

        #[dataclass(post_init = Self::count, init_var(by: i64 = 1))]
        pub struct Counted {
            #[field(init = false)]
            count: i64 = 0,
            #[field(kw_only)]
            start: i64 = 0,
        }

        #[dataclass(init = false)]
        pub struct Bare { a: i64 }

        #[dataclass(call = false)]
        pub struct Quiet { a: i64 }

        #[dataclass(call = loudly, new = false)]
        pub struct Loud { a: i64 = 1 }

        #[dataclass(frozen)]
        pub struct Frozen { a: i64 }
    }

    impl Counted {
        fn count(&mut self, by: i64) {
            self.count = self.start + by;
        }
    }
}

schema! {
    struct Loose: base::Valid {
        x: i64,
        y: i64 = 1,
    }

    #[dataclass(validate)]
    struct Strict: base::Valid {}

    struct Plain: base::Counted {}
    struct OfBare: base::Bare {}
    struct OfQuiet: base::Quiet {}
    struct OfLoud: base::Loud {}

    #[dataclass(frozen)]
    struct OfFrozen: base::Frozen {}

    #[dataclass(tuple = false)]
    struct Dropped: base::Quiet {}
}

impl Drop for Dropped {
    fn drop(&mut self) {}
}

#[test]
fn towards_a_base_whose_rules_always_hold_it_can_fail() {
    let valid = base::Valid::try_from(Loose!(3)).unwrap();
    assert_eq!((valid.x(), valid.name()), (3, "n"));
    let error = base::Valid::try_from(Loose!(-3)).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: x: must be at least 0");
    assert!(Strict!(-1).is_err());
    assert_eq!(base::Valid::try_from(Strict!(1).unwrap()).unwrap().x(), 1);
}

#[test]
fn the_constructor_of_the_base_is_not_run_again() {
    let mut plain = Plain!(start = 5);
    assert_eq!(plain.to_string(), "Plain(count=6, start=5)");
    plain.start = 7;
    assert_eq!(base::Counted::from(plain).to_string(), "Counted(count=6, start=7)");
}

#[test]
fn the_base_needs_neither_constructor_nor_call_macro() {
    assert_eq!(base::Bare::from(OfBare!(3)).a, 3);
    assert_eq!(base::Quiet::from(OfQuiet!(4)).a, 4);
    assert_eq!(base::Loud::from(OfLoud!()).a, 1);
    assert_eq!(
        {
            use base::{Loud, loudly};
            loudly!(2).a
        },
        2
    );
    assert_eq!(base::Frozen::from(OfFrozen!(5)).a(), 5);
    assert_eq!(Dropped!(6).a, 6);
}

//! Chains of dataclasses with an `InitVar` or a `__post_init__`, as CPython was seen to make them.
//!
//! What has an `InitVar` and no `__post_init__` has a `post_init` here that does nothing, since something has to take it.
//! Left out is a case in which an `InitVar` stands before a field of its own class: here, those are behind the fields.

use metaclass::prelude::*;

use super::chains::{shown, signature, v};

/// Takes an `InitVar`, and does nothing with it.
fn takes<C>(_: &mut C, _: Value) {}

/// Takes nothing, as an `InitVar` of the base has become a field.
fn takes_nothing<C>(_: &mut C) {}

/// Passed positionally in field order across inheritance.
mod initvar_order {
    use super::*;

    schema! {
        #[dataclass(post_init = takes, init_var(init_base: Value))]
        pub struct Base { x: Value }

        #[dataclass(post_init = Self::add, init_var(init_derived: Value))]
        pub struct C: Base { y: Value }
    }

    impl C {
        fn add(&mut self, a: Value, b: Value) {
            let sum = |x: &Value, y: Value| v(i64::try_from(x.clone()).unwrap() + i64::try_from(y).unwrap());
            self.x = sum(&self.x, a);
            self.y = sum(&self.y, b);
        }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/initvar/order", 0);
        shown("dataclass_init/initvar/order", 1, &C!(v(10), v(11), v(50), v(51)));
        shown("dataclass_init/initvar/order", 2, &C!(init_derived = v(51), y = v(50), init_base = v(11), x = v(10)));
    }
}

/// A derived class turns an `InitVar` into a field.
mod initvar_override_by_field {
    use super::*;

    schema! {
        #[dataclass(post_init = takes, init_var(p: Value))]
        pub struct B {}

        #[dataclass(post_init = takes_nothing)]
        pub struct C: B { p: Value = v(3) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/initvar/override_by_field", 0);
        shown("dataclass_init/initvar/override_by_field", 1, &C!());
    }
}

/// With two bases, the first in the linearization is called.
mod post_multiple_bases {
    use super::*;

    schema! {
        pub struct A0 {}

        #[dataclass(post_init = Self::finish)]
        pub struct B0 { b: Value = v(false) }

        #[dataclass(post_init = Self::finish)]
        pub struct C0: A0, B0 { c: Value = v(false) }
    }

    impl B0 {
        fn finish(&mut self) {
            self.b = v(true);
        }
    }

    impl C0 {
        fn finish(&mut self) {
            self.super_post_init();
            self.c = v(true);
        }
    }

    #[test]
    fn is_as_recorded() {
        shown("dataclass_init/post/multiple_bases", 0, &C0!());
    }
}

/// Random fields and calls.
mod random_002 {
    use super::*;

    schema! {
        #[dataclass(post_init = takes, init_var(c: Value))]
        pub struct A { a: Value }

        #[dataclass(post_init = takes_nothing)]
        pub struct B: A { a: Value = v(0), c: Value = v(0) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/002", 0);
        shown("dataclass_init/random/002", 1, &B!(v(38), v(13)));
        shown("dataclass_init/random/002", 4, &B!(c = v(9), a = v(5)));
        shown("dataclass_init/random/002", 5, &B!(a = v(7), c = v(7)));
        shown("dataclass_init/random/002", 6, &B!(v(43), v(58)));
    }
}

/// Random fields and calls.
mod random_071 {
    use super::*;

    schema! {
        pub struct A {}

        #[dataclass(kw_only, post_init = takes, init_var(a: Value = Value::None))]
        pub struct B: A { #[field(init = false)] h: Value = Value::from(Vec::<Value>::new()), c: Value = v(2.5) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/071", 0);
        shown("dataclass_init/random/071", 2, &B!(c = v(9)));
        shown("dataclass_init/random/071", 3, &B!(c = v(4)));
        shown("dataclass_init/random/071", 6, &B!(c = v(9), a = v(2)));
    }
}

/// Random fields and calls.
mod random_098 {
    use super::*;

    schema! {
        #[dataclass(kw_only, post_init = takes, init_var(a: Value = v(true)))]
        pub struct A { d: Value = v("s") }

        pub struct B: A {}
    }

    #[test]
    fn is_as_recorded() {
        signature::<B>("dataclass_init/random/098", 0);
        shown("dataclass_init/random/098", 1, &B!(a = v(5), d = v(8)));
        shown("dataclass_init/random/098", 2, &B!(a = v(3), d = v(7)));
        shown("dataclass_init/random/098", 3, &B!(d = v(1), a = v(0)));
        shown("dataclass_init/random/098", 5, &B!(d = v(9), a = v(2)));
        shown("dataclass_init/random/098", 6, &B!(d = v(5), a = v(3)));
    }
}

/// Random fields and calls.
mod random_114 {
    use super::*;

    schema! {
        pub struct A {
            #[field(kw_only, repr = false)] c: Value = Value::from(Vec::<Value>::new()),
            #[field(kw_only)] e: Value = v(true),
        }

        #[dataclass(kw_only, post_init = takes, init_var(d: Value = v(0)))]
        pub struct B: A {
            #[field(kw_only = false)] e: Value = v("s"),
            #[field(kw_only = false)] b: Value = v(true),
            #[field(kw_only = false)] h: Value = v(1),
        }

        pub struct C: B { e: Value = v(true) }
    }

    #[test]
    fn is_as_recorded() {
        signature::<C>("dataclass_init/random/114", 0);
        shown("dataclass_init/random/114", 1, &C!(h = v(2), b = v(1), e = v(6), c = v(9)));
        shown("dataclass_init/random/114", 2, &C!(v(47), v(85), h = v(8)));
        shown("dataclass_init/random/114", 4, &C!(h = v(1), d = v(9)));
        shown("dataclass_init/random/114", 5, &C!(v(75), v(34), v(49), c = v(4)));
        shown("dataclass_init/random/114", 6, &C!(v(23), v(84), v(56)));
    }
}

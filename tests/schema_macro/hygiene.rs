//! Names mean what they mean to the user, whatever is in scope.

mod bare {
    #![allow(dead_code, reason = "in scope to be in the way")]

    pub(super) struct Option;
    pub(super) struct None;
    pub(super) trait Clone {}
    pub(super) trait Display {}
    pub(super) mod core {}
    pub(super) mod std {}
    pub(super) mod metaclass {}

    ::metaclass::schema! {
        #[dataclass(ord, hash, default, frozen)]
        pub(super) struct Bare {
            this: ::std::string::String = "v",
            v: ::std::option::Option<i64>,
            r#self_: i64 = 1,
            clone: u8 = 0,
        }
    }

    pub(super) fn bare() -> Bare {
        Bare!(v = ::std::option::Option::Some(3))
    }
}

mod no_prelude {
    #![no_implicit_prelude]

    ::metaclass::schema! {
        pub(super) struct NoPrelude<T> where T: ::std::clone::Clone {
            value: T,
            name: ::std::string::String = "x",
        }
    }

    pub(super) fn made() -> NoPrelude<u8> {
        NoPrelude!(3)
    }
}

#[test]
fn nothing_is_in_the_way() {
    assert_eq!(bare::bare().to_string(), "Bare(this='v', v=3, self_=1, clone=0)");
    assert_eq!(no_prelude::made().clone().to_string(), "NoPrelude(value=3, name='x')");
}

/// A macro of the user's may write the block.
macro_rules! twice {
    ($name:ident { $($field:ident: $ty:ty = $default:expr),* }) => {
        metaclass::schema! {
            struct $name { $($field: $ty = $default),*, last: i64 = $($field +)* 0 }
        }
    };
}

twice! { Twice { a: i64 = 1, b: i64 = a * 2 } }

#[test]
fn a_macro_may_write_the_block() {
    assert_eq!(Twice!(a = 5).to_string(), "Twice(a=5, b=10, last=15)");
}

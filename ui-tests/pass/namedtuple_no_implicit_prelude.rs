#![no_implicit_prelude]
#![deny(warnings)]

pub mod shadowed {
    pub struct Option;
    pub struct Some;
    pub struct Result;
    pub struct Ok;
    pub struct T0;
    pub trait Clone {}
    pub trait Copy {}
    pub trait From {}
    pub trait Index {}
    pub trait IntoIterator {}
    pub trait PartialEq {}
    pub trait NamedTuple {}
    pub mod core {}
    pub mod std {}

    ::metaclass::namedtuple! {
        pub struct Point {
            x: ::core::primitive::f64,
            y: ::core::primitive::f64 = 0.0,
        }
    }

    ::metaclass::namedtuple!(pub Pair, "a b", defaults = [1]);
    ::metaclass::namedtuple!(pub Same, "a b");
}

fn main() {
    let (x, y) = ::core::convert::Into::into(::metaclass::call!(shadowed::Point(1.0)));
    let p: shadowed::Point = ::core::convert::From::from((x, y));
    ::core::assert!(p == (1.0, 0.0) && p < (1.0, 0.5));
    ::core::assert!(::core::ops::Index::index(&p, 0) == &1.0);
    ::core::assert!(::metaclass::call!(shadowed::Pair(2)) == (2, 1));
    ::core::assert!(shadowed::Same::LEN == 2 && ::metaclass::call!(shadowed::Same(1, b = 2))[1] == 2);
}

#![no_implicit_prelude]
#![deny(warnings)]

//! Groups of fields of all types that they can name, where nothing of the prelude is in scope.

mod shop {
    #[derive(::metaclass::Dataclass, ::std::clone::Clone)]
    #[dataclass(setters, conflicts(a, b, c, d, e, f, g), requires(a, h), at_least_one(h, b))]
    pub struct All {
        #[field(default = ::std::option::Option::Some(1), kw_only)]
        other: ::std::option::Option<u8>,
        #[field(default)]
        a: ::std::option::Option<::std::vec::Vec<u8>>,
        #[field(default = true)]
        b: bool,
        #[field(default = 2)]
        c: i128,
        #[field(default = -0.5)]
        d: f32,
        #[field(default = 'd')]
        e: char,
        #[field(default = "e")]
        f: &'static str,
        #[field(default, into)]
        g: ::std::string::String,
        #[field(default)]
        h: ::std::option::Option<u8>,
    }
}

use shop::All;

fn main() {
    let mut all = All!(h = ::std::option::Option::Some(1), f = "x");
    ::std::assert!(::metaclass::Dataclass::validate(&all).is_ok());
    ::std::assert!(all.set_g("y").is_err());
    ::std::assert!(all.set_f("e").is_ok());
    ::std::assert!(all.set_g("y").is_ok());
    let changed = All!(d = 1.0, ..all);
    ::std::assert!(::metaclass::Dataclass::validate(&changed).is_err());
}

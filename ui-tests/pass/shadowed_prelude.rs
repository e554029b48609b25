//! The user's own types are named like those of the prelude.

#![allow(non_camel_case_types, dead_code)]

use metaclass::Dataclass;

mod shadowed {
    pub struct Option;
    pub struct Result;
    pub struct Vec;
    pub struct Box;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    #[derive(PartialEq, Clone, Debug)]
    pub struct String(pub u8);
    #[derive(PartialEq, Clone, Debug)]
    pub struct Value(pub u8);
    pub trait Debug {}
    pub trait Clone {}
    pub trait Default {}
    pub trait PartialEq {}
    pub trait Iterator {}
    pub trait Into {}
    pub trait Display {}
    pub mod core {}
    pub mod std {}
    pub mod metaclass {}
    pub struct u8ish;

    impl Clone for String {}
}

#[derive(Dataclass)]
#[dataclass(hash, order, default, display)]
struct Plain {
    #[field(default = 1)]
    x: u8,
    #[field(default)]
    y: bool,
}

mod inner {
    use ::metaclass::Dataclass;

    #[allow(unused_imports)]
    use crate::shadowed::*;

    #[derive(Dataclass)]
    #[dataclass(order, hash, default, display)]
    pub struct Shadowed {
        #[field(default = 1)]
        pub x: u8,
        #[field(default)]
        pub y: bool,
    }

    #[derive(Dataclass)]
    pub struct Foreign {
        pub text: String,
        pub value: Value,
        #[field(into, default = 3_u8)]
        pub count: u32,
    }

    pub fn foreign() -> Foreign {
        Foreign!(value = Value(2), text = String(1), count = 4_u8)
    }
}

fn main() {
    use inner::{Foreign, Shadowed};

    assert!(Shadowed!() == Shadowed::default());
    assert!(Shadowed!(2) > Shadowed!(y = true));
    assert_eq!(Shadowed!(2).to_string(), "Shadowed(x=2, y=False)");
    assert_eq!(Plain!(2).to_string(), "Plain(x=2, y=False)");
    let foreign = inner::foreign();
    assert_eq!(foreign, Foreign!(shadowed::String(1), shadowed::Value(2), 4_u32));
    assert_eq!(foreign.repr().to_string(), "Foreign(text=String(1), value=Value(2), count=4)");
}

//! `args!` and `params!` where nothing but metaclass is in scope, under other names, and in all positions.

#![no_implicit_prelude]
#![deny(warnings)]

use ::metaclass as renamed;

mod shadowed {
    //! None of these is what the macros mean.
    #![allow(dead_code)]

    pub struct Args;
    pub struct Value;
    pub struct Field;
    pub struct Params;

    fn value() {}

    pub fn call() -> ::std::string::String {
        let (args, rest, kw) = (1, [2, 3], [("y", 4)]);
        let made = ::metaclass::args!(args, *rest, x = 5, **kw);
        ::std::string::ToString::to_string(&made)
    }
}

fn question_mark() -> ::core::result::Result<renamed::Args, ::core::num::ParseIntError> {
    ::core::result::Result::Ok(renamed::args!(
        "1".parse::<i64>()?,
        *[::core::str::FromStr::from_str("2")?, 3_i64],
        r#type = "x",
        self = 1,
    ))
}

async fn awaits() -> renamed::Args {
    async fn one() -> i64 {
        1
    }
    renamed::args!(one().await, x = one().await, *[one().await])
}

fn signature() -> ::core::result::Result<renamed::signature::Signature, renamed::Error> {
    let three = 3;
    renamed::params!(a, b: renamed::Field::str() = "x", /, r#type: renamed::Field::any() = [1], *rest: renamed::Field::int(), k = three, **kw,)
        .build()
}

fn main() {
    fn check(_: &impl ::core::future::Future) {}
    check(&awaits());
    ::core::assert_eq!(shadowed::call(), "(1, 2, 3, x=5, y=4)");
    ::core::assert!(question_mark().is_ok());
    let signature = signature().map(|signature| ::std::string::ToString::to_string(&signature));
    let text = "(a, b: str = 'x', /, type=[1], *rest: int, k=3, **kw)";
    ::core::assert!(::core::matches!(signature, ::core::result::Result::Ok(found) if found == text));
}

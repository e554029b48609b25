#![no_implicit_prelude]

#[derive(::metaclass::Dataclass, ::std::clone::Clone)]
#[dataclass(serde, extra = forbid, rename_all = "camelCase", check(Inner::is_good, fields(first, second)))]
struct Inner {
    first: u8,
    #[field(strict, min_value = 0, transform(with = Inner::same))]
    second: i64,
}

impl Inner {
    fn is_good(first: &u8, second: &i64) -> bool {
        i64::from(*first) < *second
    }

    fn same(value: i64) -> i64 {
        value
    }
}

use ::std::convert::From;

#[derive(::metaclass::Dataclass)]
#[dataclass(serde, validate, post_init = Self::finish, init_var(scale: i64 = 1))]
struct Outer {
    inner: ::std::option::Option<::std::boxed::Box<Inner>>,
    #[field(items(min_length = 1), default, max_items = 3)]
    list: ::std::vec::Vec<::std::string::String>,
    #[field(default, keys(ascii), values(items(max_value = 5)))]
    dict: ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
    #[field(default)]
    foreign: ::std::option::Option<::std::net::IpAddr>,
    #[field(secret, default = 5)]
    secret: i64,
}

impl Outer {
    fn finish(&mut self, scale: i64) -> ::std::result::Result<(), ::metaclass::ValidationError> {
        self.secret *= scale;
        ::std::result::Result::Ok(())
    }
}

fn main() {
    let text = "{\"inner\": {\"first\": 1, \"second\": 2}, \"scale\": 2}";
    let outer = ::metaclass::json::from_str::<Outer>(text);
    ::std::assert!(outer.is_ok_and(|outer| outer.secret() == 10));
}

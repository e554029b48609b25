#![no_implicit_prelude]

use ::metaclass::Dataclass;

#[derive(Dataclass, ::std::clone::Clone)]
#[dataclass(hash, order, default, display)]
struct Point {
    #[field(default = 1)]
    x: u8,
    #[field(default)]
    y: ::std::string::String,
    #[field(default = ::std::vec::Vec::new())]
    list: ::std::vec::Vec<::std::option::Option<u8>>,
    #[field(init = false, default = *x + 1)]
    next: u8,
}

#[derive(Dataclass)]
struct Pair<'a, T> {
    text: &'a str,
    value: T,
}

#[derive(Dataclass)]
#[dataclass(frozen, post_init = Self::finish, init_var(scale: u8 = 2))]
struct Kept {
    size: u8,
}

impl Kept {
    fn finish(&mut self, scale: u8) {
        self.size *= scale;
    }
}

fn main() {
    let p = Point!(y = ::std::string::String::new(), x = 3);
    ::std::assert!(p == Point!(x = 3, ..::std::clone::Clone::clone(&p)));
    ::std::assert_eq!(::std::format!("{p}"), "Point(x=3, y='', list=[], next=4)");
    ::std::assert_eq!(Pair!(value = 1, text = "one"), Pair::new("one", 1));
    ::std::assert_eq!(Kept!(2, scale = 3).size(), 6);
    ::std::assert_eq!(::metaclass::call!(self::Kept(2)).size(), 4);
}

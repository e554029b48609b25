//! Names of the prelude mean something else right beside the struct.

#![allow(dead_code)]

#[derive(PartialEq)]
struct Option(u8);
struct Some;
struct None;
struct Result;
struct Ok;
struct Err;
struct Vec;
struct Box;
#[derive(PartialEq)]
struct String(u8);
trait Debug {}
trait Clone {}
trait Default {}
trait Into {}
trait ToString {}

#[derive(metaclass::Dataclass)]
#[dataclass(hash, ord, default, display)]
struct Point {
    #[field(default = 1, metadata(unit = "m"), alias = "ex")]
    x: u8,
    #[field(default)]
    y: i64,
    #[field(default = "text", into)]
    text: std::string::String,
    #[field(default)]
    list: std::vec::Vec<u8>,
    #[field(default, secret)]
    maybe: std::option::Option<u8>,
}

#[derive(metaclass::Dataclass)]
struct Holder {
    option: Option,
    string: String,
}

fn main() {
    let p = Point!(y = 2, x = 3);
    assert!(p > Point!());
    assert_eq!(format!("{p}"), "Point(x=3, y=2, text='text', list=b'', maybe=***)");
    let holder = Holder!(string = String(1), option = Option(2));
    assert!(holder == Holder::new(Option(2), String(1)));
}

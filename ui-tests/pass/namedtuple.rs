#![deny(warnings)]
#![allow(non_camel_case_types)]

use metaclass::prelude::*;

namedtuple! {
    /// A place.
    #[derive(Default)]
    pub struct Point {
        x: f64,
        pub y: f64 = 0.0,
    }
}

namedtuple!(
    /// A colour.
    pub Color,
    "red, green, blue",
    defaults = [-1],
);
namedtuple!(pub Row, ["id", "class", "id", "type"], rename = true);
namedtuple!(r#struct, "r x");
namedtuple!(Nothing, []);

const ORIGIN: Point = Point!(0.0);
const RED: Color<u8, u8, i32> = Color::new(255, 0);

fn main() {
    assert_eq!(ORIGIN, Point::default());
    assert_eq!(RED.to_string(), "Color(red=255, green=0, blue=-1)");
    assert_eq!(Row!(1, 2, 3, r#type = 4).to_string(), "Row(id=1, _1=2, _2=3, type=4)");
    assert_eq!(r#struct!(1, x = 2), (1, 2));
    assert_eq!(Nothing!(), ());
    let (x, y) = ORIGIN.into();
    assert_eq!(x, y);
}

//! `namedtuple!(pub Color, "red green blue")`: `collections.namedtuple`.

use metaclass::prelude::*;

namedtuple!(pub Color, "red green blue");
namedtuple!(pub(crate) Row, ["id", "class", "id"], rename = true);
namedtuple!(Point, "x, y", defaults = [20]);
namedtuple!(Empty, "");
namedtuple!(One, ["x"]);

#[test]
fn the_lesson() {
    let c = Color::new(255, 128, 0);
    assert_eq!(c.to_string(), "Color(red=255, green=128, blue=0)");
    assert_eq!(format!("{c:?}"), "Color { red: 255, green: 128, blue: 0 }");
    assert_eq!(c, (255, 128, 0));
    assert_eq!((255, 128, 0), c);
    let (r, g, b) = c.into();
    assert_eq!(r + g + b, 383);
    assert_eq!((c[1], c.at(-1).unwrap()), (128, 0.into()));
    assert_eq!(Color::FIELDS, ["red", "green", "blue"]);
    assert_eq!(Color::LEN, 3);
}

#[test]
fn names_are_replaced_by_their_position() {
    let row = Row!(1, _1 = "a", _2 = 2.5);
    assert_eq!(row.to_string(), "Row(id=1, _1='a', _2=2.5)");
    assert_eq!((row.id, row._1, row._2), (1, "a", 2.5));
}

#[test]
fn defaults_belong_to_the_last_fields() {
    assert_eq!(Point!(1), (1, 20));
    assert_eq!(Point::new("a"), ("a", 20));
    assert_eq!(Point!(1, "b"), (1, "b"));
    let defaulted: Point<u8> = Point!(1);
    assert_eq!(defaulted, Point!(y = 20, x = 1));
}

#[test]
fn no_fields_and_one() {
    assert_eq!(Empty!(), ());
    assert_eq!(Empty!().to_string(), "Empty()");
    assert_eq!(One!("x"), ("x",));
    assert_eq!(Empty::LEN, 0);
}

//! `source`: what was generated, as text.

use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(source, builder)]
struct Point<T> {
    /// To the right.
    #[field(min_value = LIMIT)]
    x: f64,
    tag: T,
}

const LIMIT: f64 = 0.0;

schema! {
    #[dataclass(source)]
    pub struct User {
        name: String = "al",
    }
}

#[test]
fn the_text_is_formatted_and_has_every_item() {
    let lines: Vec<&str> = Point::<u8>::GENERATED_SOURCE.lines().collect();
    assert_eq!(lines[0], "use ::metaclass::__private as __Point;");
    for line in [
        "impl<T> __Point::Debug for Point<T>",
        "    T: __Point::Debug,",
        "impl<T> __Point::Dataclass for Point<T> {",
        "    const __HEAD: __Point::Head = (",
        "struct PointBuilder<S__, T> {",
    ] {
        assert!(lines.contains(&line), "{line}\n{}", Point::<u8>::GENERATED_SOURCE);
    }
    assert!(lines.iter().any(|line| line.contains("__define!")));
    assert!(!Point::<u8>::GENERATED_SOURCE.contains("GENERATED_SOURCE"));
    let point = Point::builder().tag('a').x(-1.0).build();
    assert!(point.validate().is_err() && Point!(1.0, 'a').validate().is_ok());
}

#[test]
fn a_declared_class_stands_before_what_is_generated() {
    assert!(
        User::GENERATED_SOURCE.contains("pub struct User {\n    pub name: String,\n}"),
        "{}",
        User::GENERATED_SOURCE
    );
    assert_eq!(User!().to_string(), "User(name='al')");
}

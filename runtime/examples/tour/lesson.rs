//! What the lesson shows with `exec`, without building code from strings.

use std::fmt;
use std::io::{self, Write};

use metaclass::prelude::*;
use metaclass::signature::{Param, Signature};
use metaclass::spec::{DefaultSpec, FieldSpec, Literal, Text};
use metaclass::value::Tuple;

use crate::heading;

/// "Predict the output": a class with a constructor made from the names of its fields, and a repr of its own.
pub(crate) fn introduction(out: &mut impl Write) -> io::Result<()> {
    #[derive(Dataclass)]
    struct Point {
        x: i64,
        y: i64,
    }

    impl fmt::Display for Point {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "Point({}, {})", self.x, self.y)
        }
    }

    heading(out, "Introduction: make_init")?;
    let p = Point!(3, 7);
    writeln!(out, "{p}")?;
    writeln!(out, "{}", Point::NAME)?;

    // The same for names that are known at run time only: a signature, and arguments bound to it.
    let make_init = |names: &[&str]| names.iter().copied().collect::<Params>().build();
    let init = make_init(&["x", "y"]).map_err(io::Error::other)?.with_receiver();
    writeln!(out, "{init}")?;
    if let Err(error) = init.bind("Point.__init__", args!(3)) {
        writeln!(out, "{error:?}")?;
    }
    Ok(())
}

/// How `@dataclass` generates `__init__`, `__repr__` and `__eq__`.
pub(crate) fn part_3(out: &mut impl Write) -> io::Result<()> {
    #[derive(Dataclass, Clone)]
    struct Point {
        x: f64,
        y: f64,
        #[field(default = 0.0)]
        z: f64,
    }

    heading(out, "Part 3: how @dataclass generates its methods")?;
    // Python's text also has the receiver and the result: `(self, x: float, y: float, z: float = 0.0) -> None`.
    writeln!(out, "{}", Point::spec().signature())?;
    writeln!(out, "{}", Point::SIGNATURE)?;

    let p = Point!(1.0, y = 2.0);
    let q = Point!(y = 9.0, ..p.clone());
    writeln!(out, "{} {}", p.repr(), q.repr())?;
    writeln!(out, "{} {}", p == Point::new(1.0, 2.0), p == q)?;
    writeln!(out, "{}", q.to_dict())?;

    // `_create_init`: `None` as a default is told from no default.
    let field = |name, default| FieldSpec::new(Text::new(name), metaclass::spec::TypeSpec::Any).with_default(default);
    let params = [
        field("x", DefaultSpec::Required),
        field("y", DefaultSpec::Value(Literal::None)),
        field("z", DefaultSpec::Value(Literal::Str(Text::new("a")))),
    ];
    writeln!(out, "{}", Signature::of_constructor(params.iter().map(Param::from).collect()))
}

/// Level 1, question 2: a class factory. At compile time it is a macro.
pub(crate) fn practice_2(out: &mut impl Write) -> io::Result<()> {
    macro_rules! make_class {
        ($name:ident, [$($field:ident),*]) => {
            #[derive(Dataclass)]
            #[dataclass(display)]
            struct $name {
                $(#[field(default, into)] $field: Value,)*
            }
        };
    }

    make_class!(Point, [x, y]);

    heading(out, "Level 1, question 2: make_class")?;
    let p = Point!(x = 1, y = 2);
    writeln!(out, "{p}")?;
    writeln!(out, "{}", Point::field_names().iter().copied().collect::<Tuple>())?;
    writeln!(out, "{}", Point::NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(part: fn(&mut Vec<u8>) -> io::Result<()>) -> String {
        let mut out = vec![];
        part(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_introduction_prints_what_python_prints() {
        let expected = "
== Introduction: make_init ==
Point(3, 7)
Point
(x, y)
TypeError: Point.__init__() missing 1 required positional argument: 'y'
";
        assert_eq!(printed(introduction), expected);
    }

    #[test]
    fn part_3_prints_what_python_prints() {
        let expected = "
== Part 3: how @dataclass generates its methods ==
(x: float, y: float, z: float = 0.0)
(x: f64, y: f64, z: f64 = 0.0)
Point(x=1.0, y=2.0, z=0.0) Point(x=1.0, y=9.0, z=0.0)
true false
{'x': 1.0, 'y': 9.0, 'z': 0.0}
(x: Any, y: Any = None, z: Any = 'a')
";
        assert_eq!(printed(part_3), expected);
    }

    #[test]
    fn practice_2_prints_what_python_prints() {
        let expected = "
== Level 1, question 2: make_class ==
Point(x=1, y=2)
('x', 'y')
Point
";
        assert_eq!(printed(practice_2), expected);
    }
}

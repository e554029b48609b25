//! `collections.namedtuple`, of which the compiler writes the class.

use std::io::{self, Write};

use metaclass::prelude::*;

use crate::heading;

/// How `namedtuple` generates its classes: here it is a macro.
pub(crate) fn part_4(out: &mut impl Write) -> io::Result<()> {
    namedtuple!(Point, ["x", "y"]);
    namedtuple!(Color, "red green blue");

    heading(out, "Part 4: namedtuple")?;
    let p = Point::new(3, 7);
    writeln!(out, "{p}")?;
    writeln!(out, "{}", p.x)?;
    writeln!(out, "{}", p[0])?;

    let c = Color::new(255, 128, 0);
    writeln!(out, "{c}")?;
    writeln!(out, "{}", c.red)?;
    writeln!(out, "{}", c[0])?;
    writeln!(out, "{}", c.to_dict())?;
    // It is no tuple, but it equals one.
    writeln!(out, "{}", Value::from(c == (255, 128, 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_4_prints_what_python_prints() {
        let mut out = vec![];
        part_4(&mut out).unwrap();
        let expected = "
== Part 4: namedtuple ==
Point(x=3, y=7)
3
3
Color(red=255, green=128, blue=0)
255
255
{'red': 255, 'green': 128, 'blue': 0}
True
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}

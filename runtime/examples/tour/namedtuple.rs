//! `collections.namedtuple`, of which the compiler writes the class.

use std::io::Write;

use metaclass::prelude::*;

use crate::{Outcome, heading};

/// How `namedtuple` generates its classes: here it is a macro.
pub(crate) fn part_4(out: &mut impl Write) -> Outcome {
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
    writeln!(out, "{}", Value::from(c == (255, 128, 0)))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn part_4_prints_what_python_prints() {
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
        assert_eq!(output_of(part_4), expected);
    }
}

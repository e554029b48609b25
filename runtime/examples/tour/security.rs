//! What the lesson warns of: code that is built from strings, and how it is debugged.

use std::io::Write;

use metaclass::Filter;
use metaclass::prelude::*;

use crate::{Outcome, heading};

/// No `exec`, no `eval`; names in traces; the source of what is generated.
pub(crate) fn part_7(out: &mut impl Write) -> Outcome {
    heading(out, "Part 7: security and debugging")?;
    let person = Class::builder("Person").field("name", Field::str()).field("age", Field::int()).build()?;
    let people = [person.instantiate(args!("alice", 30))?, person.instantiate(args!("bob", 17))?];
    // The lesson's `create_filter`: field and operator are looked up by name; nothing is ever run that came as text.
    let adult = Filter::new("age", ">=", 18)?;
    let names = adult.select(&people)?.into_iter().map(|person| person.get("name"));
    writeln!(out, "{}", Value::from(names.collect::<Result<Vec<_>, _>>()?))?;
    for (field, operator) in [("a b", "=="), ("age", "or"), ("__class__.__bases__[0]", "==")] {
        if let Err(error) = Filter::new(field, operator, 1) {
            writeln!(out, "{error}")?;
        }
    }

    // It knows more: several conditions, and what the class says of them.
    let filter = adult.and(!Filter::new("name", "in", vec!["carol", "dave"])?)?;
    writeln!(out, "{}", filter.compile(&person)?.explain())?;
    if let Err(error) = Filter::new("age", ">=", "18")?.compile(&person) {
        writeln!(out, "{error}")?;
    }
    debugging(out)
}

/// Its source is kept, as the lesson keeps `_generated_source` of its functions.
#[derive(Dataclass)]
#[dataclass(source)]
struct Point {
    x: i64,
    #[field(default = 0)]
    y: i64,
}

fn debugging(out: &mut impl Write) -> Outcome {
    // A trace names the methods, as the file names that the lesson gives to what it compiles.
    let user = Class::builder("UserModel")
        .attr("name", "")
        .method("validate", |this| match this.get("name")?.is_truthy() {
            true => Ok(()),
            false => Err(Error::value_error("name is required")),
        })
        .build()?;
    if let Err(error) = user.instantiate(args!())?.call("validate", args!()) {
        writeln!(out, "{error:#}")?;
    }

    // What a macro has generated can be read.
    let constructor = Point::GENERATED_SOURCE.lines().skip_while(|line| !line.contains("fn new"));
    writeln!(out, "{}", constructor.take(3).collect::<Vec<_>>().join("\n"))?;
    writeln!(out, "{}", Point!(1).repr())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn part_7_prints_what_python_prints() {
        let expected = "
== Part 7: security and debugging ==
['alice']
Invalid field name: 'a b'
Invalid operator: 'or'
Invalid field name: '__class__.__bases__[0]'
age >= 18 and not name in ['carol', 'dave']
Person.age: expected int, got str
Traceback (most recent call last):
  <UserModel.validate>
ValueError: name is required
    const fn new(x: i64) -> Self {
        Self::__new(x, 0)
    }
Point(x=1, y=0)
";
        assert_eq!(output_of(part_7), expected);
    }
}

//! What the lesson warns of: code that is built from strings, and how it is debugged.

use std::io::Write;

use metaclass::prelude::*;
use metaclass::value::Comparison;

use crate::{Outcome, heading};

/// A filter of instances. Field and operator are looked up by name; nothing is ever run that came as text.
fn create_filter(
    field: &str,
    operator: &str,
    value: impl Into<Value>,
) -> Result<impl Fn(&Instance) -> Result<bool, Error>, Error> {
    let is_identifier = !field.starts_with(|first: char| first.is_ascii_digit())
        && !field.is_empty()
        && field.chars().all(|c| c == '_' || c.is_alphanumeric());
    if !is_identifier {
        return Err(Error::value_error(format!("Invalid field name: {}", metaclass::repr(field))));
    }
    let Some(comparison) = Comparison::by_symbol(operator) else {
        return Err(Error::value_error(format!("Invalid operator: {}", metaclass::repr(operator))));
    };
    let (field, value) = (field.to_owned(), value.into());
    Ok(move |instance: &Instance| comparison.holds(&instance.get(&field)?, &value))
}

/// No `exec`, no `eval`; names in traces; the source of what is generated.
pub(crate) fn part_7(out: &mut impl Write) -> Outcome {
    heading(out, "Part 7: security and debugging")?;
    let person = Class::builder("Person").field("name", Field::str()).field("age", Field::int()).build()?;
    let people = [person.instantiate(args!("alice", 30))?, person.instantiate(args!("bob", 17))?];
    let is_adult = create_filter("age", ">=", 18)?;
    for person in &people {
        if is_adult(person)? {
            writeln!(out, "{}", person.get("name")?)?;
        }
    }
    for (field, operator) in [("a b", "=="), ("age", "or"), ("__class__.__bases__[0]", "==")] {
        if let Err(error) = create_filter(field, operator, 1) {
            writeln!(out, "{error}")?;
        }
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
alice
Invalid field name: 'a b'
Invalid operator: 'or'
Invalid field name: '__class__.__bases__[0]'
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

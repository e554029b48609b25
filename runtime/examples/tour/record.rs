//! A factory of classes whose attributes are typed and checked.

use std::io::Write;

use metaclass::prelude::*;
use metaclass::{Property, builtins};

use crate::{Outcome, heading, remark};

/// A property that takes values of one class, and keeps them under another name.
fn make_property(name: &str, class: &'static Class) -> Property {
    let (name, storage) = (name.to_owned(), format!("_{name}"));
    let read = storage.clone();
    Property::new().getter(move |this| this.get(&read)).setter(move |this, value| {
        if !value.is_instance_of(class) {
            return Err(Error::type_error(format!("{name}: expected {}", class.name())));
        }
        this.set(&storage, value)
    })
}

/// The lesson's `Record`: a property for each field, and a constructor that sets them all.
fn record(name: &str, fields: &[(&str, &'static Class)]) -> Result<Class, Error> {
    let params: Params = fields.iter().map(|(name, _)| *name).collect();
    fields
        .iter()
        .fold(Class::builder(name), |record, (name, class)| record.property(*name, make_property(name, class)))
        .init_with(params, |this, args| args.iter().try_for_each(|(name, value)| this.set(name, value.clone())))
        .build()
}

/// Level 2: what is wrong with `Record`.
pub(crate) fn level_2(out: &mut impl Write) -> Outcome {
    heading(out, "Level 2: a record")?;
    let user = record("User", &[("name", builtins::str()), ("age", builtins::int())])?;
    let mut u = user.instantiate(args!("Alice", 30))?;
    writeln!(out, "{} {}", u.get("name")?, u.get("age")?)?;
    writeln!(out, "{}", Value::from(user.has_own("__builtins__")))?;
    if let Err(error) = u.set("age", "x") {
        writeln!(out, "{error}")?;
    }
    remark(
        out,
        "The lesson looks for the bug in exec. It is in the call: Record's own parameter is called 'name', as the field.",
    )?;

    // Fields are that already, and say more.
    let user = Class::builder("User").field("name", Field::str()).field("age", Field::int()).build()?;
    let mut u = user.instantiate(args!("Alice", age = 30))?;
    if let Err(error) = u.set("age", "x") {
        writeln!(out, "{error}")?;
    }
    writeln!(out, "{}", user.spec().signature())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn level_2_prints_what_python_prints() {
        let expected = "
== Level 2: a record ==
Alice 30
False
age: expected int
# The lesson looks for the bug in exec. It is in the call: Record's own parameter is called 'name', as the field.
age: expected int, got str
(name: str, age: int)
";
        assert_eq!(output_of(level_2), expected);
    }
}

//! `type(name, bases, namespace)`: classes that are made by a call.

use std::io::Write;

use metaclass::prelude::*;
use metaclass::{Function, builtins, make_exception};

use crate::{Outcome, heading, remark};

/// `type` with three arguments, and functions that give classes.
pub(crate) fn part_1(out: &mut impl Write) -> Outcome {
    heading(out, "Part 1: type() with three arguments")?;
    let speak =
        Function::method("speak", |this| Ok(format!("The {} says {}", this.class().name(), this.get("sound")?)));
    let animal = Class::new("Animal", [], [("sound", "...".into()), ("speak", speak.into())])?;
    let dog = Class::new("Dog", [&animal], [("sound", "woof".into())])?;
    let cat = Class::new("Cat", [&animal], [("sound", "meow".into())])?;

    let d = dog.instantiate(args!())?;
    writeln!(out, "{}", d.call("speak", args!())?)?;
    writeln!(out, "{}", Value::from(d.is_instance_of(&animal)))?;
    writeln!(out, "{}", dog.get("__mro__")?)?;
    remark(out, "The lesson leaves out the module.")?;

    // A class can change later: its instances and subclasses see it.
    animal.set("legs", 4)?;
    cat.set("sound", "purr")?;
    let c = cat.instantiate(args!())?;
    writeln!(out, "{} on {} legs", c.call("speak", args!())?, c.get("legs")?)?;
    exceptions(out)
}

/// The lesson's factory of exception classes.
fn exceptions(out: &mut impl Write) -> Outcome {
    let not_found = make_exception("NotFoundError", Some("Resource not found"), builtins::exception())?;
    let auth = make_exception("AuthError", None, builtins::permission_error())?;

    let find = |user: Option<i64>| -> Result<(), Error> {
        Err(match user {
            None => not_found.raise(args!()),
            Some(user) => not_found.raise(args!(format!("User {user} not found"))),
        })
    };
    for user in [None, Some(42)] {
        match find(user) {
            Err(error) if error.is_instance_of(&not_found) => writeln!(out, "{error}")?,
            other => other?,
        }
    }
    writeln!(out, "{}", Value::from(auth.is_subclass_of(builtins::permission_error())))?;

    let page_not_found = Class::builder("PageNotFound").base(&not_found).build()?;
    writeln!(out, "{}", page_not_found.raise(args!()))?;
    remark(
        out,
        "In the lesson a subclass of NotFoundError recurses for ever: super(type(self), self) begins anew each time.",
    )?;
    Ok(())
}

/// Level 1, question 1.
pub(crate) fn practice_1(out: &mut impl Write) -> Outcome {
    heading(out, "Level 1, question 1: type() makes regular classes")?;
    let a = Class::new("A", [], [("x", 1.into())])?;
    let b = Class::new("B", [&a], [("y", 2.into())])?;
    let instance = b.instantiate(args!())?;
    writeln!(out, "{} {}", instance.get("x")?, instance.get("y")?)?;
    writeln!(out, "{}", b.get("__bases__")?)?;
    writeln!(out, "{}", a.metaclass())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn part_1_prints_what_python_prints() {
        let expected = "
== Part 1: type() with three arguments ==
The Dog says woof
True
(<class '__main__.Dog'>, <class '__main__.Animal'>, <class 'object'>)
# The lesson leaves out the module.
The Cat says purr on 4 legs
Resource not found
User 42 not found
True
Resource not found
# In the lesson a subclass of NotFoundError recurses for ever: super(type(self), self) begins anew each time.
";
        assert_eq!(output_of(part_1), expected);
    }

    #[test]
    fn practice_1_prints_what_python_prints() {
        let expected = "
== Level 1, question 1: type() makes regular classes ==
1 2
(<class '__main__.A'>,)
<class 'type'>
";
        assert_eq!(output_of(practice_1), expected);
    }
}

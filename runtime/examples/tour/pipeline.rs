//! The steps in which a class is made.

use std::io::Write;

use metaclass::Descriptor;
use metaclass::prelude::*;

use crate::output::{print, printed};
use crate::{Outcome, heading, remark};

/// Tells when it learns its name.
struct Desc;

impl Descriptor for Desc {
    fn set_name(&self, owner: &Class, name: &str) -> Result<(), Error> {
        print(format_args!(" __set_name__: {name} on {}", owner.name()));
        Ok(())
    }
}

/// A metaclass that tells of each step, and what the steps are.
pub(crate) fn part_2(out: &mut impl Write) -> Outcome {
    heading(out, "Part 2: the class creation pipeline")?;
    let meta = Class::builder("Meta")
        .prepare(|step| {
            print(format_args!("1. __prepare__({})", step.name()));
            step.next()
        })
        .new_class(|step| {
            print(format_args!("2. Meta.__new__({})", step.name()));
            let class = step.next()?;
            print(" (type.__new__ called __set_name__ on descriptors)");
            Ok(class)
        })
        .init_class(|step| {
            print(format_args!("4. Meta.__init__({})", step.class().name()));
            step.next()
        })
        .build()?;
    let base = Class::builder("Base")
        .metaclass(&meta)
        .init_subclass(|_, class, _| {
            print(format_args!("3. __init_subclass__({})", class.name()));
            Ok(())
        })
        .build()?;
    Class::builder("Child").base(&base).descriptor("field", Desc).attr("x", 42).build()?;
    write!(out, "{}", printed())?;
    remark(out, "The lesson has line 3 one later: but __init_subclass__ runs inside type.__new__.")?;

    let called = Class::new("Called", [&base], [])?;
    write!(out, "{}", printed())?;
    writeln!(out, "{}", called.metaclass().name())?;
    remark(out, "The lesson calls type(name, bases, namespace) the same pipeline: all of it but __prepare__.")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn part_2_prints_what_python_prints() {
        let expected = "
== Part 2: the class creation pipeline ==
1. __prepare__(Base)
2. Meta.__new__(Base)
 (type.__new__ called __set_name__ on descriptors)
4. Meta.__init__(Base)
1. __prepare__(Child)
2. Meta.__new__(Child)
 __set_name__: field on Child
3. __init_subclass__(Child)
 (type.__new__ called __set_name__ on descriptors)
4. Meta.__init__(Child)
# The lesson has line 3 one later: but __init_subclass__ runs inside type.__new__.
2. Meta.__new__(Called)
3. __init_subclass__(Called)
 (type.__new__ called __set_name__ on descriptors)
4. Meta.__init__(Called)
Meta
# The lesson calls type(name, bases, namespace) the same pipeline: all of it but __prepare__.
";
        assert_eq!(output_of(part_2), expected);
    }
}

//! What is not as in Python, and what it is like instead.

use std::io::Write;

use metaclass::prelude::*;

use crate::{Outcome, heading, remark};

/// Identity, integers, and the smaller ones.
pub(crate) fn from_python(out: &mut impl Write) -> Outcome {
    heading(out, "What differs from Python")?;
    aliasing(out)?;
    methods(out)?;
    integers(out)?;
    classes(out)
}

/// Instances, and what they hold, are values.
fn aliasing(out: &mut impl Write) -> Outcome {
    let point = Class::builder("Point").field("x", Field::int()).build()?;
    let a = point.instantiate(args!(1))?;
    let mut b = a.clone();
    b.set("x", 2)?;
    writeln!(out, "{} {}", a.get("x")?, b.get("x")?)?;
    remark(
        out,
        "Python prints 2 2: there b = a is the same object. Here an instance is a value, and a clone is a copy.",
    )?;

    let a = Shared::new(point.instantiate(args!(1))?);
    let b = a.clone();
    b.set("x", 2)?;
    writeln!(out, "{} {} {}", a.get("x")?, b.get("x")?, Value::from(a.is(&b)))?;
    remark(out, "Shared has an identity, as every object has in Python.")?;

    let cart = Class::builder("Cart").attr("items", Vec::<Value>::new()).build()?;
    let mut mine = cart.instantiate(args!())?;
    mine.update("items", |items| items.push("tea"))?;
    writeln!(out, "{} {}", mine.get("items")?, cart.get("items")?)?;
    remark(out, "Python prints ['tea'] ['tea']: the list of the class is changed through the instance.")?;
    Ok(())
}

/// A method says whether it changes its receiver.
fn methods(out: &mut impl Write) -> Outcome {
    let counter = Class::builder("Counter")
        .attr("n", 0)
        .method_mut("increment", |this| this.set("n", this.get_as::<i64>("n")? + 1))
        .build()?;
    let mut c = counter.instantiate(args!())?;
    c.call_mut("increment", args!())?;
    if let Err(error) = c.call("increment", args!()) {
        writeln!(out, "{error}")?;
    }
    writeln!(out, "{}", c.get("n")?)?;
    remark(out, "Python asks no one whether a method changes its object. Here call reads, and call_mut may change.")?;
    Ok(())
}

/// 64 bits in place, 128 bits apart, and no more.
fn integers(out: &mut impl Write) -> Outcome {
    let two = Value::from(2);
    for exponent in [62, 63, 126, 127] {
        match two.pow(&exponent.into()) {
            Ok(power) => writeln!(out, "2 ** {exponent} = {power}")?,
            Err(error) => writeln!(out, "2 ** {exponent}: {error:?}")?,
        }
    }
    remark(out, "Python's integers have no end. These never wrap, and never turn into floats.")?;
    Ok(())
}

/// Classes are counted, not collected.
fn classes(out: &mut impl Write) -> Outcome {
    let plugin = Class::builder("Plugin")
        .attr("registry", Vec::<Value>::new())
        .init_subclass(|plugin, class, _| plugin.update("registry", |known| known.push(class.downgrade())))
        .build()?;
    let csv = Class::builder("Csv").base(&plugin).build()?;
    writeln!(out, "{}", plugin.get("registry")?)?;
    drop(csv);
    writeln!(out, "{}", plugin.get("registry")?)?;
    remark(out, "A class that knows its descendants holds them weakly: what holds itself in a circle is never freed.")?;

    if let Err(error) = plugin.set("__name__", "Other") {
        writeln!(out, "{error}")?;
    }
    remark(out, "In Python a class can be renamed.")?;
    writeln!(out, "{}", plugin.instantiate(args!())?)?;
    remark(out, "Python adds the address, which is another one in each run.")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn the_differences_are_as_they_are_told() {
        let expected = "
== What differs from Python ==
1 2
# Python prints 2 2: there b = a is the same object. Here an instance is a value, and a clone is a copy.
2 2 True
# Shared has an identity, as every object has in Python.
['tea'] []
# Python prints ['tea'] ['tea']: the list of the class is changed through the instance.
Counter.increment() changes its 'Counter' object: call 'increment' with `call_mut`
1
# Python asks no one whether a method changes its object. Here call reads, and call_mut may change.
2 ** 62 = 4611686018427387904
2 ** 63 = 9223372036854775808
2 ** 126 = 85070591730234615865843651857942052864
2 ** 127: OverflowError: int too large: it has at most 128 bits
# Python's integers have no end. These never wrap, and never turn into floats.
[<weakref to 'Csv'>]
[<weakref; dead>]
# A class that knows its descendants holds them weakly: what holds itself in a circle is never freed.
attribute '__name__' of class 'Plugin' is not writable
# In Python a class can be renamed.
<__main__.Plugin object>
# Python adds the address, which is another one in each run.
";
        assert_eq!(output_of(from_python), expected);
    }
}

//! `__prepare__`: what the body of a class assigns into.

use std::io::Write;

use metaclass::prelude::*;
use metaclass::{Namespace, OrderedNamespace, StrictNamespace, TrackingNamespace};

use crate::output::{print, printed};
use crate::{Outcome, heading, remark};

/// Namespaces that keep the order, refuse duplicates, and tell members from the rest.
pub(crate) fn part_6(out: &mut impl Write) -> Outcome {
    heading(out, "Part 6: __prepare__")?;
    let meta = Class::builder("Meta")
        .prepare(|step| {
            let namespace = step.next()?;
            print(format_args!("__prepare__ returns: {}", namespace.class_name()));
            Ok(namespace)
        })
        .build()?;
    Class::builder("Example").metaclass(&meta).attr("a", 1).attr("b", 2).attr("c", 3).build()?;
    write!(out, "{}", printed())?;

    let ordered = Class::builder("OrderedMeta")
        .new_class(|step| {
            let order: Vec<String> = step.namespace().names().collect();
            let class = Class::try_from(step.next()?)?;
            class.set("_field_order", order)?;
            Ok(class.into())
        })
        .build()?;
    let config = Class::builder("Config")
        .metaclass(&ordered)
        .attr("host", "localhost")
        .attr("port", 8080)
        .attr("debug", false)
        .build()?;
    writeln!(out, "{}", config.get("_field_order")?)?;

    let strict = Class::builder("StrictMeta").prepare(|_| Ok(Box::new(StrictNamespace::new()))).build()?;
    Class::builder("StrictClass").metaclass(&strict).attr("x", 10).attr("y", 20).build()?;
    if let Err(error) = Class::builder("BadClass").metaclass(&strict).attr("x", 10).attr("x", 20).build() {
        writeln!(out, "{error}")?;
    }
    enumeration(out)
}

/// What `Enum` needs a namespace of its own for: it tells members from other attributes, and takes none twice.
#[derive(Default)]
struct EnumDict {
    names: OrderedNamespace,
    members: Vec<String>,
}

impl Namespace for EnumDict {
    fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
        if !name.starts_with('_') && !matches!(value, Value::Function(_) | Value::Descriptor(_)) {
            if let Some(old) = self.names.look_up(name)? {
                return Err(Error::type_error(format!("'{name}' already defined as {}", old.repr())));
            }
            self.members.push(name.to_owned());
        }
        self.names.insert(name, value)
    }

    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
        self.names.look_up(name)
    }

    fn remove(&mut self, name: &str) -> Result<bool, Error> {
        self.names.remove(name)
    }

    fn entries(&self) -> Vec<(String, Value)> {
        self.names.entries()
    }
}

fn enumeration(out: &mut impl Write) -> Outcome {
    let enum_meta = Class::builder("EnumMeta")
        .prepare(|_| Ok(Box::<EnumDict>::default()))
        .new_class(|step| {
            let prepared = step.namespace().downcast_ref::<EnumDict>();
            let members = prepared.map(|namespace| namespace.members.clone()).unwrap_or_default();
            step.namespace_mut().set("_member_names_", members)?;
            step.next()
        })
        .method("__iter__", |this| this.get("_member_names_"))
        .build()?;
    let color = Class::builder("Color")
        .metaclass(&enum_meta)
        .attr("RED", 1)
        .attr("GREEN", 2)
        .method("describe", |_| Ok("a color"))
        .build()?;
    for name in Value::from(color).iterate()? {
        writeln!(out, "{name}")?;
    }
    if let Err(error) = Class::builder("Color").metaclass(&enum_meta).attr("RED", 1).attr("RED", 2).build() {
        writeln!(out, "{error}")?;
    }
    remark(out, "EnumMeta.__prepare__ of Python gives an enum._EnumDict, which does this among other things.")?;
    Ok(())
}

/// Level 1, question 3.
pub(crate) fn practice_3(out: &mut impl Write) -> Outcome {
    heading(out, "Level 1, question 3: a namespace that tracks")?;
    let track = Class::builder("TrackMeta")
        .prepare(|_| Ok(Box::new(TrackingNamespace::new())))
        .new_class(|step| {
            let tracked = step.namespace().downcast_ref::<TrackingNamespace>();
            let names = tracked.into_iter().flat_map(TrackingNamespace::assignments).map(|(name, _)| name.to_owned());
            let defined: Vec<String> = names.filter(|name| !name.starts_with("__")).collect();
            let class = Class::try_from(step.next()?)?;
            class.set("_defined_names", defined)?;
            Ok(class.into())
        })
        .build()?;
    let example = Class::builder("Example")
        .metaclass(&track)
        .body(|ns| {
            ns.set("x", 10)?;
            ns.set("y", 20)?;
            ns.set("z", 30)
        })
        .build()?;
    writeln!(out, "{}", example.get("_defined_names")?)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::output_of;

    #[test]
    fn part_6_prints_what_python_prints() {
        let expected = "
== Part 6: __prepare__ ==
__prepare__ returns: dict
['__module__', '__qualname__', 'host', 'port', 'debug']
Duplicate definition of 'x'
RED
GREEN
'RED' already defined as 1
# EnumMeta.__prepare__ of Python gives an enum._EnumDict, which does this among other things.
";
        assert_eq!(output_of(part_6), expected);
    }

    #[test]
    fn practice_3_prints_what_python_prints() {
        let expected = "
== Level 1, question 3: a namespace that tracks ==
['x', 'y', 'z']
";
        assert_eq!(output_of(practice_3), expected);
    }
}

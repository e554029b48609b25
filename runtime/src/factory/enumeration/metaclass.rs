//! The class of enumerations: what is done when one is made, called, iterated and asked.

use super::classes::print_values;
use super::flag::{self, Boundary, combined};
use super::members::{MAP, Members, Named};
use crate::args::Args;
use crate::class::{CallClass, Class, NewClass, Payload, Prepare, Step};
use crate::descriptor::{DescriptorValue, Property};
use crate::error::Error;
use crate::function::Function;
use crate::function::takes::{attr, name_and_value, only_name, value};
use crate::instance::This;
use crate::namespace::{EnumNamespace, Namespace, OrderedNamespace};
use crate::repr::repr;
use crate::value::{Dict, List, Value};

/// The keyword argument by which a class becomes one of flags: what derives from it takes `boundary`.
pub(super) const FLAGS: &str = "_boundary_";

/// `__prepare__`: a namespace that keeps members apart, and chooses automatic values as the base does.
pub(super) fn prepare(step: &mut Step<'_, Prepare>) -> Result<Box<dyn Namespace>, Error> {
    Ok(Box::new(namespace(step.name(), step.bases())?))
}

pub(super) fn namespace(name: &str, bases: &[Class]) -> Result<EnumNamespace, Error> {
    for base in bases {
        if Members::of(base).is_some_and(|members| !members.is_empty()) {
            return Err(Error::type_error(format!("<enum {}> cannot extend {}", repr(name), Value::from(base).repr())));
        }
    }
    let namespace = EnumNamespace::new(name);
    Ok(match bases.last().map(|base| base.get("_generate_next_value_")) {
        Some(Ok(generate)) => namespace.with_generator(generate),
        _ => namespace,
    })
}

/// `__new__`: members become what the class makes when it is there, each in its turn.
pub(super) fn new_class(step: &mut Step<'_, NewClass>) -> Result<Value, Error> {
    let written = match step.namespace().downcast_ref::<EnumNamespace>() {
        Some(written) => written.clone(),
        // `type(name, bases, namespace)` prepares none.
        None => {
            let mut written = namespace(step.name(), step.bases())?;
            for (name, value) in step.namespace().entries() {
                written.insert(&name, value)?;
            }
            written
        }
    };
    if written.is_member("mro") {
        return Err(Error::value_error("invalid enum member name(s) 'mro'"));
    }
    let mut boundary = |name: &str| step.keywords_mut().take(name).map(|given| Boundary::read(&given)).transpose();
    let (first, boundary) = (boundary(FLAGS)?, boundary("boundary")?);
    let flags = first.or_else(|| step.bases().iter().find_map(|base| Members::of(base)?.flags));
    let flags = flags.map(|inherited| boundary.unwrap_or(inherited));
    let mut names = OrderedNamespace::new();
    names.insert(MAP, DescriptorValue::new(Members::new(flags)).into())?;
    let mut order = None;
    for (name, value) in written.entries() {
        match name.as_str() {
            "_order_" | "__order__" => order = Some(value),
            name if written.is_member(name) => names.insert(name, Named { name: name.to_owned(), value }.into())?,
            name => names.insert(name, value)?,
        }
    }
    keep_look(step.bases(), &mut names)?;
    step.set_namespace(Box::new(names));
    let made = step.next()?;
    if let (Value::Class(class), Some(order)) = (&made, order) {
        check_order(class, &order)?;
    }
    Ok(made)
}

/// A built-in class among the bases shows its values in its own way: members are shown as such all the same, but for the
/// text of those that `ReprEnum` is a base of.
fn keep_look(bases: &[Class], names: &mut OrderedNamespace) -> Result<(), Error> {
    let payload = bases.iter().find_map(|base| base.layout().payload());
    if print_values(bases) {
        let Some(class) = payload.map(Payload::class) else {
            return Err(Error::type_error(
                "ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)",
            ));
        };
        let text = class.find("__str__").or_else(|| class.find("__repr__"));
        for (name, placed) in [("__str__", text), ("__format__", class.find("__format__"))] {
            if let (None, Some(placed)) = (names.find(name), placed) {
                names.insert(name, placed.held.value())?;
            }
        }
    }
    let Some(payload) = payload else { return Ok(()) };
    let Some(first) = bases.last().filter(|base| base.layout().payload().is_none()) else { return Ok(()) };
    if Members::of(first).is_some_and(|members| members.flags.is_some()) {
        // The operators of flags go before those of integers.
        for name in flag::operators() {
            if let (None, Some(placed)) = (names.find(name), first.find(name)) {
                names.insert(name, placed.held.value())?;
            }
        }
    }
    for name in ["__repr__", "__str__", "__format__"] {
        let of_bases = bases.iter().find_map(|base| base.find(name)).map(|placed| placed.held.value());
        let is_plain = of_bases == payload.class().find(name).map(|placed| placed.held.value());
        if names.find(name).is_none()
            && (is_plain || of_bases.is_none())
            && let Some(placed) = first.find(name)
        {
            names.insert(name, placed.held.value())?;
        }
    }
    Ok(())
}

fn check_order(class: &Class, order: &Value) -> Result<(), Error> {
    let written: Vec<String> = match order.as_str() {
        Some(order) => order.replace(',', " ").split_whitespace().map(str::to_owned).collect(),
        None => order.iterate()?.map(|name| name.to_string()).collect(),
    };
    let names: Vec<String> = Members::of(class).into_iter().flat_map(Members::values).map(|(name, _)| name).collect();
    match written == names {
        true => Ok(()),
        false => {
            let [names, written] = [names, written].map(Value::from);
            Err(Error::type_error(format!("member order does not match _order_:\n  {names}\n  {written}")))
        }
    }
}

/// `__call__`: the member of a value; a class without members makes enumerations.
pub(super) fn call(step: &mut Step<'_, CallClass>) -> Result<Value, Error> {
    let class = step.class().clone();
    let args = std::mem::take(step.args_mut());
    args.check(class.name())?;
    let Some(members) = Members::of(&class) else { return step.next() };
    let is_flags = members.flags.is_some();
    match (members.is_empty(), args.positional()) {
        (_, [value]) if args.len() == 1 && (!members.is_empty() || is_flags) => look_up(&class, members, value),
        (false, several) if args.keywords().len() == 0 && several.len() > 1 => {
            look_up(&class, members, &several.iter().cloned().collect::<crate::value::Tuple>().into())
        }
        (true, [_]) if args.keyword("names").is_none() => {
            let class = Value::from(&class).repr().to_string();
            Err(Error::type_error(format!(
                "{class} has no members; specify `names=()` if you meant to create a new, empty, enum"
            )))
        }
        _ => super::of_arguments(&class, &args),
    }
}

/// The member of a value, or what `_missing_` gives for it.
fn look_up(class: &Class, members: &Members, value: &Value) -> Result<Value, Error> {
    if value.class() == class {
        return Ok(value.clone());
    }
    if let Some(member) = members.by_value(class, value) {
        return Ok(member);
    }
    match (class.call_method("_missing_", Args::new().with(value.clone()))?, members.flags) {
        (Value::None, Some(boundary)) => combined(class, members, boundary, value),
        (Value::None, None) => Err(not_valid(class, value)),
        (given, _) if given.class() == class => Ok(given),
        (given, _) => {
            let (class, given) = (class.name(), given.repr().to_string());
            Err(Error::type_error(format!(
                "error in {class}._missing_: returned {given} instead of None or a valid member"
            )))
        }
    }
}

#[cold]
pub(super) fn not_valid(class: &Class, value: &Value) -> Error {
    Error::value_error(format!("{} is not a valid {}", value.repr(), class.qualname()))
}

/// The receiver of a method of the metaclass, and its members.
fn receiver<'a>(this: &'a This<'_>) -> Result<(&'a Class, &'a Members), Error> {
    let class = this.as_class().ok_or_else(|| Error::type_error("an enumeration is a class"))?;
    Ok((class, Members::of(class).ok_or_else(|| Error::type_error(format!("'{}' has no members", class.name())))?))
}

/// The methods of enumerations.
pub(super) fn methods() -> Vec<Function> {
    vec![
        Function::method("__iter__", |this| receiver(this).map(|(class, members)| members.list(class))),
        Function::method("__reversed__", |this| {
            receiver(this).map(|(class, members)| members.list(class).into_iter().rev().collect::<List>())
        }),
        Function::method("__len__", |this| receiver(this).map(|(_, members)| members.len())),
        Function::method("__bool__", |_| Ok(true)),
        Function::method("__repr__", |this| {
            let (class, members) = receiver(this)?;
            let kind = if members.flags.is_some() { "flag" } else { "enum" };
            Ok(format!("<{kind} {}>", repr(class.name())))
        }),
        Function::reader("__getitem__", only_name, |this, args| {
            let (name,): (&Value,) = args.get()?;
            let (class, members) = receiver(this)?;
            let member = name.as_str().and_then(|name| members.by_name(class, name));
            member.ok_or_else(|| Error::key_error(name.repr().to_string()))
        }),
        Function::reader("__contains__", value, |this, args| {
            let (value,): (&Value,) = args.get()?;
            let (class, members) = receiver(this)?;
            Ok((value.class() == class || members.by_value(class, value).is_some()).into())
        }),
        Function::writer("__setattr__", name_and_value, |this, args| {
            let (name, value): (&str, &Value) = args.get()?;
            if receiver(this)?.1.has_name(name) {
                return Err(Error::attribute_error(format!("cannot reassign member {}", repr(name))));
            }
            this.set_plainly(name, value.clone()).map(Value::from)
        }),
        Function::writer("__delattr__", attr, |this, args| {
            let (name,): (&str,) = args.get()?;
            let (class, members) = receiver(this)?;
            if members.has_name(name) {
                let class = repr(class.name()).to_string();
                return Err(Error::attribute_error(format!("{class} cannot delete member {}.", repr(name))));
            }
            this.delete_plainly(name).map(Value::from)
        }),
    ]
}

/// `__members__`: all names with their members, aliases among them.
pub(super) fn all_members() -> Property {
    Property::new().getter(|this| {
        let (class, members) = receiver(this)?;
        Ok(members.all(class).into_iter().collect::<Dict>())
    })
}

//! The making of a class, step by step, in CPython's order.
//!
//! The class statement chooses the metaclass, lets it prepare a namespace, runs the body, and calls the metaclass with
//! that: `__new__` makes the class, tells descriptors their names and the bases of the new class; then `__init__` runs.

mod create;
mod members;
mod resolve;

use std::mem::take;
use std::sync::LazyLock;

use create::create_type;
pub(crate) use create::{bind_descriptors, compiled, of_description};
pub(super) use create::{builtin, create};
pub(crate) use members::{Members, described};

use super::builder::{Body, Statement};
use super::hook::run;
use super::{Class, InitClass, Keywords, NewClass, Prepare, builtins};
use crate::args::Args;
use crate::descriptor::Attribute;
use crate::error::Error;
use crate::namespace::{Namespace, OrderedNamespace};
use crate::spec::Text;
use crate::symbol::{MODULE, QUALNAME, Sym, keep_last};
use crate::value::{Dict, Tuple, Value};
use resolve::resolve_metaclass;

/// The module of what says nothing of its own.
pub(super) const MAIN: Text = Text::new("__main__");

/// The class statement.
pub(super) fn class_statement(statement: &mut Statement) -> Result<Value, Error> {
    // The body may make classes itself.
    let _entered = crate::function::enter()?;
    let metaclass = resolve_metaclass(statement.metaclass.as_ref(), &statement.bases)?;
    if metaclass == builtins::type_() && statement.bodies.is_empty() {
        // Nobody looks at a namespace but `type`.
        keep_last(&mut statement.attributes);
        return create_type(statement).map(Value::from);
    }
    let metaclass = metaclass.clone();
    let Statement { name, qualname, module, bases, keywords, attributes, bodies, .. } = statement;
    let mut namespace = prepare_namespace(&metaclass, name, bases, keywords)?;
    namespace.__insert(*MODULE, module_value(module))?;
    namespace.__insert(*QUALNAME, Value::from(&**qualname.as_ref().unwrap_or(name)))?;
    run_body(&mut *namespace, take(attributes), take(bodies))?;
    call(NewClass { metaclass, name: name.clone(), bases: take(bases), namespace, keywords: take(keywords) })
}

/// `type(name, bases, namespace)`: no namespace is prepared.
pub(super) fn type_call<'n>(
    name: Text,
    bases: Vec<Class>,
    attrs: impl IntoIterator<Item = (&'n str, Value)>,
) -> Result<Class, Error> {
    let namespace = filled(attrs)?;
    let metaclass = builtins::type_().clone();
    call(NewClass { metaclass, name, bases, namespace, keywords: Keywords::new() })?.try_into()
}

/// A metaclass that is called: `type(value)`, or `Meta(name, bases, namespace, **keywords)`.
pub(super) fn call_metaclass(metaclass: &Class, args: Args) -> Result<Value, Error> {
    let (positional, keywords) = args.into_parts();
    if let ([value], true, true) = (&*positional, keywords.is_empty(), metaclass == builtins::type_()) {
        return Ok(value.class().into());
    }
    let Ok([name, bases, namespace]) = <[Value; 3]>::try_from(positional) else {
        return Err(Error::type_error("type() takes 1 or 3 arguments"));
    };
    let wrong = |at: usize, expected: &str, got: &Value| {
        Error::type_error(format!("type.__new__() argument {at} must be {expected}, not {}", got.type_name()))
    };
    let Value::Str(name) = name else { return Err(wrong(1, "str", &name)) };
    let Value::Tuple(bases) = bases else { return Err(wrong(2, "tuple", &bases)) };
    let Value::Dict(attrs) = namespace else { return Err(wrong(3, "dict", &namespace)) };
    let bases = bases.into_iter().map(|base| Class::try_from(base).map_err(|_| resolve::conflict()));
    let bases = bases.collect::<Result<_, _>>()?;
    let namespace = filled(attrs.iter().filter_map(|(name, value)| Some((name.as_str()?, value.clone()))))?;
    let keywords = keywords.into_iter().collect();
    call(NewClass { metaclass: metaclass.clone(), name: name.into(), bases, namespace, keywords })
}

fn filled<'n>(attrs: impl IntoIterator<Item = (&'n str, Value)>) -> Result<Box<dyn Namespace>, Error> {
    let mut namespace = OrderedNamespace::new();
    for (name, value) in attrs {
        namespace.insert(name, value)?;
    }
    Ok(Box::new(namespace))
}

fn prepare_namespace(
    metaclass: &Class,
    name: &Text,
    bases: &[Class],
    keywords: &Keywords,
) -> Result<Box<dyn Namespace>, Error> {
    let (name, bases, keywords) = (name.clone(), bases.to_vec(), keywords.clone());
    run(&mut Prepare { metaclass: metaclass.clone(), name, bases, keywords }, metaclass, 0)
}

/// The name of a module as a value, which is made once for that of most.
fn module_value(module: &str) -> Value {
    static IN_MAIN: LazyLock<Value> = LazyLock::new(|| Value::from(&*MAIN));
    if *module == *MAIN { IN_MAIN.clone() } else { module.into() }
}

/// Runs what was written, after the two names that Python sets first.
fn run_body(
    namespace: &mut dyn Namespace,
    attributes: Vec<(Sym, Attribute)>,
    bodies: Vec<(usize, Box<Body>)>,
) -> Result<(), Error> {
    let mut done = 0;
    let mut attributes = attributes.into_iter();
    for (before, body) in bodies {
        for (name, attribute) in attributes.by_ref().take(before - done) {
            namespace.__insert(name, attribute.into_value())?;
        }
        done = before;
        body(namespace)?;
    }
    attributes.try_for_each(|(name, attribute)| namespace.__insert(name, attribute.into_value()))
}

/// The arguments of the call that makes a class, for what is called in the place of a metaclass: in Python that may be any
/// class, whatever comes of it.
fn into_args(new: NewClass) -> Args {
    let NewClass { name, bases, namespace, keywords, .. } = new;
    let bases: Tuple = bases.into_iter().map(Value::from).collect();
    let namespace: Dict = namespace.entries().iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    keywords.to_args().with(&*name).with(bases).with(namespace)
}

/// Calls the metaclass: `__new__`, then `__init__` of what that has made, if it is a class of this metaclass.
fn call(mut new: NewClass) -> Result<Value, Error> {
    let metaclass = new.metaclass.clone();
    if !metaclass.is_metaclass() {
        return metaclass.call(into_args(new));
    }
    let keywords = new.keywords.clone();
    let made = if metaclass == *builtins::type_() { new.last()? } else { run(&mut new, &metaclass, 0)? };
    match &made {
        // Nobody stands in the way of `type` itself.
        Value::Class(class) if class.metaclass() == builtins::type_() => {}
        Value::Class(class) if class.metaclass().descends_from(&metaclass) => {
            let meta = class.metaclass().clone();
            run(&mut InitClass { class: class.clone(), keywords }, &meta, 0)?;
        }
        _ => {}
    }
    Ok(made)
}

//! Statements and expressions, run for a receiver.

use metaclass::value::{Comparison, List, Operator};
use metaclass::{Args, BoundArguments, Class, Cls, Error, ErrorKind, This, Value};
use serde_json::Value as Json;

use super::values::attribute;
use super::{World, event};
use crate::cases::{list, text};

/// Whom code runs for.
pub(super) enum Receiver<'r, 'a> {
    Reads(&'r This<'a>),
    Writes(&'r mut This<'a>),
    /// The receiver of a class method, which knows what `super` is.
    ClassMethod(&'r Cls<'a>),
    Class(&'r Class),
    Nobody,
}

/// Code that runs: for whom, and with which arguments.
pub(super) struct Run<'r, 'a> {
    pub(super) world: &'r World,
    pub(super) receiver: Receiver<'r, 'a>,
    pub(super) arg: &'r dyn Fn(&str) -> Option<Value>,
}

/// The argument of a name, for code that has these.
pub(super) fn arg_of<'r>(args: &'r BoundArguments<'_>) -> impl Fn(&str) -> Option<Value> + 'r {
    |name| args.value(name).cloned()
}

/// Does the code set something, or call what may?
pub(super) fn may_write(code: &Json) -> bool {
    match code {
        Json::Array(items) => {
            let writes = ["set", "del", "raw_set", "super", "call"];
            items.first().and_then(Json::as_str).is_some_and(|word| writes.contains(&word))
                || items.iter().any(may_write)
        }
        _ => false,
    }
}

impl Run<'_, '_> {
    /// Runs statements, and gives what they return.
    pub(super) fn run(&mut self, statements: &Json) -> Result<Value, Error> {
        self.block(statements).map(Option::unwrap_or_default)
    }

    /// Runs statements up to the first that returns.
    fn block(&mut self, statements: &Json) -> Result<Option<Value>, Error> {
        for statement in list(statements) {
            if let Some(returned) = self.statement(list(statement))? {
                return Ok(Some(returned));
            }
        }
        Ok(None)
    }

    fn statement(&mut self, statement: &[Json]) -> Result<Option<Value>, Error> {
        let [word, rest @ ..] = statement else { return Err(unknown("statement", statement)) };
        match (text(word), rest) {
            ("log", _) => {
                let values = self.all(rest)?;
                self.world.record(values.iter().map(event).collect());
            }
            ("set", [name, value]) => {
                let value = self.expression(value)?;
                match &mut self.receiver {
                    Receiver::Writes(this) => this.set(text(name), value)?,
                    Receiver::Class(class) => class.set(text(name), value)?,
                    Receiver::ClassMethod(class) => class.set(text(name), value)?,
                    Receiver::Reads(_) | Receiver::Nobody => return Err(unknown("receiver", statement)),
                }
            }
            ("raw_set", [name, value]) => {
                let value = self.expression(value)?;
                let Receiver::Writes(this) = &mut self.receiver else { return Err(unknown("receiver", statement)) };
                this.set_plainly(text(name), value)?;
            }
            ("del", [name]) => match &mut self.receiver {
                Receiver::Writes(this) => this.delete(text(name))?,
                Receiver::Class(class) => class.delete(text(name))?,
                _ => return Err(unknown("receiver", statement)),
            },
            ("do", [expression]) => drop(self.expression(expression)?),
            ("return", [expression]) => return self.expression(expression).map(Some),
            ("raise", _) => return Err(raised(rest)),
            ("if", [condition, then]) => {
                if self.expression(condition)?.is_truthy() {
                    return self.block(then);
                }
            }
            _ => return Err(unknown("statement", statement)),
        }
        Ok(None)
    }

    fn all(&mut self, expressions: &[Json]) -> Result<Vec<Value>, Error> {
        expressions.iter().map(|expression| self.expression(expression)).collect()
    }

    fn expression(&mut self, expression: &Json) -> Result<Value, Error> {
        let [word, rest @ ..] = list(expression) else { return Err(unknown("expression", list(expression))) };
        match (text(word), rest) {
            ("const", [value]) => self.world.value(value),
            ("arg", [name]) => {
                let name = text(name);
                (self.arg)(name).ok_or_else(|| Error::name_error(format!("name '{name}' is not defined")))
            }
            ("attr", [path]) => {
                let mut names = text(path).split('.');
                let first = self.attribute(names.next().unwrap_or_default())?;
                names.try_fold(first, |value, name| attribute(&value, name))
            }
            ("has", [name]) => match self.attribute(text(name)) {
                Ok(_) => Ok(true.into()),
                Err(error) if error.kind().is_a(&ErrorKind::AttributeError) => Ok(false.into()),
                Err(error) => Err(error),
            },
            ("clsname", []) => Ok(match &self.receiver {
                Receiver::Reads(this) => named(this),
                Receiver::Writes(this) => named(this),
                Receiver::Class(class) => class.name().into(),
                Receiver::ClassMethod(class) => class.name().into(),
                Receiver::Nobody => Value::None,
            }),
            ("add" | "mul" | "eq" | "lt", [a, b]) => {
                let (a, b) = (self.expression(a)?, self.expression(b)?);
                match text(word) {
                    "add" => Operator::Add.apply(&a, &b),
                    "mul" => Operator::Mul.apply(&a, &b),
                    "eq" => Comparison::Eq.holds(&a, &b).map(Value::from),
                    _ => Comparison::Lt.holds(&a, &b).map(Value::from),
                }
            }
            ("list", items) => self.all(items).map(|items| List::from(items).into()),
            ("super", [class, method, args]) => {
                let class = self.world.class(text(class))?;
                let args = Args::from(self.all(list(args))?);
                self.call_super(&class, text(method), args)
            }
            ("call", [method, args]) => {
                let args = Args::from(self.all(list(args))?);
                match &mut self.receiver {
                    Receiver::Reads(this) => this.call(text(method), args),
                    Receiver::Writes(this) => this.call_mut(text(method), args),
                    Receiver::ClassMethod(class) => class.call_method(text(method), args),
                    Receiver::Class(class) => class.call_method(text(method), args),
                    Receiver::Nobody => Err(unknown("receiver", rest)),
                }
            }
            _ => Err(unknown("expression", list(expression))),
        }
    }

    fn attribute(&mut self, name: &str) -> Result<Value, Error> {
        match &self.receiver {
            Receiver::Reads(this) => this.get(name),
            Receiver::Writes(this) => this.get(name),
            Receiver::ClassMethod(class) => class.get(name),
            Receiver::Class(class) => class.get(name),
            Receiver::Nobody => Err(Error::attribute_error(name.to_owned())),
        }
    }

    fn call_super(&mut self, class: &Class, method: &str, args: Args) -> Result<Value, Error> {
        match &mut self.receiver {
            Receiver::Reads(this) => this.super_of(class)?.call(method, args),
            Receiver::Writes(this) => this.super_of_mut(class)?.call(method, args),
            Receiver::ClassMethod(receiver) => receiver.super_call_of(class, method, args),
            Receiver::Class(_) | Receiver::Nobody => Err(Error::runtime_error("super(): no arguments")),
        }
    }
}

/// The name of the receiver's class; of the receiver itself if that is one.
fn named(this: &This<'_>) -> Value {
    this.as_class().unwrap_or(this.class()).name().into()
}

/// `[type, text]` as an error.
pub(super) fn raised(what: &[Json]) -> Error {
    let [kind, message] = what else { return unknown("error", what) };
    match ErrorKind::by_name(text(kind)) {
        Some(kind) => Error::new(kind, text(message).to_owned()),
        None => unknown("error", what),
    }
}

pub(super) fn unknown(what: &str, code: &[Json]) -> Error {
    Error::not_implemented_error(format!("the interpreter does not know the {what} {code:?}"))
}

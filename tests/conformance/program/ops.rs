//! Operations, and the texts of what they give.

use std::fmt::Display;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use metaclass::value::{Comparison, List, Operator, Tuple};
use metaclass::{Args, Class, Error, ErrorKind, Shared, Value};
use serde_json::{Value as Json, json};

use super::World;
use super::code::unknown;
use super::values::{attribute, shared};
use crate::cases::{list, text};

impl World {
    /// Carries out an operation, and gives the texts of its result.
    pub(super) fn operate(&self, op: &Json) -> Result<Json, Error> {
        if let Some(outcome) = self.operate_enumeration(op)? {
            return Ok(outcome);
        }
        if let Some(outcome) = self.operate_dataclass(op)? {
            return Ok(outcome);
        }
        let value = |key: &str| self.value(&op[key]);
        let name = text(&op["name"]);
        let of = || value("of");
        let result = match text(&op["op"]) {
            "new" => self.keep(op, self.make(op)?),
            "let" => self.keep(op, value("value")?),
            "call" => {
                let args = self.args(&op["args"], &op["kwargs"])?;
                self.keep(op, shared(of()?.call_method(text(&op["method"]), args)?))
            }
            "get" => attribute(&of()?, name)?,
            "has" => of()?.has_attr(name)?.into(),
            "getattr_default" => match attribute(&of()?, name) {
                Err(error) if error.kind().is_a(&ErrorKind::AttributeError) => value("default")?,
                found => found?,
            },
            "set" => self.change(op, |of| of.set_attr(name, value("value")?))?,
            "del" => self.change(op, |of| of.delete_attr(name))?,
            "set_index" => self.change(op, |of| of.set_item(&value("i")?, value("value")?))?,
            "del_index" => self.change(op, |of| of.del_item(&value("i")?))?,
            "dict_set" => {
                instance(&of()?)?.with_mut(|this| this.set_own(name, value("value")?))??;
                Value::None
            }
            "super_get" => of()?.super_of(&self.class(text(&op["class"]))?)?.get(name)?,
            "super_call" => {
                let (of, class) = (of()?, self.class(text(&op["class"]))?);
                of.super_of(&class)?.call(text(&op["method"]), Args::new())?
            }
            "repr" => return Ok(text_of(repr(&of()?)?)),
            "str" => {
                let of = of()?;
                return Ok(text_of(said_by("__str__", &of, &of)?));
            }
            "format" => of()?.format("")?.into(),
            "type" => return Ok(text_of(of()?.type_name())),
            "mro" => names(&Class::try_from(of()?)?.mro()),
            "bases" => names(&Class::try_from(of()?)?.bases()),
            "subclasses" => names(&Class::try_from(of()?)?.subclasses()),
            "class_names" => {
                let vars = Class::try_from(of()?)?.vars();
                vars.keys()
                    .filter_map(|name| name.value().as_str().map(str::to_owned))
                    .filter(|name| !(name.starts_with("__") && name.ends_with("__")))
                    .collect::<List>()
                    .into()
            }
            "vars" => of()?.vars()?.into(),
            "own" => of()?.vars()?.contains(name).into(),
            "is" => value("a")?.is(&value("b")?).into(),
            "isinstance" => self.any_class(op, |class| class.has_instance(&of()?))?,
            "issubclass" => {
                let of = Class::try_from(of()?)?;
                self.any_class(op, |class| class.has_subclass(&of))?
            }
            "cmp" => {
                let rel = Comparison::by_symbol(text(&op["rel"]))
                    .ok_or_else(|| unknown("comparison", std::slice::from_ref(op)))?;
                rel.holds(&value("a")?, &value("b")?)?.into()
            }
            "binop" => {
                let operator = Operator::by_symbol(text(&op["sym"]))
                    .ok_or_else(|| unknown("operator", std::slice::from_ref(op)))?;
                operator.apply(&value("a")?, &value("b")?)?
            }
            "hash" => {
                of()?.hash_key()?;
                return Ok(text_of("hashable"));
            }
            "hash_eq" => (hash(&value("a")?)? == hash(&value("b")?)?).into(),
            "concat" => value("a")?.add(&value("b")?)?,
            "repeat" => of()?.mul(&value("n")?)?,
            "unpack" => unpacked(&of()?, op["n"].as_u64())?,
            "tuple" => of()?.iterate()?.collect::<Tuple>().into(),
            "minmax" => Tuple::from(vec![of()?.min()?, of()?.max()?]).into(),
            "index" => of()?.get_item(&value("i")?)?,
            "slice" => of()?.slice(value("start")?, value("stop")?, value("step")?)?,
            "len" => of()?.len()?.into(),
            "bool" => of()?.is_truthy().into(),
            "list" => of()?.iterate()?.collect::<List>().into(),
            "sorted" => of()?.sorted()?,
            "reversed" => of()?.reversed()?,
            "contains" => of()?.contains(&value("item")?)?.into(),
            _ => return Err(unknown("operation", std::slice::from_ref(op))),
        };
        Self::show(op, &result)
    }

    /// Keeps a result under a name.
    pub(super) fn keep(&self, op: &Json, value: Value) -> Value {
        if let Some(name) = op["as"].as_str() {
            self.bind(name, value.clone());
        }
        value
    }

    /// Changes what is operated on. What has no identity is changed where it is kept.
    fn change(&self, op: &Json, change: impl FnOnce(&mut Value) -> Result<(), Error>) -> Result<Value, Error> {
        let mut of = self.value(&op["of"])?;
        change(&mut of)?;
        if let Some(name) = op["of"]["$ref"].as_str().filter(|name| !name.contains('.')) {
            self.bind(name, of);
        }
        Ok(Value::None)
    }

    /// Does it hold for the class, or for one of the classes?
    fn any_class(&self, op: &Json, holds: impl Fn(&Class) -> Result<bool, Error>) -> Result<Value, Error> {
        let one = [op["class"].clone()];
        let names = if op["class"].is_array() { list(&op["class"]) } else { &one[..] };
        for name in names {
            if holds(&self.class(text(name))?)? {
                return Ok(true.into());
            }
        }
        Ok(false.into())
    }

    /// A result as the operation asks for it.
    fn show(op: &Json, value: &Value) -> Result<Json, Error> {
        let shown = match text(&op["show"]) {
            "type" => text_of(value.type_name()),
            "vars" => text_of(value.vars()?),
            "repr+vars" => json!({ "ok": repr(value)?, "vars": value.vars()?.to_string() }),
            _ => json!({ "ok": repr(value)?, "type": value.type_name() }),
        };
        Ok(shown)
    }
}

/// The items, as many as there are names for them.
fn unpacked(of: &Value, count: Option<u64>) -> Result<Value, Error> {
    let args = Args::new().with_all(of);
    let items = match count {
        Some(1) => args.get::<(Value,)>().map(|(a,)| vec![a]),
        Some(2) => args.get::<(Value, Value)>().map(|(a, b)| vec![a, b]),
        _ => args.get::<(Value, Value, Value)>().map(|(a, b, c)| vec![a, b, c]),
    };
    Ok(items?.into())
}

fn text_of(shown: impl Display) -> Json {
    json!({ "ok": shown.to_string() })
}

/// The repr, or what it fails with: Rust's `Display` has no errors.
fn repr(value: &Value) -> Result<String, Error> {
    said_by("__repr__", value, value.repr())
}

/// What a method says of an instance; any other value is shown.
fn said_by(method: &str, value: &Value, shown: impl Display) -> Result<String, Error> {
    Ok(match value {
        Value::Shared(_) => value.call_method(method, Args::new())?.to_string(),
        _ => shown.to_string(),
    })
}

/// The hash: that of an instance is what its `__hash__` gives.
fn hash(value: &Value) -> Result<i64, Error> {
    let key = value.hash_key()?;
    match value.has_attr("__hash__")? {
        true => value.call_method("__hash__", Args::new())?.try_into(),
        false => {
            let hasher = BuildHasherDefault::<DefaultHasher>::default();
            Ok(hasher.hash_one(key).cast_signed())
        }
    }
}

fn instance(value: &Value) -> Result<&Shared, Error> {
    match value {
        Value::Shared(instance) => Ok(instance),
        other => Err(Error::attribute_error(format!("'{}' object has no attribute '__dict__'", other.type_name()))),
    }
}

fn names(classes: &[Class]) -> Value {
    classes.iter().map(|class| class.name().to_owned()).collect::<List>().into()
}

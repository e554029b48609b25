//! Values that may need the variables of a program.

use metaclass::value::{Dict, List, Set, Tuple};
use metaclass::{Args, Class, Error, Shared, Value, builtins};
use serde_json::Value as Json;

use super::World;
use super::descriptor::Described;
use crate::cases::{list, text};

impl World {
    /// The value that is written.
    pub(super) fn value(&self, json: &Json) -> Result<Value, Error> {
        let items = |items: &Json| list(items).iter().map(|item| self.value(item)).collect::<Result<Vec<_>, _>>();
        let special = json.as_object().and_then(|object| object.iter().next());
        match (json, special) {
            (Json::Array(_), _) => items(json).map(|items| List::from(items).into()),
            (_, Some((key, content))) => match key.as_str() {
                // What stands under the name of a class may be anything that its metaclass has made.
                "$ref" | "$type" => self.look_up(text(content)),
                "$new" => self.make(content),
                "$tuple" => items(content).map(|items| Tuple::from(items).into()),
                "$set" => {
                    let mut set = Set::new();
                    items(content)?.into_iter().try_for_each(|member| set.insert(member).map(drop))?;
                    Ok(set.into())
                }
                "$dict" => {
                    let mut dict = Dict::new();
                    for entry in list(content) {
                        dict.insert(self.value(&entry[0])?, self.value(&entry[1])?)?;
                    }
                    Ok(dict.into())
                }
                kind => self.value_of_enumeration(kind, content).unwrap_or_else(|| plain(json)),
            },
            _ => plain(json),
        }
    }

    /// A variable, and perhaps attributes of it: `a.b.c`.
    pub(super) fn look_up(&self, path: &str) -> Result<Value, Error> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let found = self.variables.lock().unwrap().get(first).cloned();
        let found = found.or_else(|| builtins::get(first).map(Value::from));
        let found = found.ok_or_else(|| Error::name_error(format!("name '{first}' is not defined")))?;
        rest.into_iter().flat_map(|rest| rest.split('.')).try_fold(found, |value, name| attribute(&value, name))
    }

    pub(super) fn class(&self, path: &str) -> Result<Class, Error> {
        self.look_up(path)?.try_into()
    }

    pub(super) fn classes(&self, names: &Json) -> Result<Vec<Class>, Error> {
        list(names).iter().map(|name| self.class(text(name))).collect()
    }

    /// The arguments of a call: values by position, then pairs of names and values.
    pub(super) fn args(&self, positional: &Json, keywords: &Json) -> Result<Args, Error> {
        let args =
            list(positional).iter().try_fold(Args::new(), |args, item| Ok::<_, Error>(args.with(self.value(item)?)))?;
        list(keywords)
            .iter()
            .try_fold(args, |args, pair| Ok(args.with_keyword(text(&pair[0]).to_owned(), self.value(&pair[1])?)))
    }

    /// Calls a class, or what else stands under its name: `{"class": "C", "args": [..], "kwargs": [..]}`.
    pub(super) fn make(&self, call: &Json) -> Result<Value, Error> {
        let class = self.look_up(text(&call["class"]))?;
        class.call(self.args(&call["args"], &call["kwargs"])?).map(shared)
    }
}

/// An attribute of a value. A descriptor of a program has its name and its label.
pub(super) fn attribute(value: &Value, name: &str) -> Result<Value, Error> {
    match value {
        Value::Descriptor(descriptor) => match descriptor.downcast_ref::<Described>() {
            Some(described) => described.attribute(name),
            None => value.get_attr(name),
        },
        value => value.get_attr(name),
    }
}

/// An instance with an identity.
pub(super) fn shared(value: Value) -> Value {
    match value {
        // A member of an enumeration is one whoever holds it.
        Value::Instance(instance) if instance.class().metaclass().descends_from(builtins::enum_type()) => {
            Value::Instance(instance)
        }
        Value::Instance(_) => {
            metaclass::Instance::try_from(value).map_or(Value::None, |instance| Shared::new(instance).into())
        }
        other => other,
    }
}

fn plain(json: &Json) -> Result<Value, Error> {
    crate::value::value(json).ok_or_else(|| Error::value_error(format!("no value: {json}")))
}

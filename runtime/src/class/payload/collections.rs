//! The methods of built-in collections that a program calls by name.

use super::Payload;
use super::construct::{convert, fill};
use super::methods::{method, method_with, receiver, writer};
use crate::args::Args;
use crate::error::Error;
use crate::function::takes::{as_it_says, between, exactly};
use crate::function::{Function, Takes};
use crate::value::{Dict, List, Set, Tuple, Value};

/// Those of a kind.
pub(super) fn of(kind: Payload) -> Vec<Function> {
    match kind {
        Payload::Tuple => searches(kind).into(),
        Payload::List => searches(kind).into_iter().chain(of_lists()).collect(),
        Payload::Dict => of_dicts(),
        Payload::Set => of_sets(),
        Payload::Int | Payload::Float | Payload::Str | Payload::Bytes => vec![],
    }
}

fn searches(kind: Payload) -> [Function; 2] {
    [
        method_with(kind, "count", |value, item| Ok(value.iterate()?.filter(|other| other == item).count().into())),
        Function::reader("index", between::<1, 3>, move |this, args| {
            index(kind, &receiver(this, kind, "index")?, &args)
        }),
    ]
}

/// The position of an item between two others.
fn index(kind: Payload, value: &Value, args: &Args) -> Result<Value, Error> {
    let at = |position: usize| args.positional().get(position).cloned().unwrap_or_default();
    let (item, start, stop) = (at(0), at(1), at(2));
    let positions = Value::from((0..value.len()?).map(Value::from).collect::<List>()).slice(start, stop, ())?;
    for position in positions.iterate()? {
        if value.get_item(&position)? == item {
            return Ok(position);
        }
    }
    Err(Error::value_error(match kind {
        Payload::Tuple => "tuple.index(x): x not in tuple".to_owned(),
        _ => format!("{} is not in list", item.repr()),
    }))
}

/// A method that changes a list.
fn of_list(
    name: &'static str,
    takes: fn() -> Takes,
    function: fn(&mut Vec<Value>, &Args) -> Result<Value, Error>,
) -> Function {
    writer(Payload::List, name, takes, move |value, args| match value {
        Value::List(list) => {
            let mut items = Vec::from(std::mem::take(list));
            let result = function(&mut items, args);
            *list = items.into();
            result
        }
        _ => Ok(Value::None),
    })
}

fn of_lists() -> Vec<Function> {
    vec![
        of_list("__init__", as_it_says, |items, args| {
            *items = convert(Payload::List, args)?.iterate()?.collect();
            Ok(Value::None)
        }),
        of_list("append", exactly::<1>, |items, args| {
            let (item,): (&Value,) = args.get()?;
            items.push(item.clone());
            Ok(Value::None)
        }),
        of_list("extend", exactly::<1>, |items, args| {
            let (more,): (&Value,) = args.get()?;
            items.extend(more.iterate()?);
            Ok(Value::None)
        }),
        of_list("insert", exactly::<2>, |items, args| {
            let (at, item): (i128, &Value) = args.get()?;
            let at = match usize::try_from(at) {
                Ok(at) => at.min(items.len()),
                Err(_) => items.len().saturating_sub(usize::try_from(at.unsigned_abs()).unwrap_or(usize::MAX)),
            };
            items.insert(at, item.clone());
            Ok(Value::None)
        }),
        of_list("pop", between::<0, 1>, |items, args| {
            let at = match args.positional() {
                [] => -1,
                _ => args.get::<(i128,)>()?.0,
            };
            if items.is_empty() {
                return Err(Error::index_error("pop from empty list"));
            }
            let at = if at < 0 { at.saturating_add_unsigned(items.len() as u128) } else { at };
            match usize::try_from(at).ok().filter(|at| *at < items.len()) {
                Some(at) => Ok(items.remove(at)),
                None => Err(Error::index_error("pop index out of range")),
            }
        }),
        of_list("remove", exactly::<1>, |items, args| {
            let (item,): (&Value,) = args.get()?;
            let at = items.iter().position(|other| other == item);
            items.remove(at.ok_or_else(|| Error::value_error("list.remove(x): x not in list"))?);
            Ok(Value::None)
        }),
        of_list("reverse", exactly::<0>, |items, _| {
            items.reverse();
            Ok(Value::None)
        }),
        of_list("clear", exactly::<0>, |items, _| {
            items.clear();
            Ok(Value::None)
        }),
    ]
}

/// A method that changes a dict.
fn of_dict(
    name: &'static str,
    takes: fn() -> Takes,
    function: fn(&mut Dict, &Args) -> Result<Value, Error>,
) -> Function {
    writer(Payload::Dict, name, takes, move |value, args| match value {
        Value::Dict(entries) => function(entries, args),
        _ => Ok(Value::None),
    })
}

/// What stands under a key, or what is given for that, or `None`.
fn key_and_default(args: &Args) -> Result<(&Value, Option<&Value>), Error> {
    match args.positional() {
        [key, default] => Ok((key, Some(default))),
        _ => Ok((args.get::<(&Value,)>()?.0, None)),
    }
}

fn of_dicts() -> Vec<Function> {
    let items = |value: &Value| -> Result<Value, Error> {
        let Value::Dict(entries) = value else { return Ok(Value::None) };
        let pair = |(key, value): (&Value, &Value)| Tuple::from(vec![key.clone(), value.clone()]);
        Ok(entries.iter().map(pair).collect::<List>().into())
    };
    let values = |value: &Value| -> Result<Value, Error> {
        let Value::Dict(entries) = value else { return Ok(Value::None) };
        Ok(entries.iter().map(|(_, value)| value.clone()).collect::<List>().into())
    };
    vec![
        method(Payload::Dict, "keys", |value| Ok(value.iterate()?.collect::<List>().into())),
        method(Payload::Dict, "values", values),
        method(Payload::Dict, "items", items),
        Function::reader("get", between::<1, 2>, |this, args| {
            let value = receiver(this, Payload::Dict, "get")?;
            let (key, default) = key_and_default(&args)?;
            let found = match &value {
                Value::Dict(entries) => entries.get_key(&key.hash_key()?),
                _ => None,
            };
            Ok(found.or(default).cloned().unwrap_or_default())
        }),
        of_dict("__init__", as_it_says, |entries, args| fill(entries, args).map(Value::from)),
        of_dict("update", as_it_says, |entries, args| fill(entries, args).map(Value::from)),
        of_dict("pop", between::<1, 2>, |entries, args| {
            let (key, default) = key_and_default(args)?;
            match (entries.remove_key(&key.hash_key()?), default) {
                (Some(value), _) => Ok(value),
                (None, Some(default)) => Ok(default.clone()),
                (None, None) => Err(Error::key_error(key.repr().to_string())),
            }
        }),
        of_dict("setdefault", between::<1, 2>, |entries, args| {
            let (key, default) = key_and_default(args)?;
            if let Some(value) = entries.get_key(&key.hash_key()?) {
                return Ok(value.clone());
            }
            let default = default.cloned().unwrap_or_default();
            entries.insert(key.clone(), default.clone())?;
            Ok(default)
        }),
        of_dict("clear", exactly::<0>, |entries, _| {
            *entries = Dict::new();
            Ok(Value::None)
        }),
    ]
}

/// A method that changes a set.
fn of_set(name: &'static str, takes: fn() -> Takes, function: fn(&mut Set, &Args) -> Result<Value, Error>) -> Function {
    writer(Payload::Set, name, takes, move |value, args| match value {
        Value::Set(members) => function(members, args),
        _ => Ok(Value::None),
    })
}

fn of_sets() -> Vec<Function> {
    vec![
        of_set("__init__", as_it_says, |members, args| {
            if let Value::Set(filled) = convert(Payload::Set, args)? {
                *members = filled;
            }
            Ok(Value::None)
        }),
        of_set("add", exactly::<1>, |members, args| {
            let (member,): (&Value,) = args.get()?;
            members.insert(member.clone()).map(|_| Value::None)
        }),
        of_set("discard", exactly::<1>, |members, args| {
            let (member,): (&Value,) = args.get()?;
            members.remove(&member.hash_key()?);
            Ok(Value::None)
        }),
        of_set("remove", exactly::<1>, |members, args| {
            let (member,): (&Value,) = args.get()?;
            match members.remove(&member.hash_key()?) {
                true => Ok(Value::None),
                false => Err(Error::key_error(member.repr().to_string())),
            }
        }),
        of_set("clear", exactly::<0>, |members, _| {
            *members = Set::new();
            Ok(Value::None)
        }),
    ]
}

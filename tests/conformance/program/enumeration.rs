//! Enumerations of programs.

use std::sync::Arc;

use metaclass::{Args, Class, EnumCheck, Error, Function, Value, auto, builtins, enumeration, member, nonmember};
use serde_json::{Value as Json, json};

use super::World;
use super::code::unknown;
use super::values::attribute;
use crate::cases::{list, text};

impl World {
    /// The class statement of an enumeration.
    pub(super) fn enumeration(self: &Arc<Self>, def: &Json) -> Result<Value, Error> {
        let name = text(&def["name"]);
        let bases: Vec<Class> = list(&def["bases"])
            .iter()
            .map(|base| base_class(text(base)).map_or_else(|| self.class(text(base)), Ok))
            .collect::<Result<_, _>>()?;
        let class = self.body(Class::builder(name).bases(&bases), &def["body"], name).build()?;
        let checks = list(&def["verify"]).iter().map(|check| match text(check) {
            "UNIQUE" => EnumCheck::Unique,
            "NAMED_FLAGS" => EnumCheck::NamedFlags,
            _ => EnumCheck::Continuous,
        });
        let class = class.verify(checks)?;
        Ok(if def["unique"] == true { class.unique()? } else { class }.into())
    }

    /// `Enum("Color", names)`.
    pub(super) fn enumeration_of_names(&self, def: &Json) -> Result<Value, Error> {
        let base = match def["base"].as_str() {
            Some(base) => base_class(base).map_or_else(|| self.class(base), Ok)?,
            None => builtins::enum_().clone(),
        };
        let mut builder = enumeration(text(&def["name"]), self.value(&def["names"])?).base(&base);
        for pair in list(&def["kwargs"]) {
            match text(&pair[0]) {
                "start" => builder = builder.start(self.value(&pair[1])?.try_into()?),
                _ => return Err(unknown("argument", std::slice::from_ref(pair))),
            }
        }
        builder.build().map(Value::from)
    }

    /// The rule for automatic values.
    pub(super) fn generator(self: &Arc<Self>, kind: &str) -> Function {
        let (world, kind) = (Arc::clone(self), kind.to_owned());
        Function::static_method("_generate_next_value_", move |args: Args| {
            let (name, start, count, values): (&str, &Value, i64, &Value) = args.get()?;
            Ok::<Value, Error>(match &*kind {
                "name" => name.into(),
                "lower" => name.to_lowercase().into(),
                "count" => count.into(),
                "start_plus_count" => start.add(&count.into())?,
                "last_plus_10" if values.is_truthy() => values.get_item(&(-1).into())?.add(&10.into())?,
                "last_plus_10" => start.clone(),
                "count_squared" => (count * count).into(),
                "constant" => 7.into(),
                "log" => {
                    let event = [json!("gnv"), json!(name), super::event(start), json!(count), super::event(values)];
                    world.record(event.into());
                    (count + 1).into()
                }
                "raise" => return Err(Error::value_error(format!("no value for {name}"))),
                other => return Err(unknown("rule", &[json!(other)])),
            })
        })
    }

    /// A value that only an enumeration knows.
    pub(super) fn value_of_enumeration(&self, kind: &str, content: &Json) -> Option<Result<Value, Error>> {
        Some(match kind {
            // `auto(value)` is the value itself.
            "$auto" if *content == true => Ok(auto()),
            "$auto" => self.value(content),
            "$member" => self.value(content).map(member),
            "$nonmember" => self.value(content).map(nonmember),
            _ => return None,
        })
    }

    /// The operations on enumerations; nothing if it is none of them.
    pub(super) fn operate_enumeration(&self, op: &Json) -> Result<Option<Json>, Error> {
        let of = || Class::try_from(self.value(&op["of"])?);
        let shown = |value: Value| json!({ "ok": value.repr().to_string(), "type": value.type_name() });
        Ok(Some(match text(&op["op"]) {
            "members" => {
                let name = |member: &Value| attribute(member, "_name_");
                let members = of()?.members();
                let names = members.iter().map(name).collect::<Result<Vec<Value>, _>>()?;
                let pair = |member: &Value| {
                    let value = attribute(member, "_value_")?;
                    Ok(json!([name(member)?.to_string(), value.repr().to_string()]))
                };
                let pairs = members.iter().map(pair).collect::<Result<Vec<Json>, Error>>()?;
                let Value::Dict(all) = of()?.get("__members__")? else { panic!("members by their names") };
                let all = all.iter().map(|(key, member)| Ok(json!([key.to_string(), name(member)?.to_string()])));
                let all = all.collect::<Result<Vec<Json>, Error>>()?;
                json!({ "ok": Value::from(names).repr().to_string(), "members": pairs, "all": all })
            }
            "lookup_value" => shown(of()?.call(Args::new().with(self.value(&op["value"])?))?),
            "lookup_name" => shown(Value::from(of()?).get_item(&text(&op["name"]).into())?),
            "invert" => shown(self.value(&op["of"])?.invert()?),
            _ => return Ok(None),
        }))
    }
}

/// The classes of Python's module `enum`.
pub(super) fn base_class(name: &str) -> Option<Class> {
    Some(match name {
        "Enum" => builtins::enum_().clone(),
        "IntEnum" => builtins::int_enum().clone(),
        "StrEnum" => builtins::str_enum().clone(),
        "Flag" => builtins::flag().clone(),
        "IntFlag" => builtins::int_flag().clone(),
        _ => return None,
    })
}

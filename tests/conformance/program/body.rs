//! What stands in the body of a class.

use std::sync::Arc;

use metaclass::{Args, Class, ClassBuilder, Error, Field, Function, Namespace, Params, Property, This, Value};
use serde_json::Value as Json;

use super::World;
use super::code::{Receiver, Run, arg_of, may_write, unknown};
use crate::cases::{list, text};

impl World {
    /// Writes the body of a class, item by item.
    pub(super) fn body(self: &Arc<Self>, builder: ClassBuilder, items: &Json, qualname: &str) -> ClassBuilder {
        list(items).iter().fold(builder, |builder, item| {
            if !item["init_subclass"].is_null() {
                return self.init_subclass(builder, &item["init_subclass"]);
            }
            if !item["new_hook"].is_null() {
                return self.new_hook(builder, &item["new_hook"]);
            }
            let (world, item, qualname) = (Arc::clone(self), item.clone(), qualname.to_owned());
            builder.body(move |ns| world.item(ns, &item, &qualname))
        })
    }

    /// The name and function of an item that is a hook.
    pub(super) fn hook_item(self: &Arc<Self>, item: &Json) -> Result<Option<(String, Value)>, Error> {
        let name = match item {
            _ if !item["init_subclass"].is_null() => "__init_subclass__",
            _ if !item["new_hook"].is_null() => "__new__",
            _ => return Ok(None),
        };
        let items = Json::Array(vec![item.clone()]);
        let holder = self.body(Class::builder("holder"), &items, "holder").build()?;
        Ok(holder.vars().get(name).map(|hook| (name.to_owned(), hook.clone())))
    }

    /// Carries out an item.
    pub(super) fn item(self: &Arc<Self>, ns: &mut dyn Namespace, item: &Json, qualname: &str) -> Result<(), Error> {
        if let Some(kind) = item["gnv"].as_str() {
            return ns.set("_generate_next_value_", self.generator(kind));
        }
        let (key, name) =
            ["field", "attr", "assign", "chain", "alias", "delete", "touch", "descr", "property", "method", "nested"]
                .into_iter()
                .find_map(|key| Some((key, item.get(key)?)))
                .ok_or_else(|| unknown("item", std::slice::from_ref(item)))?;
        let value = match key {
            "field" if item["annotated"] == true => self.field(text(&item["type"]), item)?.into(),
            // An annotation alone defines nothing.
            "field" if item["default"].is_null() => return Ok(()),
            "field" => self.value(&item["default"])?,
            "attr" | "assign" => self.value(&item["value"])?,
            "chain" => {
                let value = self.value(&item["value"])?;
                return list(name).iter().try_for_each(|name| ns.set(text(name), value.clone()));
            }
            "alias" => self.name_in(ns, text(&item["from"]))?,
            "delete" => return ns.delete(text(name)),
            "touch" => return self.name_in(ns, text(name)).map(drop),
            "descr" => self.look_up(text(&item["class"]))?.call(self.args(&item["args"], &Json::Null)?)?,
            "property" => self.property(item)?.into(),
            "method" => self.method(item, qualname)?.into(),
            _ => self.make_class(name, qualname)?,
        };
        let name = if key == "nested" { text(&name["name"]) } else { text(name) };
        ns.set(name, value)
    }

    /// A name that a body reads: its own, or one of the program.
    fn name_in(&self, ns: &mut dyn Namespace, name: &str) -> Result<Value, Error> {
        ns.look_up(name)?.map_or_else(|| self.look_up(name), Ok)
    }

    fn method(self: &Arc<Self>, item: &Json, qualname: &str) -> Result<Function, Error> {
        let (world, code, name) = (Arc::clone(self), item["do"].clone(), text(&item["method"]).to_owned());
        let params = self.params(&item["params"])?;
        match item["kind"].as_str().unwrap_or("plain") {
            "plain" if may_write(&code) => Function::method_mut_with(name, params, move |this, args| {
                Run { world: &world, receiver: Receiver::Writes(this), arg: &arg_of(&args) }.run(&code)
            }),
            "plain" => Function::method_with(name, params, move |this, args| {
                Run { world: &world, receiver: Receiver::Reads(this), arg: &arg_of(&args) }.run(&code)
            }),
            "class" => {
                let (signature, callee) = (params.build()?.with_receiver(), format!("{qualname}.{name}"));
                Ok(Function::class_method(name, move |class, args| {
                    let args = signature.accept(&callee, args)?;
                    Run { world: &world, receiver: Receiver::ClassMethod(class), arg: &arg_of(&args) }.run(&code)
                }))
            }
            _ => {
                let (signature, callee) = (params.build()?, format!("{qualname}.{name}"));
                Ok(Function::static_method(name, move |args: Args| {
                    let args = signature.accept(&callee, args)?;
                    Run { world: &world, receiver: Receiver::Nobody, arg: &arg_of(&args) }.run(&code)
                }))
            }
        }
    }

    /// Parameters, each a name or a name with a default.
    fn params(&self, params: &Json) -> Result<Params, Error> {
        list(params).iter().try_fold(Params::new(), |params, param| match param {
            Json::Array(param) => Ok(params.param(text(&param[0]), Field::any().default(self.value(&param[1])?))),
            param => Ok(params.param(text(param), Field::any())),
        })
    }

    fn property(self: &Arc<Self>, item: &Json) -> Result<Property, Error> {
        let mut property = match item["inherit"].as_str() {
            None => Property::new(),
            Some(base) => match self.class(base)?.get(text(&item["property"]))? {
                Value::Descriptor(descriptor) => descriptor.downcast_ref::<Property>().cloned().unwrap_or_default(),
                _ => Property::new(),
            },
        };
        let part = |name: &str| (!item[name].is_null()).then(|| (Arc::clone(self), item[name].clone()));
        if let Some((world, code)) = part("get") {
            property = property.getter(move |this: &This<'_>| {
                Run { world: &world, receiver: Receiver::Reads(this), arg: &|_| None }.run(&code)
            });
        }
        if let Some((world, code)) = part("set") {
            property = property.setter(move |this: &mut This<'_>, value: Value| {
                let arg = |name: &str| (name == "value").then(|| value.clone());
                Run { world: &world, receiver: Receiver::Writes(this), arg: &arg }.run(&code).map(drop)
            });
        }
        if let Some((world, code)) = part("del") {
            property = property.deleter(move |this: &mut This<'_>| {
                Run { world: &world, receiver: Receiver::Writes(this), arg: &|_| None }.run(&code).map(drop)
            });
        }
        Ok(property)
    }
}

//! The descriptors of a program.

use std::sync::{Arc, Mutex};

use metaclass::{Class, Descriptor, Error, Parts, This, Value};
use serde_json::{Value as Json, json};

use super::code::raised;
use super::{World, event};
use crate::cases::{list, text};

/// An instance of a descriptor class.
pub(super) struct Described {
    pub(super) world: Arc<World>,
    /// What its class does.
    pub(super) def: Json,
    pub(super) label: Value,
    pub(super) name: Mutex<Option<String>>,
}

impl Described {
    fn class(&self) -> &str {
        text(&self.def["name"])
    }

    fn name(&self) -> Option<String> {
        self.name.lock().unwrap().clone()
    }

    /// What a program reads of the descriptor itself.
    pub(super) fn attribute(&self, name: &str) -> Result<Value, Error> {
        match name {
            "name" => Ok(self.name().into()),
            "label" => Ok(self.label.clone()),
            _ => Err(Error::attribute_error(format!("'{}' object has no attribute '{name}'", self.class()))),
        }
    }

    /// Where it keeps its value in an instance.
    fn storage(&self) -> String {
        format!("_{}", self.name().as_deref().unwrap_or("unnamed"))
    }

    fn record(&self, what: &str, rest: &[Json]) {
        if self.def["log_access"] != false {
            let before = [json!(what), json!(self.class()), json!(self.name())];
            self.world.record(before.into_iter().chain(rest.iter().cloned()).collect());
        }
    }
}

/// `{"raise": [type, text]}`.
fn refusal(part: &Json) -> Option<Error> {
    part.get("raise").map(|what| raised(list(what)))
}

impl Descriptor for Described {
    fn class_name(&self) -> &str {
        self.class()
    }

    fn parts(&self) -> Parts {
        let parts = [("get", Parts::GET), ("set", Parts::SET), ("delete", Parts::DELETE)];
        parts
            .into_iter()
            .filter(|(name, _)| !self.def[*name].is_null())
            .fold(Parts::NONE, |all, (_, part)| all.with(part))
    }

    fn get(&self, this: Option<&This<'_>>, owner: &Class) -> Result<Value, Error> {
        let class = this.map(|this| this.class().name());
        self.record("get", &[json!(class), json!(owner.name())]);
        let name = self.name();
        let name = name.as_deref().unwrap_or("None");
        let Some(this) = this else {
            return match (&self.def["class_get"], self.def["class_get"].get("const")) {
                (_, Some(value)) => self.world.value(value),
                (kind, _) if kind == "raise" => Err(Error::attribute_error("no class access")),
                _ => Ok(format!("{}.{name} on class {}", self.class(), owner.name()).into()),
            };
        };
        let get = &self.def["get"];
        match refusal(get) {
            Some(error) => Err(error),
            None if get == "const" => Ok(format!("{}.{name}", self.class()).into()),
            None => this.get_own(&self.storage())?.ok_or_else(|| Error::attribute_error(name.to_owned())),
        }
    }

    fn set(&self, this: &mut This<'_>, value: Value) -> Result<(), Error> {
        let set = &self.def["set"];
        if set.is_null() {
            return Err(Error::attribute_error("__set__"));
        }
        self.record("set", &[json!(this.class().name()), event(&value)]);
        if let Some(error) = refusal(set) {
            return Err(error);
        }
        if let Some(wanted) = set.get("type").map(text)
            && !value.is_instance_of(&self.world.class(wanted)?)
        {
            let name = self.name().unwrap_or_default();
            return Err(Error::type_error(format!("{name}: expected {wanted}, got {}", value.type_name())));
        }
        this.set_own(&self.storage(), value)
    }

    fn delete(&self, this: &mut This<'_>) -> Result<(), Error> {
        let delete = &self.def["delete"];
        if delete.is_null() {
            return Err(Error::attribute_error("__delete__"));
        }
        self.record("delete", &[json!(this.class().name())]);
        match refusal(delete) {
            Some(error) => Err(error),
            None => {
                let removed = this.remove_own(&self.storage())?;
                removed.map(drop).ok_or_else(|| Error::key_error(metaclass::repr(&self.storage()).to_string()))
            }
        }
    }

    fn set_name(&self, owner: &Class, name: &str) -> Result<(), Error> {
        let how = &self.def["set_name"];
        if how.is_null() {
            return Ok(());
        }
        self.world.record(vec![json!("set_name"), json!(self.class()), json!(name), json!(owner.name())]);
        if let Some(error) = refusal(how) {
            return Err(error);
        }
        *self.name.lock().unwrap() = Some(name.to_owned());
        match text(how) {
            "log_attrs" => owner.set(&*format!("{name}_x"), name),
            "replace" => owner.set(name, format!("replaced {name}")),
            _ => Ok(()),
        }
    }
}

//! Definitions: classes made in every way that Python has, metaclasses, descriptors, variables.

use std::sync::{Arc, Mutex};

use metaclass::value::{Dict, Tuple};
use metaclass::{
    Args, Class, ClassBuilder, DescriptorValue, Error, Function, Namespace, OrderedNamespace, Value, args, builtins,
};
use serde_json::Value as Json;

use super::World;
use super::code::unknown;
use super::dataclass;
use super::descriptor::Described;
use crate::cases::{list, text};
use crate::namedtuple;

impl World {
    /// Carries out a definition, and binds its name.
    pub(super) fn define(self: &Arc<Self>, def: &Json) -> Result<(), Error> {
        let value = match text(&def["def"]) {
            "class" => {
                self.note_hash(def);
                self.make_class(def, "")?
            }
            "make_dataclass" => self.make_dataclass(def)?,
            "metaclass" => self.body(self.hooks(self.head(def, "")?, def), &def["body"], text(&def["name"])).make()?,
            "descriptor" => self.descriptor_class(def),
            "value" => self.value(&def["value"])?,
            "enum" => self.enumeration(def)?,
            "enum_call" => self.enumeration_of_names(def)?,
            "namedtuple" => {
                let name = if def["typename"].is_null() { &def["name"] } else { &def["typename"] };
                let (names, defaults) = (self.value(&def["field_names"])?, self.value(&def["defaults"])?);
                namedtuple::make(&self.value(name)?, names, &defaults, &def["rename"])?.build()?.into()
            }
            "typed_namedtuple" => namedtuple::typed(def, |value| self.value(value))?.into(),
            _ => return Err(unknown("definition", std::slice::from_ref(def))),
        };
        self.bind(text(&def["name"]), value);
        Ok(())
    }

    /// Makes a class; `outer` is the name of the class around it.
    pub(super) fn make_class(self: &Arc<Self>, def: &Json, outer: &str) -> Result<Value, Error> {
        match def["via"].as_str().unwrap_or("statement") {
            "statement" => self.body(self.head(def, outer)?, &dataclass::body(def), &qualname(def, outer)).make(),
            "type" => builtins::type_().call(self.three_arguments(def)?),
            "meta_call" => self.class(text(&def["metaclass"]))?.call(self.three_arguments(def)?),
            "type_raw" => builtins::type_().call(self.args(&def["type_args"], &Json::Null)?),
            "new_class" | "new_class_items" => {
                let names = self.namespace(def)?;
                let copy =
                    move |ns: &mut dyn Namespace| names.into_iter().try_for_each(|(name, value)| ns.set(&name, value));
                self.head(def, outer)?.body(copy).make()
            }
            _ => Err(unknown("way to make a class", std::slice::from_ref(def))),
        }
    }

    /// The class statement without its body.
    fn head(&self, def: &Json, outer: &str) -> Result<ClassBuilder, Error> {
        let bases = self.classes(&def["bases"])?;
        let mut builder = Class::builder(shown(def)).qualname(qualname(def, outer)).bases(&bases);
        if let Some(metaclass) = def["metaclass"].as_str() {
            builder = builder.metaclass(&self.class(metaclass)?);
        }
        if def["dataclass"].is_object() {
            builder = builder.dataclass(dataclass::options(&def["dataclass"])?);
        }
        if let Some(doc) = def["doc"].as_str() {
            builder = builder.doc(doc);
        }
        list(&def["kwargs"])
            .iter()
            .try_fold(builder, |builder, pair| Ok(builder.keyword(text(&pair[0]), self.value(&pair[1])?)))
    }

    /// `(name, bases, namespace, **kwargs)`.
    fn three_arguments(self: &Arc<Self>, def: &Json) -> Result<Args, Error> {
        let bases: Tuple = self.classes(&def["bases"])?.into_iter().map(Value::from).collect();
        let names: Dict = self.namespace(def)?.into_iter().collect();
        let keywords = self.args(&Json::Null, &def["kwargs"])?.into_parts().1;
        let keywords = keywords.into_iter().map(|(name, value)| (name.to_string(), value));
        Ok(args!(shown(def), Value::from(bases), Value::from(names), **keywords))
    }

    /// What the body defines, outside of any class statement.
    fn namespace(self: &Arc<Self>, def: &Json) -> Result<Vec<(String, Value)>, Error> {
        let mut names = OrderedNamespace::new();
        for item in list(&def["body"]) {
            match self.hook_item(item)? {
                Some((name, hook)) => names.insert(&name, hook)?,
                None => self.item(&mut names, item, &qualname(def, ""))?,
            }
        }
        Ok(names.entries())
    }

    /// A function that gives descriptors.
    fn descriptor_class(self: &Arc<Self>, def: &Json) -> Value {
        let (world, name, def) = (Arc::clone(self), text(&def["name"]).to_owned(), def.clone());
        let make = move |args: Args| {
            let label = args.positional().first().cloned().unwrap_or_default();
            let described = Described { world: Arc::clone(&world), def: def.clone(), label, name: Mutex::new(None) };
            Ok(DescriptorValue::new(described))
        };
        Function::new(name, make).into()
    }
}

/// The name that the class shows.
fn shown(def: &Json) -> &str {
    def["cls_name"].as_str().unwrap_or(text(&def["name"]))
}

fn qualname(def: &Json, outer: &str) -> String {
    match outer {
        "" => shown(def).to_owned(),
        outer => format!("{outer}.{}", shown(def)),
    }
}

//! What stands in the way when classes and instances are made: it records, and passes on.

use std::sync::Arc;

use metaclass::value::{Dict, List};
use metaclass::{
    ClassBuilder, Error, Field, Keywords, Namespace, OrderedNamespace, Params, Step, StrictNamespace, Value,
};
use serde_json::{Value as Json, json};

use super::World;
use super::code::{Receiver, Run, raised};
use super::event;
use super::namespace::{Habit, Recording};
use super::values::shared;
use crate::cases::{list, text};

/// The keyword arguments of a hook: those that it names, and the rest.
struct Bound {
    named: Vec<(String, Value)>,
    rest: Vec<(String, Value)>,
}

impl Bound {
    fn event(&self) -> Json {
        let pairs = self.named.iter().chain(&self.rest);
        pairs.map(|(name, value)| json!([name, event(value)])).collect()
    }
}

/// A hook of a program: what it says of itself, and the class that has it.
#[derive(Clone)]
struct Written {
    world: Arc<World>,
    options: Json,
    owner: String,
}

impl Written {
    fn has(&self, option: &str) -> bool {
        self.options[option] == true
    }

    /// Binds the keyword arguments, behind arguments with these names.
    fn bind(&self, method: &str, before: &[&str], keywords: &Keywords) -> Result<Bound, Error> {
        let any = [json!("*")];
        let is_open = method != "__init_subclass__";
        let accepts = match &self.options["accepts"] {
            Json::Null if is_open => &any[..],
            accepts => list(accepts),
        };
        let mut params: Params = before.iter().copied().collect();
        for accepted in accepts {
            params = match accepted {
                Json::Array(pair) => params.param(text(&pair[0]), Field::any().default(self.world.value(&pair[1])?)),
                name if name == "*" => params.var_keyword("kwargs", Field::any()),
                name => params.param(text(name), Field::any()),
            };
        }
        let callee = format!("{}.{method}", self.owner);
        let signature = params.build()?.with_receiver();
        let args = before.iter().fold(keywords.to_args(), |args, _| args.with_first(Value::None));
        let mut bound = signature.bind(&callee, args)?;
        bound.apply_defaults();
        let named = accepts.iter().map(|accepted| text(if accepted.is_array() { &accepted[0] } else { accepted }));
        let named = named.filter_map(|name| Some((name.to_owned(), bound.value(name)?.clone()))).collect();
        let rest = bound.value("kwargs").and_then(Value::as_dict).into_iter().flat_map(Dict::iter);
        let rest = rest.map(|(name, value)| (name.to_string(), value.clone())).collect();
        Ok(Bound { named, rest })
    }

    fn log(&self, event: Vec<Json>) {
        if self.options["log"] != false {
            self.world.record(event);
        }
    }

    fn refuse(&self) -> Result<(), Error> {
        match &self.options["raise"] {
            Json::Null => Ok(()),
            what => Err(raised(list(what))),
        }
    }

    /// The value that is given in the place of passing on.
    fn returned(&self) -> Result<Option<Value>, Error> {
        self.options.get("return").map(|value| self.world.value(value)).transpose()
    }

    /// `[[name, value], ..]` of an option.
    fn pairs(&self, option: &str) -> Result<Vec<(String, Value)>, Error> {
        let pairs = list(&self.options[option]).iter();
        pairs.map(|pair| Ok((text(&pair[0]).to_owned(), self.world.value(&pair[1])?))).collect()
    }
}

fn names<'a>(classes: impl IntoIterator<Item = &'a metaclass::Class>) -> Json {
    classes.into_iter().map(|class| json!(class.name())).collect()
}

impl World {
    /// The hooks of a metaclass.
    pub(super) fn hooks(self: &Arc<Self>, builder: ClassBuilder, def: &Json) -> ClassBuilder {
        let owner = text(&def["name"]).to_owned();
        def["hooks"].as_object().into_iter().flatten().fold(builder, |builder, (name, options)| {
            let hook = Written { world: Arc::clone(self), options: options.clone(), owner: owner.clone() };
            match name.as_str() {
                "prepare" => builder.prepare(move |step| hook.prepare(step)),
                "new" => builder.new_class(move |step| hook.new_class(step)),
                "init" => builder.init_class(move |step| hook.init_class(step)),
                "call" => builder.call(move |step| hook.call(step)),
                "mro" => builder.mro(move |step| hook.mro(step)),
                "instancecheck" => builder.instancecheck(move |step| {
                    let value = step.value().clone();
                    hook.check(step.class(), &value)
                }),
                _ => builder.subclasscheck(move |step| {
                    let value = Value::from(step.subclass());
                    hook.check(step.class(), &value)
                }),
            }
        })
    }

    pub(super) fn init_subclass(self: &Arc<Self>, builder: ClassBuilder, options: &Json) -> ClassBuilder {
        let (world, options) = (Arc::clone(self), options.clone());
        builder.init_subclass_with(move |step| {
            let owner = step.owner().name().to_owned();
            let hook = Written { world: Arc::clone(&world), options: options.clone(), owner };
            hook.init_subclass(step)
        })
    }

    pub(super) fn new_hook(self: &Arc<Self>, builder: ClassBuilder, options: &Json) -> ClassBuilder {
        let (world, options) = (Arc::clone(self), options.clone());
        builder.new(move |step| {
            world.record(vec![json!("new"), json!(step.owner().name()), json!(step.class().name())]);
            match options.get("return") {
                Some(value) => world.value(value),
                None => step.next(),
            }
        })
    }
}

impl Written {
    fn prepare(&self, step: &mut Step<'_, metaclass::Prepare>) -> Result<Box<dyn Namespace>, Error> {
        let bound = self.bind("__prepare__", &["name", "bases"], step.keywords())?;
        self.log(vec![json!("prepare"), json!(self.owner), json!(step.name()), names(step.bases()), bound.event()]);
        self.refuse()?;
        if self.options["forward"] == false {
            step.keywords_mut().clear();
        }
        let recording = |habit| {
            let names = OrderedNamespace::new();
            Box::new(Recording { world: Arc::clone(&self.world), habit, names }) as Box<dyn Namespace>
        };
        let mut ns = match (self.returned()?, text(&self.options["namespace"])) {
            (Some(Value::Dict(names)), _) => {
                let mut ns = OrderedNamespace::new();
                names.iter().try_for_each(|(name, value)| ns.insert(&name.to_string(), value.clone()))?;
                Box::new(ns)
            }
            (Some(other), _) => {
                let class = other.type_name();
                return Err(Error::type_error(format!("{class} is no namespace: a hook cannot give one")));
            }
            (None, "logging") => recording(Habit::Logging),
            (None, "logging_all") => recording(Habit::LoggingAll),
            (None, "missing") => recording(Habit::Missing),
            (None, "no_duplicates") => Box::new(StrictNamespace::new()),
            (None, _) => step.next()?,
        };
        self.pairs("inject")?.into_iter().try_for_each(|(name, value)| ns.set(&name, value))?;
        Ok(ns)
    }

    fn new_class(&self, step: &mut Step<'_, metaclass::NewClass>) -> Result<Value, Error> {
        let bound = self.bind("__new__", &["name", "bases", "namespace"], step.keywords())?;
        self.log(vec![json!("new"), json!(self.owner), json!(step.name()), bound.event()]);
        self.refuse()?;
        if let Some(value) = self.returned()? {
            return Ok(value);
        }
        for (name, value) in self.pairs("inject")? {
            step.namespace_mut().set(&name, value)?;
        }
        for name in list(&self.options["drop"]) {
            // What is not there need not go: Python's `pop` with a default.
            drop(step.namespace_mut().delete(text(name)));
        }
        if let Some(name) = self.options["rename"].as_str() {
            step.set_name(name);
        }
        if !self.has("forward") {
            step.keywords_mut().clear();
        }
        let defined = step.namespace().entries().into_iter().map(|(name, _)| name);
        let defined: List = defined.filter(|name| !name.starts_with("__")).collect();
        let made = step.next()?;
        if let Value::Class(class) = &made {
            self.log(vec![json!("new.done"), json!(self.owner), json!(class.name())]);
            if self.has("names_order") {
                class.set("_names", Value::from(defined))?;
            }
            for (name, value) in self.pairs("set_after")? {
                class.set(&*name, value)?;
            }
        }
        Ok(made)
    }

    fn init_class(&self, step: &mut Step<'_, metaclass::InitClass>) -> Result<(), Error> {
        let bound = self.bind("__init__", &["name", "bases", "namespace"], step.keywords())?;
        self.log(vec![json!("init"), json!(self.owner), json!(step.class().name()), bound.event()]);
        self.refuse()?;
        step.keywords_mut().clear();
        step.next()?;
        self.pairs("set")?.into_iter().try_for_each(|(name, value)| step.class().set(&*name, value))
    }

    fn call(&self, step: &mut Step<'_, metaclass::CallClass>) -> Result<Value, Error> {
        let name = json!(step.class().name());
        self.log(vec![json!("call"), json!(self.owner), name.clone()]);
        if let Some(value) = self.returned()? {
            return Ok(value);
        }
        if !self.has("singleton") {
            let made = shared(step.next()?);
            self.log(vec![json!("call.done"), json!(self.owner), name]);
            return Ok(made);
        }
        if !step.class().has_own("_instance") {
            let made = shared(step.next()?);
            step.class().set("_instance", made)?;
        }
        step.class().get("_instance")
    }

    fn mro(&self, step: &mut Step<'_, metaclass::MroHook>) -> Result<Vec<metaclass::Class>, Error> {
        if self.has("log") {
            self.log(vec![json!("mro"), json!(self.owner), json!(step.class().name())]);
        }
        let mut order = step.next()?;
        if self.has("reverse") {
            order.reverse();
        }
        if let Some(class) = self.options["insert"].as_str() {
            let at = self.options["at"].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
            order.insert(at, self.world.class(class)?);
        }
        Ok(order)
    }

    /// `isinstance` and `issubclass`: the code runs for the class.
    fn check(&self, class: &metaclass::Class, value: &Value) -> Result<bool, Error> {
        let arg = |_: &str| Some(value.clone());
        let code = if self.options.is_array() { &self.options } else { &self.options["do"] };
        Run { world: &self.world, receiver: Receiver::Class(class), arg: &arg }
            .run(code)
            .map(|answer| answer.is_truthy())
    }

    fn init_subclass(&self, step: &mut Step<'_, metaclass::InitSubclass>) -> Result<(), Error> {
        let bound = self.bind("__init_subclass__", &[], step.keywords())?;
        let told = vec![json!("init_subclass"), json!(self.owner), json!(step.class().name()), bound.event()];
        let is_before = self.options["log"] != "after";
        if is_before {
            self.world.record(told.clone());
        }
        step.keywords_mut().clear();
        if text(&self.options["super"]) != "none" {
            bound.rest.into_iter().for_each(|(name, value)| step.keywords_mut().insert(name, value));
        }
        if text(&self.options["super"]) != "skip" {
            step.next()?;
        }
        if !is_before {
            self.world.record(told);
        }
        let receiver = Receiver::Class(step.class());
        Run { world: &self.world, receiver, arg: &|_| None }.run(&self.options["do"])?;
        self.refuse()
    }
}

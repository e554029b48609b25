//! Dataclasses of the cases as descriptions: signature, argument binding, and the repr of what is made.

use std::collections::HashMap;

use metaclass::signature::{Param, ParamKind};
use metaclass::spec::{ClassSpec, DefaultSpec, FieldSpec, Flags, List, Literal, Text, TypeSpec};
use metaclass::{Value, args};
use serde_json::Value as Json;

use crate::cases::{Case, list, text};
use crate::tally::Tally;
use crate::value::value;

/// A dataclass whose constructor does nothing but to keep its arguments.
struct Class {
    spec: ClassSpec,
    /// What each field has by default; `None` if it has none.
    defaults: Vec<Option<Value>>,
    /// Arguments that are no fields.
    init_vars: Vec<String>,
    /// Is the repr the generated one, of arguments that nothing has touched?
    plain: bool,
}

/// Compares all answers of a case that a description can give.
pub(crate) fn run(case: &Case<'_>, tally: &mut Tally) {
    let mut classes: HashMap<&str, Class> = HashMap::new();
    for (def, expected) in case.defs() {
        match expected.as_str() {
            Some("ok") => drop(class(def, &classes).map(|class| classes.insert(text(&def["name"]), class))),
            _ => tally.skip("the laws of definitions belong to classes made at run time"),
        }
    }
    for (op, expected) in case.ops() {
        let name = text(if op["op"] == "new" { &op["class"] } else { &op["of"]["$type"] });
        match (text(&op["op"]), classes.get(name)) {
            ("signature", Some(class)) => signature(case, class, &expected["params"], tally),
            ("new", Some(class)) => new(case, (name, class), (op, expected), tally),
            ("new" | "signature", None) => {
                tally.skip("the class has bases, hooks or methods: it is more than a description");
            }
            _ => tally.skip("the operation needs an instance of a class made at run time"),
        }
    }
}

fn signature(case: &Case<'_>, class: &Class, expected: &Json, tally: &mut Tally) {
    let params = class.spec.signature().params().to_vec();
    let got: Vec<String> = params
        .iter()
        .map(|param| {
            let kind = match param.kind() {
                ParamKind::KeywordOnly => "keyword_only",
                _ => "positional_or_keyword",
            };
            format!("{} {kind} {}", param.name(), param.default())
        })
        .collect();
    let expected = list(expected).iter().map(|param| {
        let default = if param["required"] == true { "" } else { text(&param["default"]) };
        format!("{} {} {default}", text(&param["name"]), text(&param["kind"]))
    });
    tally.compare(case.id(), &got.join(", "), &expected.collect::<Vec<_>>().join(", "));
}

fn new(case: &Case<'_>, (name, class): (&str, &Class), (op, expected): (&Json, &Json), tally: &mut Tally) {
    let positional: Option<Vec<Value>> = list(&op["args"]).iter().map(value).collect();
    let keywords: Option<Vec<(&str, Value)>> =
        list(&op["kwargs"]).iter().map(|pair| Some((text(&pair[0]), value(&pair[1])?))).collect();
    let (Some(positional), Some(keywords)) = (positional, keywords) else {
        return tally.skip("an argument is an instance or a class");
    };
    let callee = format!("{name}.__init__");
    let signature = class.spec.signature();
    let bound = signature.bind(&callee, args!(*positional, **keywords));
    let message = text(&expected["error"]["message"]);
    match bound {
        Err(error) => tally.compare(case.id(), without_suggestion(&error.to_string()), without_suggestion(message)),
        Ok(_) if message.starts_with(&callee) => tally.compare(case.id(), "no error", message),
        Ok(_) if !message.is_empty() => tally.skip("the error is that of a hook"),
        Ok(arguments) if class.plain && matches!(op["show"].as_str(), None | Some("repr" | "repr+vars")) => {
            tally.compare(case.id(), &repr(class, name, arguments.into_values()), text(&expected["ok"]));
        }
        Ok(_) => tally.skip("the result is not that of the constructor alone"),
    }
}

/// CPython 3.13 asks "Did you mean"; the recorded one did not.
fn without_suggestion(message: &str) -> &str {
    message.split_once(". Did you mean").map_or(message, |(message, _)| message)
}

/// The repr of an instance with these arguments, in the order of the signature.
fn repr(class: &Class, name: &str, arguments: Vec<Option<Value>>) -> String {
    let signature = class.spec.signature();
    let mut given: HashMap<&str, Option<Value>> = signature.params().iter().map(Param::name).zip(arguments).collect();
    let fields = class.spec.fields().iter().zip(&class.defaults);
    let shown =
        fields.filter(|(field, _)| field.has(Flags::REPR) && !class.init_vars.iter().any(|var| var == field.name()));
    let shown = shown.map(|(field, default)| {
        let value = given.remove(field.name()).flatten().or_else(|| default.clone()).unwrap_or_default();
        format!("{}={}", field.name(), value.repr())
    });
    format!("{name}({})", shown.collect::<Vec<_>>().join(", "))
}

/// The description of a dataclass; `None` if it is more than that.
fn class(def: &Json, classes: &HashMap<&str, Class>) -> Option<Class> {
    let params = match text(&def["def"]) {
        "class" if def["dataclass"].is_object() && def["metaclass"].is_null() => &def["dataclass"],
        "make_dataclass" if def["namespace"].is_null() => &def["params"],
        _ => return None,
    };
    if params["init"] == false || params["repr"] == false || !def["cls_name"].is_null() {
        return None;
    }
    let mut class =
        Class { spec: ClassSpec::new(Text::new(""), List::EMPTY), defaults: vec![], init_vars: vec![], plain: true };
    let mut fields: Vec<FieldSpec> = vec![];
    match list(&def["bases"]) {
        [] => {}
        [base] => {
            let base = classes.get(text(base)).filter(|base| base.plain)?;
            fields.extend(base.spec.fields().iter().cloned());
            class.defaults.clone_from(&base.defaults);
            class.init_vars.clone_from(&base.init_vars);
        }
        _ => return None,
    }
    let mut kw_only = params["kw_only"] == true;
    let mut seen: Vec<&str> = vec![];
    let written = if def["def"] == "class" { list(&def["body"]) } else { list(&def["fields"]) };
    for item in written {
        let item = Item::read(item)?;
        // An override inherits what the class attribute is, and a name with two underscores is mangled: both are matters
        // of a class made at run time.
        let is_known = seen.contains(&item.name) || fields.iter().any(|field| field.name() == item.name);
        if is_known || item.name.starts_with("__") {
            return None;
        }
        seen.push(item.name);
        match item.ty.split('[').next() {
            Some("KW_ONLY") => kw_only = true,
            Some("ClassVar") => {}
            kind => {
                if kind == Some("InitVar") {
                    class.init_vars.push(item.name.to_owned());
                    class.plain = class.plain && item.spec.is_null();
                }
                let (field, default) = item.field(kw_only)?;
                fields.push(field);
                class.defaults.push(default);
            }
        }
    }
    class.spec = ClassSpec::new(Text::from(text(&def["name"]).to_owned()), fields.into());
    Some(class)
}

/// A field as it is written.
struct Item<'a> {
    name: &'a str,
    ty: &'a str,
    default: Option<&'a Json>,
    spec: &'a Json,
}

impl<'a> Item<'a> {
    /// An item of a class body, or a field of `make_dataclass`.
    fn read(json: &'a Json) -> Option<Self> {
        const NOTHING: &Json = &Json::Null;
        match json {
            Json::String(name) => Some(Self { name, ty: "Any", default: None, spec: NOTHING }),
            Json::Array(parts) => {
                let rest = parts.get(2).unwrap_or(NOTHING);
                let ty = parts.get(1).map_or("Any", text);
                Some(Self {
                    name: text(parts.first()?),
                    ty,
                    default: rest.get("default"),
                    spec: rest.get("spec").unwrap_or(NOTHING),
                })
            }
            _ if json["field"].is_string() && json["type"].is_string() => {
                let spec = json.get("spec").unwrap_or(NOTHING);
                Some(Self { name: text(&json["field"]), ty: text(&json["type"]), default: json.get("default"), spec })
            }
            _ => None,
        }
    }

    fn field(&self, class_kw_only: bool) -> Option<(FieldSpec, Option<Value>)> {
        let written = self.default.or_else(|| self.spec.get("default"));
        let mut default = written.map(value);
        let mut default_spec = match &default {
            None => DefaultSpec::Required,
            Some(value) => default_spec(value.as_ref()?),
        };
        if let Some(factory) = self.spec.get("default_factory") {
            default = Some(made_by(factory));
            default_spec = DefaultSpec::factory(Text::new("<factory>"));
        }
        let mut flags = Flags::DEFAULT;
        let switches = [("init", Flags::INIT), ("repr", Flags::REPR), ("compare", Flags::COMPARE)];
        for (_, flag) in switches.iter().filter(|(key, _)| self.spec[*key] == false) {
            flags = flags.without(*flag);
        }
        let kw_only = self.spec["kw_only"].as_bool().unwrap_or(class_kw_only);
        if kw_only && flags.has(Flags::INIT) {
            flags = flags.with(Flags::KW_ONLY);
        }
        let name = Text::from(self.name.to_owned());
        let field = FieldSpec::new(name, TypeSpec::Any).with_default(default_spec).with_flags(flags);
        // What a factory that counts or fails makes is not a matter of the description.
        let default = match default {
            Some(None) => return None,
            other => other.flatten(),
        };
        Some((field, default))
    }
}

fn made_by(factory: &Json) -> Option<Value> {
    match factory.as_str() {
        Some("list") => Some(Vec::<Value>::new().into()),
        Some("dict") => Some(metaclass::value::Dict::new().into()),
        Some("int") => Some(0.into()),
        Some("str") => Some("".into()),
        _ => factory.get("fresh").and_then(value),
    }
}

/// A literal, or the text of what is none.
fn default_spec(value: &Value) -> DefaultSpec {
    let literal = match value {
        Value::None => Literal::None,
        Value::True | Value::False => Literal::Bool(value.is_truthy()),
        Value::Int(int) => Literal::Int((*int).into()),
        Value::Float(float) => Literal::Float(float.get()),
        Value::Str(text) => Literal::Str(Text::from(text.to_string())),
        other => return DefaultSpec::factory(Text::from(other.repr().to_string())),
    };
    DefaultSpec::Value(literal)
}

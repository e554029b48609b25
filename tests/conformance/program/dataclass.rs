//! Dataclasses: how they are written, and the functions of Python's `dataclasses`.

use std::collections::HashMap;
use std::sync::Arc;

use metaclass::dataclasses::{asdict, asdict_with, astuple, astuple_with, fields, replace};
use metaclass::signature::{Param, ParamKind};
use metaclass::spec::{FieldSpec, Flags, Literal, Text};
use metaclass::value::{List, Tuple};
use metaclass::{Class, DataclassOptions, Error, Field, Value, builtins, make_dataclass};
use serde_json::{Value as Json, json};

use super::World;
use super::code::{raised, unknown};
use crate::cases::{list, text};

/// The methods that a dataclass may get, in the order in which the cases list them.
const METHODS: &[&str] = &[
    "__init__",
    "__repr__",
    "__eq__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "__hash__",
    "__setattr__",
    "__delattr__",
    "__match_args__",
    "__slots__",
    "__post_init__",
];

/// The parameters of the decorator.
pub(super) fn options(params: &Json) -> Result<DataclassOptions, Error> {
    let params = params.as_object().into_iter().flatten();
    params.into_iter().try_fold(DataclassOptions::new(), |options, (name, on)| {
        let on = on == true;
        Ok(match name.as_str() {
            "init" => options.init(on),
            "repr" => options.repr(on),
            "eq" => options.eq(on),
            "order" => options.order(on),
            "unsafe_hash" => options.unsafe_hash(on),
            "frozen" => options.frozen(on),
            "match_args" => options.match_args(on),
            "kw_only" => options.kw_only(on),
            "slots" => options.slots(on),
            "weakref_slot" => options.weakref_slot(on),
            other => return Err(unknown("parameter", &[json!(other)])),
        })
    })
}

/// The body of a dataclass as its namespace would have it, where an annotation has no value: what is annotated is a field,
/// and has the last value that the body gives it. The compiler of Python puts the name of the class before private names.
pub(super) fn body(def: &Json) -> Json {
    if !def["dataclass"].is_object() {
        return def["body"].clone();
    }
    let mut annotated: HashMap<String, Json> = HashMap::new();
    let items = list(&def["body"]).iter().map(|item| {
        let mut item = item.clone();
        if let Some(name) = item["field"].as_str().filter(|name| name.starts_with("__") && !name.ends_with("__")) {
            item["field"] = json!(format!("_{}{name}", text(&def["name"])));
        }
        match (item["field"].as_str().map(str::to_owned), item["attr"].as_str().map(str::to_owned)) {
            (Some(name), _) => {
                item["annotated"] = json!(true);
                if let Some(earlier) = annotated.get(&name).filter(|_| !has_value(&item)) {
                    for part in ["default", "spec"] {
                        if let Some(value) = earlier.get(part) {
                            item[part] = value.clone();
                        }
                    }
                }
                annotated.insert(name, item.clone());
            }
            (None, Some(name)) => {
                if let Some(field) = annotated.get(&name) {
                    let mut field = field.clone();
                    field["default"] = item["value"].clone();
                    return field;
                }
            }
            (None, None) => {}
        }
        item
    });
    items.collect()
}

fn has_value(item: &Json) -> bool {
    item.get("default").is_some() || item.get("spec").is_some()
}

impl World {
    /// A field: its type, and a default or a specification. Annotations are not looked at, so it takes any value.
    pub(super) fn field(self: &Arc<Self>, ty: &str, item: &Json) -> Result<Field, Error> {
        let field = match ty.split('[').next() {
            Some("KW_ONLY") => return Ok(Field::KW_ONLY),
            Some("ClassVar") => Field::any().class_var(),
            Some("InitVar") => Field::any().init_var(),
            _ => Field::any(),
        };
        let field = match item.get("default").filter(|_| item["spec"].is_null()) {
            Some(default) => field.default(self.value(default)?),
            None => field,
        };
        item["spec"].as_object().into_iter().flatten().try_fold(field, |field, (name, value)| {
            let on = value == true;
            Ok(match name.as_str() {
                // As if nothing was said.
                _ if value == "MISSING" || value["$ref"] == "MISSING" || name == "hash" && value.is_null() => field,
                "default" => field.default(self.value(value)?),
                "default_factory" => self.factory(field, value),
                "init" => field.init(on),
                "repr" => field.repr(on),
                "compare" => field.compare(on),
                "hash" => field.hash(on),
                "kw_only" if on => field.kw_only(),
                "kw_only" => field.positional(),
                "metadata" => list(&value["$dict"]).iter().fold(field, |field, entry| {
                    field.metadata(text(&entry[0]), Literal::Str(Text::from(text(&entry[1]).to_owned())))
                }),
                other => return Err(unknown("option", &[json!(other)])),
            })
        })
    }

    fn factory(self: &Arc<Self>, field: Field, written: &Json) -> Field {
        let (world, written) = (Arc::clone(self), written.clone());
        field.default_factory(move || match (written.as_str(), &written["counter"], &written["raise"]) {
            (Some("list"), ..) => Ok(List::new().into()),
            (Some("dict"), ..) => Ok(metaclass::value::Dict::new().into()),
            (Some("int"), ..) => Ok(Value::from(0)),
            (Some("str"), ..) => Ok("".into()),
            (None, Json::String(name), _) => {
                let mut counters = world.counters.lock().unwrap();
                let count = counters.entry(name.clone()).or_insert(0);
                *count += 1;
                Ok((*count).into())
            }
            (None, _, Json::Array(what)) => Err(raised(what)),
            _ => world.value(&written["fresh"]),
        })
    }

    /// `make_dataclass`.
    pub(super) fn make_dataclass(self: &Arc<Self>, def: &Json) -> Result<Value, Error> {
        let name = def["cls_name"].as_str().unwrap_or(text(&def["name"]));
        let field = |item: &Json| match item {
            Json::String(name) => Ok((name.clone(), Field::any())),
            Json::Array(item) => {
                let nothing = Json::Null;
                let field = self.field(text(&item[1]), item.get(2).unwrap_or(&nothing))?;
                Ok((text(&item[0]).to_owned(), field))
            }
            other => Err(unknown("field", std::slice::from_ref(other))),
        };
        let fields: Vec<(String, Field)> = list(&def["fields"]).iter().map(field).collect::<Result<_, Error>>()?;
        let bases = self.classes(&def["bases"])?;
        let namespace = list(&def["namespace"]).iter();
        let namespace = namespace.map(|item| Ok((text(&item["attr"]).to_owned(), self.value(&item["value"])?)));
        let namespace: Vec<(String, Value)> = namespace.collect::<Result<_, Error>>()?;
        let made = make_dataclass(name, fields).options(options(&def["params"])?).bases(&bases);
        made.namespace(namespace).build().map(Value::from)
    }

    /// The operations on dataclasses; nothing if it is none of them.
    pub(super) fn operate_dataclass(&self, op: &Json) -> Result<Option<Json>, Error> {
        let of = || self.value(&op["of"]);
        let shown = |value: Value| Ok(Some(json!({ "ok": value.repr().to_string(), "type": value.type_name() })));
        match text(&op["op"]) {
            "signature" => {
                let signature = Class::try_from(of()?)?.signature();
                Ok(Some(json!({ "params": signature.params().iter().map(param).collect::<Vec<_>>() })))
            }
            "fields" => {
                let of = of()?;
                let fields = fields(&of)?;
                let names = fields.iter().map(|field| field.name().to_owned()).collect::<List>();
                let fields: Vec<Json> = fields.iter().map(described).collect();
                Ok(Some(json!({ "ok": Value::from(names).repr().to_string(), "fields": fields })))
            }
            "is_dataclass" => shown(metaclass::dataclasses::is_dataclass(&of()?).into()),
            "doc" => shown(of()?.get_attr("__doc__")?),
            "replace" => {
                let replaced = replace(&of()?, self.args(&Json::Null, &op["kwargs"])?)?;
                let replaced = super::values::shared(replaced);
                shown(self.keep(op, replaced))
            }
            "asdict" if op["dict_factory"] == "pairs" => {
                let pair = |(name, value): (&str, Value)| Value::from(Tuple::from(vec![name.into(), value]));
                shown(asdict_with(&of()?, |entries| Ok(entries.into_iter().map(pair).collect::<List>().into()))?)
            }
            "asdict" => shown(asdict(&of()?)?),
            "astuple" if op["tuple_factory"] == "list" => {
                shown(astuple_with(&of()?, |values| Ok(List::from(values).into()))?)
            }
            "astuple" => shown(astuple(&of()?)?),
            "own_methods" => {
                let class = Class::try_from(of()?)?;
                let own = METHODS.iter().filter(|name| class.has_own(name)).map(|name| Value::from(*name));
                shown(own.collect::<List>().into())
            }
            "hash_kind" => Ok(Some(json!({ "ok": self.hash_kind(&Class::try_from(of()?)?) }))),
            _ => Ok(None),
        }
    }

    /// Where the hash of the instances of a class comes from.
    fn hash_kind(&self, class: &Class) -> String {
        let owner = class.mro().into_iter().find(|class| class.has_own("__hash__"));
        let Some(owner) = owner.filter(|owner| owner != builtins::object()) else { return "identity".to_owned() };
        if owner.vars().get("__hash__").is_none_or(Value::is_none) {
            return "unhashable".to_owned();
        }
        let is_explicit = self.hashes.lock().unwrap().contains(owner.name());
        let whose = if owner == *class { "own".to_owned() } else { format!("inherited from {}", owner.name()) };
        format!("{whose}, {}", if is_explicit { "explicit" } else { "generated" })
    }

    /// Remembers whether the body of a class has a hash of its own.
    pub(super) fn note_hash(&self, def: &Json) {
        if list(&def["body"]).iter().any(|item| item["method"] == "__hash__") {
            self.hashes.lock().unwrap().insert(text(&def["name"]).to_owned());
        }
    }
}

/// A parameter as the cases describe it.
pub(crate) fn param(param: &Param) -> Json {
    let kind = match param.kind() {
        ParamKind::KeywordOnly => "keyword_only",
        _ => "positional_or_keyword",
    };
    match param.default().is_required() {
        true => json!({ "name": param.name(), "kind": kind, "required": true }),
        false => json!({
            "name": param.name(),
            "kind": kind,
            "required": false,
            "default": param.default().to_string(),
        }),
    }
}

/// A field, but for its type: there are no annotations.
fn described(field: &FieldSpec) -> Json {
    let hash = match (field.has(Flags::HASH), field.has(Flags::NO_HASH)) {
        (true, _) => json!(true),
        (false, true) => json!(false),
        (false, false) => Json::Null,
    };
    let default = field.default();
    let metadata: Vec<String> =
        field.metadata().iter().map(|(name, value)| format!("{}: {value}", Literal::Str(name.clone()))).collect();
    json!({
        "name": field.name(),
        "init": field.has(Flags::INIT),
        "repr": field.has(Flags::REPR),
        "compare": field.has(Flags::COMPARE),
        "hash": hash,
        "kw_only": field.has(Flags::KW_ONLY),
        "default": (!default.is_required() && !default.is_factory()).then(|| default.to_string()),
        "has_factory": default.is_factory(),
        "metadata": format!("{{{}}}", metadata.join(", ")),
    })
}

/// What is compared of an outcome: annotations are no types here, and are left out.
pub(super) fn without_types(op: &Json, expected: &Json) -> Json {
    let mut expected = expected.clone();
    match (text(&op["op"]), expected.as_object_mut()) {
        ("signature", Some(outcome)) if outcome.contains_key("params") => drop(outcome.remove("ok")),
        ("fields", Some(outcome)) => {
            let fields = outcome.get_mut("fields").and_then(Json::as_array_mut).into_iter().flatten();
            fields.filter_map(Json::as_object_mut).for_each(|field| drop(field.remove("type")));
        }
        _ => {}
    }
    expected
}

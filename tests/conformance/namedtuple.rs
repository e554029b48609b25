//! The names of the fields of named tuples, and what follows from them.

use metaclass::{Class, Error, NamedTupleBuilder, Value, namedtuple};
use serde_json::{Value as Json, json};

use crate::cases::{Case, list, text};
use crate::program::dataclass::param;
use crate::tally::Tally;
use crate::value::value;

/// Makes the class of a case, and compares what it is like.
pub(crate) fn run(case: &Case<'_>, tally: &mut Tally) {
    let (input, expected) = (case.input(), case.expected());
    let (Some(typename), Some(names), Some(defaults)) =
        (value(&input["typename"]), value(&input["field_names"]), value(&input["defaults"]))
    else {
        return tally.skip("a value that no program of ours can write");
    };
    let made = make(&typename, names, &defaults, &input["rename"]).and_then(NamedTupleBuilder::build);
    match made {
        Ok(class) => {
            for (key, got) in seen(&class) {
                let (got, expected) = (got.to_string(), expected[key].to_string());
                match got == expected || !case.has_tag("python_specific") {
                    true => tally.compare(&format!("{} {key}", case.id()), &got, &expected),
                    false => tally.skip("python_specific: Python writes identifiers in their normal form (NFKC)"),
                }
            }
        }
        Err(error) => {
            let got = json!({ "type": error.kind().name(), "message": error.to_string() });
            tally.compare(case.id(), &got.to_string(), &expected["error"].to_string());
        }
    }
}

/// The call of `namedtuple` with these values.
pub(crate) fn make(
    typename: &Value,
    names: Value,
    defaults: &Value,
    rename: &Json,
) -> Result<NamedTupleBuilder, Error> {
    let builder = namedtuple(typename.to_string(), names).rename(rename == true);
    match defaults {
        Value::None => Ok(builder),
        // As in Python, what is wrong with the names is told before what is wrong with these.
        defaults => match defaults.iterate() {
            Ok(defaults) => Ok(builder.defaults(defaults)),
            Err(error) => builder.build().and(Err(error)),
        },
    }
}

/// What is to be seen of the class.
fn seen(class: &Class) -> [(&'static str, Json); 6] {
    let names = |name: &str| {
        let names = class.get(name).unwrap();
        names.iterate().unwrap().map(|name| json!(name.to_string())).collect::<Json>()
    };
    let Ok(Value::Dict(defaults)) = class.get("_field_defaults") else { panic!("no defaults") };
    let defaults = defaults.iter().map(|(name, value)| json!([name.to_string(), value.repr().to_string()]));
    [
        ("typename", json!(class.name())),
        ("fields", names("_fields")),
        ("field_defaults", defaults.collect()),
        ("match_args", names("__match_args__")),
        ("doc", json!(class.doc())),
        ("params", class.signature().params().iter().map(param).collect()),
    ]
}

/// The class that a definition of a program says.
pub(crate) fn typed(def: &Json, value: impl Fn(&Json) -> Result<Value, Error>) -> Result<Class, Error> {
    let mut fields = vec![];
    let mut attrs = vec![];
    for item in list(&def["body"]) {
        match item {
            item if item["field"].is_string() => {
                // Python does not look at the types.
                let field = metaclass::Field::any();
                let field = match item.get("default") {
                    Some(default) => field.default(value(default)?),
                    None => field,
                };
                fields.push((text(&item["field"]), field));
            }
            item if item["attr"].is_string() => attrs.push((text(&item["attr"]), value(&item["value"])?)),
            item => attrs.push((text(&item["method"]), Value::None)),
        }
    }
    let builder = namedtuple(text(&def["name"]), fields);
    attrs.into_iter().fold(builder, |builder, (name, value)| builder.attr(name, value)).build()
}

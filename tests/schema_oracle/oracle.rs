//! The verdicts of schemas beside those of validation, on the values of all rows of `parity`.

#[path = "../parity"]
mod parity {
    pub(crate) mod row;
    pub(crate) mod rules;
}

use metaclass::spec::{ClassSpec, Group, GroupKind, TypeSpec};
use metaclass::validate::rules::KEYS;
use metaclass::value::Dict;
use metaclass::{Field, Path, Segment, Value};
use serde_json::{Map, Value as Json, json};

use parity::row::{Case, Fault};

/// A value as JSON; `None` if it cannot be written there.
fn to_json(value: &Value) -> Option<Json> {
    Some(match value {
        Value::None => Json::Null,
        Value::True => true.into(),
        Value::False => false.into(),
        Value::Int(value) => (*value).into(),
        Value::Wide(value) => value.get().to_string().parse().map(Json::Number).ok()?,
        Value::Float(value) => serde_json::Number::from_f64(value.get())?.into(),
        Value::Str(text) => (**text).into(),
        Value::Bytes(bytes) => bytes.to_vec().into(),
        Value::List(items) => items.iter().map(to_json).collect::<Option<_>>()?,
        Value::Tuple(items) => items.iter().map(to_json).collect::<Option<_>>()?,
        Value::Set(members) => members.iter().map(to_json).collect::<Option<_>>()?,
        Value::Dict(entries) => object(entries)?,
        _ => return None,
    })
}

fn object(entries: &Dict) -> Option<Json> {
    let entries = entries.iter().map(|(key, value)| Some((name_of(key)?, to_json(value)?)));
    entries.collect::<Option<Map<_, _>>>().map(Json::Object)
}

/// A key as text, if it is one that JSON can have.
fn name_of(key: &Value) -> Option<String> {
    match to_json(key)? {
        Json::String(text) => Some(text),
        scalar @ (Json::Bool(_) | Json::Number(_)) => Some(scalar.to_string()),
        _ => None,
    }
}

fn is_of_group(fault: &Fault) -> bool {
    GroupKind::ALL.map(GroupKind::name).contains(&fault.code())
}

/// Has JSON Schema a word for the fault?
fn is_sayable(class: &ClassSpec, fault: &Fault) -> bool {
    // Codes that are no keys are those of functions.
    let has_word = is_of_group(fault) || KEYS.contains(&fault.code()) && !["matches", "check"].contains(&fault.code());
    let is_ours = ["unit", "'html_email'", "'url'", "'regex'"].iter().any(|word| fault.params().contains(word));
    let is_transformed = class.fields().iter().any(|field| {
        !field.transforms().is_empty()
            && fault.path.first().is_some_and(|first| *first == Segment::Field(field.key().to_owned().into()))
    });
    (has_word || fault.code() == "missing") && !is_ours && !is_transformed
}

/// What is wrong with the verdict of a schema: it finds no error where there is a fault, or one where there is none.
fn judged(class: &ClassSpec, validator: &jsonschema::Validator, case: &Case) -> Option<String> {
    let data = object(&case.data)?;
    let errors: Vec<String> = validator.iter_errors(&data).map(|error| error.instance_path().to_string()).collect();
    let mut faults = case.found.iter().filter(|fault| is_sayable(class, fault)).peekable();
    let is_right = match faults.peek() {
        None => errors.is_empty() && class.decode(&data).is_ok() == case.found.is_empty(),
        Some(_) => faults.all(|fault| {
            let pointer = fault.path.iter().cloned().collect::<Path>().pointer();
            // What is asked for if something else is given is asked for where it would be.
            let is_field = |error: &str| is_of_group(fault) && error.matches('/').count() == 1;
            errors.iter().any(|error| pointer.starts_with(error) || is_field(error))
        }),
    };
    (!is_right).then(|| format!("{}: {:?}, and errors at {errors:?}", case.shown, case.found))
}

fn validator(class: &ClassSpec) -> jsonschema::Validator {
    let schema = to_json(&class.json_schema()).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap_or_else(|error| panic!("{schema}: {error}"))
}

/// Fields of all types that data can have.
fn fields() -> Vec<Field> {
    let byte = || Field::of(TypeSpec::Int { min: 0, max: 255 });
    let inner = ClassSpec::define("Inner", [("a", Field::int().alias("b")), ("c", Field::bool().nullable())]).unwrap();
    let inner: &'static ClassSpec = Box::leak(Box::new(inner));
    vec![
        Field::any(),
        Field::any().required(),
        Field::of(TypeSpec::None),
        Field::bool(),
        byte(),
        Field::int(),
        Field::float().min_value(0.5),
        Field::str().min_length(1),
        Field::str().nullable(),
        Field::str().nullable().required(),
        Field::str().default("a"),
        Field::bytes(),
        Field::list(byte()),
        Field::list(Field::int().nullable()).min_items(1).nullable(),
        Field::set(Field::int()),
        Field::tuple([Field::int(), Field::bool().nullable()]),
        Field::tuple([]),
        Field::dict(Field::str().min_length(2), Field::int()),
        Field::dict(Field::int(), Field::any()),
        Field::dict(Field::bool(), Field::any()),
        Field::class(inner),
        Field::list(Field::class(inner)),
        Field::class(inner).nullable(),
    ]
}

/// Values of all kinds that JSON has.
fn values() -> Vec<Json> {
    let names = ["", "a", "ab", "0", "-0", "1", "-1", "01", "+1", "1.0", "true", "false", "None", "c"];
    let objects = names.map(|name| json!({ name: 1 }));
    let scalars =
        [json!(null), json!(true), json!(0), json!(-1), json!(1.0), json!(1.5), json!(256), json!(""), json!("a")];
    let lists = [
        json!([]),
        json!([0]),
        json!([null]),
        json!([1, 1.0]),
        json!([1, 1]),
        json!([1, true]),
        json!([1, true, 2]),
        json!([255, 256]),
        json!(["a"]),
        json!([[]]),
        json!([{ "a": 1 }, { "b": 2 }]),
        json!([{ "c": 1 }]),
    ];
    let others = [json!({}), json!({ "a": 1, "c": null }), json!({ "b": 1, "c": false, "d": 0 }), json!({ "a": null })];
    objects.into_iter().chain(scalars).chain(lists).chain(others).collect()
}

/// What is wrong with the verdicts of the schema of a class: decoding says something else.
fn misjudged(class: &ClassSpec, data: impl IntoIterator<Item = Json>) -> Vec<String> {
    let validator = validator(class);
    let verdict = |data: Json| {
        let (decoded, is_valid) = (class.decode(&data).map(drop), validator.is_valid(&data));
        let is_right = decoded.is_ok() == is_valid;
        (!is_right).then(|| format!("{data}: {is_valid}, but {decoded:?}, of {}", class.json_schema()))
    };
    data.into_iter().filter_map(verdict).collect()
}

#[test]
fn schemas_say_what_decoding_says() {
    let data = || values().into_iter().map(|value| json!({ "x": value })).chain([json!({}), json!({ "y": 1 })]);
    let class = |field| ClassSpec::define("C", [("x", field)]).unwrap();
    let wrong: Vec<String> = fields().into_iter().flat_map(|field| misjudged(&class(field), data())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn schemas_say_what_decoding_says_of_several_fields() {
    let text = || Field::str().nullable().kw_only();
    let cards = [text(), text().default("1"), text().default(Value::None), Field::any()];
    let holders =
        [text(), text().default("ann"), text().default(Value::None), text().required(), text().alias("owner")];
    let given = |names: [&str; 2], values: [&Json; 2]| {
        // What is false is not there.
        let entries = names.into_iter().zip(values).filter(|(_, value)| !value.is_boolean());
        Json::Object(entries.map(|(name, value)| (name.to_owned(), value.clone())).collect())
    };
    let states = [json!(false), json!(null), json!("a")];
    let mut wrong = vec![];
    for (card, holder) in cards.iter().flat_map(|card| holders.iter().map(move |holder| (card, holder))) {
        let fields = [("card", card.clone()), ("holder", holder.clone().required_with("card"))];
        let class = ClassSpec::define("C", fields).unwrap();
        for states in states.iter().flat_map(|card| states.iter().map(move |holder| [card, holder])) {
            wrong.extend(misjudged(&class, [given(["card", "holder"], states), given(["card", "owner"], states)]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn schemas_say_what_decoding_says_of_groups() {
    let fields = [
        ("a", Field::str().nullable().default(Value::None).alias("A")),
        ("b", Field::bool().default(true)),
        ("c", Field::int().default(0)),
        ("d", Field::float().default(0.5)),
    ];
    let class = ClassSpec::define("C", fields).unwrap();
    let groups = [
        Group::exactly_one(["a", "b", "c"]),
        Group::at_least_one(["d", "a"]),
        Group::requires(["c", "d", "b"]),
        Group::conflicts(["a", "c", "d"]),
    ];
    // What is a list is not there.
    let states = [
        [json!([]), json!(null), json!("x")],
        [json!([]), json!(true), json!(false)],
        [json!([]), json!(0), json!(1.0)],
        [json!([]), json!(0.5), json!(1)],
    ];
    let data: Vec<Json> = (0..81)
        .map(|number| {
            let digits = [number % 3, number / 3 % 3, number / 9 % 3, number / 27];
            let names = [if number % 2 == 0 { "a" } else { "A" }, "b", "c", "d"];
            let values = names.into_iter().zip(digits.iter().zip(&states).map(|(digit, states)| states[*digit].clone()));
            let given = values.filter(|(_, value)| !value.is_array()).map(|(name, value)| (name.to_owned(), value));
            Json::Object(given.collect())
        })
        .collect();
    let wrong: Vec<String> =
        groups.into_iter().flat_map(|group| misjudged(&class.clone().grouped(group).unwrap(), data.clone())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn schemas_say_what_validation_says() {
    let mut wrong = vec![];
    for row in parity::rules::rows() {
        let validator = validator(row.compiled);
        let verdicts = row.cases.iter().filter_map(|case| judged(row.compiled, &validator, case));
        wrong.extend(verdicts.map(|verdict| format!("{verdict}, of {}", row.compiled.json_schema())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

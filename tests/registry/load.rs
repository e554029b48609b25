//! All classes of a document: what is loaded says what was written.

use metaclass::json;
use metaclass::prelude::*;
use metaclass::spec::{ClassRef, Literal, Options, TypeSpec};
use metaclass::validate::{Format, Unit};

use crate::random::Random;

const SHOP: &str = r##"{
    "title": "Order", "type": "object", "required": ["lines"], "additionalProperties": false,
    "properties": {
        "lines": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Line"}},
        "note": {"type": "string", "maxLength": 9}
    },
    "$defs": {
        "Line": {
            "type": "object", "required": ["count"],
            "allOf": [{"$ref": "#/$defs/Entity"}],
            "properties": {"count": {"type": "integer", "minimum": 1}}
        },
        "Entity": {"type": "object", "properties": {"id": {"type": "integer"}}, "description": "Anything."}
    }
}"##;

#[test]
fn all_classes_of_a_document_are_registered() -> Result<(), Error> {
    let registry = Registry::new();
    let loaded = registry.load(SHOP)?;
    assert_eq!(registry.names(), ["__main__.Line", "__main__.Entity", "__main__.Order"]);
    assert_eq!(registry.iter().collect::<Vec<_>>(), loaded);
    let [line, entity, order] = &loaded[..] else { panic!("{loaded:?}") };
    assert!(line.is_subclass_of(entity));
    assert_eq!((entity.doc(), order.spec().options().has(Options::FORBID_EXTRA)), (Some("Anything."), true));

    let read = order.decode_json(r#"{"lines": [{"count": 2, "id": 7}]}"#)?;
    assert_eq!(read.to_string(), "Order(lines=[Line(id=7, count=2)], note=None)");
    let inner = read.get("lines")?.get_item(&0.into())?;
    assert_eq!(inner.class(), line);
    let error = order.decode_json(r#"{"lines": [{"count": 0}], "note": "0123456789", "x": 1}"#).unwrap_err();
    let faults: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        ["lines[0].count: must be at least 1", "note: must have at most 9 characters", "x: unknown field"]
    );
    Ok(())
}

#[test]
fn what_may_be_left_out_is_none_though_nobody_may_say_so() -> Result<(), Error> {
    let registry = Registry::new();
    registry.load(SHOP)?;
    let (line, order) = (registry.get("__main__.Line").unwrap(), registry.get("__main__.Order").unwrap());
    let line = Value::from(line.instantiate(args!(count = 1))?);
    let made = order.instantiate(args!(vec![line]))?;
    assert_eq!(made.to_string(), "Order(lines=[Line(id=None, count=1)], note=None)");
    made.validate()?;
    assert_eq!(made.migrate(&order)?.to_string(), made.to_string());
    // It is written as it was read.
    let text = json::to_string(&made)?;
    assert_eq!(text, r#"{"lines":[{"count":1}]}"#);
    assert_eq!(order.decode_json(&text)?, made);
    assert!(order.decode_json(r#"{"lines": [{"count": 1}], "note": null}"#).is_err());
    assert!(order.instantiate(args!(Vec::<Value>::new(), note = 1)).is_err());
    Ok(())
}

#[test]
fn all_are_registered_or_none() -> Result<(), Error> {
    let registry = Registry::new();
    let line = Class::builder("Line").build()?;
    registry.register(&line)?;
    let text = registry.load(SHOP).unwrap_err().to_string();
    assert!(text.starts_with("'__main__.Line' is registered already: Line() at "), "{text}");
    assert_eq!(registry.names(), ["__main__.Line"]);

    let twice = r#"{"$defs": {
        "a": {"title": "User", "type": "object", "properties": {}},
        "b": {"title": "User", "type": "object", "properties": {"x": {}}, "required": ["x"]}
    }}"#;
    assert!(registry.load(twice).unwrap_err().to_string().starts_with("'__main__.User' is registered already"));
    for wrong in [
        "",
        "{",
        r#"{"properties": {"x": {"$dynamicRef": "a"}}}"#,
        r#"{"$defs": {"A": {"type": "object", "properties": {}, "nope": 1}}}"#,
    ] {
        assert!(registry.load(wrong).is_err(), "{wrong}");
    }
    assert_eq!(registry.len(), 1);
    assert!(registry.load("{}")?.is_empty());
    Ok(())
}

#[test]
fn bases_without_an_order_are_an_error() {
    let text = r##"{"$defs": {
        "A": {"type": "object", "properties": {}},
        "B": {"type": "object", "properties": {}, "allOf": [{"$ref": "#/$defs/A"}]},
        "C": {"type": "object", "properties": {}, "allOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}
    }}"##;
    let error = Registry::new().load(text).unwrap_err();
    assert!(error.to_string().contains("MRO"), "{error}");
}

#[test]
fn threads_load_and_read() {
    let registry = Registry::new();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    // One of the threads is the first.
                    let _ = registry.load(SHOP);
                    if let Some(order) = registry.get("__main__.Order") {
                        assert!(order.decode_json(r#"{"lines": [{"count": 2}]}"#).is_ok());
                    }
                    assert!(registry.names().len() <= 3);
                }
            });
        }
    });
    assert_eq!(registry.len(), 3);
}

/// Readers wait for the first they see of a document, and look for all of it then.
#[test]
fn nobody_sees_half_a_document() {
    const DOCUMENTS: usize = 100;
    const CLASSES: usize = 30;
    let registry = Registry::new();
    let base = Class::from_json_schema(r#"{"title": "Base", "type": "object", "properties": {}}"#).unwrap();
    registry.register(&base).unwrap();
    let name = |document: usize, class: usize| format!("__main__.D{document}x{class}");
    let document = |document: usize| {
        let class = |class: usize| {
            format!(
                r#""D{document}x{class}": {{"type": "object", "properties": {{"x": {{"type": "integer"}}}},
                    "allOf": [{{"$ref": "class:__main__.Base"}}]}}"#
            )
        };
        format!(r#"{{"$defs": {{{}}}}}"#, (0..CLASSES).map(class).collect::<Vec<_>>().join(", "))
    };
    std::thread::scope(|scope| {
        scope.spawn(|| (0..DOCUMENTS).for_each(|i| drop(registry.load(&document(i)).unwrap())));
        for reader in 1..=2 {
            let (registry, base) = (&registry, &base);
            scope.spawn(move || {
                let mut random = Random(reader);
                for i in 0..DOCUMENTS {
                    let names: Vec<String> = (0..CLASSES).map(|class| name(i, class)).collect();
                    let first = random.below(CLASSES);
                    while registry.get(&names[first]).is_none() {
                        std::hint::spin_loop();
                    }
                    let missing: Vec<&String> = names.iter().filter(|name| registry.get(name).is_none()).collect();
                    assert!(missing.is_empty(), "{}, but not {missing:?}", names[first]);
                    assert!(names.iter().all(|name| registry.contains(name)));
                    if i % 10 == 0 {
                        assert_eq!(registry.subclasses(base).len() % CLASSES, 0);
                    }
                }
            });
        }
    });
    assert_eq!(registry.len(), 1 + DOCUMENTS * CLASSES);
}

fn limit(random: &mut Random, below: usize) -> i64 {
    i64::try_from(random.below(below)).unwrap()
}

/// A field of any kind that a schema has a word for.
pub(crate) fn field(random: &mut Random, depth: usize) -> Field {
    let text = |text: &str| Literal::Str(text.to_owned().into());
    let field = match random.below(if depth == 0 { 6 } else { 9 }) {
        0 => {
            let field = random.pick(&[Field::int(), Field::of(TypeSpec::Int { min: -1, max: 7 })]);
            let field = if random.below(2) == 0 { field.min_value(limit(random, 6) - 3) } else { field };
            let field = if random.below(2) == 0 { field.exclusive_max(limit(random, 6) + 4) } else { field };
            if random.below(4) == 0 { field.multiple_of(2) } else { field }
        }
        1 => {
            let field = if random.below(2) == 0 { Field::float().min_value(-0.5) } else { Field::float() };
            if random.below(2) == 0 { field.max_value(2.5) } else { field }
        }
        2 => {
            let field = if random.below(2) == 0 { Field::str().max_length(1 + random.below(3)) } else { Field::str() };
            let field = if random.below(3) == 0 { field.pattern("^[a-c]*$") } else { field };
            let field = if random.below(4) == 0 { field.unit(Unit::Chars).min_length(1) } else { field };
            if random.below(4) == 0 { field.starts_with("a") } else { field }
        }
        3 => Field::bool(),
        4 => Field::str()
            .one_of([text("a"), text("ab"), text("\"]}\\n")].into_iter().take(1 + random.below(3)).collect::<Vec<_>>()),
        5 => random.pick(&[
            Field::str().format(Format::Email),
            Field::str().format(Format::Date),
            Field::int().equals(Literal::Int(3)),
        ]),
        6 => {
            let field = Field::list(field(random, depth - 1)).max_items(random.below(3));
            if random.below(3) == 0 { field.unique_items() } else { field }
        }
        7 => Field::dict(Field::str().max_length(2), field(random, depth - 1)),
        _ => Field::tuple([Field::int(), Field::bool()]),
    };
    let field = if random.below(3) == 0 { field.nullable().default(Value::None) } else { field };
    let field = if random.below(5) == 0 { field.doc("What it is.") } else { field };
    if random.below(6) == 0 { field.rename(format!("key-{}", random.below(1_000_000))) } else { field }
}

/// Data that obeys and breaks rules.
pub(crate) fn data(random: &mut Random, depth: usize) -> Value {
    match random.below(if depth == 0 { 6 } else { 9 }) {
        0 => Value::None,
        1 => (limit(random, 12) - 3).into(),
        2 => random.pick(&["", "a", "ab", "abc", "x", "a@b.org", "2024-02-29", "\"]}\\n"]).into(),
        3 => (random.below(2) == 0).into(),
        4 => random.pick(&[0.5, -1.0, 3.0, 2.0]).into(),
        5 => 3.into(),
        6 => (0..random.below(4)).map(|_| data(random, depth - 1)).collect::<Vec<_>>().into(),
        7 => vec![Value::from(limit(random, 3)), (random.below(2) == 0).into()].into(),
        _ => (0..random.below(3))
            .map(|i| (["a", "bc", "def"][i], data(random, depth - 1)))
            .collect::<metaclass::value::Dict>()
            .into(),
    }
}

/// A value for a field, more often than not one of its kind.
pub(crate) fn data_of(random: &mut Random, ty: &TypeSpec) -> Value {
    if random.below(4) == 0 {
        return data(random, 2);
    }
    match ty {
        TypeSpec::Option(inner) => data_of(random, inner),
        TypeSpec::Int { .. } => (limit(random, 10) - 2).into(),
        TypeSpec::Float => random.pick(&[0.5, 2.0, 2.5, -0.25]).into(),
        TypeSpec::Bool => (random.below(2) == 0).into(),
        TypeSpec::Str => random.pick(&["a", "ab", "a@b.org", "2024-02-29", "b", "\"]}\\n"]).into(),
        TypeSpec::List(item) => (0..random.below(3)).map(|_| data_of(random, item)).collect::<Vec<_>>().into(),
        TypeSpec::Dict(_, value) => (0..random.below(3))
            .map(|i| (["a", "bc", "def"][i], data_of(random, value)))
            .collect::<metaclass::value::Dict>()
            .into(),
        TypeSpec::Tuple(items) => items.iter().map(|item| data_of(random, item)).collect::<Vec<_>>().into(),
        TypeSpec::Class(class) => data_of_class(random, class).into(),
        _ => data(random, 2),
    }
}

pub(crate) fn data_of_class(random: &mut Random, class: &ClassRef) -> metaclass::value::Dict {
    let fields = class.spec().unwrap().fields();
    let mut data: metaclass::value::Dict = fields
        .iter()
        .filter_map(|field| match random.below(12) {
            0 => None,
            _ => Some((field.key().to_owned(), data_of(random, field.ty()))),
        })
        .collect();
    if random.below(20) == 0 {
        let _ = data.insert("unknown", 1);
    }
    data
}

/// A class of one to four fields, one of which may be another class, or several of it.
pub(crate) fn model(random: &mut Random, name: &str, within: Option<&Class>) -> Class {
    loop {
        let names = ["alpha", "key", "type", "delta"].into_iter().take(1 + random.below(4));
        let mut fields: Vec<(&str, Field)> = names.map(|name| (name, field(random, 2))).collect();
        if let Some(class) = within {
            let one = Field::class(class);
            fields.push((
                "within",
                random.pick(&[one.clone(), Field::list(one.clone()).max_items(2), one.nullable().default(Value::None)]),
            ));
        }
        // Rules may contradict each other.
        if let Ok(class) = Model::define(name, fields) {
            return class;
        }
    }
}

#[test]
fn what_is_exported_is_imported_with_the_same_verdicts() -> Result<(), Error> {
    let mut random = Random(7);
    let (mut right, mut wrong) = (0, 0);
    for _ in 0..400 {
        let (registry, copy) = (Registry::new(), Registry::new());
        let inner = model(&mut random, "Inner", None);
        let outer = model(&mut random, "Outer", Some(&inner));
        registry.register(&inner)?;
        registry.register(&outer)?;
        let document = json::to_string(&registry.to_json_schema())?;
        copy.load(&document).unwrap_or_else(|error| panic!("{error}\n{document}"));
        let loaded = copy.get("__main__.Outer").unwrap();
        for _ in 0..30 {
            let text = json::to_string(&Value::from(data_of_class(&mut random, &ClassRef::from(&outer))))?;
            let (expected, got) = (outer.decode_json(&text), loaded.decode_json(&text));
            assert_eq!(expected.is_ok(), got.is_ok(), "{text}\n{document}\n{expected:?}\n{got:?}");
            if let (Ok(expected), Ok(got)) = (expected, got) {
                assert_eq!(json::to_string(&expected)?, json::to_string(&got)?, "{text}");
                right += 1;
            } else {
                wrong += 1;
            }
        }
    }
    assert!(right > 300 && wrong > 1_000, "{right} {wrong}");
    Ok(())
}

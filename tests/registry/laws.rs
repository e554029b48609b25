//! What classes say of several fields: it is in their schemas, and in the classes that are made of these.

use metaclass::Extra;
use metaclass::json;
use metaclass::prelude::*;
use metaclass::spec::Group;

use crate::random::Random;

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

/// A class of four fields with other names, groups, and fields that are required with others; none if they contradict.
fn model(random: &mut Random) -> Option<Class> {
    let mut field = |name: &'static str| {
        let mut field = match random.below(4) {
            0 => Field::int().min_value(0),
            1 => Field::int().nullable().default(7),
            2 => Field::int().nullable().present(),
            _ => Field::int().nullable().default(Value::None),
        };
        for alias in 0..random.below(3) {
            field = field.alias(format!("{name}{alias}"));
        }
        if random.below(4) == 0 {
            field = field.required_with(random.pick(&NAMES));
        }
        if random.below(4) == 0 {
            field = field.rename(format!("{name}-{name}"));
        }
        (name, field)
    };
    let mut builder = Model::builder("Random", NAMES.map(&mut field));
    for _ in 0..random.below(3) {
        let of = [Group::exactly_one, Group::at_least_one, Group::requires, Group::conflicts];
        let fields = &NAMES[random.below(2)..2 + random.below(3)];
        builder = builder.group(random.pick(&of)(fields.iter().copied()));
    }
    builder.build().ok()
}

/// An object with some of the names.
fn data(random: &mut Random, class: &Class) -> String {
    let mut data = vec![];
    for field in class.spec().fields() {
        let names: Vec<String> = std::iter::once(field.key())
            .chain(field.aliases().iter().map(|alias| &**alias))
            .map(str::to_owned)
            .collect();
        if random.below(3) > 0 {
            data.push(format!("\"{}\": {}", random.pick(&names), random.pick(&["null", "7", "1", "-1"])));
        }
    }
    format!("{{{}}}", data.join(", "))
}

#[test]
fn what_is_exported_is_imported() -> Result<(), Error> {
    let mut random = Random(11);
    let (mut classes, mut right, mut wrong) = (0, 0, 0);
    while classes < 300 {
        let Some(class) = model(&mut random) else { continue };
        classes += 1;
        let schema = json::to_string(&class.json_schema())?;
        let loaded = Class::from_json_schema(&schema).unwrap_or_else(|error| panic!("{error}\n{schema}"));
        assert_eq!(json::to_string(&loaded.json_schema())?, schema);
        for _ in 0..40 {
            let text = data(&mut random, &class);
            let told =
                |class: &Class| class.decode_json(&text).map(|value| value.to_string()).map_err(|e| e.to_string());
            let (expected, got) = (told(&class), told(&loaded));
            assert_eq!(expected.is_ok(), got.is_ok(), "{text}\n{schema}\n{expected:?}\n{got:?}");
            *(if got.is_ok() { &mut right } else { &mut wrong }) += 1;
        }
    }
    assert!(right > 1_000 && wrong > 1_000, "{right} {wrong}");
    Ok(())
}

#[test]
fn groups_of_bases_are_inherited() -> Result<(), Error> {
    let option = || Field::int().nullable().default(Value::None);
    let base = make_dataclass("Base", [("a", option()), ("b", option().alias("bb"))]);
    let base = base.group(Group::exactly_one(["a", "b"])).extra(Extra::Ignore).build()?;
    let heir = make_dataclass("Heir", [("c", Field::int().alias("cc").kw_only())])
        .bases([&base])
        .extra(Extra::Ignore)
        .build()?;
    let registry = Registry::new();
    registry.register(&base)?;
    registry.register(&heir)?;
    let document = json::to_string(&registry.to_json_schema())?;
    // What the base says is said by the reference to it.
    let (of_base, of_heir) = document.split_once(r#""Heir":"#).unwrap();
    let without = of_heir.replace(r#","x-groups":[{"kind":"exactly_one","fields":["a","b"]}]"#, "");
    assert_ne!(without, of_heir);
    for document in [document.clone(), format!(r#"{of_base}"Heir":{without}"#)] {
        let copy = Registry::new();
        copy.load(&document)?;
        let loaded = copy.get("__main__.Heir").unwrap();
        assert_eq!(loaded.bases(), [copy.get("__main__.Base").unwrap()]);
        assert_eq!(loaded.decode_json(r#"{"bb": 1, "cc": 2}"#)?.to_string(), "Heir(a=None, b=1, c=2)");
        assert!(loaded.decode_json(r#"{"a": 1, "bb": 1, "cc": 2}"#).is_err());
    }
    Ok(())
}

#[test]
fn what_is_not_so_is_not_believed() {
    let told = |text: &str| match Class::from_json_schema(text) {
        Ok(class) => class.spec().signature().to_string(),
        Err(error) => error.message().to_owned(),
    };
    let option = r#"{"type": ["integer", "null"], "default": null}"#;
    let class = |properties: &str, others: &str| {
        told(&format!(r#"{{"title": "C", "type": "object", "properties": {{{properties}}}{others}}}"#))
    };
    let groups = |kind: &str| format!(r#", "x-groups": [{{"kind": "{kind}", "fields": ["a", "b"]}}]"#);
    let both = format!(r#""a": {option}, "b": {option}"#);
    // The schema takes data with both.
    let text = class(&both, &groups("conflicts"));
    assert!(
        text.starts_with("a class cannot say this: by what begins with `x-`, `allOf` would have {'oneOf'"),
        "{text}"
    );
    // There is no such group.
    assert_eq!(class(&both, &groups("none")), "(a: int | None = None, b: int | None = None)");
    let unknown = r#", "allOf": [{"required": ["a"]}]"#;
    assert!(
        class(&both, unknown).starts_with("/allOf: a class cannot say this: it is no base class"),
        "{}",
        class(&both, unknown)
    );
    // Another name with another schema is another field, and so is the other name of what there is not, or of itself.
    for other in ["a", "b", "c"] {
        let alias = format!(r#""a": {option}, "b": {{"type": "string", "default": "", "x-alias-of": "{other}"}}"#);
        assert_eq!(class(&alias, ""), "(a: int | None = None, b: str = '')");
    }
    let alias = r#""a": {"type": "integer"}, "b": {"type": "integer", "x-alias-of": "a"}"#;
    assert_eq!(class(alias, r#", "allOf": [{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}]"#), "(a: int)");
    assert_eq!(class(alias, r#", "required": ["a", "b"]"#), "(a: int, b: int)");
}

/// What is compared each with each is little.
#[test]
fn too_much_is_refused() {
    let field = |i: usize| {
        let with = format!(r#"["f{}"]"#, i + 1);
        format!(r#""f{i}": {{"type": ["integer", "null"], "default": null, "x-required-with": {with}}}"#)
    };
    let fields: Vec<String> = (0..4_000).map(field).collect();
    let laws = vec![r#"{"required": ["f0"]}"#; 4_000].join(", ");
    let class = |others: &str| {
        let fields = fields.join(", ");
        Class::from_json_schema(&format!(r#"{{"title": "C", "type": "object", "properties": {{{fields}}}{others}}}"#))
    };
    for others in [String::new(), format!(r#", "allOf": [{laws}]"#)] {
        let error = class(&others).unwrap_err();
        assert!(error.message().contains("it says too much of several fields or names"), "{}", error.message());
    }
}

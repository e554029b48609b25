//! Rust source of classes: what is compiled of it gives the same verdicts.

#[rustfmt::skip]
mod models;

use std::collections::BTreeSet;

use metaclass::prelude::*;
use metaclass::spec::{ClassRef, Group, Literal, TypeSpec};
use metaclass::validate::{Format, Issue, StructCheck, Transform, Unit};
use metaclass::value::Dict;
use metaclass::{DecodeError, Path, json};

use crate::load::{data_of_class, model};
use crate::random::Random;

/// How many classes are compiled.
const MODELS: usize = 20;

/// The classes whose source is compiled: what can be said of fields, then random ones.
fn classes() -> Vec<Class> {
    let mut random = Random(3);
    let mut classes = vec![all_kinds(), hostile(), imported()];
    while classes.len() < MODELS {
        let inner = model(&mut random, "Inner", None);
        classes.push(model(&mut random, "Outer", Some(&inner)));
    }
    classes
}

/// A class with whatever can be said.
fn all_kinds() -> Class {
    let line = Model::builder(
        "Line",
        [("count", Field::int().min_value(1)), ("unit", Field::str().default("kg").max_length(3))],
    );
    let line = line.doc("A line.\n\nOf an order.").build().unwrap();
    let byte = || Field::of(TypeSpec::Int { min: 0, max: 255 });
    let fields = [
        ("id", Field::of(TypeSpec::Int { min: 0, max: 1_000 }).primary_key().doc("Who it is.")),
        (
            "name",
            Field::str().transform(Transform::Trim).min_length(1).max_length(4).unit(Unit::Bytes).message("too long"),
        ),
        ("again", Field::str().matches("name")),
        ("mail", Field::str().format(Format::Email).rename("e-mail").alias("mail").nullable().default(Value::None)),
        (
            "tags",
            Field::list(Field::str().max_length(2))
                .unique_items()
                .max_items(2)
                .default_factory(|| Ok(Vec::<Value>::new())),
        ),
        ("bytes", Field::list(byte()).nullable().default(Value::None)),
        ("scores", Field::dict(Field::str().ascii(), Field::float().finite()).min_properties(1)),
        ("kinds", Field::set(Field::int()).nullable().default(Value::None)),
        ("pair", Field::tuple([Field::int(), Field::bool()]).nullable().default(Value::None)),
        ("lines", Field::list(Field::class(&line)).max_items(2)),
        ("best", Field::class(&line).nullable().default(Value::None)),
        ("any", Field::any().default(1)),
        ("size", Field::float().exclusive_min(0).max_value(2.5).default(0.5)),
        ("strict", Field::int().strict().multiple_of(2).default(2)),
        ("given", Field::int().nullable().required()),
        ("named", Field::str().nullable().present()),
        ("one", Field::str().one_of([Literal::Str("a".into()), Literal::Str("b".into())]).default("a")),
        ("flag", Field::bool().default(true).kw_only().secret()),
        ("code", Field::str().pattern(r"^\w-\d+$").ends_with("1").not_contains("00").default("a-1")),
    ];
    let order = Model::builder("Order", fields).doc("All kinds of fields.");
    order.group(Group::conflicts(["mail", "best"])).frozen(true).build().unwrap()
}

/// Text that would be code, if it could.
const HOSTILE: [&str; 9] = [
    "\"); std::process::exit(1); (\"",
    "*/ fn evil() {} /*",
    "\n    evil: i64 = { panic!() },\n",
    "\\\"]\n#[field(evil)]",
    "r#\"evil\"#",
    "\u{202e}evil\u{2066}",
    "{evil}",
    "'a",
    "//\r evil!()",
];

fn hostile() -> Class {
    let fields = HOSTILE.iter().enumerate().map(|(i, text)| {
        let field = Field::str().one_of([Literal::Str((*text).into()), Literal::Str("x".into())]).default(*text);
        let field = field.doc(*text).rename(format!("{text}{i}")).alias(format!("{i}{text}")).message(*text);
        (["self", "type", "crate", "r", "macro", "String", "Some", "evil", "__metaclass"][i], field)
    });
    Model::builder("x { } fn evil() { }", fields.collect::<Vec<_>>()).doc(HOSTILE.join("\n")).build().unwrap()
}

/// A class that a JSON Schema describes.
fn imported() -> Class {
    Class::from_json_schema(
        r##"{
            "title": "Signup", "type": "object", "required": ["email", "age"],
            "properties": {
                "email": {"type": "string", "format": "email", "description": "Where to write to."},
                "age": {"type": "integer", "minimum": 18, "maximum": 150},
                "nick": {"type": "string", "pattern": "^[a-z]+$"},
                "color": {"enum": ["red", "green"]},
                "home": {"$ref": "#/$defs/Address"},
                "e-mails": {"type": "array", "items": {"type": "string", "maxLength": 3}, "maxItems": 1},
                "size": {"type": ["number", "null"]}
            },
            "$defs": {"Address": {"type": "object", "properties": {"zip": {"type": "string"}}, "required": ["zip"], "additionalProperties": false}}
        }"##,
    )
    .unwrap()
}

/// The module that is compiled.
fn source(classes: &[Class]) -> String {
    let mut source = "//! Classes as `Class::to_rust` writes them: see `to_rust.rs`.\n".to_owned();
    for (i, class) in classes.iter().enumerate() {
        source += &format!("\n#[allow(dead_code, non_camel_case_types, non_snake_case)]\npub(super) mod m{i:02} {{\n");
        let text = class.to_rust().unwrap_or_else(|error| panic!("{error}"));
        source.extend(text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }));
        source += "}\n";
    }
    source
}

/// What reads data by the class that was compiled of the one of this number.
type Reader = fn(&str) -> Result<String, DecodeError>;

macro_rules! readers {
    ($($module:ident $class:ident,)*) => {
        const READERS: [Reader; MODELS] = [$(|text| {
            json::from_str::<models::$module::$class>(text).map(|instance| instance.repr().to_string())
        },)*];
    };
}

readers! {
    m00 Order, m01 x_____fn_evil______, m02 Signup, m03 Outer, m04 Outer, m05 Outer, m06 Outer, m07 Outer, m08 Outer, m09 Outer,
    m10 Outer, m11 Outer, m12 Outer, m13 Outer, m14 Outer, m15 Outer, m16 Outer, m17 Outer, m18 Outer, m19 Outer,
}

#[test]
fn the_models_are_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/registry/to_rust/models.rs");
    let expected = source(&classes());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, &expected).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == expected, "run with UPDATE_EXPECT=1, and read what has changed");
}

/// What the first classes take.
const RIGHT: [&str; 3] = [
    r#"{
        "id": 1000, "name": "ab", "again": "ab", "e-mail": "a@b.org", "tags": ["a", "ab"], "bytes": [0, 255], "scores": {"a": 1},
        "kinds": [1, 2], "pair": [1, true], "lines": [{"count": 1}], "any": [null], "size": 2.5, "strict": 4, "given": 0,
        "one": "b", "flag": false, "code": "b-21"
    }"#,
    "{}",
    r#"{"email": "a@b.org", "age": 18, "nick": "a", "color": "red", "home": {"zip": "1"}, "e-mails": ["a"], "size": 1.5}"#,
];

/// Data that is right, but for what is taken of other data, or left out.
fn altered(right: &str, other: &Dict, random: &mut Random) -> Dict {
    let right: Value = json::from_str(right).unwrap();
    let mut right = right.as_dict().unwrap().clone();
    let (names, taken): (Vec<_>, Vec<_>) =
        (right.iter().map(|(name, _)| name.to_string()).collect(), other.iter().collect());
    for _ in 0..random.below(3) {
        match random.below(2) {
            0 if !names.is_empty() => drop(right.remove(&random.pick(&names))),
            _ => {
                if let Some((name, value)) = (!taken.is_empty()).then(|| random.pick(&taken)) {
                    right.insert(name.clone(), value.clone()).unwrap();
                }
            }
        }
    }
    right
}

#[test]
fn what_is_compiled_gives_the_same_verdicts() {
    let mut random = Random(5);
    let (mut right, mut wrong) = (0, 0);
    for (i, (class, read)) in classes().iter().zip(READERS).enumerate() {
        let mut of_class = 0;
        for _ in 0..2_000 {
            let mut data = data_of_class(&mut random, &ClassRef::from(class));
            // These classes are hardly ever given what is right by chance.
            if let (Some(right), 1..) = (RIGHT.get(i), random.below(4)) {
                data = altered(right, &data, &mut random);
            }
            // What may be left out and not be null is an `Option`: the one difference there is.
            for field in class.spec().fields().iter().filter(|field| field.default().literal() == Some(&Literal::None))
            {
                if !matches!(field.ty(), TypeSpec::Option(_)) && data.get(field.key()).is_some_and(Value::is_none) {
                    data.remove(field.key());
                }
            }
            let text = json::to_string(&Value::from(data)).unwrap();
            let (made, compiled) = (class.decode_json(&text), read(&text));
            // A range is a type in the one and a rule in the other, where Rust has no integer of that range.
            let places = |issues: &[Issue]| issues.iter().map(|issue| issue.path().clone()).collect::<BTreeSet<Path>>();
            match (&made, &compiled) {
                (Ok(_), Ok(_)) => of_class += 1,
                (Err(made), Err(compiled)) => {
                    wrong += 1;
                    assert_eq!(places(made.issues()), places(compiled.issues()), "{text}");
                }
                _ => panic!("{class:?} {text}\n{made:?}\n{compiled:?}"),
            }
        }
        assert!(of_class > 0, "{class:?} {:?}", class.spec().signature());
        right += of_class;
    }
    assert!(right > 500 && wrong > 1_000, "{right} {wrong}");
}

#[test]
fn what_cannot_be_written_is_told_at_once() -> Result<(), Error> {
    let plain = Class::builder("Plain").build()?;
    let text = plain.to_rust()?;
    assert!(text.contains("pub struct Plain {\n    }"), "{text}");
    let fields = [
        ("check", Field::int().check(|value: &Value| value.as_int().is_some())),
        ("made", Field::int().default_factory(|| Ok(3))),
        ("altered", Field::str().transform(Transform::with(|value| value))),
        ("alien", Field::of(TypeSpec::Opaque("TcpStream\n".into()))),
        ("named", Field::class(ClassRef::Named("User".into()))),
        ("floats", Field::set(Field::float())),
        ("keyed", Field::dict(Field::any(), Field::int())),
    ];
    let error = Model::define("C", fields)?.to_rust().unwrap_err();
    assert_eq!(
        error.to_string(),
        "this cannot be written in Rust: C.check: a check is a function; C.made: its default is made by a function; \
         C.altered: it is transformed by a function; C.alien: only a program knows the type TcpStream\\n; \
         C.named: the class User is known by its name only; \
         C.floats: a set in Rust holds text, integers and truth values only; \
         C.keyed: a key in Rust is text, an integer or a truth value"
    );
    let checked =
        Model::builder("C", [("x", Field::int())]).check(StructCheck::new(["x"], |_: &[&Value]| true)).build()?;
    assert!(checked.to_rust().is_err());
    assert!(namedtuple("Pair", "x y").build()?.to_rust().is_err());
    let loaded = Class::from_json_schema(
        r#"{"title": "C", "type": "object", "properties": {"x": {"type": ["string", "integer"]}}, "required": ["x"]}"#,
    )?;
    let text = "this cannot be written in Rust: C.x: a part of its JSON Schema has no rule";
    assert_eq!(loaded.to_rust().unwrap_err().to_string(), text);
    Ok(())
}

/// Random text never leaves the literals and comments that it is in.
#[test]
fn hostile_text_stays_data() {
    const PARTS: [&str; 16] =
        ["\"", "\\", "\n", "\r", "*/", "/*", "//", "#", "{", "}", ")", "'", "evil!()", "\u{202e}", "\u{0}", "é"];
    let mut random = Random(9);
    let mut text = || (0..random.below(12)).map(|_| random.pick(&PARTS)).collect::<String>();
    for _ in 0..2_000 {
        let (a, b, c, d) = (text(), text(), text(), text());
        let name = text().replace('\0', "");
        let field = Field::str()
            .one_of([Literal::Str(a.clone().into()), Literal::Str(b.into())])
            .default(a)
            .doc(c)
            .rename(format!("k{d}"));
        let Ok(class) = Model::builder(name, [("x", field)]).doc(d).build() else { continue };
        let source = class.to_rust().unwrap();
        let bare = without_text(&source);
        let name = bare.split("pub struct ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{source}");
        let expected = format!(
            "use metaclass::prelude::*; schema! {{ #[dataclass(extra = forbid)] pub struct {name} {{ \
             #[field(rename = , one_of = [, ])] x: String = , }} }}"
        );
        assert_eq!(bare, expected, "{source}");
    }
}

/// The source without literals, comments and attributes that are documentation, as Rust reads it.
fn without_text(source: &str) -> String {
    let mut bare = String::new();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                while let Some(c) = chars.next() {
                    match c {
                        '\\' => drop(chars.next()),
                        '"' => break,
                        c => assert!(c != '\n', "{source}"),
                    }
                }
            }
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            c => bare.push(c),
        }
    }
    bare.replace("#[doc = ]", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

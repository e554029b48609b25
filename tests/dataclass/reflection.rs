//! What a class tells of itself: `NAME`, `SIGNATURE`, `PRIMARY_KEY`, `fields()`, `field_names()`, `spec()`.

use std::collections::{BTreeMap, HashSet};

use metaclass::prelude::*;
use metaclass::spec::{DefaultSpec, FieldSpec, Flags, Literal, Options, Text, TypeSpec};

/// A user.
///
/// Of the shop.
#[derive(Dataclass)]
struct User {
    #[field(primary_key)]
    id: u64,
    /// As on the card.
    name: String,
    #[field(default = vec!["new".to_owned()])]
    tags: Vec<String>,
    #[field(default = 0.5, kw_only)]
    score: f64,
    #[field(init = false, default = name.len(), compare = false, repr = false)]
    length: usize,
}

#[test]
fn names_are_constants() {
    const NAME: &str = User::NAME;
    const KEY: Option<&str> = User::PRIMARY_KEY;
    assert_eq!((NAME, KEY), ("User", Some("id")));
    assert_eq!(User::primary_key(), Some("id"));
    assert_eq!(User::field_names(), ["id", "name", "tags", "score", "length"]);
    assert_eq!(User::new(1, String::new()).tags, ["new"]);
}

#[test]
fn the_signature_shows_rust_types_and_defaults_as_written() {
    assert_eq!(
        User::SIGNATURE,
        "(id: u64, name: String, tags: Vec<String> = vec![\"new\".to_owned()], *, score: f64 = 0.5)"
    );
}

#[test]
fn the_signature_of_the_description_shows_the_shared_types() {
    let signature = User::spec().signature();
    assert_eq!(
        signature.to_string(),
        "(id: int, name: str, tags: list[str] = vec![\"new\".to_owned()], *, score: float = 0.5)"
    );
}

#[test]
fn the_description_has_name_module_and_documentation() {
    let spec = User::spec();
    assert_eq!(spec.name(), "User");
    assert_eq!(spec.module(), module_path!());
    assert_eq!(spec.doc(), "A user.\n\nOf the shop.");
    assert_eq!(spec.field("name").unwrap().doc(), "As on the card.");
    assert_eq!(spec.primary_key(), Some("id"));
    assert_eq!(spec.options(), Options::DEFAULT);
    assert!(spec.bases().is_empty() && spec.init_vars().is_empty());
}

#[test]
fn fields_know_their_defaults_and_switches() {
    let [id, name, tags, score, length] = User::fields() else { panic!("five fields") };
    assert_eq!(id.flags(), Flags::DEFAULT | Flags::PRIMARY_KEY);
    assert_eq!(*name.default(), DefaultSpec::Required);
    assert_eq!(*tags.default(), DefaultSpec::factory(Text::new("vec![\"new\".to_owned()]")));
    assert_eq!(*score.default(), DefaultSpec::Value(Literal::Float(0.5)));
    assert!(score.has(Flags::KW_ONLY));
    assert_eq!(length.flags(), Flags::NONE);
    assert_eq!(User::fields().as_ptr(), User::spec().fields().as_ptr());
}

#[test]
fn types_have_their_shared_names() {
    #[derive(Dataclass)]
    struct Types<'a> {
        a: bool,
        b: i8,
        c: f32,
        d: char,
        e: &'a str,
        f: Vec<u8>,
        g: Option<Vec<i64>>,
        h: BTreeMap<String, f64>,
        i: HashSet<u16>,
        j: (u8, String),
        k: [f64; 3],
        l: Box<Option<User>>,
        m: Value,
        n: std::time::Duration,
        o: (),
    }

    let names: Vec<String> = Types::fields().iter().map(|field| field.ty().to_string()).collect();
    assert_eq!(
        names,
        [
            "bool",
            "int",
            "float",
            "str",
            "str",
            "bytes",
            "list[int] | None",
            "dict[str, float]",
            "set[int]",
            "tuple[int, str]",
            "list[float]",
            "User | None",
            "Any",
            "Duration",
            "None",
        ]
    );
    assert_eq!(*Types::fields()[1].ty(), TypeSpec::Int { min: -128, max: 127 });
}

#[test]
fn a_compiled_description_equals_one_made_at_run_time() {
    use metaclass::spec::ClassSpec;

    #[derive(Dataclass)]
    #[dataclass(frozen)]
    struct Small {
        x: i32,
        #[field(default)]
        y: String,
    }

    let made = ClassSpec::new(
        Text::from("Small".to_owned()),
        vec![
            FieldSpec::new(Text::from("x".to_owned()), TypeSpec::Int { min: i32::MIN.into(), max: i32::MAX.into() }),
            FieldSpec::new(Text::from("y".to_owned()), TypeSpec::Str)
                .with_default(DefaultSpec::Value(Literal::Str(Text::new("")))),
        ]
        .into(),
    )
    .with_module(Text::from(module_path!().to_owned()))
    .with_options(Options::DEFAULT | Options::FROZEN);
    assert_eq!(*Small::spec(), made);
    assert_eq!(Small!(1).y(), "");
}

#[test]
fn the_description_binds_arguments_with_the_texts_of_cpython() {
    let signature = User::spec().signature();
    let bound = signature.bind("User.__init__", args!(1, 2, score = 3)).unwrap();
    assert_eq!(bound.values(), [Some(1.into()), Some(2.into()), None, Some(3.into())]);
    let error = signature.bind("User.__init__", args!(1)).unwrap_err();
    assert_eq!(format!("{error:?}"), "TypeError: User.__init__() missing 1 required positional argument: 'name'");
}

#[test]
fn raw_names_are_shown_without_the_prefix() {
    #[derive(Dataclass)]
    struct r#Self_ {
        r#type: u8,
        #[field(default = r#type + 1)]
        r#loop: u8,
    }

    assert_eq!(r#Self_::NAME, "Self_");
    assert_eq!(r#Self_::field_names(), ["type", "loop"]);
    assert_eq!(r#Self_::SIGNATURE, "(type: u8, loop: u8 = r#type + 1)");
    assert_eq!(r#Self_::new(1).r#loop, 2);
}

//! Texts whose faults are known, over all types, options and rules.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::{ClassRef, ClassSpec, FieldSpec, Flags, Group, Literal, TypeSpec};
use metaclass::validate::{Format, StructCheck, Transform};

use super::Pair;
use crate::parity::row::{int, int64, text};

/// A table of classes, each with texts and the place and code of each fault.
macro_rules! texts {
    ($(
        $(#[$option:meta])*
        $name:ident { $($compiled:tt)* }
        made { $($field:ident: $made:expr),* $(,)? } $(+ [$($check:expr),* $(,)?])? $(& [$($group:expr),* $(,)?])?
        $($text:literal => [$($fault:literal),* $(,)?])*
    )*) => {
        /// Each class with its texts.
        pub(super) const CLASSES: &[(fn() -> Pair, &[&str])] = &[$((classes::$name, &[$($text),*])),*];

        mod classes {
            use super::*;

            $(pub(super) fn $name() -> Pair {
                #[derive(Dataclass, Clone)]
                #[dataclass(serde)]
                $(#[$option])*
                struct C { $($compiled)* }

                let fields: Vec<FieldSpec> = vec![$(IntoSpec::spec($made, stringify!($field))),*];
                let made = ClassSpec::new("C".into(), fields.into())
                    .with_options(C::spec().options())
                    .with_module(C::spec().module().into())
                    .with_groups(vec![$($($group),*)?].into())
                    .with_checks(vec![$($($check),*)?].into());
                assert_eq!(outline(C::spec()), outline(&made), "the class itself");
                Pair::new::<C>(made)
            })*
        }

        $(#[test]
        fn $name() {
            let pair = classes::$name();
            for (text, expected) in [$(($text, &[$($fault),*] as &[&str])),*] {
                assert_eq!(pair.outcome(text).summaries(), expected, "{text}");
            }
        })*
    };
}

/// All of a class but its defaults, which are no literals where the compiled class has to make a value.
fn outline(class: &ClassSpec) -> Vec<String> {
    let fields = class.fields().iter().map(|field| {
        let (key, aliases, ty) = (field.key(), field.aliases(), field.ty());
        format!("{key} {aliases:?} {ty:?} {:?} {:?} {:?}", field.flags(), field.transforms(), field.rules())
    });
    fields.collect()
}

/// A field, or the description of one with what a field has no word for.
trait IntoSpec {
    fn spec(self, name: &'static str) -> FieldSpec;
}

impl IntoSpec for Field {
    fn spec(self, name: &'static str) -> FieldSpec {
        self.build(name).unwrap()
    }
}

struct Strict(Field);

impl IntoSpec for Strict {
    fn spec(self, name: &'static str) -> FieldSpec {
        let spec = self.0.build(name).unwrap();
        let flags = spec.flags();
        spec.with_flags(flags.with(Flags::STRICT))
    }
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, ord, hash, extra = forbid, check(is_ordered, fields(low, high)))]
struct Range {
    #[field(min_value = 0)]
    low: i64,
    #[field(max_value = 9, default = 9, alias = "top")]
    high: i64,
}

fn is_ordered(low: &i64, high: &i64) -> bool {
    low <= high
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Node {
    #[field(multiple_of = 2)]
    value: i64,
    next: Option<Box<Node>>,
    #[field(default)]
    children: Vec<Node>,
}

mod made {
    use super::*;

    pub(super) fn ordered(values: &[&Value]) -> bool {
        super::is_ordered(&number(values[0]), &number(values[1]))
    }

    pub(super) fn number(value: &Value) -> i64 {
        i64::try_from(value.clone()).unwrap()
    }

    pub(super) fn range() -> Field {
        static SPEC: LazyLock<ClassSpec> = LazyLock::new(|| {
            let fields =
                [int64().min_value(0).build("low"), int64().max_value(9).default(9).alias("top").build("high")];
            ClassSpec::new("Range".into(), fields.into_iter().map(Result::unwrap).collect())
                .with_module(Range::spec().module().into())
                .with_checks(vec![StructCheck::new(["low", "high"], ordered)].into())
                .with_options(Range::spec().options())
        });
        Field::class(&*SPEC)
    }

    fn node_spec() -> &'static ClassSpec {
        static SPEC: LazyLock<ClassSpec> = LazyLock::new(|| {
            let fields = [
                int64().multiple_of(2).build("value"),
                node().nullable().build("next"),
                Field::list(node()).default(Vec::<i64>::new()).build("children"),
            ];
            ClassSpec::new("Node".into(), fields.into_iter().map(Result::unwrap).collect())
                .with_module(Node::spec().module().into())
                .with_options(Node::spec().options())
        });
        &SPEC
    }

    pub(super) fn node() -> Field {
        Field::of(TypeSpec::Class(ClassRef::Static(node_spec)))
    }
}

texts! {
    integers { a: i8, b: u64, c: i64, d: u32, e: Option<i16> }
    made {
        a: int(i8::MIN, i8::MAX), b: int(u64::MIN, u64::MAX), c: int64(), d: int(u32::MIN, u32::MAX),
        e: int(i16::MIN, i16::MAX).nullable(),
    }
    r#"{"a": -128, "b": 18446744073709551615, "c": -9223372036854775808, "d": 4294967295, "e": 7}"# => []
    r#"{"a": 127.0, "b": 1e3, "c": -0.0, "d": 0, "e": null}"# => []
    r#"{"a": 128, "b": -1, "c": 9223372036854775808, "d": 4294967296, "e": 32768}"# => [
        "a: type", "b: type", "c: type", "d: type", "e: type",
    ]
    r#"{"a": 1.5, "b": 1e300, "c": 9007199254740993.0, "d": 18446744073709551616, "e": -1e5}"# => [
        "a: type", "b: type", "c: type", "d: type", "e: type",
    ]
    r#"{"a": "1", "b": true, "c": null, "d": [], "e": {}}"# => ["a: type", "b: type", "c: type", "d: type", "e: type"]
    "{}" => ["a: missing", "b: missing", "c: missing", "d: missing"]
    r#"{"a": 1, "a": 2, "b": 1, "c": 1, "d": 1, "d": "x", "d": 2}"# => [
        "a: duplicate_field", "d: duplicate_field", "d: duplicate_field",
    ]
    r#"{"a": 1e400}"# => ["syntax"]
    r#"{"a": 01}"# => ["syntax"]
    "[1, 2]" => ["type"]
    "null" => ["type"]
    "\"C\"" => ["type"]

    numbers { a: i128, b: f64, c: bool, d: (), e: Option<f64>, f: usize }
    made {
        a: Field::int(), b: Field::float(), c: Field::bool(), d: Field::of(TypeSpec::None), e: Field::float().nullable(),
        f: int(0, u64::MAX),
    }
    r#"{"a": -1, "b": 1, "c": true, "d": null, "e": 0.1, "f": 3}"# => []
    r#"{"a": 18446744073709551615, "b": -0.0, "c": false, "d": null, "e": -9223372036854775808, "f": 1.0}"# => []
    r#"{"a": 1.25, "b": "1", "c": 0, "d": 0, "e": "x", "f": -1}"# => [
        "a: type", "b: type", "c: type", "d: type", "e: type", "f: type",
    ]
    r#"{"a": [1], "b": null, "c": null, "d": false, "e": [], "f": "1"}"# => [
        "a: type", "b: type", "c: type", "d: type", "e: type", "f: type",
    ]
    r#"{"c": "true", "b": {"b": 1}, "a": {}}"# => [
        "a: type", "b: type", "c: type", "d: missing", "f: missing",
    ]

    strict_numbers { #[field(strict)] a: i64, b: i64, #[field(strict)] c: Vec<i64>, #[field(strict)] d: Inner, #[field(strict)] e: f64 }
    made { a: Strict(int64()), b: int64(), c: Strict(Field::list(int64())), d: Strict(inner()), e: Strict(Field::float()) }
    r#"{"a": 1, "b": 1.0, "c": [1], "d": {"x": 1.0}, "e": 1}"# => []
    r#"{"a": 1.0, "b": 1.5, "c": [1, 2.0], "d": {"x": "1"}, "e": 1.0}"# => ["a: type", "b: type", "c[1]: type", "d.x: type"]

    texts {
        #[field(min_length = 2, max_length = 4)] a: String,
        #[field(pattern = "^[a-z]+$", contains = "b")] b: Option<String>,
        #[field(format = email)] c: String,
        #[field(one_of = ["x", "y"], message = "x or y")] d: Box<str>,
        #[field(ascii, uppercase, starts_with = "A", ends_with = "Z")] e: Arc<str>,
    }
    made {
        a: Field::str().min_length(2).max_length(4), b: Field::str().pattern("^[a-z]+$").contains("b").nullable(),
        c: Field::str().format(Format::Email), d: Field::str().one_of(["x", "y"].map(text)).message("x or y"),
        e: Field::str().ascii().uppercase().starts_with("A").ends_with("Z"),
    }
    r#"{"a": "äöü", "b": "abc", "c": "a@b.org", "d": "x", "e": "A-Z"}"# => []
    r#"{"a": "\u00e4", "b": "A", "c": "a", "d": "z", "e": "é"}"# => [
        "a: min_length", "b: pattern", "b: contains", "c: format", "d: one_of", "e: ascii", "e: uppercase", "e: starts_with",
        "e: ends_with",
    ]
    r#"{"a": "12345", "b": null, "c": null, "d": 1, "e": ["A"]}"# => ["a: max_length", "c: type", "d: type", "e: type"]
    r#"{"e": "\u202e", "c": "\n", "a": "\uD83D\uDE00"}"# => [
        "a: min_length", "c: format", "d: missing", "e: ascii", "e: starts_with", "e: ends_with",
    ]
    r#"{"a": "\uD800"}"# => ["syntax"]
    r#"{"a": "\x"}"# => ["syntax"]
    "{\"a\": \"\u{1}\"}" => ["syntax"]

    limits {
        #[field(min_value = 0, exclusive_max = 10, multiple_of = 3)] a: i64,
        #[field(finite, exclusive_min = -1.5, multiple_of = 0.25)] b: f64,
        #[field(one_of = [1, 2, 3])] c: Option<u8>,
        #[field(equals = true)] d: bool,
        #[field(max_value = 9007199254740992.0)] e: i64,
    }
    made {
        a: int64().min_value(0).exclusive_max(10).multiple_of(3),
        b: Field::float().finite().exclusive_min(-1.5).multiple_of(0.25),
        c: int(0, 255).one_of([1, 2, 3].map(Literal::Int)).nullable(), d: Field::bool().equals(Literal::Bool(true)),
        e: int64().max_value(9_007_199_254_740_992.0),
    }
    r#"{"a": 9, "b": -1.25, "c": 3, "d": true, "e": 9007199254740992}"# => []
    r#"{"a": 10, "b": 0.1, "c": 4, "d": false, "e": 9007199254740993}"# => [
        "a: exclusive_max", "a: multiple_of", "b: multiple_of", "c: one_of", "d: equals", "e: max_value",
    ]
    r#"{"a": -1, "b": -2, "c": 256, "d": 1, "e": -1}"# => [
        "a: min_value", "a: multiple_of", "b: exclusive_min", "c: type", "d: type",
    ]

    lists {
        #[field(min_items = 1, max_items = 3, unique_items)] a: Vec<i64>,
        #[field(items(min_length = 1, ascii))] b: Vec<String>,
        #[field(items(items(max_value = 5), min_items = 1), max_items = 2)] c: Vec<Vec<i64>>,
        d: Option<Vec<Option<bool>>>,
        #[field(max_items = 1)] e: Box<[f64]>,
        f: Vec<u8>,
    }
    made {
        a: Field::list(int64()).min_items(1).max_items(3).unique_items(), b: Field::list(Field::str().min_length(1).ascii()),
        c: Field::list(Field::list(int64().max_value(5)).min_items(1)).max_items(2),
        d: Field::list(Field::bool().nullable()).nullable(), e: Field::list(Field::float()).max_items(1), f: Field::bytes(),
    }
    r#"{"a": [1, 2], "b": ["x"], "c": [[1], [5]], "d": [true, null], "e": [], "f": [0, 255]}"# => []
    r#"{"a": [], "b": [""], "c": [[], [6, 7], [1]], "d": null, "e": [1, 2], "f": []}"# => [
        "a: min_items", "b[0]: min_length", "c: max_items", "c[0]: min_items", "c[1][0]: max_value",
        "c[1][1]: max_value", "e: max_items",
    ]
    r#"{"a": [1, 1, 1, 1], "b": "x", "c": {}, "d": [1], "e": null, "f": "x"}"# => [
        "a: max_items", "a: unique_items", "b: type", "c: type", "d[0]: type", "e: type", "f: type",
    ]
    r#"{"a": [1, "x", null, {}], "b": ["", "é", 1], "c": [["x", 6], 5, []], "d": [], "e": [0, "x"], "f": [256, -1, "x"]}"# => [
        "a: max_items", "a[1]: type", "a[2]: type", "a[3]: type", "b[0]: min_length", "b[1]: ascii", "b[2]: type",
        "c: max_items", "c[0][0]: type", "c[0][1]: max_value", "c[1]: type", "c[2]: min_items", "e: max_items",
        "e[1]: type", "f[0]: type", "f[1]: type", "f[2]: type",
    ]
    r#"{"a": [1, 2"# => ["syntax"]

    sets { #[field(items(min_value = 0), max_items = 2)] a: BTreeSet<i64>, b: BTreeSet<String> }
    made { a: Field::set(int64().min_value(0)).max_items(2), b: Field::set(Field::str()) }
    r#"{"a": [2, 1], "b": []}"# => []
    r#"{"a": [1, 1], "b": ["x", "x"]}"# => ["a: unique_items", "b: unique_items"]
    r#"{"a": [1, 2, 3], "b": ["x", 1]}"# => ["a: max_items", "b[1]: type"]
    r#"{"a": [-1, "x"], "b": {}}"# => ["a[0]: min_value", "a[1]: type", "b: type"]
    r#"{"a": [1, 1, "x"], "b": []}"# => ["a: max_items", "a[2]: type"]

    dicts {
        #[field(keys(ascii), values(max_value = 1), min_properties = 1, max_properties = 2)] a: BTreeMap<String, i64>,
        b: BTreeMap<i64, String>,
        c: BTreeMap<bool, Option<f64>>,
        #[field(values(items(max_length = 1), min_items = 1))] d: BTreeMap<u8, Vec<String>>,
        e: Option<BTreeMap<String, BTreeMap<String, u8>>>,
    }
    made {
        a: Field::dict(Field::str().ascii(), int64().max_value(1)).min_properties(1).max_properties(2),
        b: Field::dict(int64(), Field::str()), c: Field::dict(Field::bool(), Field::float().nullable()),
        d: Field::dict(int(0, 255), Field::list(Field::str().max_length(1)).min_items(1)),
        e: Field::dict(Field::str(), Field::dict(Field::str(), int(0, 255))).nullable(),
    }
    r#"{"a": {"x": 1}, "b": {"-1": ""}, "c": {"false": null, "true": 1}, "d": {"0": ["a"]}, "e": {"x": {"y": 0}}}"# => []
    r#"{"a": {}, "b": {"a": "", "01": "", "1.0": ""}, "c": {"True": 1, "1": 2}, "d": {"256": [], "-1": ["ab"]}}"# => [
        "a: min_properties", "b['a']: type", "b['01']: type", "b['1.0']: type", "c['True']: type", "c['1']: type",
        "d['256']: type", "d['256']: min_items", "d['-1']: type", "d['-1'][0]: max_length",
    ]
    r#"{"a": {"é": 2, "x": "y", "z": 0}, "b": [], "c": {}, "d": {"1": null}, "e": {"x": {"y": 256}, "z": 1}}"# => [
        "a: max_properties", "a['é']: ascii", "a['é']: max_value", "a['x']: type", "b: type", "d['1']: type",
        "e['x']['y']: type", "e['z']: type",
    ]
    r#"{"a": {"x": 1, "x": 1}, "b": {"1": "a", "1": 2}, "c": {"true": "x", "true": 1}, "d": {}, "e": {"": {"": 0, "": 1}}}"# => [
        "a['x']: duplicate_field", "b['1']: duplicate_field", "b['1']: type", "c['true']: type",
        "e['']['']: duplicate_field",
    ]

    tuples { a: (i64, String), b: Option<(f64, Option<bool>, Range)>, c: Vec<(u8,)> }
    made {
        a: Field::tuple([int64(), Field::str()]),
        b: Field::tuple([Field::float(), Field::bool().nullable(), made::range()]).nullable(),
        c: Field::list(Field::tuple([int(0, 255)])),
    }
    r#"{"a": [1, "x"], "b": [1, null, {"low": 1}], "c": [[0], [255]]}"# => []
    r#"{"a": ["x", 1], "b": ["x", 0, {"low": 10}], "c": [[256], [-1], 0]}"# => [
        "a[0]: type", "a[1]: type", "b[0]: type", "b[1]: type", "b[2]: check", "c[0][0]: type", "c[1][0]: type", "c[2]: type",
    ]
    r#"{"a": [1], "b": [], "c": [[], [1, 2]]}"# => ["a: type", "b: type", "c[0]: type", "c[1]: type"]
    r#"{"a": ["x", 1, 2], "b": {}, "c": []}"# => ["a[0]: type", "a[1]: type", "a: type", "b: type"]

    classes_within {
        a: Range,
        b: Option<Box<Range>>,
        #[field(max_items = 1)] c: Vec<Range>,
        d: HashMap<String, Range>,
        e: Node,
    }
    made {
        a: made::range(), b: made::range().nullable(), c: Field::list(made::range()).max_items(1),
        d: Field::dict(Field::str(), made::range()), e: made::node(),
    }
    r#"{"a": {"low": 1}, "b": {"low": 1, "top": 2}, "c": [], "d": {"x": {"low": 0, "high": 0}}, "e": {"value": 2}}"# => []
    r#"{"a": {"low": 8, "top": 7}, "b": {"low": -1, "high": 10}, "c": [{}, {"low": "x"}], "d": {"x": 1, "y": {"z": 1}}, "e": {}}"# => [
        "a: check", "b.low: min_value", "b.high: max_value", "c: max_items", "c[0].low: missing", "c[1].low: type",
        "d['x']: type", "d['y'].low: missing", "d['y'].z: unknown_field", "e.value: missing",
    ]
    r#"{"a": {"low": 1, "high": 2, "top": 3, "x": 1, "low": 2, "y": {}}, "b": [], "c": [1], "d": [], "e": {"value": 1, "next": {"value": 2, "next": {"value": "x"}, "children": [{"value": 3}, 5]}}}"# => [
        "a.low: duplicate_field", "a.high: duplicate_field", "a.x: unknown_field", "a.y: unknown_field", "b: type", "c[0]: type",
        "d: type", "e.value: multiple_of", "e.next.next.value: type", "e.next.children[0].value: multiple_of",
        "e.next.children[1]: type",
    ]
    r#"{"e": {"value": 1, "next": null, "children": null}, "a": null}"# => [
        "a: type", "c: missing", "d: missing", "e.value: multiple_of", "e.children: type",
    ]

    #[dataclass(extra = forbid)]
    names {
        #[field(rename = "type")] kind: i64,
        #[field(alias = "first", alias = "given name")] name: String,
        #[field(rename = "é", alias = "e")] accent: Option<i64>,
        #[field(init = false, default = 1)] id: i64,
    }
    made {
        kind: int64().rename("type"), name: Field::str().alias("first").alias("given name"),
        accent: int64().nullable().rename("é").alias("e"), id: NoInit(int64().default(1)),
    }
    r#"{"type": 1, "name": "x", "é": 1}"# => []
    r#"{"e": null, "given name": "x", "type": 1, "id": "anything"}"# => []
    r#"{"kind": 1, "first": 1, "accent": 1, "Type": 2}"# => [
        "type: missing", "name: type", "kind: unknown_field", "accent: unknown_field", "Type: unknown_field",
    ]
    r#"{"type": 1, "type": 2, "name": "a", "first": "b", "given name": "c", "\u00e9": "x", "e": 1}"# => [
        "type: duplicate_field", "name: duplicate_field", "name: duplicate_field", "é: type", "é: duplicate_field",
    ]
    r#"{"type": 1, "name": "", "": 1, "a/b": 2, "x\ny": 3, "type ": 4}"# => [
        "['']: unknown_field", "['a/b']: unknown_field", r"['x\ny']: unknown_field", "['type ']: unknown_field",
    ]

    #[dataclass(rename_all = "camelCase")]
    renamed { first_name: String, #[field(rename = "LAST")] last_name: String, is_ok: Option<bool> }
    made { first_name: Field::str().rename("firstName"), last_name: Field::str().rename("LAST"), is_ok: Field::bool().nullable().rename("isOk") }
    r#"{"firstName": "a", "LAST": "b", "isOk": true}"# => []
    r#"{"first_name": "a", "lastName": "b", "isOk": 1}"# => ["firstName: missing", "LAST: missing", "isOk: type"]

    presence {
        #[field(required)] c: Option<i64>,
        f: Option<Option<i64>>,
        g: Value,
        #[field(default = 3, min_value = 2)] a: i64,
        #[field(default)] b: Vec<i64>,
        #[field(default = "x", into)] d: String,
        #[field(default = Some(5))] e: Option<i64>,
    }
    made {
        c: int64().nullable().required(), f: int64().nullable().nullable(), g: Field::any(),
        a: int64().min_value(2).default(3), b: Field::list(int64()).default(Vec::<i64>::new()),
        d: Field::str().default("x"), e: int64().nullable().default(5),
    }
    r#"{"c": 1, "g": {"a": [1, 2.5, "x", null, true, {"b": {}}]}}"# => []
    r#"{"a": 1, "b": null, "c": null, "d": null, "e": null, "f": null, "g": null}"# => [
        "c: missing", "a: min_value", "b: type", "d: type",
    ]
    r#"{"g": {"a": 1, "b": {"c": 1, "c": 2}, "a": 3}}"# => ["c: missing", "g['b']['c']: duplicate_field", "g['a']: duplicate_field"]
    r#"{"c": "x", "e": "x", "f": "x"}"# => ["c: type", "f: type", "g: missing", "e: type"]

    secrets { #[field(secret, min_length = 3)] a: String, #[field(secret)] b: u8, #[field(secret)] c: Vec<Range> }
    made { a: Field::str().min_length(3).secret(), b: int(0, 255).secret(), c: Field::list(made::range()).secret() }
    r#"{"a": "sesame", "b": 1, "c": []}"# => []
    r#"{"a": "12", "b": 300, "c": [{"low": -5}, 7]}"# => ["a: min_length", "b: type", "c[0].low: min_value", "c[1]: type"]
    r#"{"a": 12, "b": 1.5, "a": "x"}"# => ["a: type", "a: duplicate_field", "b: type", "c: missing"]

    #[dataclass(exactly_one(a, b), requires(c, a))]
    groups {
        #[field(default, alias = "aa")]
        a: Option<i64>,
        #[field(default)]
        b: String,
        #[field(default = 1, rename = "cc")]
        c: i64,
    }
    made {
        a: int64().nullable().default(Value::None).alias("aa"),
        b: Field::str().default(""),
        c: int64().default(1).rename("cc"),
    } & [Group::exactly_one(["a", "b"]), Group::requires(["c", "a"])]
        r#"{"a": 1}"# => []
        r#"{"b": "x", "cc": 1}"# => []
        "{}" => ["exactly_one"]
        r#"{"aa": 1, "b": "x"}"# => ["exactly_one"]
        r#"{"a": null, "b": ""}"# => ["exactly_one"]
        r#"{"cc": 2, "b": "x"}"# => ["requires"]
        r#"{"cc": 2, "b": 5}"# => ["b: type", "requires"]
        r#"{"a": "x"}"# => ["a: type"]

    #[dataclass(check(is_ordered, fields(low, high)))]
    checks {
        low: i64,
        #[field(min_length = 2)] password: String,
        #[field(matches = password)] again: String,
        name: Option<String>,
        #[field(required_with = name)] hint: Option<String>,
        #[field(default = 5)] high: i64,
        #[field(default, max_length = 2)] note: Option<String>,
    }
    made {
        low: int64(), password: Field::str().min_length(2), again: Field::str().matches("password"),
        name: Field::str().nullable(), hint: Field::str().nullable().required_with("name"), high: int64().default(5),
        note: Field::str().max_length(2).nullable().default(()),
    } + [StructCheck::new(["low", "high"], made::ordered)]
    r#"{"low": 1, "password": "ab", "again": "ab", "name": "n", "hint": "x"}"# => []
    r#"{"low": 6, "password": "ab", "again": "ac", "name": "n"}"# => ["again: matches", "hint: required_with", "check"]
    r#"{"low": "x", "high": 0, "password": "a", "again": "b", "name": "", "hint": null, "note": "abc"}"# => [
        "low: type", "password: min_length", "again: matches", "hint: required_with", "note: max_length",
    ]
    r#"{"low": 2, "high": 1, "password": 1, "again": 2, "name": 7, "hint": 3, "note": 4}"# => [
        "password: type", "again: type", "name: type", "hint: type", "note: type", "check",
    ]
    r#"{"low": 2, "high": 1, "high": 3}"# => ["password: missing", "again: missing", "high: duplicate_field"]
}

struct NoInit(Field);

impl IntoSpec for NoInit {
    fn spec(self, name: &'static str) -> FieldSpec {
        let spec = self.0.build(name).unwrap();
        let flags = spec.flags();
        spec.with_flags(flags.without(Flags::INIT))
    }
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Inner {
    x: i64,
}

fn inner() -> Field {
    static SPEC: LazyLock<ClassSpec> = LazyLock::new(|| {
        ClassSpec::new("Inner".into(), vec![int64().build("x").unwrap()].into())
            .with_module(Inner::spec().module().into())
            .with_options(Inner::spec().options())
    });
    Field::class(&*SPEC)
}

fn trimmed(value: Value) -> Value {
    match value.as_str() {
        Some(text) => text.trim().into(),
        None => value,
    }
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Trimmed {
    #[field(transform(trim), min_length = 2)]
    a: String,
    #[field(transform(trim, uppercase), one_of = ["A", "B"])]
    b: Option<String>,
}

#[test]
fn transforms() {
    let trim = || Field::str().transform(Transform::with(trimmed));
    let fields = [
        ("a", trim().min_length(2)),
        ("b", trim().transform(Transform::Uppercase).one_of(["A", "B"].map(text)).nullable()),
    ];
    let made = ClassSpec::define("Trimmed", fields).unwrap().with_options(Trimmed::spec().options());
    let pair = Pair::new::<Trimmed>(made);
    for (text, expected) in [
        (r#"{"a": "  xy ", "b": " a"}"#, &[] as &[&str]),
        (r#"{"a": " x ", "b": " c"}"#, &["a: min_length", "b: one_of"]),
        (r#"{"a": 1, "b": null}"#, &["a: type"]),
        (r#"{"b": 7}"#, &["a: missing", "b: type"]),
    ] {
        assert_eq!(pair.outcome(text).summaries(), expected, "{text}");
    }
}

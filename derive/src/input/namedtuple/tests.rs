//! Names, by the answers of CPython, and what else can be wrong.

use syn::ext::IdentExt as _;

use super::cases::{Answer, CASES};
use super::read;
use super::refused::{OF_FIELD, OF_STRUCT, OF_UNTYPED};
use crate::diagnostics::Errors;
use crate::input::container::Container;
use crate::input::field::FieldOptions;
use crate::input::options::Options as _;

/// Where the answer is another than that of CPython: its keywords are names, and those of Rust that have no `r#` are not.
const DIFFERENT: &[(&str, Answer)] = &[
    ("type/underscore", Err("Type names and field names cannot be a keyword: '_'")),
    ("type/keyword", Ok(("efg ghi", 0))),
    ("type/keyword_rename", Ok(("efg ghi", 0))),
    ("type/none", Ok(("x y", 0))),
    ("type/soft_keyword", Err("Type names and field names cannot be a keyword: 'match'")),
    ("field/keyword", Ok(("abc class", 0))),
    ("field/none_true_false", Ok(("None", 0))),
    ("field/true", Ok(("x True", 0))),
    ("field/async", Ok(("async", 0))),
    ("field/nonlocal", Ok(("nonlocal", 0))),
    ("field/self_cls", Err("Type names and field names cannot be a keyword: 'self'")),
    ("rename/false", Ok(("abc def", 0))),
    ("random/005", Err("Type names and field names cannot be a keyword: 'self'")),
    ("random/008", Ok(("y _1 x _3 _4 _5", 0))),
    ("random/027", Ok(("for", 0))),
    ("random/043", Ok(("None", 0))),
    ("random/047", Ok(("_0 alpha _2 _3 名 _5", 0))),
    ("random/049", Err("Type names and field names must be valid identifiers: '1'")),
    ("random/052", Err("Type names and field names cannot be a keyword: 'self'")),
    ("random/056", Ok(("n1 match _2 x 名", 3))),
    ("random/060", Ok(("class y cls", 0))),
    ("random/078", Err("Type names and field names cannot be a keyword: 'self'")),
];

/// The names of the fields, how many have defaults, and what is wrong.
fn read_text(text: &str) -> (Vec<String>, usize, Vec<String>) {
    let mut errors = Errors::default();
    let declared = read(text.parse().unwrap(), &mut errors).pop();
    let (fields, own) = declared.map(|declared| (declared.item.fields, declared.errors)).unwrap_or_default();
    let names = fields.iter().map(|field| field.ident.unraw().to_string()).collect();
    let defaults = fields.iter().filter(|field| field.options.default.is_some()).count();
    (names, defaults, [errors.messages(), own.messages()].concat())
}

/// All that is wrong, without the help.
fn mistakes(text: &str) -> Vec<String> {
    let first = |message: &String| message.lines().next().unwrap_or_default().to_owned();
    read_text(text).2.iter().map(first).collect()
}

#[test]
fn names_are_what_cpython_makes_of_them() {
    for (id, text, recorded) in CASES {
        let different = DIFFERENT.iter().find(|(other, _)| other == id).map(|(_, expected)| *expected);
        assert_ne!(different.as_ref(), Some(recorded), "{id} is not different");
        let (names, defaults, _) = read_text(text);
        let (names, mistakes) = (names.join(" "), mistakes(text));
        let got = mistakes.first().map_or(Ok((names.as_str(), defaults)), |message| Err(message.as_str()));
        assert_eq!(got, different.unwrap_or(*recorded), "{id}: {text}");
    }
    let is_case = |(id, _): &(&str, _)| CASES.iter().any(|(other, ..)| other == id);
    assert!(DIFFERENT.iter().all(is_case));
}

#[test]
fn a_keyword_of_rust_is_a_raw_name() {
    let mut errors = Errors::default();
    let declared = read(r#"T, "type gen dyn union x""#.parse().unwrap(), &mut errors).pop().unwrap();
    let idents: Vec<String> = declared.item.fields.iter().map(|field| field.ident.to_string()).collect();
    assert_eq!(idents, ["r#type", "r#gen", "r#dyn", "union", "x"]);
}

#[test]
fn all_mistakes_are_told() {
    assert_eq!(
        mistakes(r#"T, "_a b b 9c self", renam = true, rename = 1, defaults = [f(), 1, 2, 3, 4, 5]"#),
        [
            "unknown option `renam` of `namedtuple!`",
            "expected boolean literal",
            "Type names and field names must be valid identifiers: '9c'",
            "Type names and field names cannot be a keyword: 'self'",
            "Field names cannot start with an underscore: '_a'",
            "Encountered duplicate field name: 'b'",
            "Got more default values than field names",
            "without the type of its field, a default is a literal",
        ]
    );
}

#[test]
fn a_slip_is_told_with_what_to_write() {
    let text = |text| read_text(text).2.concat();
    for (written, said) in [
        (
            r#""Point", "x""#,
            "the name of the class is no text in Rust\nhelp: write it without quotes: `namedtuple!(pub Point, ..)`",
        ),
        ("", "expected the name of the class\nhelp: write `namedtuple!(pub Color, \"red green blue\")`"),
        ("9abc, \"x\"", "Type names and field names must be valid identifiers: '9abc'\nhelp: write another name"),
        ("self, \"x\"", "Type names and field names cannot be a keyword: 'self'\nhelp: write another name"),
        (
            "type, \"x\"",
            "Type names and field names cannot be a keyword: 'type'\nhelp: write `r#type`, or another name",
        ),
        ("P", "expected `,` and the names of the fields\nhelp: write `namedtuple!(pub Color, \"red green blue\")`"),
        (
            "P, x, y",
            "expected the names of the fields, in one text or in a list of texts\nhelp: write \"red green blue\" or [\"red\", \"green\"]",
        ),
        ("P, [x]", "the name of a field stands in quotes\nhelp: write \"x\""),
        ("P, [\"x\" \"y\"]", "expected `,` between names"),
        ("P, \"x\" rename = true", "expected `,` before options"),
        ("P, \"x\", rename = false, rename = true", "option `rename` is given twice"),
        ("P, \"x\", rename = 1", "expected boolean literal\nhelp: write `rename = false`"),
        ("P, \"x\", defaults = 1", "expected square brackets\nhelp: write `defaults = [0]`"),
        (
            "P, \"x\", module = \"m\"",
            "unknown option `module` of `namedtuple!`\nhelp: a class is of the module where it is written; leave it out",
        ),
        ("P, \"x\", default = [1]", "unknown option `default` of `namedtuple!`\nhelp: write `defaults = [..]`"),
    ] {
        assert_eq!(text(written), said, "{written}");
    }
}

#[test]
fn options_that_a_tuple_cannot_have_are_refused() {
    for (key, why) in OF_STRUCT {
        assert!(Container::KEYS.contains(key));
        let written = match *key {
            "init_var" => "init_var(a: u8)".to_owned(),
            "post_init" => "post_init = f".to_owned(),
            "extra" => "extra = forbid".to_owned(),
            "rename_all" => "rename_all = \"camelCase\"".to_owned(),
            "clone" => "clone = false".to_owned(),
            key => key.to_owned(),
        };
        let message = format!("a named tuple has no option `{key}`: {why}");
        assert_eq!(mistakes(&format!("#[dataclass({written})] struct P {{ x: u8 }}")), [message.as_str()]);
        assert_eq!(mistakes(&format!("#[dataclass({written})] P, \"x\"")), [message.as_str()]);
    }
    for (key, why) in OF_FIELD {
        assert!(FieldOptions::KEYS.contains(key));
        let written = match *key {
            "repr" => "repr = false".to_owned(),
            "rename" | "alias" => format!("{key} = \"y\""),
            key => key.to_owned(),
        };
        let message = format!("a named tuple has no option `{key}`: {why}");
        assert_eq!(mistakes(&format!("struct P {{ #[field({written})] x: u8 }}")), [message]);
    }
    for (key, why) in OF_UNTYPED {
        assert_eq!(mistakes(&format!("#[dataclass({key})] struct P {{ x: u8 = 0 }}")), [""; 0]);
        let message = format!("a named tuple has no option `{key}`: {why}");
        assert_eq!(mistakes(&format!("#[dataclass({key})] P, \"x\", defaults = [0]")), [message]);
    }
}

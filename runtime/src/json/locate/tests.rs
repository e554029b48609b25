use super::*;
use crate::Field;
use crate::json::random::Random;
use crate::path::{Path, Segment};
use crate::spec::{ClassRef, ClassSpec, Ref, Text as Name};
use crate::value::Dict;

fn field(name: &str) -> Segment {
    Segment::Field(Name::from(name.to_owned()))
}

fn key(name: &str) -> Segment {
    Segment::Key(Name::from(name.to_owned()))
}

fn issue(code: &'static str, path: impl IntoIterator<Item = Segment>) -> Issue {
    let path: Path = path.into_iter().collect();
    path.segments().iter().rev().cloned().fold(Issue::new(code), Issue::at)
}

/// Where a fault is found in the text.
fn found(text: impl AsRef<[u8]>, ty: &TypeSpec, issue: Issue) -> Option<(usize, usize)> {
    let mut issues = [issue];
    locate(text.as_ref(), &|| ty.clone(), &mut issues);
    issues[0].line().zip(issues[0].column())
}

/// The fault is found at the `¦`, which is no part of the text.
#[track_caller]
fn is_at(marked: &str, ty: &TypeSpec, issue: Issue) {
    let (before, after) = marked.split_once('¦').unwrap();
    let line = before.split('\n').count();
    let column = before.rsplit('\n').next().unwrap().len() + 1;
    assert_eq!(found(format!("{before}{after}"), ty, issue), Some((line, column)), "{marked}");
}

#[track_caller]
fn value_is_at(marked: &str, path: impl IntoIterator<Item = Segment>) {
    is_at(marked, &TypeSpec::Any, issue("type", path));
}

#[track_caller]
fn is_at_of(code: &'static str, marked: &str, path: impl IntoIterator<Item = Segment>) {
    is_at(marked, &TypeSpec::Any, issue(code, path));
}

fn class(fields: impl IntoIterator<Item = (&'static str, Field)>) -> ClassSpec {
    ClassSpec::define("C", fields).unwrap()
}

fn of(class: ClassSpec) -> TypeSpec {
    TypeSpec::Class(ClassRef::Shared(class.into()))
}

#[test]
fn the_whole_is_where_it_begins() {
    value_is_at("¦1", []);
    value_is_at("¦\"a\"", []);
    value_is_at("  \r\n\t ¦null \n", []);
    value_is_at("¦[1, 2]", []);
    value_is_at("\n\n¦{}", []);
}

#[test]
fn values_are_found_within_each_other() {
    value_is_at(r#"{"a": ¦1}"#, [field("a")]);
    value_is_at(r#"{"b":[{"a":0}],"a":¦{"a":2}}"#, [field("a")]);
    value_is_at(r#"{"a": {"b": [0, [], ¦"x"]}}"#, [field("a"), field("b"), 2.into()]);
    value_is_at("[[0], [1, [2, ¦3]], 4]", [1.into(), 1.into(), 1.into()]);
    value_is_at("[-1.5e+3,true,¦false]", [2.into()]);
    value_is_at(r#"{"a":"]}\"\\","b":¦1}"#, [field("b")]);
    value_is_at(r#"{"a":[{"b":"\\"},{"c":"{["}],"b":¦1}"#, [field("b")]);
    value_is_at(r#"{"k": {"a/b": ¦1}}"#, [field("k"), key("a/b")]);
}

#[test]
fn lines_and_bytes_are_counted_from_1() {
    let text = "{\r\n\t\"a\": 1,\r\n\t\t\"é\": \"ü\", \"b\": 2\r\n}";
    let at = |name| found(text, &TypeSpec::Any, issue("type", [field(name)]));
    assert_eq!(at("a"), Some((2, 7)));
    assert_eq!(at("é"), Some((3, 9)));
    assert_eq!(at("b"), Some((3, 20)));
    value_is_at("[\n\n  0,\n¦1]", [1.into()]);
    value_is_at("[\"日本語🎉\", ¦1]", [1.into()]);
    // A lone carriage return ends no line.
    value_is_at("[\r ¦1]", [0.into()]);
}

#[test]
fn what_is_not_there_is_where_it_would_be() {
    is_at_of("missing", r#"¦{"a": 1}"#, [field("b")]);
    is_at_of("missing", r#"[{}, ¦{"a": {"b": 1}}]"#, [1.into(), field("b")]);
    is_at_of("missing", "[0, ¦{}]", [1.into(), field("b")]);
    // It is there, but `None`, which the rule `required` refuses.
    is_at_of("missing", r#"{"b": ¦null}"#, [field("b")]);
    value_is_at(r#"{"a": ¦{"b": 1}}"#, [field("a"), field("c"), field("d")]);
    value_is_at("[¦[1], 2]", [0.into(), 1.into()]);
    value_is_at(r#"{"a": ¦"text"}"#, [field("a"), field("b"), 3.into()]);
    value_is_at(r#"{"a": ¦[{"b": 1}]}"#, [field("a"), field("b")]);
    is_at_of("unknown_field", r#"{"a": ¦{"b": 1}}"#, [field("a"), field("c")]);
    is_at_of("duplicate_field", r#"¦{"b": 1}"#, [field("c")]);
}

#[test]
fn keys_at_fault_are_where_they_stand() {
    is_at_of("unknown_field", r#"{"a": 1, ¦"b" : 2}"#, [field("b")]);
    is_at_of("unknown_field", r#"{"a": [{"b":1, ¦"": 2}]}"#, [field("a"), 0.into(), field("")]);
    let scores = class([("scores", Field::dict(Field::str().ascii(), Field::any()))]);
    let data = Dict::from([("scores", Dict::from([("a", 1), ("é", 2)]))]);
    let of_key = scores.validate(&data).unwrap_err().issues()[0].clone();
    assert!(of_key.is_of_key());
    is_at(r#"{"scores": {"a": 1, ¦"é": 2}}"#, &of(scores), of_key.clone());
    is_at(r#"{"scores": {¦"\u00E9": 2}}"#, &TypeSpec::Any, of_key);
}

#[test]
fn of_two_keys_the_first_counts_and_the_second_is_the_duplicate() {
    value_is_at(r#"{"a": ¦1, "a": 2, "a": 3}"#, [field("a")]);
    value_is_at(r#"{"a": ¦{"b": 1}, "a": {"c": 2}}"#, [field("a"), field("c")]);
    is_at_of("unknown_field", r#"{¦"a": 1, "a": 2}"#, [field("a")]);
    is_at_of("duplicate_field", r#"{"a": 1, "b": {"a": 1}, ¦"a": 2, "a": 3}"#, [field("a")]);
    is_at_of("duplicate_field", r#"{"d": {"k": 1, ¦"\u006b": 2}}"#, [field("d"), key("k")]);
    let aliased = of(class([("a", Field::int().alias("b"))]));
    is_at(r#"{"b": 1, ¦"a": 2}"#, &aliased, issue("duplicate_field", [field("a")]));
    is_at(r#"{"b": ¦1, "a": 2}"#, &aliased, issue("type", [field("a")]));
}

#[test]
fn keys_are_compared_by_what_they_stand_for() {
    value_is_at(r#"{"caf\u00e9": ¦1}"#, [field("café")]);
    value_is_at(r#"{"\ud83c\udf89": ¦1}"#, [field("🎉")]);
    value_is_at(r#"{"a\"b\\\/\n\t": ¦1}"#, [field("a\"b\\/\n\t")]);
    value_is_at(r#"{"\"": 0, "": ¦1}"#, [field("")]);
    value_is_at(r#"{"\u0061\u0062": ¦1}"#, [field("ab")]);
    // Neither is a name: it has half of a pair, or is no UTF-8.
    value_is_at(r#"¦{"\ud83c": 1}"#, [field("🎉")]);
    assert_eq!(found(b"{\"\xff\": 1}", &TypeSpec::Any, issue("type", [field("\u{fffd}")])), Some((1, 1)));
    let long = format!("{{\"{}\": 0, \"{}\": ¦1}}", "\\u00e9".repeat(1_000_000), "\\u00e9".repeat(3));
    value_is_at(&long, [field("ééé")]);
}

#[test]
fn fields_are_found_under_all_their_names() {
    let user = || class([("email", Field::str().rename("e-mail").alias("mail").alias("m\u{e9}l"))]);
    let path = || issue("type", [field("e-mail")]);
    is_at(r#"{"e-mail": ¦1}"#, &of(user()), path());
    is_at(r#"{"x": 0, "mail": ¦1}"#, &of(user()), path());
    is_at(r#"{"m\u00e9l": ¦1}"#, &of(user()), path());
    // As a check of the user's may call it.
    is_at(r#"{"mail": ¦1}"#, &of(user()), issue("check", [field("email")]));
    is_at(r#"{"e-mail": 1, ¦"email": 1}"#, &of(user()), issue("unknown_field", [field("email")]));
    is_at(r#"¦{"mail": 1}"#, &TypeSpec::Any, path());
}

#[test]
fn types_are_followed_through_all_containers() {
    let user = || of(class([("email", Field::str().alias("mail"))]));
    let inner = || Ref::shared(user());
    let option = |ty: TypeSpec| TypeSpec::Option(Ref::shared(ty));
    is_at(r#"[{"mail": ¦1}]"#, &TypeSpec::List(inner()), issue("type", [0.into(), field("email")]));
    is_at(r#"[{"mail": ¦1}]"#, &option(TypeSpec::Set(inner())), issue("type", [0.into(), field("email")]));
    let tuple = TypeSpec::Tuple(vec![TypeSpec::Str, option(option(user()))].into());
    is_at(r#"[{"mail": 1}, {"mail": ¦1}]"#, &tuple, issue("type", [1.into(), field("email")]));
    is_at(r#"[¦{"mail": 1}]"#, &tuple, issue("type", [0.into(), field("email")]));
    let dict = TypeSpec::Dict(Ref::new(&TypeSpec::Str), inner());
    is_at(r#"{"email": {"mail": ¦1}}"#, &dict, issue("type", [key("email"), field("email")]));
    let team = of(class([("lead", Field::of(option(dict)))]));
    is_at(r#"{"lead": {"x": {"mail": ¦1}}}"#, &team, issue("type", [field("lead"), key("x"), field("email")]));
    let named = TypeSpec::Class(ClassRef::Named(Name::new("User")));
    is_at(r#"{"email": ¦1}"#, &named, issue("type", [field("email")]));
}

#[test]
fn many_faults_are_found_in_one_walk() {
    let text = r#"{"a": [1, {"b": 2}], "c": {"k": 3, "k": 4}, "x": 5}"#;
    let mut issues = [
        issue("unknown_field", [field("x")]),
        issue("type", [field("a"), 1.into(), field("b")]),
        issue("missing", [field("d")]),
        issue("type", [field("a")]),
        issue("duplicate_field", [field("c"), key("k")]),
        issue("type", [field("c"), key("k")]),
        issue("check", []),
    ];
    locate(text.as_bytes(), &|| TypeSpec::Any, &mut issues);
    let columns: Vec<_> = issues.iter().map(|issue| issue.column().unwrap()).collect();
    assert_eq!(columns, [45, 17, 1, 7, 36, 33, 1]);
    locate(text.as_bytes(), &|| TypeSpec::Any, &mut []);
}

/// A walk whose cost grows faster than the text would not end.
#[test]
fn a_million_items_are_walked_through() {
    let item = r#"{"id": "a\"b", "tags": [1, 2]}"#;
    let text = format!("[\n{}\n]", vec![item; 1_000_000].join(",\n"));
    let mut issues: Vec<Issue> = (0..100).map(|i| issue("type", [(i * 10_000).into(), field("tags")])).collect();
    locate(text.as_bytes(), &|| TypeSpec::Any, &mut issues);
    for (i, issue) in issues.iter().enumerate() {
        assert_eq!((issue.line(), issue.column()), (Some(i * 10_000 + 2), Some(24)));
    }
}

#[test]
fn a_million_faults_are_found() {
    let text = format!("[{}]", vec!["0"; 1_000_000].join(","));
    let mut issues: Vec<Issue> = (0..1_000_000).map(|i| issue("type", [i.into()])).collect();
    locate(text.as_bytes(), &|| TypeSpec::Any, &mut issues);
    assert_eq!(issues[999_999].column(), Some(2 * 999_999 + 2));
}

#[test]
fn depth_is_no_matter() {
    const DEPTH: usize = 500_000;
    let test = || {
        let deep = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
        value_is_at(&format!("[{deep}, ¦1]"), [1.into()]);
        assert_eq!(found(&deep, &TypeSpec::Any, issue("type", [])), Some((1, 1)));
        assert_eq!(found(&deep, &TypeSpec::Any, issue("type", vec![0.into(); 1_000])), Some((1, 1_001)));
        let objects = format!("{}1{}", "{\"a\":".repeat(DEPTH), "}".repeat(DEPTH));
        assert_eq!(found(objects, &TypeSpec::Any, issue("type", vec![field("a"); 1_000])), Some((1, 5_001)));
    };
    std::thread::Builder::new().stack_size(256 * 1024).spawn(test).unwrap().join().unwrap();
}

#[test]
fn a_text_that_breaks_off_keeps_what_was_found() {
    value_is_at("[1, ¦2", [1.into()]);
    value_is_at("[1, ¦\"2", [1.into()]);
    value_is_at(r#"{"a": ¦[1, {"b"#, [field("a")]);
    for text in ["", " \n", "\t"] {
        assert_eq!(found(text, &TypeSpec::Any, issue("type", [])), None);
    }
}

#[test]
fn nothing_that_a_text_may_be_is_harmful() {
    let seed = r#"{"a": [1, {"b": "x\u00e9\"", "b": null}], "caf\u00e9": {"k": [[], {}]}, "": -1.5e3}"#;
    let issues = [
        issue("type", [field("a"), 1.into(), field("b")]),
        issue("duplicate_field", [field("a"), 1.into(), field("b")]),
        issue("missing", [field("café"), key("k"), 1.into(), field("x")]),
        issue("unknown_field", [field("")]),
        issue("type", [0.into(), 0.into(), 0.into()]),
        issue("type", [1.into()]),
    ];
    let mut random = Random(1);
    for round in 0..40_000 {
        let mut text = seed.as_bytes().to_vec();
        if round % 4 == 0 {
            text = (0..random.below(40)).map(|_| random.byte()).collect();
        }
        random.mutate(&mut text, 6);
        let mut placed = issues.to_vec();
        locate(&text, &|| TypeSpec::Any, &mut placed);
        let lines = text.split(|byte| *byte == b'\n').count();
        for issue in placed {
            assert!(issue.line().is_none_or(|line| line <= lines), "{issue:?} {text:?}");
            assert!(issue.column().is_none_or(|column| column <= text.len()), "{issue:?} {text:?}");
        }
    }
}

#[test]
fn places_are_those_where_values_were_written() {
    let mut random = Random(7);
    for _ in 0..500 {
        let mut text = String::new();
        let mut places = vec![];
        write(&mut random, &mut text, &[], &mut places, 0);
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok(), "{text}");
        let mut issues: Vec<Issue> = places.iter().map(|(path, _)| issue("type", path.clone())).collect();
        locate(text.as_bytes(), &|| TypeSpec::Any, &mut issues);
        for (issue, (_, start)) in issues.iter().zip(&places) {
            let before = &text[..*start];
            let line = before.split('\n').count();
            let column = before.rsplit('\n').next().unwrap().len() + 1;
            assert_eq!((issue.line(), issue.column()), (Some(line), Some(column)), "{issue} {text}");
        }
    }
}

/// Writes some value and notes where it begins, and so all that it holds.
fn write(
    random: &mut Random,
    text: &mut String,
    path: &[Segment],
    places: &mut Vec<(Vec<Segment>, usize)>,
    depth: usize,
) {
    let mut space = |text: &mut String| *text += ["", " ", "\n", "\r\n\t", ""][random.below(5)];
    space(text);
    places.push((path.to_vec(), text.len()));
    match random.below(if depth < 4 { 8 } else { 4 }) {
        0 => *text += "-1.5e3",
        1 => *text += r#""a\"]é\u00e9""#,
        2 => *text += "null",
        3 => *text += "[ ]",
        kind => {
            let is_object = kind < 6;
            text.push(if is_object { '{' } else { '[' });
            for i in 0..random.below(4) {
                *text += if i > 0 { "," } else { "" };
                let mut path = path.to_vec();
                path.push(Segment::Index(i));
                if is_object {
                    let name = ["a", "é", "", "\n\"\u{1f389}"][i];
                    *text += ["\"a\"", r#""\u00e9" "#, "\n\"\"", r#""\n\"\ud83c\udf89""#][i];
                    *text += ": ";
                    path.pop();
                    path.push(field(name));
                }
                write(random, text, &path, places, depth + 1);
            }
            *text += if is_object { "\n}" } else { " ]" };
        }
    }
}

#[test]
fn an_item_that_is_alone_is_where_the_walk_finds_it() {
    let texts =
        ["[1, 2]", "[ [1,[]] ,{\"a\": [1]}, \"]\\\"[\" , null ]", "[[[0], []],[\n]", "[]", "{\"a\": [1]}", "7", "[1,"];
    let mut count = 0;
    for text in texts {
        for path in (0..5).flat_map(|i| (0..5).map(move |j| [i, j])) {
            for steps in [&path[..1], &path[..]] {
                let mut direct = Text::new(text.as_bytes(), 0);
                if steps.iter().try_for_each(|step| direct.go_to_item(*step)).is_some() {
                    let fault = issue("type", steps.iter().map(|step| Segment::Index(*step)));
                    let before = &text[..direct.at()];
                    let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1) + 1;
                    assert_eq!(
                        found(text, &TypeSpec::Any, fault),
                        Some((before.split('\n').count(), column)),
                        "{text} {steps:?}"
                    );
                    count += 1;
                }
            }
        }
    }
    // The first steps are tried five times.
    assert_eq!(count, 5 * (2 + 4 + 2 + 1) + 2 + 2);
}

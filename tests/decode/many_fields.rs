//! Classes of more fields than a word has bits.

use metaclass::prelude::*;
use metaclass::{DecodeError, json};

/// Writes a class whose fields are all `bool`, and the last has a default.
macro_rules! wide {
    ($($field:ident)*) => {
        #[derive(Dataclass)]
        #[dataclass(serde)]
        struct Wide {
            $($field: bool,)*
            #[field(default = true)]
            last: bool,
        }

        const NAMES: &[&str] = &[$(stringify!($field)),*];
    };
}

wide! {
    f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10
    f11 f12 f13 f14 f15 f16 f17 f18 f19 f20 f21
    f22 f23 f24 f25 f26 f27 f28 f29 f30 f31 f32
    f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43
    f44 f45 f46 f47 f48 f49 f50 f51 f52 f53 f54
    f55 f56 f57 f58 f59 f60 f61 f62 f63 f64 f65
}

/// A text that gives all fields but these.
fn without(left_out: &[&str]) -> String {
    let given = NAMES.iter().filter(|name| !left_out.contains(name));
    format!("{{{}}}", given.map(|name| format!("\"{name}\": false")).collect::<Vec<_>>().join(", "))
}

#[test]
fn all_are_read() {
    let wide: Wide = json::from_str(&without(&[])).unwrap();
    assert!(!wide.f0 && !wide.f63 && !wide.f64 && !wide.f65 && wide.last);
}

#[test]
fn each_that_is_missing_is_told_of() {
    for left_out in [&["f0"][..], &["f63"], &["f64"], &["f65"], &["f0", "f31", "f63", "f64"], NAMES] {
        let error = json::from_str::<Wide>(&without(left_out)).unwrap_err();
        let DecodeError::Invalid(error) = error else { panic!("{error}") };
        let missing: Vec<String> = error.issues().iter().map(|issue| issue.path().to_string()).collect();
        assert_eq!(missing, left_out);
        assert!(error.issues().iter().all(|issue| issue.code() == "missing"));
    }
}

#[test]
fn they_come_in_any_order() {
    let reversed: Vec<String> = NAMES.iter().rev().map(|name| format!("\"{name}\": true")).collect();
    let text = format!("{{{}}}", reversed.join(", "));
    let wide: Wide = json::from_str(&text).unwrap();
    assert!(wide.f0 && wide.f33 && wide.f65);
    let values = Wide::spec().decode_json(&text).unwrap();
    assert!(values.iter().all(|(_, value)| *value == true.into()));
}

#[test]
fn of_a_class_made_at_run_time_too() {
    let name = |i: usize| format!("f{i}");
    let field = |i: usize| (name(i), Field::int().alias(format!("a{i}")));
    let class = make_dataclass("Wide", (0..100).map(field)).build().unwrap();
    // Every third by its other name.
    let written = |i: usize| if i.is_multiple_of(3) { format!("\"a{i}\": {i}") } else { format!("\"f{i}\": {i}") };
    let all: Vec<String> = (0..100).rev().map(written).collect();
    let instance = class.decode_json(&format!("{{{}}}", all.join(", "))).unwrap();
    assert!((0..100).all(|i| instance.get_as::<usize>(&name(i)).unwrap() == i));

    // What is wrong is told of early and late names alike.
    let (more, rest) = (r#""f98": 0, "a2": 0, "none": 0"#, all.join(", "));
    for text in [format!("{{{more}, {rest}}}"), format!("{{{rest}, {more}}}")] {
        let DecodeError::Invalid(error) = class.decode_json(&text).unwrap_err() else { panic!("{text}") };
        let mut issues: Vec<_> =
            error.issues().iter().map(|issue| (issue.path().to_string(), issue.code().to_owned())).collect();
        issues.sort();
        let codes = ["duplicate_field", "duplicate_field", "unknown_field"].map(str::to_owned);
        assert_eq!(issues, ["f2", "f98", "none"].map(str::to_owned).into_iter().zip(codes).collect::<Vec<_>>());
    }
}

//! `rename`, `rename_all` and `alias`: the names in data.

use metaclass::json;
use metaclass::prelude::*;

use super::{is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Renamed {
    #[field(rename = "type")]
    kind: u8,
    #[field(rename = "a/b.c d")]
    odd: u8,
    #[field(rename = "\u{e9}")]
    accent: u8,
    r#fn: u8,
}

#[test]
fn a_renamed_field_has_its_name_in_data_alone() {
    let text = r#"{"type":1,"a/b.c d":2,"é":3,"fn":4}"#;
    let renamed: Renamed = read(text);
    assert_eq!((renamed.kind, renamed.odd, renamed.accent, renamed.r#fn), (1, 2, 3, 4));
    assert_eq!(json::to_string(&renamed).unwrap(), text);
    let escaped: Renamed = read(r#"{"\u0074ype": 1, "a\/b.c\u0020d": 2, "\u00E9": 3, "\u0066n": 4}"#);
    assert_eq!(escaped, renamed);
}

#[test]
fn its_faults_are_told_by_that_name() {
    is_refused::<Renamed>(
        r#"{"kind": 1, "type": "x", "odd": 1, "é": -1, "r#fn": 1}"#,
        &[
            "1:21 type: expected int, got str",
            "1:1 ['a/b.c d']: required",
            "1:42 é: expected int from 0 to 255, got -1",
            "1:1 fn: required",
        ],
    );
}

macro_rules! cases {
    ($($test:ident $class:ident $case:literal $text:literal;)*) => {$(
        #[derive(Dataclass, Clone)]
        #[dataclass(serde, extra = forbid, rename_all = $case)]
        struct $class {
            first_name: u8,
            x: u8,
            is_http2_ok: u8,
            r#type: u8,
            #[field(rename = "As Is")]
            last_name: u8,
        }

        #[test]
        fn $test() {
            let value: $class = read($text);
            let fields = [value.first_name, value.x, value.is_http2_ok, value.r#type, value.last_name];
            assert_eq!(fields, [1, 2, 3, 4, 5]);
            assert_eq!(json::to_string(&value).unwrap(), $text);
            let slots = $class::spec().decode_json($text).unwrap();
            assert_eq!(slots.get("is_http2_ok"), Some(&3.into()));
        }
    )*};
}

cases! {
    lowercase Lower "lowercase" r#"{"first_name":1,"x":2,"is_http2_ok":3,"type":4,"As Is":5}"#;
    uppercase Upper "UPPERCASE" r#"{"FIRST_NAME":1,"X":2,"IS_HTTP2_OK":3,"TYPE":4,"As Is":5}"#;
    pascal_case Pascal "PascalCase" r#"{"FirstName":1,"X":2,"IsHttp2Ok":3,"Type":4,"As Is":5}"#;
    camel_case Camel "camelCase" r#"{"firstName":1,"x":2,"isHttp2Ok":3,"type":4,"As Is":5}"#;
    snake_case Snake "snake_case" r#"{"first_name":1,"x":2,"is_http2_ok":3,"type":4,"As Is":5}"#;
    screaming_snake_case Screaming "SCREAMING_SNAKE_CASE" r#"{"FIRST_NAME":1,"X":2,"IS_HTTP2_OK":3,"TYPE":4,"As Is":5}"#;
    kebab_case Kebab "kebab-case" r#"{"first-name":1,"x":2,"is-http2-ok":3,"type":4,"As Is":5}"#;
    screaming_kebab_case ScreamingKebab "SCREAMING-KEBAB-CASE" r#"{"FIRST-NAME":1,"X":2,"IS-HTTP2-OK":3,"TYPE":4,"As Is":5}"#;
}

#[test]
fn serde_names_them_alike() {
    #[derive(serde::Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Theirs {
        first_name: u8,
        x: u8,
        is_http2_ok: u8,
        r#type: u8,
        #[serde(rename = "As Is")]
        last_name: u8,
    }

    let theirs = Theirs { first_name: 1, x: 2, is_http2_ok: 3, r#type: 4, last_name: 5 };
    assert_eq!(json::to_string(&theirs).unwrap(), json::to_string(&Camel!(1, 2, 3, 4, 5)).unwrap());
}

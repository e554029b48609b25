//! `init = false`, `init_var` and `post_init` of a class that is read from data.

use std::cell::Cell;

use metaclass::prelude::*;
use metaclass::validate::{Issue, ValidationError};
use metaclass::{Limits, json};

use super::{is_refused, read};

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

fn calls() -> usize {
    CALLS.take()
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid, post_init = Self::complete, init_var(scale: i64, label: String = "px".to_owned()))]
struct Size {
    #[field(min_value = 1)]
    width: i64,
    #[field(init = false, default)]
    text: String,
    #[field(init = false, default = width * 2, max_value = 100)]
    double: i64,
}

impl Size {
    #[allow(clippy::needless_pass_by_value, reason = "it is given as it was read")]
    fn complete(&mut self, scale: i64, label: String) {
        CALLS.set(CALLS.get() + 1);
        self.text = format!("{}{label}", 100 / self.width * scale);
    }
}

#[test]
fn init_vars_are_read_and_given_to_post_init() {
    let size: Size = read(r#"{"scale": 3, "width": 4}"#);
    assert_eq!((size.text.as_str(), size.double), ("75px", 8));
    let size: Size = read(r#"{"label": "em", "width": 4, "scale": 1}"#);
    assert_eq!(size.text, "25em");
    assert_eq!(calls(), 2);
}

#[test]
fn what_is_not_given_by_data_may_stand_in_it() {
    let size: Size = read(r#"{"scale": 3, "width": 4, "text": ["anything"], "double": 99, "double": 98}"#);
    assert_eq!((size.text.as_str(), size.double), ("75px", 8));
    let written = json::to_string(&size).unwrap();
    assert_eq!(written, r#"{"width":4,"text":"75px","double":8}"#);
    // What was written can be read again, with the arguments that are no fields.
    let again: Size = read(&written.replace('}', r#","scale":3}"#));
    assert_eq!(again, size);
}

#[test]
fn init_vars_have_faults_like_fields() {
    is_refused::<Size>(
        r#"{"width": 0, "scale": "x", "label": null, "scale": 1}"#,
        &[
            "1:11 width: must be at least 1",
            "1:23 scale: expected int, got str",
            "1:43 scale: duplicate field",
            "1:37 label: expected str, got NoneType",
        ],
    );
    is_refused::<Size>(r#"{"width": 7}"#, &["1:1 scale: required"]);
    assert_eq!(calls(), 0);
}

#[test]
fn defaults_that_look_at_other_fields_are_checked() {
    is_refused::<Size>(r#"{"width": 51, "scale": 1}"#, &["1:1 double: must be at most 100"]);
    // Nothing can be said of it where that field has no value.
    is_refused::<Size>(r#"{"width": "x", "scale": 1}"#, &["1:11 width: expected int, got str"]);
}

#[test]
fn post_init_never_sees_what_breaks_a_rule() {
    assert_eq!(calls(), 0);
    is_refused::<Size>(r#"{"width": 0, "scale": 1}"#, &["1:11 width: must be at least 1"]);
    is_refused::<Vec<Size>>(
        r#"[{"width": 0, "scale": 1}, {"width": 1, "scale": 1, "x": 0}]"#,
        &["1:12 [0].width: must be at least 1", "1:53 [1].x: unknown field"],
    );
    assert_eq!(calls(), 0);
    // Not even when no further fault is kept: a width of zero would make it panic.
    let many = vec![r#"{"width": 0, "scale": 1}"#; 200].join(",");
    let error = json::from_str::<Vec<Size>>(&format!("[{many}]")).unwrap_err();
    assert_eq!((error.issues().len(), calls()), (100, 0));
    let text = r#"[{"width": 0, "scale": 1}, {"width": 0, "scale": 1}, {"width": 2, "scale": 1}]"#;
    let error = json::from_str_with::<Vec<Size>>(text, &Limits::new().max_issues(1)).unwrap_err();
    assert_eq!(error.issues().len(), 1);
    assert!(calls() <= 1);
}

mod scaled {
    use super::*;

    #[derive(Dataclass, Clone)]
    #[dataclass(serde, validate, post_init = Self::finish, init_var(scale: i64 = 1))]
    pub(super) struct Scaled {
        #[field(max_value = 10)]
        size: i64,
        #[field(default)]
        tags: Vec<String>,
    }

    impl Scaled {
        fn finish(&mut self, scale: i64) -> Result<(), ValidationError> {
            if scale == 0 {
                return Err(Issue::check("scale must not be 0").into());
            }
            if scale < 0 {
                return Err(ValidationError::from(Issue::new("min_value").with_param("limit", 0)).prefixed("size"));
            }
            self.size *= scale;
            Ok(())
        }
    }
}

use scaled::Scaled;

#[test]
fn post_init_may_refuse_and_what_it_leaves_is_checked_again() {
    assert_eq!(read::<Scaled>(r#"{"size": 3, "scale": 2}"#).size(), 6);
    is_refused::<Scaled>(r#"{"size": 3, "scale": 4}"#, &["1:10 size: must be at most 10"]);
    is_refused::<Scaled>(r#" {"size": 3, "scale": 0}"#, &["1:2 scale must not be 0"]);
    is_refused::<Scaled>(r#"{"size": 3, "scale": -1}"#, &["1:10 size: must be at least 0"]);
    is_refused::<Vec<Scaled>>(
        r#"[{"size": 3, "scale": 0}, {"size": 11, "scale": 0}, {"size": 6, "scale": 2}]"#,
        &["1:2 [0]: scale must not be 0", "1:36 [1].size: must be at most 10", "1:62 [2].size: must be at most 10"],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, init = false)]
struct Made {
    #[field(default = 3)]
    a: i64,
    #[field(default)]
    b: Option<String>,
}

#[test]
fn a_class_without_constructor_is_read_too() {
    let made: Made = read(r#"{"b": "x"}"#);
    assert_eq!((made.a, made.b.as_deref()), (3, Some("x")));
}

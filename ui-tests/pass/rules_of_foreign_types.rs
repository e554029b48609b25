//! Rules that ask nothing of a foreign type, and fields that are compared through options and pointers.

use metaclass::prelude::*;

#[derive(PartialEq)]
struct Foreign(u8);

struct Opaque;

#[derive(Dataclass)]
#[dataclass(eq = false)]
struct Form {
    #[field(required)]
    needed: Option<Opaque>,
    #[field(required_with = needed)]
    also: Option<Opaque>,
    #[field(min_items = 1, max_items = 2)]
    list: Vec<Opaque>,
    #[field(matches = second)]
    first: Foreign,
    second: Foreign,
    #[field(matches = plain)]
    boxed: Option<Box<str>>,
    plain: String,
}

fn main() {
    let codes = |form: &Form| match form.validate() {
        Ok(()) => vec![],
        Err(error) => error.issues().iter().map(|issue| issue.to_string()).collect(),
    };
    let good = Form!(Some(Opaque), Some(Opaque), vec![Opaque], Foreign(1), Foreign(1), None, "a".to_owned());
    assert!(codes(&good).is_empty());
    let bad = Form!(Some(Opaque), None, vec![], Foreign(1), Foreign(2), Some("b".into()), "a".to_owned());
    assert_eq!(
        codes(&bad),
        [
            "also: required with 'needed'",
            "list: must have at least 1 item",
            "first: must be equal to 'second'",
            "boxed: must be equal to 'plain'",
        ]
    );
    assert_eq!(codes(&Form!(None, None, vec![], Foreign(1), Foreign(1), None, String::new()))[0], "needed: required");
}

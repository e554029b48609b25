//! Classes with parameters.

use std::collections::BTreeMap;

use metaclass::json;
use metaclass::prelude::*;

use super::{is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Page<T> {
    items: Vec<T>,
    #[field(max_value = 9)]
    total: u64,
    next: Option<T>,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid)]
struct User {
    #[field(min_length = 2)]
    name: String,
}

#[test]
fn a_parameter_may_be_any_type_that_can_be_read() {
    assert_eq!(read::<Page<u8>>(r#"{"items": [1], "total": 1}"#).items, [1]);
    let page: Page<Page<Option<User>>> =
        read(r#"{"items": [{"items": [null, {"name": "Al"}], "total": 2}], "total": 1}"#);
    assert_eq!(page.items[0].items[1], Some(User!("Al".to_owned())));
    let page: Page<(&str, f64)> = read(r#"{"items": [["a", 1]], "total": 0, "next": ["b", 2]}"#);
    assert_eq!(page.next, Some(("b", 2.0)));
    assert_eq!(json::to_string(&page).unwrap(), r#"{"items":[["a",1.0]],"total":0,"next":["b",2.0]}"#);
}

#[test]
fn its_faults_have_their_places() {
    is_refused::<Page<Page<User>>>(
        r#"{"items": [{"items": [{"name": ""}, {"x": 1}], "total": 10}, 5], "total": -1, "next": {"items": {}, "total": 0}}"#,
        &[
            "1:32 items[0].items[0].name: must have at least 2 characters",
            "1:37 items[0].items[1].name: required",
            "1:38 items[0].items[1].x: unknown field",
            "1:57 items[0].total: must be at most 9",
            "1:62 items[1]: expected Page, got int",
            "1:75 total: expected int from 0 to 18446744073709551615, got -1",
            "1:97 next.items: expected list[User], got dict",
        ],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Both<'a, K: Ord, V, const N: usize> {
    dict: BTreeMap<K, V>,
    text: &'a str,
    #[field(init = false, default = N)]
    count: usize,
}

#[test]
fn lifetimes_and_constants_are_parameters_too() {
    let both: Both<'_, u8, bool, 3> = read(r#"{"dict": {"1": true}, "text": "a"}"#);
    assert_eq!((both.dict[&1], both.text, both.count), (true, "a", 3));
    is_refused::<Both<'_, bool, Both<'_, u8, u8, 1>, 3>>(
        r#"{"dict": {"true": {"dict": {"x": 1}, "text": 5}}, "text": "a"}"#,
        &["1:29 dict['true'].dict['x']: expected int, got str", "1:46 dict['true'].text: expected str, got int"],
    );
}

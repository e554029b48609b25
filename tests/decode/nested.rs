//! Classes within classes, behind pointers and `Self`.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use metaclass::prelude::*;

use super::{is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde, check(is_ordered, fields(low, high)))]
struct Range {
    #[field(min_value = 0)]
    low: i64,
    high: i64,
}

fn is_ordered(low: &i64, high: &i64) -> bool {
    low <= high
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Holder {
    plain: Range,
    boxed: Box<Range>,
    counted: Rc<Range>,
    shared: Arc<Range>,
    either: Cow<'static, Range>,
    maybe: Option<Box<Range>>,
    list: Vec<Box<Range>>,
    tuple: (i64, Option<Range>),
    #[field(default = Range!(0, 1))]
    last: Range,
}

#[test]
fn pointers_are_not_seen_in_data() {
    let range = r#"{"low": 1, "high": 2}"#;
    let text = format!(
        r#"{{"plain": {range}, "boxed": {range}, "counted": {range}, "shared": {range}, "either": {range},
            "list": [{range}], "tuple": [1, {range}]}}"#
    );
    let holder: Holder = read(&text);
    assert_eq!((holder.boxed.low, holder.counted.high, holder.shared.low, holder.either.high), (1, 2, 1, 2));
    assert_eq!((holder.list[0].low, holder.tuple.1, holder.last), (1, Some(Range!(1, 2)), Range!(0, 1)));
}

#[test]
fn faults_within_have_their_places() {
    is_refused::<Holder>(
        r#"{
"plain": {"low": -1, "high": "x"},
"boxed": {"low": 2, "high": 1},
"counted": null,
"shared": {"high": 1},
"either": [1, 2],
"maybe": {"low": 2, "high": 1},
"list": [{"low": 1, "high": 1}, {"low": -1, "high": -2}, 5],
"tuple": ["x", {"low": 3, "high": 2}],
"last": {}}"#,
        &[
            "2:18 plain.low: must be at least 0",
            "2:30 plain.high: expected int, got str",
            "3:10 boxed: validation failed",
            "4:12 counted: expected Range, got NoneType",
            "5:11 shared.low: required",
            "6:11 either: expected Range, got list",
            "7:10 maybe: validation failed",
            "8:41 list[1].low: must be at least 0",
            "8:58 list[2]: expected Range, got int",
            "9:11 tuple[0]: expected int, got str",
            "9:16 tuple[1]: validation failed",
            "10:9 last.low: required",
            "10:9 last.high: required",
        ],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Tree {
    #[field(max_value = 9)]
    value: i64,
    #[field(default)]
    children: Vec<Self>,
    #[field(default)]
    left: Option<Box<Tree>>,
}

#[test]
fn a_class_may_hold_itself() {
    let tree: Tree =
        read(r#"{"value": 1, "children": [{"value": 2, "children": [{"value": 3}]}], "left": {"value": 4}}"#);
    assert_eq!(tree.children[0].children[0].value, 3);
    is_refused::<Tree>(
        r#"{"value": 10, "children": [{"value": 1, "children": [{"value": 11}, {}]}], "left": {"value": 12, "left": 5}}"#,
        &[
            "1:11 value: must be at most 9",
            "1:64 children[0].children[0].value: must be at most 9",
            "1:69 children[0].children[1].value: required",
            "1:94 left.value: must be at most 9",
            "1:106 left.left: expected Tree, got int",
        ],
    );
}

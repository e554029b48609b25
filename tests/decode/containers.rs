//! Lists, sets, dicts, tuples and bytes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use metaclass::json;
use metaclass::prelude::*;

use super::{is_refused, read};

#[test]
fn lists_of_every_kind_are_read() {
    const TEXT: &str = "[3, 1, 2]";
    assert_eq!(read::<Vec<i64>>(TEXT), [3, 1, 2]);
    assert_eq!(read::<VecDeque<i64>>(TEXT), [3, 1, 2]);
    assert_eq!(*read::<Box<[i64]>>(TEXT), [3, 1, 2]);
    assert_eq!(*read::<Rc<[i64]>>(TEXT), [3, 1, 2]);
    assert_eq!(*read::<Arc<[i64]>>(TEXT), [3, 1, 2]);
    assert_eq!(*read::<Cow<'_, [i64]>>(TEXT), [3, 1, 2]);
    assert_eq!(read::<[i64; 3]>(TEXT), [3, 1, 2]);
    assert_eq!(read::<Vec<Vec<Option<bool>>>>("[[], [null, true]]"), [vec![], vec![None, Some(true)]]);
    assert_eq!(read::<[u8; 0]>("[]"), [0; 0]);
    assert_eq!(read::<[i64; 40]>(&format!("{:?}", [7; 40])), [7; 40]);
}

#[test]
fn every_faulty_item_is_told() {
    const TEXT: &str = r#"[1, "x", 2, null, [3]]"#;
    const FAULTS: &[&str] =
        &["1:5 [1]: expected int, got str", "1:13 [3]: expected int, got NoneType", "1:19 [4]: expected int, got list"];
    is_refused::<Vec<i64>>(TEXT, FAULTS);
    is_refused::<VecDeque<i64>>(TEXT, FAULTS);
    is_refused::<Box<[i64]>>(TEXT, FAULTS);
    is_refused::<Arc<[i64]>>(TEXT, FAULTS);
    is_refused::<Cow<'_, [i64]>>(TEXT, FAULTS);
    is_refused::<BTreeSet<i64>>(TEXT, FAULTS);
    is_refused::<HashSet<i64>>(TEXT, FAULTS);
    is_refused::<[i64; 5]>(TEXT, FAULTS);
    is_refused::<Vec<Vec<i64>>>(
        r#"[[1], ["x"], 3, {"a": [1]}]"#,
        &[
            "1:8 [1][0]: expected int, got str",
            "1:14 [2]: expected list[int], got int",
            "1:17 [3]: expected list[int], got dict",
        ],
    );
    is_refused::<Vec<i64>>(r#"{"0": 1}"#, &["1:1 expected list[int], got dict"]);
    is_refused::<Vec<i64>>(r#""1""#, &["1:1 expected list[int], got str"]);
}

#[test]
fn arrays_have_their_length() {
    is_refused::<[i64; 2]>("[1]", &["1:1 expected list[int] of 2 items, got 1"]);
    is_refused::<[i64; 1]>("[1, 2]", &["1:1 expected list[int] of 1 item, got 2"]);
    is_refused::<[u8; 2]>("[]", &["1:1 expected bytes of 2 items, got 0"]);
    is_refused::<Vec<[bool; 1]>>(
        "[[true], [], [1]]",
        &["1:10 [1]: expected list[bool] of 1 item, got 0", "1:15 [2][0]: expected bool, got int"],
    );
}

#[test]
fn bytes_are_lists_of_numbers() {
    assert_eq!(read::<Vec<u8>>("[0, 255, 1.0]"), [0, 255, 1]);
    assert_eq!(read::<[u8; 2]>("[1, 2]"), [1, 2]);
    is_refused::<Vec<u8>>(
        "[256, -1, 1.5]",
        &[
            "1:2 [0]: expected int from 0 to 255, got 256",
            "1:7 [1]: expected int from 0 to 255, got -1",
            "1:11 [2]: expected int, got float",
        ],
    );
    is_refused::<Vec<u8>>("\"abc\"", &["1:1 expected bytes, got str"]);
}

#[test]
fn a_set_has_no_item_twice() {
    assert_eq!(read::<BTreeSet<String>>(r#"["b", "a"]"#), BTreeSet::from(["a".to_owned(), "b".to_owned()]));
    assert_eq!(read::<HashSet<char>>(r#"["b", "a"]"#), HashSet::from(['a', 'b']));
    is_refused::<BTreeSet<i64>>("[1, 2, 1.0]", &["1:1 must not have the same item twice"]);
    is_refused::<HashSet<String>>(r#"["a", "\u0061"]"#, &["1:1 must not have the same item twice"]);
    is_refused::<Vec<HashSet<i64>>>(
        "[[1, 1], [1, 2], 3]",
        &["1:2 [0]: must not have the same item twice", "1:18 [2]: expected set[int], got int"],
    );
}

#[test]
fn tuples_have_a_type_for_each_item() {
    assert_eq!(read::<(i64, String)>(r#"[1, "x"]"#), (1, "x".to_owned()));
    assert_eq!(read::<(bool,)>("[true]"), (true,));
    assert_eq!(
        read::<(u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8)>("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]").11,
        12
    );
    is_refused::<(i64, String, Option<bool>)>(
        r#"["x", 1, 2]"#,
        &["1:2 [0]: expected int, got str", "1:7 [1]: expected str, got int", "1:10 [2]: expected bool, got int"],
    );
    is_refused::<(i64, String)>("[1]", &["1:1 expected tuple[int, str] of 2 items, got 1"]);
    is_refused::<(i64, String)>("[]", &["1:1 expected tuple[int, str] of 2 items, got 0"]);
    is_refused::<(i64,)>("[1, {}, [2]]", &["1:1 expected tuple[int] of 1 item, got 3"]);
    is_refused::<Vec<(i64, i64)>>(
        r#"[[1, 2], [1, "x"], {}]"#,
        &["1:14 [1][1]: expected int, got str", "1:20 [2]: expected tuple[int, int], got dict"],
    );
}

#[test]
fn dicts_have_keys_of_many_types() {
    assert_eq!(read::<BTreeMap<String, i64>>(r#"{"b": 1, "": 2}"#).len(), 2);
    assert!(read::<HashMap<i8, bool>>(r#"{"-128": true, "127": false}"#)[&-128]);
    assert_eq!(read::<BTreeMap<u64, u8>>(r#"{"18446744073709551615": 0}"#).len(), 1);
    assert_eq!(read::<BTreeMap<bool, char>>(r#"{"true": "a", "false": "b"}"#)[&false], 'b');
    assert_eq!(read::<BTreeMap<char, i64>>(r#"{"é": 1, "\ud83d\ude00": 2}"#)[&'😀'], 2);
    assert_eq!(read::<BTreeMap<Arc<str>, i64>>(r#"{"a": 1}"#)["a"], 1);
    assert_eq!(read::<BTreeMap<Option<i64>, i64>>(r#"{"1": 1}"#)[&Some(1)], 1);
    assert_eq!(read::<HashMap<std::num::NonZeroU8, i64>>(r#"{"1": 1}"#).len(), 1);
    assert_eq!(read::<BTreeMap<String, BTreeMap<u8, Vec<i64>>>>(r#"{"a": {"1": [2]}}"#)["a"][&1], [2]);
}

#[test]
fn keys_of_another_type_are_at_fault_where_they_stand() {
    is_refused::<BTreeMap<u8, bool>>(
        r#"{"a": true, "256": 1, "-1": true, "01": true, "1.0": true, " 1": true, "+1": true, "": true, "2": 3}"#,
        &[
            "1:2 ['a']: expected int, got str",
            "1:13 ['256']: expected int from 0 to 255, got 256",
            "1:20 ['256']: expected bool, got int",
            "1:23 ['-1']: expected int from 0 to 255, got -1",
            "1:35 ['01']: expected int, got str",
            "1:47 ['1.0']: expected int, got str",
            "1:60 [' 1']: expected int, got str",
            "1:72 ['+1']: expected int, got str",
            "1:84 ['']: expected int, got str",
            "1:99 ['2']: expected bool, got int",
        ],
    );
    is_refused::<BTreeMap<bool, u8>>(
        r#"{"True": 1, "1": 2}"#,
        &["1:2 ['True']: expected bool, got str", "1:13 ['1']: expected bool, got str"],
    );
    is_refused::<BTreeMap<char, u8>>(
        r#"{"": 1, "ab": 2}"#,
        &[
            "1:2 ['']: expected str of one character, got one of 0",
            "1:9 ['ab']: expected str of one character, got one of 2",
        ],
    );
    is_refused::<HashMap<std::num::NonZeroU8, i64>>(r#"{"0": 1}"#, &["1:2 ['0']: expected int other than 0, got 0"]);
    is_refused::<BTreeMap<Vec<i64>, u8>>(r#"{"[1]": 1}"#, &["1:2 ['[1]']: expected list[int], got str"]);
}

#[test]
fn a_key_given_twice_is_a_fault() {
    is_refused::<BTreeMap<String, i64>>(r#"{"a": 1, "b": 2, "\u0061": 3}"#, &["1:18 ['a']: duplicate field"]);
    is_refused::<BTreeMap<u8, i64>>(
        r#"{"1": 1, "1": "x", "1": 2}"#,
        &["1:10 ['1']: duplicate field", "1:7 ['1']: expected int, got str", "1:10 ['1']: duplicate field"],
    );
    is_refused::<BTreeMap<String, BTreeMap<String, i64>>>(
        r#"{"a": {"b": 1, "b": 2}}"#,
        &["1:16 ['a']['b']: duplicate field"],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Ruled {
    #[field(items(min_length = 1, ascii), min_items = 2, max_items = 3, unique_items)]
    list: Vec<String>,
    #[field(default, items(items(max_value = 5), min_items = 1), max_items = 2)]
    grid: Vec<Vec<i64>>,
    #[field(default, items(uppercase), max_items = 2)]
    set: BTreeSet<char>,
    #[field(default, keys(min_length = 2, ascii), values(items(max_value = 3), max_items = 1), max_properties = 2)]
    dict: BTreeMap<String, Vec<i64>>,
    #[field(default, items(max_value = 3), max_items = 1)]
    maybe: Option<Vec<i64>>,
    #[field(default = Box::new([1.5]), items(finite, multiple_of = 0.5), min_items = 1)]
    boxed: Box<[f64]>,
    #[field(default = [1, 2], items(max_value = 3))]
    array: [i64; 2],
    #[field(default, items(max_value = 3))]
    queue: VecDeque<i64>,
}

#[test]
fn rules_of_what_lies_within_are_asked_of_each() {
    read::<Ruled>(r#"{"list": ["a", "b"], "grid": [[1]], "dict": {"ab": [1]}, "array": [3, 3], "queue": [1]}"#);
    is_refused::<Ruled>(
        r#"{
"list": ["", "é", "b", "b"],
"grid": [[6, 1], [], [7]],
"set": ["A", "b", "C"],
"dict": {"a": [4, 1], "é": [], "bc": [9]},
"maybe": [4, 5],
"boxed": [0.25, 1],
"array": [4, 1],
"queue": [9]}"#,
        &[
            "2:9 list: must have at most 3 items",
            "2:9 list: must not have the same item twice",
            "2:10 list[0]: must have at least 1 character",
            "2:14 list[1]: must be ASCII",
            "3:9 grid: must have at most 2 items",
            "3:11 grid[0][0]: must be at most 5",
            "3:18 grid[1]: must have at least 1 item",
            "3:23 grid[2][0]: must be at most 5",
            "4:8 set: must have at most 2 items",
            "4:14 set[1]: must be uppercase",
            "5:9 dict: must have at most 2 properties",
            "5:10 dict['a']: must have at least 2 characters",
            "5:15 dict['a']: must have at most 1 item",
            "5:16 dict['a'][0]: must be at most 3",
            "5:23 dict['é']: must have at least 2 characters",
            "5:23 dict['é']: must be ASCII",
            "5:40 dict['bc'][0]: must be at most 3",
            "6:10 maybe: must have at most 1 item",
            "6:11 maybe[0]: must be at most 3",
            "6:14 maybe[1]: must be at most 3",
            "7:11 boxed[0]: must be a multiple of 0.5",
            "8:11 array[0]: must be at most 3",
            "9:11 queue[0]: must be at most 3",
        ],
    );
}

#[test]
fn what_counts_items_is_asked_of_a_list_with_a_faulty_one_too() {
    is_refused::<Ruled>(
        r#"{"list": [1], "grid": [[], [1, "x"], "y"], "dict": {"ab": ["x", 1], "cd": 1, "e": []}, "maybe": ["x", 9]}"#,
        &[
            "1:10 list: must have at least 2 items",
            "1:11 list[0]: expected str, got int",
            "1:23 grid: must have at most 2 items",
            "1:24 grid[0]: must have at least 1 item",
            "1:32 grid[1][1]: expected int, got str",
            "1:38 grid[2]: expected list[int], got str",
            "1:52 dict: must have at most 2 properties",
            "1:59 dict['ab']: must have at most 1 item",
            "1:60 dict['ab'][0]: expected int, got str",
            "1:75 dict['cd']: expected list[int], got int",
            "1:78 dict['e']: must have at least 2 characters",
            "1:97 maybe: must have at most 1 item",
            "1:98 maybe[0]: expected int, got str",
            "1:103 maybe[1]: must be at most 3",
        ],
    );
}

#[test]
fn containers_are_written_as_they_are_read() {
    let text = r#"{"list":["a","b"],"grid":[[1]],"set":["A"],"dict":{"ab":[1]},"maybe":null,"boxed":[0.5],"array":[1,2],"queue":[]}"#;
    assert_eq!(json::to_string(&read::<Ruled>(text)).unwrap(), text);
}

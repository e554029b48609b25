//! Rules about lists, sets and dicts, and about what lies within them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::validate::rules::{Ascii, Items};

use crate::parity::row::{int, int64, rows, s};

rows! {
    min_items_counts_lists_and_sets {
        #[field(min_items = 2)]
        x: Vec<i64>,
        #[field(min_items = 1)]
        y: HashSet<String>,
    }
    made { x: Field::list(int64()).min_items(2), y: Field::set(Field::str()).min_items(1) }
    good { (vec![1, 1], HashSet::from([s("a")])) }
    bad { (vec![1], HashSet::new()) => ["x: min_items", "y: min_items"] (vec![], HashSet::from([s("")])) => ["x: min_items"] }

    max_items_counts_lists_and_sets {
        #[field(max_items = 1)]
        x: VecDeque<bool>,
        #[field(max_items = 0)]
        y: BTreeSet<u8>,
    }
    made { x: Field::list(Field::bool()).max_items(1), y: Field::set(int(0, 255)).max_items(0) }
    good { (VecDeque::from([true]), BTreeSet::new()) }
    bad { (VecDeque::from([true, true]), BTreeSet::from([1])) => ["x: max_items", "y: max_items"] }

    min_properties_counts_entries { #[field(min_properties = 1)] x: HashMap<String, i64> }
    made { x: Field::dict(Field::str(), int64()).min_properties(1) }
    good { (HashMap::from([(s("a"), 1)])) }
    bad { (HashMap::new()) => ["x: min_properties"] }

    max_properties_counts_entries { #[field(max_properties = 1)] x: BTreeMap<i64, bool> }
    made { x: Field::dict(int64(), Field::bool()).max_properties(1) }
    good { (BTreeMap::new()) (BTreeMap::from([(1, true)])) }
    bad { (BTreeMap::from([(1, true), (2, true)])) => ["x: max_properties"] }

    unique_items_compares_as_python_does { #[field(unique_items)] x: Vec<f64> }
    made { x: Field::list(Field::float()).unique_items() }
    good { (vec![]) (vec![0.0, 1.0]) (vec![f64::NAN, f64::NAN]) (vec![f64::NAN; 40]) }
    bad {
        (vec![0.0, -0.0]) => ["x: unique_items"]
        (vec![1.0, 2.0, 3.0, 2.0]) => ["x: unique_items"]
        ((0..40).chain([7]).map(f64::from).collect()) => ["x: unique_items"]
    }

    unique_items_looks_into_items {
        #[field(unique_items)]
        a: Vec<Option<i64>>,
        #[field(unique_items)]
        b: Vec<Vec<String>>,
        #[field(unique_items)]
        c: Vec<(i64, f64)>,
        #[field(unique_items)]
        d: Vec<char>,
        #[field(unique_items)]
        e: Vec<Vec<u8>>,
        #[field(unique_items)]
        f: Vec<BTreeMap<String, bool>>,
    }
    made {
        a: Field::list(int64().nullable()).unique_items(),
        b: Field::list(Field::list(Field::str())).unique_items(),
        c: Field::list(Field::tuple([int64(), Field::float()])).unique_items(),
        d: Field::list(Field::str()).unique_items(),
        e: Field::list(Field::bytes()).unique_items(),
        f: Field::list(Field::dict(Field::str(), Field::bool())).unique_items(),
    }
    good {
        (vec![], vec![], vec![], vec![], vec![], vec![])
        (
            vec![None, Some(0)], vec![vec![], vec![s("a")]], vec![(1, 1.0), (1, 2.0)], vec!['a', 'A'],
            vec![vec![1], vec![1, 1]], vec![BTreeMap::from([(s("a"), true)]), BTreeMap::from([(s("a"), false)])],
        )
    }
    bad {
        (
            vec![None, Some(0), None], vec![vec![], vec![]], vec![(1, 0.0), (1, -0.0)], vec!['a', 'b', 'a'],
            vec![vec![1], vec![1]], vec![BTreeMap::from([(s("a"), true)]), BTreeMap::from([(s("a"), true)])],
        ) => ["a: unique_items", "b: unique_items", "c: unique_items", "d: unique_items", "e: unique_items", "f: unique_items"]
    }

    items_have_rules {
        #[field(items(min_length = 2, lowercase, message = "lowercase, please"), max_items = 3)]
        x: Vec<String>,
        #[field(items(min_value = 0), min_items = 1)]
        y: BTreeSet<i64>,
    }
    made {
        x: Field::list(Field::str().min_length(2).lowercase().message("lowercase, please")).max_items(3),
        y: Field::set(int64().min_value(0)).min_items(1),
    }
    good { (vec![], BTreeSet::from([0])) (vec![s("ab"), s("cd")], BTreeSet::from([1, 2])) }
    bad {
        (vec![s("ab"), s("A"), s("cd"), s("e")], BTreeSet::from([-2, -1, 0])) => [
            "x: max_items", "x[1]: min_length", "x[1]: lowercase", "x[3]: min_length", "y[0]: min_value", "y[1]: min_value",
        ]
    }

    items_of_items_have_rules { #[field(items(items(items(multiple_of = 2)), max_items = 2))] x: Vec<Vec<[i64; 2]>> }
    made {
        x: Field::list(Field::list(Field::list(int64().multiple_of(2))).max_items(2)),
    }
    good { (vec![]) (vec![vec![[2, 4]], vec![]]) }
    bad {
        (vec![vec![[2, 4], [1, 2], [0, 3]], vec![[5, 5]]]) => [
            "x[0]: max_items", "x[0][1][0]: multiple_of", "x[0][2][1]: multiple_of",
            "x[1][0][0]: multiple_of", "x[1][0][1]: multiple_of",
        ]
    }

    rules_of_items_may_stand_behind_others { #[field(min_items = 1, items(ascii), max_items = 2)] x: Vec<String> }
    made { x: Field::list(Field::str()).min_items(1).rule(Items::new(vec![Ascii.into()].into())).max_items(2) }
    good { (vec![s("a")]) }
    bad { (vec![s("a"), s("é"), s("a")]) => ["x: max_items", "x[1]: ascii"] (vec![]) => ["x: min_items"] }

    items_may_be_none { #[field(items(min_length = 2))] x: Vec<Option<String>> }
    made { x: Field::list(Field::str().min_length(2).nullable()) }
    good { (vec![None, Some(s("ab"))]) }
    bad { (vec![None, Some(s("a"))]) => ["x[1]: min_length"] }

    keys_have_rules { #[field(keys(min_length = 2, ascii))] x: BTreeMap<String, bool> }
    made { x: Field::dict(Field::str().min_length(2).ascii(), Field::bool()) }
    good { (BTreeMap::new()) (BTreeMap::from([(s("ab"), true)])) }
    bad { (BTreeMap::from([(s("a"), true), (s("é"), true)])) => ["x['a']: min_length", "x['é']: min_length", "x['é']: ascii"] }

    values_have_rules { #[field(values(finite))] x: HashMap<String, f64> }
    made { x: Field::dict(Field::str(), Field::float().finite()) }
    good { (HashMap::from([(s("a"), 1.0)])) }
    bad { (HashMap::from([(s("it's"), f64::NAN)])) => [r#"x["it's"]: finite"#] }

    keys_and_values_have_rules {
        #[field(keys(min_value = 0), values(items(max_length = 1, unit = bytes)), max_properties = 2)]
        x: BTreeMap<i64, Vec<String>>,
    }
    made {
        x: Field::dict(
            int64().min_value(0),
            Field::list(Field::str().max_length(1).unit(metaclass::validate::Unit::Bytes)),
        )
        .max_properties(2),
    }
    good { (BTreeMap::from([(0, vec![s("a")])])) }
    bad {
        (BTreeMap::from([(-1, vec![s("a"), s("é")]), (0, vec![]), (1, vec![s("bc")])])) => [
            "x: max_properties", "x['-1']: min_value", "x['-1'][1]: max_length", "x['1'][0]: max_length",
        ]
    }

    keys_of_every_kind_have_a_place {
        #[field(values(min_value = 0))]
        a: BTreeMap<bool, i64>,
        #[field(values(min_value = 0))]
        b: BTreeMap<Option<char>, i64>,
        #[field(values(min_value = 0))]
        c: BTreeMap<(i64, String), i64>,
        #[field(values(min_value = 0))]
        d: BTreeMap<Vec<i64>, i64>,
        #[field(values(min_value = 0))]
        e: BTreeMap<Vec<u8>, i64>,
    }
    made {
        a: Field::dict(Field::bool(), int64().min_value(0)),
        b: Field::dict(Field::str().nullable(), int64().min_value(0)),
        c: Field::dict(Field::tuple([int64(), Field::str()]), int64().min_value(0)),
        d: Field::dict(Field::list(int64()), int64().min_value(0)),
        e: Field::dict(Field::bytes(), int64().min_value(0)),
    }
    good {
        (
            BTreeMap::from([(true, 0)]), BTreeMap::from([(None, 0)]), BTreeMap::from([((1, s("a")), 0)]),
            BTreeMap::from([(vec![1, 2], 0)]), BTreeMap::from([(vec![1, 2], 0)]),
        )
    }
    bad {
        (
            BTreeMap::from([(true, -1)]), BTreeMap::from([(None, -1), (Some('c'), -1)]),
            BTreeMap::from([((1, s("a")), -1)]), BTreeMap::from([(vec![1, 2], -1)]), BTreeMap::from([(vec![1, 2], -1)]),
        ) => [
            "a['True']: min_value", "b['None']: min_value", "b['c']: min_value",
            r#"c["(1, 'a')"]: min_value"#, "d['(1, 2)']: min_value", r#"e["b'\\x01\\x02'"]: min_value"#,
        ]
    }

    members_that_are_lists_have_rules { #[field(items(items(min_value = 0), min_items = 1))] x: BTreeSet<Vec<i64>> }
    made { x: Field::set(Field::list(int64().min_value(0)).min_items(1)) }
    good { (BTreeSet::from([vec![0]])) }
    bad { (BTreeSet::from([vec![], vec![0, -1]])) => ["x[0]: min_items", "x[1][1]: min_value"] }

    none_breaks_no_rule_about_items {
        #[field(items(ascii), min_items = 1, max_items = 2, unique_items)]
        x: Option<Vec<String>>,
        #[field(keys(ascii), values(min_value = 0), min_properties = 1, max_properties = 2)]
        y: Option<BTreeMap<String, i64>>,
    }
    made {
        x: Field::list(Field::str().ascii()).min_items(1).max_items(2).unique_items().nullable(),
        y: Field::dict(Field::str().ascii(), int64().min_value(0)).min_properties(1).max_properties(2).nullable(),
    }
    good { (None, None) (Some(vec![s("a")]), Some(BTreeMap::from([(s("a"), 0)]))) }
    bad {
        (Some(vec![s("é"); 3]), Some(BTreeMap::new())) => [
            "x: max_items", "x: unique_items", "x[0]: ascii", "x[1]: ascii", "x[2]: ascii", "y: min_properties",
        ]
        (Some(vec![]), Some(BTreeMap::from([(s("é"), -1)]))) => ["x: min_items", "y['é']: ascii", "y['é']: min_value"]
    }
}

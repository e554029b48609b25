//! Classes within classes, in every container.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::{ClassRef, ClassSpec, TypeSpec};
use metaclass::validate::StructCheck;

use crate::parity::row::{Fault, data_of, faults, int64, rows, s};

#[derive(Dataclass, Clone, Copy)]
#[dataclass(ord, hash, check(is_ordered, fields(low, high)))]
struct Range {
    #[field(min_value = 0)]
    low: i64,
    #[field(max_value = 9)]
    high: i64,
}

fn is_ordered(low: &i64, high: &i64) -> bool {
    low <= high
}

const GOOD: Range = Range::new(1, 2);
const CROSSED: Range = Range::new(2, 1);
const LOW: Range = Range::new(-1, 1);
const WIDE: Range = Range::new(-1, 10);

#[derive(Dataclass, Clone)]
struct Node {
    #[field(multiple_of = 2)]
    value: i64,
    next: Option<Box<Node>>,
    children: Vec<Node>,
}

/// A node, even or odd, with what follows it.
fn node(value: i64, next: Option<Node>, children: Vec<Node>) -> Node {
    Node!(value, next.map(Box::new), children)
}

/// The same classes made at run time.
mod made {
    use super::*;

    fn is_ordered(values: &[&Value]) -> bool {
        super::is_ordered(&int(values[0]), &int(values[1]))
    }

    fn int(value: &Value) -> i64 {
        i64::try_from(value.clone()).unwrap()
    }

    /// A field of a class made at run time.
    pub(super) fn range() -> Field {
        static SPEC: LazyLock<ClassSpec> = LazyLock::new(|| {
            let fields = [int64().min_value(0).build("low"), int64().max_value(9).build("high")];
            ClassSpec::new("Range".into(), fields.into_iter().map(Result::unwrap).collect())
                .with_module(Range::spec().module().into())
                .with_checks(vec![StructCheck::new(["low", "high"], is_ordered)].into())
                .with_options(Range::spec().options())
        });
        Field::class(&*SPEC)
    }

    fn node_spec() -> &'static ClassSpec {
        static SPEC: LazyLock<ClassSpec> = LazyLock::new(|| {
            let fields = [
                int64().multiple_of(2).build("value"),
                node().nullable().build("next"),
                Field::list(node()).build("children"),
            ];
            ClassSpec::new("Node".into(), fields.into_iter().map(Result::unwrap).collect())
                .with_module(Node::spec().module().into())
        });
        &SPEC
    }

    /// A field of a class made at run time that refers to itself.
    pub(super) fn node() -> Field {
        Field::of(TypeSpec::Class(ClassRef::Static(node_spec)))
    }

    #[test]
    fn the_classes_within_are_the_same() {
        assert_eq!(range().build("x").unwrap().ty().to_string(), "Range");
        let TypeSpec::Class(range) = range().build("x").unwrap().ty().clone() else { panic!("no class") };
        assert_eq!(range.spec(), Some(Range::spec()));
        assert_eq!(node_spec(), Node::spec());
    }
}

rows! {
    a_class_is_reached_through_pointers {
        a: Range,
        b: Option<Range>,
        c: Box<Range>,
        d: Rc<Range>,
        e: Arc<Range>,
        f: Cow<'static, Range>,
        g: Option<Box<Range>>,
        h: &'static Range,
    }
    made {
        a: made::range(),
        b: made::range().nullable(),
        c: made::range(),
        d: made::range(),
        e: made::range(),
        f: made::range(),
        g: made::range().nullable(),
        h: made::range(),
    }
    good { (GOOD, None, GOOD.into(), GOOD.into(), GOOD.into(), Cow::Owned(GOOD), None, &GOOD) }
    bad {
        (WIDE, Some(WIDE), WIDE.into(), WIDE.into(), WIDE.into(), Cow::Owned(WIDE), Some(WIDE.into()), &WIDE) => [
            "a.low: min_value", "a.high: max_value", "b.low: min_value", "b.high: max_value", "c.low: min_value",
            "c.high: max_value", "d.low: min_value", "d.high: max_value", "e.low: min_value", "e.high: max_value",
            "f.low: min_value", "f.high: max_value", "g.low: min_value", "g.high: max_value", "h.low: min_value",
            "h.high: max_value",
        ]
        (CROSSED, None, CROSSED.into(), GOOD.into(), LOW.into(), Cow::Borrowed(&CROSSED), None, &GOOD) => [
            "a: check", "c: check", "e.low: min_value", "f: check",
        ]
    }

    a_class_is_reached_in_containers {
        a: Vec<Range>,
        b: Vec<Option<Range>>,
        c: [Range; 2],
        d: (Range, i64, Option<Range>),
        e: BTreeMap<String, Range>,
        f: BTreeSet<Range>,
        g: HashSet<Range>,
        h: Option<Vec<BTreeMap<i64, Vec<Range>>>>,
        i: Arc<[Range]>,
        j: Cow<'static, [Range]>,
    }
    made {
        a: Field::list(made::range()),
        b: Field::list(made::range().nullable()),
        c: Field::list(made::range()),
        d: Field::tuple([made::range(), int64(), made::range().nullable()]),
        e: Field::dict(Field::str(), made::range()),
        f: Field::set(made::range()),
        g: Field::set(made::range()),
        h: Field::list(Field::dict(int64(), Field::list(made::range()))).nullable(),
        i: Field::list(made::range()),
        j: Field::list(made::range()),
    }
    good {
        (
            vec![], vec![None], [GOOD; 2], (GOOD, -1, None), BTreeMap::new(), BTreeSet::from([GOOD]), HashSet::new(), None,
            [].into(), vec![GOOD].into(),
        )
    }
    bad {
        (
            vec![GOOD, LOW], vec![None, Some(CROSSED)], [LOW, WIDE], (CROSSED, -1, Some(LOW)),
            BTreeMap::from([(s("it's"), CROSSED), (s("b"), LOW)]), BTreeSet::from([CROSSED, LOW]),
            HashSet::from([CROSSED]), Some(vec![BTreeMap::from([(7, vec![GOOD, LOW])])]), [LOW].into(), Cow::Borrowed(&[LOW]),
        ) => [
            "a[1].low: min_value", "b[1]: check", "c[0].low: min_value", "c[1].low: min_value", "c[1].high: max_value",
            "d[0]: check", "d[2].low: min_value", "e['b'].low: min_value", r#"e["it's"]: check"#, "f[0].low: min_value",
            "f[1]: check", "g[0]: check", "h[0]['7'][1].low: min_value", "i[0].low: min_value", "j[0].low: min_value",
        ]
    }

    a_class_is_checked_behind_the_rules_of_its_container {
        #[field(max_items = 1, unique_items)]
        a: Vec<Range>,
        #[field(keys(ascii), max_properties = 1)]
        b: BTreeMap<String, Option<Range>>,
        #[field(required)]
        c: Option<Range>,
        #[field(items(min_items = 1))]
        d: Vec<Vec<Range>>,
        #[field(matches = c)]
        e: Option<Range>,
        #[field(required_with = c, min_items = 1)]
        f: Option<Vec<Range>>,
    }
    made {
        a: Field::list(made::range()).max_items(1).unique_items(),
        b: Field::dict(Field::str().ascii(), made::range().nullable()).max_properties(1),
        c: made::range().nullable().required(),
        d: Field::list(Field::list(made::range()).min_items(1)),
        e: made::range().matches("c").nullable(),
        f: Field::list(made::range()).required_with("c").min_items(1).nullable(),
    }
    good { (vec![GOOD], BTreeMap::new(), Some(GOOD), vec![], Some(GOOD), Some(vec![GOOD])) }
    bad {
        (
            vec![LOW, LOW], BTreeMap::from([(s("a"), None), (s("é"), Some(CROSSED))]), None, vec![vec![], vec![LOW]],
            Some(LOW), Some(vec![]),
        ) => [
            "a: max_items", "a: unique_items", "a[0].low: min_value", "a[1].low: min_value", "b: max_properties",
            "b['é']: ascii", "b['é']: check", "c: missing", "d[0]: min_items", "d[1][0].low: min_value",
            "e.low: min_value", "f: min_items",
        ]
        (vec![], BTreeMap::new(), Some(LOW), vec![], Some(CROSSED), None) => [
            "c.low: min_value", "e: matches", "e: check", "f: required_with",
        ]
    }

    a_class_may_be_a_key { a: BTreeMap<Range, Range>, #[field(values(min_value = 0))] b: BTreeMap<Range, i64> }
    made { a: Field::dict(made::range(), made::range()), b: Field::dict(made::range(), int64().min_value(0)) }
    good { (BTreeMap::from([(GOOD, GOOD)]), BTreeMap::from([(GOOD, 0)])) }
    bad {
        (BTreeMap::from([(LOW, CROSSED)]), BTreeMap::from([(CROSSED, -1)])) => [
            "a['Range(low=-1, high=1)'].low: min_value", "a['Range(low=-1, high=1)']: check",
            "b['Range(low=2, high=1)']: check", "b['Range(low=2, high=1)']: min_value",
        ]
    }

    a_class_may_refer_to_itself { root: Node }
    made { root: made::node() }
    good { (node(0, Some(node(2, None, vec![])), vec![node(4, None, vec![])])) }
    bad {
        (node(1, Some(node(2, Some(node(3, None, vec![])), vec![])), vec![node(0, None, vec![]), node(5, Some(node(7, None, vec![])), vec![])])) => [
            "root.value: multiple_of", "root.next.next.value: multiple_of", "root.children[1].value: multiple_of",
            "root.children[1].next.value: multiple_of",
        ]
    }
}

#[derive(Dataclass, Clone)]
struct Deep {
    root: Node,
}

#[test]
fn both_halves_go_equally_deep() {
    let made = ClassSpec::new("Deep".into(), vec![made::node().build("root").unwrap()].into());
    for (depth, codes) in [(126, ["multiple_of"; 1].as_slice()), (127, &["depth"])] {
        let deepest = node(1, None, vec![]);
        let deep = Deep!((0..depth).fold(deepest, |inner, _| node(0, Some(inner), vec![])));
        let found = faults(deep.validate());
        assert_eq!(found.iter().map(|fault| fault.code()).collect::<Vec<_>>(), codes);
        for spec in [Deep::spec(), &made] {
            assert_eq!(faults(spec.validate(&data_of(&deep))), found);
        }
    }
}

// A class within one that is held as it is.
#[derive(Dataclass, Clone)]
struct Holder {
    #[field(max_items = 1)]
    values: Vec<Value>,
}

#[test]
fn an_instance_in_a_value_is_checked() {
    use metaclass::FieldType as _;
    let fields = vec![Field::list(Field::any()).max_items(1).build("values").unwrap()];
    let made = ClassSpec::new("Holder".into(), fields.into()).with_module(Holder::spec().module().into());
    assert_eq!(*Holder::spec(), made);
    let holder = Holder!(vec![CROSSED.to_value().unwrap(), 1.into()]);
    // `to_dict` makes a dict of the instance, and a dict of no known class is just that.
    let data = [("values", holder.get("values").unwrap())].into();
    let found = faults(holder.validate());
    assert_eq!(found.iter().map(Fault::summary).collect::<Vec<_>>(), ["values: max_items", "values[0]: check"]);
    for spec in [Holder::spec(), &made] {
        assert_eq!(faults(spec.validate(&data)), found);
    }
}

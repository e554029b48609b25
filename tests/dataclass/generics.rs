//! Lifetimes, type parameters, const parameters, where clauses.

use std::borrow::Cow;
use std::fmt::Debug;

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(order, hash)]
struct Pair<A, B = A> {
    left: A,
    right: B,
}

#[test]
fn parameters_are_inferred_from_the_arguments() {
    let pair = Pair!(1_u8, right = "x");
    let inferred: Pair<u8, &str> = Pair::new(1, "x");
    assert_eq!(pair, inferred);
    assert_eq!(pair.repr().to_string(), "Pair(left=1, right='x')");
    let defaulted: Pair<i64> = Pair!(1, 2);
    assert!(defaulted < Pair!(1, 3));
}

#[test]
fn a_field_of_a_parameters_type_can_be_anything() {
    assert_eq!(Pair::<u8, u8>::spec().signature().to_string(), "(left: Any, right: Any)");
    assert_eq!(Pair::<u8, u8>::SIGNATURE, "(left: A, right: B)");
    assert_eq!(Pair::<u8, u8>::spec(), Pair::<String, ()>::spec());
}

#[test]
fn fields_are_read_and_set_where_the_parameters_are() {
    let mut pair = Pair!(1_u8, vec!["x".to_owned()]);
    assert_eq!(pair.get("left").unwrap(), 1.into());
    pair.set("right", vec!["y"]).unwrap();
    assert_eq!(pair.to_dict().to_string(), "{'left': 1, 'right': ['y']}");
    assert_eq!(pair.set("left", "a").unwrap_err().to_string(), "left: expected int, got str");
}

#[test]
fn each_item_needs_no_more_of_the_parameters_than_it_uses() {
    struct Nothing;

    #[derive(Debug)]
    struct OnlyDebug;

    let pair = Pair!(Nothing, Nothing);
    let (Nothing, Nothing) = pair.into_tuple();
    assert_eq!(format!("{:?}", Pair!(OnlyDebug, 1)), "Pair { left: OnlyDebug, right: 1 }");
}

#[test]
fn lifetimes() {
    #[derive(Dataclass, Clone)]
    #[dataclass(ord, hash)]
    struct View<'a, 'b: 'a> {
        head: &'a str,
        tail: Cow<'b, str>,
        #[field(default)]
        rest: Vec<&'b [u16]>,
    }

    let text = String::from("ab");
    let view = View!(&text[..1], tail = Cow::Borrowed(&text[1..]));
    assert_eq!(view.repr().to_string(), "View(head='a', tail='b', rest=[])");
    assert_eq!(View!(head = "z", ..view.clone()).head, "z");
    assert_eq!(view.get("tail").unwrap(), "b".into());
    assert_eq!(
        View::spec().signature().to_string(),
        "(head: str, tail: str, rest: list[list[int]] = Default::default())"
    );
}

#[test]
fn const_parameters() {
    #[derive(Dataclass, Clone)]
    struct Matrix<const ROWS: usize, const COLUMNS: usize> {
        cells: [[f64; COLUMNS]; ROWS],
        #[field(default = ROWS * COLUMNS)]
        size: usize,
    }

    let matrix = Matrix!([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    assert_eq!(matrix.size, 6);
    assert_eq!(matrix.repr().to_string(), "Matrix(cells=[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], size=6)");
    assert_eq!(call!(Matrix::<0, 0>([])).size, 0);
}

#[test]
fn where_clauses_and_bounds_are_kept() {
    #[derive(Dataclass)]
    struct Both<T: Clone, I>
    where
        I: Iterator<Item = T>,
        T: Debug,
    {
        iter: I,
        #[field(default)]
        last: Option<I::Item>,
    }

    let both = Both!([1, 2].into_iter());
    assert_eq!((both.iter.count(), both.last), (2, None::<i32>));
}

#[test]
fn defaults_of_parameters_types() {
    #[derive(Dataclass)]
    struct Defaulted<T> {
        #[field(default)]
        value: T,
        #[field(default = Vec::new())]
        items: Vec<T>,
    }

    let defaulted: Defaulted<u8> = Defaulted!();
    assert_eq!((defaulted.value, defaulted.items.len()), (0, 0));
    assert_eq!(Defaulted::<String>::new().value, "");
    assert_eq!(Defaulted!("x").value, "x");
}

#[test]
fn a_generic_class_within_another() {
    #[derive(Dataclass)]
    struct Tree<T> {
        value: T,
        #[field(default = vec![])]
        children: Vec<Tree<T>>,
    }

    let tree = Tree!(1, vec![Tree!(2), Tree!(3)]);
    assert_eq!(
        format!("{tree:?}"),
        "Tree { value: 1, children: [Tree { value: 2, children: [] }, Tree { value: 3, children: [] }] }"
    );
    assert_eq!(tree, Tree!(1, vec![Tree!(2), Tree!(3)]));
    assert_eq!(
        tree.repr().to_string(),
        "Tree(value=1, children=[Tree(value=2, children=[]), Tree(value=3, children=[])])"
    );
}

#[test]
fn function_pointers_over_lifetimes_are_fields_too() {
    #[derive(Dataclass)]
    struct Hook<'a, T> {
        #[field(compare = false)]
        call: for<'b> fn(&'b str, T) -> &'b str,
        name: &'a str,
    }

    let hook: Hook<'_, u8> = Hook!(|text, _| text, "h");
    assert_eq!((hook.call)("x", 1), hook.name.replace('h', "x"));
}

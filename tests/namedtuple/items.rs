//! Items by position: `at`, index, iteration, `count`, `index_of`.

use metaclass::prelude::*;

namedtuple!(V5, "a b c d e");
namedtuple! { struct Point { x: f64, y: f64 } }
namedtuple! { struct Mixed { name: String, size: u8 } }

#[test]
fn items_are_counted_from_both_ends() {
    let p = Point!(11.0, 22.0);
    let all: Vec<Value> = [0, 1, -1, -2].map(|i| p.at(i).unwrap()).into();
    assert_eq!(all, [11.0, 22.0, 22.0, 11.0].map(Value::from));
    for i in [2, -3, isize::MAX, isize::MIN] {
        assert_eq!(format!("{:?}", p.at(i).unwrap_err()), "IndexError: tuple index out of range");
    }
    assert_eq!(Mixed!("a".to_owned(), 1).at(0).unwrap(), "a".into());
}

#[test]
fn items_of_one_type_are_indexed_and_iterated() {
    let v = V5!(0, 1, 2, 3, 4);
    assert_eq!((v[0], v[4]), (0, 4));
    assert_eq!(v.into_iter().rev().collect::<Vec<_>>(), [4, 3, 2, 1, 0]);
    assert_eq!((&v).into_iter().max(), Some(&4));
    let mut sum = 0.0;
    for x in &Point!(1.0, 2.0) {
        sum += x;
    }
    assert_eq!(sum, Point!(1.0, 2.0).into_iter().sum::<f64>());
    assert_eq!(Point!(1.0, 2.0)[1], 2.0);
}

#[test]
#[should_panic(expected = "tuple index out of range")]
fn an_index_out_of_range_panics() {
    let _ = V5!(0, 1, 2, 3, 4)[5];
}

#[test]
fn items_are_counted_and_found_as_python_compares_them() {
    let v = V5!(1, 2, 1, 3, 1);
    assert_eq!((v.count(1), v.count(9), v.count(1.0), v.count(true), v.count("1")), (3, 0, 3, 3, 0));
    assert_eq!((v.index_of(2).unwrap(), v.index_of(3.0).unwrap()), (1, 3));
    assert_eq!(format!("{:?}", v.index_of(9).unwrap_err()), "ValueError: tuple.index(x): x not in tuple");
    let mixed = V5!(1, "1", None::<u8>, vec![1], 'x');
    assert_eq!((mixed.count("1"), mixed.index_of(Value::None).unwrap(), mixed.index_of(vec![1]).unwrap()), (1, 2, 3));
}

#[test]
fn fields_may_be_named_like_methods() {
    namedtuple!(Names, "count index at make new len into_iter itemgetter property cls tuple items other f");

    let names = Names!(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    assert_eq!((names.count, names.count(1), names.at, names.at(2).unwrap()), (1, 1, 3, 3.into()));
    assert_eq!(Names!(new = 0, ..names).to_dict().get("new"), Some(&0.into()));
}

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(order, hash)]
struct Pair<A, B = A> {
    first: A,
    second: B,
}

#[derive(Dataclass)]
struct Table<K, V>
where
    K: Ord + Clone,
    V: Debug,
{
    rows: BTreeMap<K, V>,
    #[field(default)]
    names: Vec<K>,
    #[field(default = rows.keys().next().cloned())]
    least: Option<K>,
}

#[derive(Dataclass)]
#[dataclass(default)]
struct Defaulted<T> {
    #[field(default)]
    value: T,
    #[field(default)]
    marker: PhantomData<T>,
}

#[derive(Dataclass)]
struct Taken<I: Iterator> {
    next: Option<I::Item>,
    #[field(compare = false, repr = false)]
    rest: I,
}

#[derive(Dataclass)]
struct Converted<T> {
    #[field(into)]
    name: String,
    value: T,
}

struct Opaque;

fn main() {
    let pair = Pair!(1, "one".to_owned());
    assert!(pair < Pair!(2, String::new()));
    assert_eq!(Pair!(second = 'b', first = 'a'), Pair::new('a', 'b'));
    assert_eq!(call!(Pair::<u8, u16>(1, 2)).repr().to_string(), "Pair(first=1, second=2)");
    assert_eq!(Pair!(second = 2.5, ..Pair!(1, 1.5)).into_tuple(), (1, 2.5));

    let table = Table!(BTreeMap::from([("a", 1.5)]));
    assert_eq!(table.least, Some("a"));
    assert!(table.names.is_empty());
    assert_eq!(table, Table!(least = Some("a"), rows = BTreeMap::from([("a", 1.5)])));

    let defaulted = Defaulted::<u8>::default();
    assert_eq!((defaulted.value, defaulted.marker), (0, PhantomData));
    assert_eq!(Defaulted!(7).value, 7);

    let mut iterator = [1, 2].into_iter();
    let taken = Taken!(iterator.next(), rest = iterator);
    assert_eq!(taken.repr().to_string(), "Taken(next=1)");
    assert_eq!(taken.rest.count(), 1);

    // Nothing is asked of a parameter before it is needed.
    let converted = Converted!(value = Opaque, name = "opaque");
    assert_eq!(converted.name, "opaque");
    let Opaque = converted.value;
    let Opaque = Pair!(Opaque, 1).first;
}

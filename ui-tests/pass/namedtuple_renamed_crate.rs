extern crate metaclass as meta;

mod metaclass {}

use meta::NamedTuple as _;

meta::namedtuple! { struct Point { x: i64, y: i64 } }
meta::namedtuple!(Pair, "a b");

fn main() {
    assert_eq!(Point!(1, y = 2).at(-1).unwrap(), 2.into());
    assert_eq!(Pair!(1, 2), (1, 2));
}
